/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an input is in a box, written as the unary tests of a cell.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-verify-private.h"

typedef enum
{
  CLASS_OUT,
  CLASS_IN,
  CLASS_EMPTY, /* neither: no value is of this class */
} ClassPlace;

static ClassPlace
place_of (const DmnSide *side,
          const guint64 *set,
          guint          class)
{
  guint strip = side->strips[class];

  if (strip == DMN_STRIP_EMPTY)
    return CLASS_EMPTY;

  return strip != DMN_STRIP_FORBIDDEN && dmn_rows_has (set, strip) ? CLASS_IN : CLASS_OUT;
}

static guint
count_values (const DmnSide *side)
{
  return side->n_classes - (side->has_null ? 1 : 0);
}

static gboolean
has_null (const DmnSide *side,
          const guint64 *set)
{
  return side->has_null && place_of (side, set, side->n_classes - 1) == CLASS_IN;
}

static void
add_separator (GString *text)
{
  if (text->len > 0)
    g_string_append (text, ", ");
}

static void
append_value (GString        *text,
              const char     *before,
              const DmnValue *value)
{
  g_autofree char *constant = dmn_value_to_feel (value);

  g_string_append (text, before);
  g_string_append (text, constant);
}

/* The classes from first to last, which have at least one end. */
static void
append_run (GString       *text,
            const DmnSide *side,
            guint          first,
            guint          last)
{
  GPtrArray *bounds = side->column.scales[side->kind].bounds;
  gboolean has_low = first > 0, has_high = last < 2 * bounds->len;
  gboolean low_included = first % 2 == 1, high_included = last % 2 == 1;
  DmnValue *low = has_low ? bounds->pdata[(first - 1) / 2] : NULL;
  DmnValue *high = has_high ? bounds->pdata[last / 2] : NULL;

  add_separator (text);
  if (first == last && low_included)
    append_value (text, "", low);
  else if (!has_low)
    append_value (text, high_included ? "<= " : "< ", high);
  else if (!has_high)
    append_value (text, low_included ? ">= " : "> ", low);
  else
    {
      append_value (text, low_included ? "[" : "(", low);
      append_value (text, "..", high);
      g_string_append_c (text, high_included ? ']' : ')');
    }
}

static void
append_runs (GString       *text,
             const DmnSide *side,
             const guint64 *set)
{
  guint n_values = count_values (side);

  for (guint i = 0; i < n_values; i++)
    {
      guint first = i, last = i;

      if (place_of (side, set, i) != CLASS_IN)
        continue;
      while (i + 1 < n_values && place_of (side, set, i + 1) != CLASS_OUT)
        if (place_of (side, set, ++i) == CLASS_IN)
          last = i;
      append_run (text, side, first, last);
    }
}

static DmnValue *
dup_named (const DmnSide *side,
           guint          class)
{
  if (side->kind == DMN_KIND_BOOLEAN)
    return dmn_value_new_boolean (class != 0);

  return dmn_value_ref (side->column.scales[side->kind].bounds->pdata[class / 2]);
}

/* The values that the cells name, in or out of the set. */
static void
append_named (GString       *text,
              const DmnSide *side,
              const guint64 *set,
              ClassPlace     place)
{
  gboolean is_boolean = side->kind == DMN_KIND_BOOLEAN;

  for (guint i = is_boolean ? 0 : 1; i < count_values (side); i += is_boolean ? 1 : 2)
    if (place_of (side, set, i) == place && side->strips[i] != DMN_STRIP_FORBIDDEN)
      {
        g_autoptr (DmnValue) value = dup_named (side, i);

        add_separator (text);
        append_value (text, "", value);
      }
}

/* Where texts that no cell names are: in the set, out of it, or nowhere. */
static void
find_unnamed (const DmnSide *side,
              const guint64 *set,
              gboolean      *in,
              gboolean      *out)
{
  *in = *out = FALSE;
  for (guint i = 0; i < count_values (side); i += 2)
    if (side->strips[i] != DMN_STRIP_EMPTY && side->strips[i] != DMN_STRIP_FORBIDDEN)
      {
        *in |= place_of (side, set, i) == CLASS_IN;
        *out |= place_of (side, set, i) == CLASS_OUT;
      }
}

static gboolean
is_all_but_null (const DmnSide *side,
                 const guint64 *set)
{
  for (guint i = 0; i < count_values (side); i++)
    if (place_of (side, set, i) == CLASS_OUT && side->strips[i] != DMN_STRIP_FORBIDDEN)
      return FALSE;

  return TRUE;
}

static char *
describe_others (const DmnSide *side,
                 const guint64 *set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_named (text, side, set, CLASS_OUT);
  if (side->has_null && !has_null (side, set))
    {
      add_separator (text);
      g_string_append (text, "null");
    }

  return g_strdup_printf ("not(%s)", text->str);
}

static char *
describe_values (const DmnSide *side,
                 const guint64 *set)
{
  GString *text = g_string_new (NULL);
  gboolean unnamed_in = FALSE, unnamed_out = FALSE;

  if (side->kind == DMN_KIND_STRING)
    find_unnamed (side, set, &unnamed_in, &unnamed_out);
  if (unnamed_in && !unnamed_out)
    {
      g_string_free (text, TRUE);
      return describe_others (side, set);
    }

  if (side->kind == DMN_KIND_BOOLEAN || (side->kind == DMN_KIND_STRING && !unnamed_in))
    append_named (text, side, set, CLASS_IN);
  else
    append_runs (text, side, set);
  if (has_null (side, set))
    {
      add_separator (text);
      g_string_append (text, "null");
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_whole (const DmnSide *side,
          const guint64 *set)
{
  for (guint i = 0; i < side->n_strips; i++)
    if (!dmn_rows_has (set, i))
      return FALSE;

  return TRUE;
}

char *
dmn_side_describe (const DmnSide *self,
                   const guint64 *set)
{
  if (is_whole (self, set))
    return NULL;
  if (self->has_null && is_all_but_null (self, set))
    return g_strdup ("not(null)");

  return describe_values (self, set);
}
