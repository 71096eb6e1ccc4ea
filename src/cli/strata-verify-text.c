/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verification's answer for people.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "strata-terminal.h"
#include "strata-verify.h"

/* Of one list; all of it is in the JSON. */
#define MOST_LINES 20

typedef struct
{
  guint n_gaps;
  guint n_conflicts;
  guint n_shadows;
  guint n_overlaps;
} Totals;

/* A comparison and a negation follow the input as they are. */
static char *
describe_side (const DmnBoxSide *side)
{
  const char *range = side->range;

  if (strchr ("<>", *range) != NULL && strchr (range, ',') == NULL)
    return g_strdup_printf ("%s %s", side->input, range);
  if (g_str_has_prefix (range, "not("))
    /* Translators: an input, and values in brackets that it has none of. */
    return g_strdup_printf (_("%s not %s"), side->input, range + strlen ("not"));
  if (strchr ("[(", *range) != NULL || strstr (range, ", ") != NULL)
    /* Translators: an input, and a range or a list that its value is in. */
    return g_strdup_printf (_("%s in %s"), side->input, range);

  return g_strdup_printf ("%s = %s", side->input, range);
}

static char *
describe_box (const DmnBox *box)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (box->sides->len == 0)
    return g_strdup (_("everything"));

  for (guint i = 0; i < box->sides->len; i++)
    {
      g_autofree char *side = describe_side (&g_array_index (box->sides, DmnBoxSide, i));

      if (i > 0)
        /* Translators: between conditions that hold together. */
        g_string_append_printf (text, " %s ", _("and"));
      g_string_append (text, side);
    }

  return g_strdup (text->str);
}

static void
print_box (StrataPrinter *printer,
           const DmnBox  *box)
{
  g_autofree char *where = describe_box (box);
  g_autofree char *text = NULL;

  if (box->rows[0] == 0)
    text = g_strdup (where);
  else
    /* Translators: two numbers of rows, and what both match. */
    text = g_strdup_printf (_("Rows %u and %u: %s"), box->rows[0], box->rows[1], where);
  strata_printer_print_line (printer, STRATA_STYLE_PLAIN, 4, text);
}

/* The row that takes what is left, where the first that matches answers. */
static gboolean
is_otherwise (const DmnTable *table,
              guint           row)
{
  const DmnRule *rule = &g_array_index (table->rules, DmnRule, row - 1);

  if (table->hit_policy != DMN_HIT_POLICY_FIRST)
    return FALSE;

  for (guint i = 0; i < table->inputs->len; i++)
    if (rule->tests[i]->kind != FEEL_NODE_ANY)
      return FALSE;

  return TRUE;
}

/* That such a row meets all others goes without saying. */
static GPtrArray *
list_overlaps (const DmnVerification *verification)
{
  GPtrArray *overlaps = g_ptr_array_new ();

  for (guint i = 0; i < verification->overlaps->len; i++)
    {
      DmnBox *box = verification->overlaps->pdata[i];

      if (!is_otherwise (verification->table, box->rows[1]))
        g_ptr_array_add (overlaps, box);
    }

  return overlaps;
}

static void
print_boxes (StrataPrinter *printer,
             StrataStyle    style,
             const char    *heading,
             GPtrArray     *boxes)
{
  if (boxes->len == 0)
    return;

  strata_printer_print_line (printer, style, 2, heading);
  for (guint i = 0; i < MIN (boxes->len, MOST_LINES); i++)
    print_box (printer, boxes->pdata[i]);
  if (boxes->len > MOST_LINES)
    {
      g_autofree char *more = g_strdup_printf (_("… and %u more, which “--format=json” lists."), boxes->len - MOST_LINES);

      strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, more);
    }
}

static void
print_shadow (StrataPrinter         *printer,
              const DmnVerification *verification,
              const DmnShadow       *shadow)
{
  g_autofree char *text = NULL;

  if (shadow->barrier != NULL)
    text = g_strdup_printf (_("Row %u: nothing passes its cell for “%s”."), shadow->row, shadow->barrier);
  else if (verification->table->hit_policy == DMN_HIT_POLICY_FIRST)
    text = g_strdup_printf (_("Row %u: rows before it cover all that it covers."), shadow->row);
  else
    text = g_strdup_printf (_("Row %u: rows of higher priority cover all that it covers."), shadow->row);
  strata_printer_print_line (printer, STRATA_STYLE_PLAIN, 4, text);
}

static void
print_shadows (StrataPrinter         *printer,
               const DmnVerification *verification)
{
  GArray *shadows = verification->shadows;

  if (shadows->len == 0)
    return;

  strata_printer_print_line (printer, STRATA_STYLE_WARNING, 2, _("Rows that never answer:"));
  for (guint i = 0; i < shadows->len; i++)
    print_shadow (printer, verification, &g_array_index (shadows, DmnShadow, i));
}

static const char *
get_gaps_heading (const DmnVerification *verification)
{
  if (!verification->answers_gaps)
    return _("No row covers:");
  if (verification->table->hit_policy >= DMN_HIT_POLICY_RULE_ORDER)
    return _("No row covers, so that nothing is collected:");

  return _("No row covers, so that the default answers:");
}

