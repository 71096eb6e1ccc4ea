/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be cut, for people.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "strata-cut-plan.h"
#include "workspace/strata-format.h"

/* More names in a line are not read. */
#define MOST_NAMES 5

typedef struct
{
  StrataPrinter    printer;
  StrataCatalog   *catalog;
  const StrataCut *cut;
} Writer;

/* With its id, which is what a pin takes. */
static char *
name_placement (const Writer *writer,
                guint         position)
{
  StrataPlacement *placement = strata_assessment_get_scenario (writer->cut->now)->placements[position];
  StrataTool *tool = strata_catalog_find_tool (writer->catalog, strata_assessment_get_plan (writer->cut->now), placement->tool);

  /* Translators: the name of a tool, and the id of the card that it is. */
  return g_strdup_printf (_("%s (%s)"), tool != NULL ? tool->name : placement->tool, placement->id);
}

static char *
format_money (const Writer *writer,
              gint64        cents)
{
  return strata_format_money (cents, strata_plan_get_currency (strata_assessment_get_plan (writer->cut->now)));
}

static char *
join_placements (const Writer *writer,
                 const guint  *positions,
                 guint         n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMES); i++)
    {
      g_autofree char *name = name_placement (writer, positions[i]);

      g_string_append (text, i > 0 ? _(", ") : "");
      g_string_append (text, name);
    }
  if (n > MOST_NAMES)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", n - MOST_NAMES), n - MOST_NAMES);

  return g_string_free_and_steal (text);
}

static char *
join_capabilities (const Writer       *writer,
                   const char * const *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? _(", ") : "");
      g_string_append (text, strata_catalog_get_label (writer->catalog, ids[i]));
    }

  return g_string_free_and_steal (text);
}

static char *
join_roles (StrataRoles roles)
{
  GString *text = g_string_new (NULL);

  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      if ((roles & STRATA_ROLE_BIT (role)) == 0)
        continue;
      g_string_append (text, text->len > 0 ? _(", ") : "");
      g_string_append (text, _(strata_vocabulary_get_label (&strata_roles, role)));
    }

  return g_string_free_and_steal (text);
}

static char *
describe_part (const Writer        *writer,
               const StrataCutPart *part)
{
  g_autofree char *name = name_placement (writer, part->placement);

  /* Translators: a module that a tool was bought with, and the tool. */
  return part->module != NULL ? g_strdup_printf (_("The module “%s” of %s"), part->module, name)
                              : g_steal_pointer (&name);
}

static void
print_part (Writer              *writer,
            const StrataCutPart *part)
{
  g_autofree char *what = describe_part (writer, part);
  g_autofree char *amount = part->saving != STRATA_MONEY_UNKNOWN ? format_money (writer, part->saving) : NULL;
  g_autofree char *saving = NULL;
  g_autofree char *line = NULL;

  saving = amount != NULL ? g_strdup_printf (_("%s a month"), amount) : g_strdup (_("cost unknown"));
  /* Translators: something to cut, and what that saves. */
  line = g_strdup_printf (_("%s: %s"), what, saving);
  strata_printer_print_line (&writer->printer, STRATA_STYLE_PLAIN, 2, line);
  if (part->n_heirs > 0)
    {
      g_autofree char *heirs = join_placements (writer, part->heirs, part->n_heirs);
      g_autofree char *text = g_strdup_printf (_("What it is used for stays with %s."), heirs);

      strata_printer_print_line (&writer->printer, STRATA_STYLE_DIM, 4, text);
    }
  if (part->lost[0] != NULL)
    {
      g_autofree char *lost = join_capabilities (writer, part->lost);
      g_autofree char *text = g_strdup_printf (_("Nobody uses it, and nothing would have it any more: %s."), lost);

      strata_printer_print_line (&writer->printer, STRATA_STYLE_DIM, 4, text);
    }
}

