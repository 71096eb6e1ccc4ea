/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What states of one value have in common: sameness by meaning, and which
 * elements of two arrays belong together.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-compare-private.h"

#include "model/strata-edit.h"
#include "storage/strata-json-writer.h"

/* What tells the elements of one kind of array apart that have no ids. */
typedef struct
{
  const char *array;
  const char *fields[6];
} Identity;

static const Identity identities[] = {
  { "flows", { "from", "to", "carries" } },
  { "accepted", { "code", "tools", "capabilities", "module", "facts" } },
  { "offers", { "capability", "module" } },
  { "tiers", { "from" } },
};

static const Identity *
find_identity (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (identities); i++)
    {
      if (g_strcmp0 (identities[i].array, name) == 0)
        return &identities[i];
    }

  return NULL;
}

static const char *
get_id (StrataValue *element)
{
  StrataValue *id = NULL;

  if (strata_compare_is (element, STRATA_VALUE_OBJECT))
    id = strata_value_get_member (element, "id");

  return strata_compare_is (id, STRATA_VALUE_STRING) ? strata_value_get_string (id) : NULL;
}

/* A whole number is the same with and without a fraction, as long as the
 * double holds all of its digits. */
static gboolean
is_same_number (StrataValue *integer,
                StrataValue *number)
{
  const double limit = 9223372036854775808.0;
  double found = strata_value_get_double (number);

  return found >= -limit && found < limit
         && (double) (gint64) found == found
         && (gint64) found == strata_value_get_integer (integer);
}