/* Whether gaps are meant to be there, a model can only say in words. */
static void
print_gaps (StrataPrinter         *printer,
            const DmnVerification *verification)
{
  const char *description = verification->table->description;
  g_autofree char *text = NULL;

  print_boxes (printer, verification->answers_gaps ? STRATA_STYLE_ADVICE : STRATA_STYLE_WARNING,
               get_gaps_heading (verification), verification->gaps);
  if (verification->gaps->len == 0 || description == NULL || *description == '\0')
    return;
  text = g_strdup_printf (_("The model says: %s"), description);
  strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, text);
}

static void
print_limits (StrataPrinter         *printer,
              const DmnVerification *verification)
{
  if ((verification->limits & DMN_LIMIT_GAPS) != 0)
    strata_printer_print_line (printer, STRATA_STYLE_DIM, 2, _("There may be more gaps: too many to be listed, or too entangled to be found in time."));
  if ((verification->limits & DMN_LIMIT_PAIRS) != 0)
    strata_printer_print_line (printer, STRATA_STYLE_DIM, 2, _("More rows match together than can be listed."));
  if ((verification->limits & DMN_LIMIT_SHADOWS) != 0)
    strata_printer_print_line (printer, STRATA_STYLE_DIM, 2, _("There may be more rows that never answer: the table is too entangled to tell in time."));
}

static void
print_findings (StrataPrinter         *printer,
                const DmnVerification *verification,
                GPtrArray             *overlaps)
{
  print_gaps (printer, verification);
  print_boxes (printer, STRATA_STYLE_ERROR,
               verification->table->hit_policy == DMN_HIT_POLICY_UNIQUE
                 ? _("Rows that match together, where one alone may:")
                 : _("Rows that match together and disagree:"),
               verification->conflicts);
  print_shadows (printer, verification);
  print_boxes (printer, STRATA_STYLE_ADVICE,
               verification->table->hit_policy < DMN_HIT_POLICY_RULE_ORDER
                 ? _("Rows that match together and differ, so that one of them gives way:")
                 : _("Rows that match together and differ, so that both answer:"),
               overlaps);
}

static void
print_table (StrataPrinter         *printer,
             const DmnVerification *verification,
             GPtrArray             *overlaps)
{
  const DmnTable *table = verification->table;
  g_autofree char *policy = g_strdup_printf ("(%s)", dmn_hit_policy_get_name (table->hit_policy));
  g_autofree char *obstacle = NULL;

  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_HEADING, table->decision);
  strata_printer_add (printer, STRATA_STYLE_DIM, policy);
  strata_printer_end (printer);

  if (verification->obstacle != NULL)
    {
      obstacle = g_strdup_printf (_("Could not be verified: %s."), verification->obstacle);
      strata_printer_print_line (printer, STRATA_STYLE_WARNING, 2, obstacle);
    }
  else if (verification->gaps->len + verification->conflicts->len + verification->shadows->len
             + overlaps->len == 0 && verification->limits == 0)
    strata_printer_print_line (printer, STRATA_STYLE_PLAIN, 2, _("Every input is covered, and no rows contradict each other."));
  print_findings (printer, verification, overlaps);
  print_limits (printer, verification);
  g_string_append_c (printer->text, '\n');
}

static void
print_totals (StrataPrinter *printer,
              guint          n_tables,
              const Totals  *totals)
{
  g_autofree char *tables = g_strdup_printf (ngettext ("%u table:", "%u tables:", n_tables), n_tables);
  g_autofree char *gaps = g_strdup_printf (ngettext ("%u gap,", "%u gaps,", totals->n_gaps), totals->n_gaps);
  g_autofree char *conflicts = g_strdup_printf (ngettext ("%u conflict,", "%u conflicts,", totals->n_conflicts),
                                                totals->n_conflicts);
  g_autofree char *shadows = g_strdup_printf (ngettext ("%u row that never answers,", "%u rows that never answer,",
                                                        totals->n_shadows), totals->n_shadows);
  g_autofree char *overlaps = g_strdup_printf (ngettext ("%u overlap.", "%u overlaps.", totals->n_overlaps),
                                               totals->n_overlaps);

  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_HEADING, tables);
  strata_printer_add (printer, STRATA_STYLE_HEADING, gaps);
  strata_printer_add (printer, STRATA_STYLE_HEADING, conflicts);
  strata_printer_add (printer, STRATA_STYLE_HEADING, shadows);
  strata_printer_add (printer, STRATA_STYLE_HEADING, overlaps);
  strata_printer_end (printer);
}

/**
 * strata_verify_to_text:
 * @verifications: (element-type DmnVerification): verified tables
 * @width: columns of a line; 0 for lines that are not broken
 * @has_colors: whether to use a terminal's colours
 *
 * Overlaps with a row that takes all that is left are not among them.
 *
 * Returns: (transfer full): a section a table, then the totals
 */
char *
strata_verify_to_text (GPtrArray *verifications,
                       guint      width,
                       gboolean   has_colors)
{
  StrataPrinter printer = { g_string_new (NULL), width, has_colors };
  Totals totals = { 0 };

  g_return_val_if_fail (verifications != NULL, NULL);

  for (guint i = 0; i < verifications->len; i++)
    {
      const DmnVerification *verification = verifications->pdata[i];
      g_autoptr (GPtrArray) overlaps = list_overlaps (verification);

      print_table (&printer, verification, overlaps);
      totals.n_gaps += verification->gaps->len;
      totals.n_conflicts += verification->conflicts->len;
      totals.n_shadows += verification->shadows->len;
      totals.n_overlaps += overlaps->len;
    }
  print_totals (&printer, verifications->len, &totals);

  return g_string_free (printer.text, FALSE);
}