static void
print_parts (Writer *writer)
{
  if (writer->cut->n_parts == 0)
    return;
  g_string_append_c (writer->printer.text, '\n');
  strata_printer_print_line (&writer->printer, STRATA_STYLE_HEADING, 0, _("Can be cut"));
  for (guint i = 0; i < writer->cut->n_parts; i++)
    print_part (writer, &writer->cut->parts[i]);
}

static void
print_stay (Writer              *writer,
            const StrataCutStay *stay)
{
  g_autofree char *name = name_placement (writer, stay->placement);

  strata_printer_print_line (&writer->printer, STRATA_STYLE_PLAIN, 2, name);
  if (stay->pinned)
    strata_printer_print_line (&writer->printer, STRATA_STYLE_DIM, 4, _("Pinned."));
  if (stay->alone[0] != NULL)
    {
      g_autofree char *alone = join_capabilities (writer, stay->alone);
      g_autofree char *text = g_strdup_printf (_("It alone is used for this: %s."), alone);

      strata_printer_print_line (&writer->printer, STRATA_STYLE_DIM, 4, text);
    }
  if (stay->roles != 0)
    {
      g_autofree char *roles = join_roles (stay->roles);
      g_autofree char *text = g_strdup_printf (_("The last one in a role that the decisions ask for: %s."), roles);

      strata_printer_print_line (&writer->printer, STRATA_STYLE_DIM, 4, text);
    }
}

static void
print_stays (Writer *writer)
{
  if (writer->cut->n_stays == 0)
    return;
  g_string_append_c (writer->printer.text, '\n');
  strata_printer_print_line (&writer->printer, STRATA_STYLE_HEADING, 0, _("Stays"));
  for (guint i = 0; i < writer->cut->n_stays; i++)
    print_stay (writer, &writer->cut->stays[i]);
}

static void
print_total (Writer *writer)
{
  const StrataCut *cut = writer->cut;
  g_autofree char *amount = format_money (writer, cut->saving);
  g_autofree char *saving = g_strdup_printf (_("%s a month could be cut."), amount);
  g_autofree char *unknown = NULL;

  g_string_append_c (writer->printer.text, '\n');
  strata_printer_begin (&writer->printer, 0);
  strata_printer_add (&writer->printer, STRATA_STYLE_PLAIN, cut->n_parts > 0 ? saving : _("Nothing can be cut."));
  if (cut->n_unknown > 0)
    {
      unknown = g_strdup_printf (ngettext ("%u cost is unknown.", "%u costs are unknown.", cut->n_unknown), cut->n_unknown);
      strata_printer_add (&writer->printer, STRATA_STYLE_PLAIN, unknown);
    }
  strata_printer_end (&writer->printer);
}

static void
print_cut (Writer    *writer,
           StrataCut *cut)
{
  writer->cut = cut;
  if (writer->printer.text->len > 0)
    g_string_append_c (writer->printer.text, '\n');
  strata_check_print_heading (&writer->printer, cut->now);
  print_parts (writer);
  print_stays (writer);
  print_total (writer);
}

/**
 * strata_cuts_to_text:
 * @plans: (element-type StrataCutPlan): plans with their answers
 * @catalog: where tools and capabilities are looked up
 * @width: columns of a line; 0 for lines that are not broken
 * @has_colors: whether to use a terminal's colours
 *
 * Returns: (transfer full): a section a scenario: what can go, what stays and
 *   why, and what that saves
 */
char *
strata_cuts_to_text (GPtrArray     *plans,
                     StrataCatalog *catalog,
                     guint          width,
                     gboolean       has_colors)
{
  Writer writer = { { g_string_new (NULL), width, has_colors }, catalog, NULL };

  g_return_val_if_fail (plans != NULL && catalog != NULL, NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const StrataCutPlan *plan = g_ptr_array_index (plans, i);

      for (guint j = 0; j < plan->cuts->len; j++)
        print_cut (&writer, g_ptr_array_index (plan->cuts, j));
    }

  return g_string_free_and_steal (writer.printer.text);
}