static gboolean
is_same_object (StrataValue *a,
                StrataValue *b)
{
  for (guint i = 0; i < strata_value_get_length (a); i++)
    {
      StrataValue *member = strata_value_get_member (b, strata_value_get_name (a, i));

      if (member == NULL || !strata_compare_same (strata_value_get_element (a, i), member))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_array (StrataValue *a,
               StrataValue *b)
{
  for (guint i = 0; i < strata_value_get_length (a); i++)
    {
      if (!strata_compare_same (strata_value_get_element (a, i), strata_value_get_element (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* What all elements of an array are, so that they can be told apart. */
static StrataMatch
classify (const char  *name,
          StrataValue *element)
{
  if (strata_compare_is (element, STRATA_VALUE_STRING))
    return STRATA_MATCH_STRINGS;
  if (!strata_compare_is (element, STRATA_VALUE_OBJECT))
    return STRATA_MATCH_WHOLE;
  if (get_id (element) != NULL)
    return STRATA_MATCH_IDS;

  return find_identity (name) != NULL ? STRATA_MATCH_FIELDS : STRATA_MATCH_WHOLE;
}

/* Whether all elements are of one kind: that found before, if any was. */
static gboolean
classify_all (const char  *name,
              StrataValue *array,
              gboolean    *has_match,
              StrataMatch *match)
{
  for (guint i = 0; i < strata_value_get_length (array); i++)
    {
      StrataMatch found = classify (name, strata_value_get_element (array, i));

      if (found == STRATA_MATCH_WHOLE || (*has_match && found != *match))
        return FALSE;
      *match = found;
      *has_match = TRUE;
    }

  return TRUE;
}

static gboolean
has_duplicates (const char  *name,
                StrataMatch  match,
                StrataValue *array)
{
  g_autoptr (GPtrArray) keys = strata_compare_get_keys (name, match, array);
  g_autoptr (GHashTable) index = strata_compare_index_keys (keys);

  return g_hash_table_size (index) < keys->len;
}

static void
append_field (GString     *key,
              StrataValue *element,
              const char  *field)
{
  StrataValue *value = strata_value_get_member (element, field);

  if (value != NULL && !strata_compare_is (value, STRATA_VALUE_NULL))
    {
      g_autoptr (GBytes) bytes = strata_json_writer_to_bytes (value);

      g_string_append_len (key, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  g_string_append_c (key, '\n');
}

/* The second of two that say the same has another key. */
static char *
make_field_key (const Identity *identity,
                StrataValue    *element,
                GHashTable     *seen)
{
  GString *key = g_string_new (NULL);
  guint n_seen = 0;

  for (guint i = 0; identity->fields[i] != NULL; i++)
    append_field (key, element, identity->fields[i]);

  n_seen = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key->str));
  g_hash_table_insert (seen, g_strdup (key->str), GUINT_TO_POINTER (n_seen + 1));
  if (n_seen > 0)
    g_string_append_printf (key, "#%u", n_seen);

  return g_string_free (key, FALSE);
}

/* Whether two values mean the same, or are both absent: the order of an
 * object's members does not count, and neither does how a number is written.
 */
gboolean
strata_compare_same (StrataValue *a,
                     StrataValue *b)
{
  StrataValueKind kind = STRATA_VALUE_NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  kind = strata_value_get_kind (a);
  if (kind == STRATA_VALUE_INTEGER && strata_compare_is (b, STRATA_VALUE_DOUBLE))
    return is_same_number (a, b);
  if (kind == STRATA_VALUE_DOUBLE && strata_compare_is (b, STRATA_VALUE_INTEGER))
    return is_same_number (b, a);
  if (!strata_compare_is (b, kind))
    return FALSE;
  if (kind == STRATA_VALUE_DOUBLE)
    return strata_value_get_double (a) == strata_value_get_double (b);
  if (kind != STRATA_VALUE_ARRAY && kind != STRATA_VALUE_OBJECT)
    return strata_value_equal (a, b);
  if (strata_value_get_length (a) != strata_value_get_length (b))
    return FALSE;

  return kind == STRATA_VALUE_OBJECT ? is_same_object (a, b) : is_same_array (a, b);
}

/* Whether there is a value, and of this kind. */
gboolean
strata_compare_is (StrataValue     *value,
                   StrataValueKind  kind)
{
  return value != NULL && strata_value_get_kind (value) == kind;
}

/* Tells how the elements of arrays belong together that are states of the
 * member @name. Those that nothing tells apart are compared as a whole; empty
 * arrays go with any others.
 */
StrataMatch
strata_compare_match (const char          *name,
                      StrataValue * const *arrays,
                      guint                n_arrays)
{
  StrataMatch match = STRATA_MATCH_WHOLE;
  gboolean has_match = FALSE;

  for (guint i = 0; i < n_arrays; i++)
    {
      if (!classify_all (name, arrays[i], &has_match, &match))
        return STRATA_MATCH_WHOLE;
    }

  for (guint i = 0; i < n_arrays && has_match; i++)
    {
      if (has_duplicates (name, match, arrays[i]))
        return STRATA_MATCH_WHOLE;
    }

  return match;
}

/* Gives each element a text that it shares with its other states. */
GPtrArray *
strata_compare_get_keys (const char  *name,
                         StrataMatch  match,
                         StrataValue *array)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; array != NULL && i < strata_value_get_length (array); i++)
    {
      StrataValue *element = strata_value_get_element (array, i);

      if (match == STRATA_MATCH_STRINGS)
        g_ptr_array_add (keys, g_strdup (strata_value_get_string (element)));
      else if (match == STRATA_MATCH_IDS)
        g_ptr_array_add (keys, g_strdup (get_id (element)));
      else
        g_ptr_array_add (keys, make_field_key (find_identity (name), element, seen));
    }

  return keys;
}

/* Makes a table of keys, borrowed, to their positions plus one. */
GHashTable *
strata_compare_index_keys (GPtrArray *keys)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (index, g_ptr_array_index (keys, i), GUINT_TO_POINTER (i + 1));

  return index;
}

/* Goes a segment further down; %NULL is the path of the plan itself. */
char *
strata_compare_join_path (const char *path,
                          const char *segment)
{
  g_autofree char *escaped = strata_path_build (segment, NULL);

  return path == NULL ? g_steal_pointer (&escaped) : g_strconcat (path, "/", escaped, NULL);
}
