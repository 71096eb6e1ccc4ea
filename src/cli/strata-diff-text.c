/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two plans, for people: a line a change, below what it
 * belongs to, with the names of tools in place of ids.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-diff-text.h"

#include <glib/gi18n.h>

#include "strata-command-value.h"
#include "strata-terminal.h"

typedef struct
{
  StrataPrinter  printer;
  StrataCatalog *catalog;
  StrataPlan    *a;
  StrataPlan    *b;
  char          *heading;  /* what the lines above belong to */
} Writer;

/* One change with its path taken apart. */
typedef struct
{
  char        **segments;
  guint         n_segments;
  StrataValue  *from;
  StrataValue  *to;
} Line;

static void write_change (Writer      *writer,
                          const char  *path,
                          StrataValue *from,
                          StrataValue *to);

/* A path with its segments as they are in the plan. */
static char **
split_path (const char *path)
{
  char **segments = g_strsplit (path, "/", -1);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      g_autoptr (GString) segment = g_string_new (segments[i]);

      g_string_replace (segment, "~1", "/", 0);
      g_string_replace (segment, "~0", "~", 0);
      g_set_str (&segments[i], segment->str);
    }

  return segments;
}

static StrataScenario *
find_scenario (Writer     *writer,
               const char *id)
{
  StrataScenario *scenario = strata_plan_find_scenario (writer->b, id, NULL);

  return scenario != NULL ? scenario : strata_plan_find_scenario (writer->a, id, NULL);
}

/* The tool's name as it is now, else as it was. */
static const char *
name_tool (Writer     *writer,
           const char *id)
{
  StrataTool *tool = strata_catalog_find_tool (writer->catalog, writer->b, id);

  if (tool == NULL)
    tool = strata_catalog_find_tool (writer->catalog, writer->a, id);

  return tool != NULL ? tool->name : id;
}

static StrataPlacement *
find_placement (StrataPlan *plan,
                const char *scenario_id,
                const char *id)
{
  StrataScenario *scenario = strata_plan_find_scenario (plan, scenario_id, NULL);

  return scenario != NULL ? strata_scenario_find (scenario, id, NULL) : NULL;
}

static char *
name_placement (Writer     *writer,
                const char *scenario_id,
                const char *id)
{
  StrataPlacement *placement = find_placement (writer->b, scenario_id, id);

  if (placement == NULL)
    placement = find_placement (writer->a, scenario_id, id);
  if (placement == NULL)
    return g_strdup (id);

  /* Translators: the name of a tool, and the id of its place in the plan. */
  return g_strdup_printf (_("%s (%s)"), name_tool (writer, placement->tool), id);
}

static const char *
get_text (StrataValue *object,
          const char  *name)
{
  StrataValue *member = strata_value_get_member (object, name);

  return member != NULL && strata_value_get_kind (member) == STRATA_VALUE_STRING
           ? strata_value_get_string (member)
           : "";
}

static char *
describe_flow (Writer      *writer,
               const char  *scenario,
               StrataValue *flow)
{
  g_autofree char *from = name_placement (writer, scenario, get_text (flow, "from"));
  g_autofree char *to = name_placement (writer, scenario, get_text (flow, "to"));

  /* Translators: from one tool to another, and what flows: "events". */
  return g_strdup_printf (_("flow %s → %s, %s"), from, to, get_text (flow, "carries"));
}

/* Finds the element of a list without ids that the line is about: itself, or
 * one that both plans have. */
static StrataValue *
find_listed (Writer     *writer,
             const Line *line)
{
  StrataScenario *scenario = strata_plan_find_scenario (writer->a, line->segments[1], NULL);
  StrataValue *list = NULL;
  guint64 position = g_ascii_strtoull (line->segments[3], NULL, 10);

  if (line->n_segments == 4)
    return line->from != NULL ? line->from : line->to;
  if (scenario != NULL)
    list = strata_value_get_member (strata_scenario_get_value (scenario), line->segments[2]);

  return list != NULL && position < strata_value_get_length (list)
           ? strata_value_get_element (list, (guint) position)
           : NULL;
}

/* What a scenario's `placements/p1`, `flows/0` or `accepted/0` stands for. */
static char *
describe_listed (Writer     *writer,
                 const Line *line)
{
  const char *list = line->segments[2];
  StrataValue *element = NULL;

  if (g_str_equal (list, "placements"))
    return name_placement (writer, line->segments[1], line->segments[3]);
  if (!g_str_equal (list, "flows") && !g_str_equal (list, "accepted"))
    return NULL;

  element = find_listed (writer, line);
  if (element == NULL || strata_value_get_kind (element) != STRATA_VALUE_OBJECT)
    return NULL;
  if (g_str_equal (list, "flows"))
    return describe_flow (writer, line->segments[1], element);

  return g_strdup_printf (_("accepted %s"), get_text (element, "code"));
}

/* What the line belongs to; *n_used segments are said by it. */
static char *
describe_heading (Writer     *writer,
                  const Line *line,
                  guint      *n_used)
{
  StrataScenario *scenario = NULL;
  const char *first = line->segments[0];

  *n_used = line->n_segments > 1 ? 1 : 0;
  if (g_str_equal (first, "facts"))
    return g_strdup (_("Facts"));
  if (g_str_equal (first, "tools"))
    return g_strdup (_("Tools"));
  if (!g_str_equal (first, "scenarios"))
    return *n_used = 0, g_strdup (_("Plan"));
  if (line->n_segments <= 2)
    return g_strdup (_("Scenarios"));

  *n_used = 2;
  scenario = find_scenario (writer, line->segments[1]);
  return g_strdup (scenario != NULL ? scenario->title : line->segments[1]);
}

/* What one segment stands for, where it is more than the name of a key. */
static char *
describe_segment (Writer     *writer,
                  const Line *line,
                  guint       position)
{
  const char *segment = line->segments[position];
  const char *first = line->segments[0];
  const StrataFact *fact = strata_fact_lookup (segment);
  StrataScenario *scenario = NULL;

  if (position != 1)
    return g_strdup (segment);
  if (g_str_equal (first, "facts"))
    return g_strdup (fact != NULL ? _(fact->label) : segment);
  if (g_str_equal (first, "tools"))
    return g_strdup (name_tool (writer, segment));
  if (g_str_equal (first, "scenarios"))
    scenario = find_scenario (writer, segment);

  return g_strdup (scenario != NULL ? scenario->title : segment);
}

static char *
describe_place (Writer     *writer,
                const Line *line,
                guint       n_used)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  char *listed = NULL;

  if (n_used == 2 && line->n_segments > 3)
    listed = describe_listed (writer, line);
  if (listed != NULL)
    {
      g_ptr_array_add (parts, listed);
      n_used = 4;
    }
  for (guint i = n_used; i < line->n_segments; i++)
    g_ptr_array_add (parts, describe_segment (writer, line, i));

  return g_strjoinv (" › ", (char **) parts->pdata);
}

static gboolean
is_container (StrataValue *value)
{
  return value != NULL && strata_value_get_kind (value) == STRATA_VALUE_OBJECT;
}

/* A thing that came or went says enough by its name. */
static char *
describe_change (const Line *line,
                 const char *place)
{
  StrataValue *value = line->to != NULL ? line->to : line->from;
  g_autofree char *from = line->from != NULL ? strata_command_describe_value (line->from) : NULL;
  g_autofree char *to = line->to != NULL ? strata_command_describe_value (line->to) : NULL;

  if (from != NULL && to != NULL)
    /* Translators: a place in the plan, what was there, and what is there now. */
    return g_strdup_printf (_("%s: %s → %s"), place, from, to);
  if (is_container (value))
    return g_strdup_printf (to != NULL ? _("%s added") : _("%s removed"), place);

  return to != NULL ? g_strdup_printf (_("%s added: %s"), place, to)
                    : g_strdup_printf (_("%s removed: %s"), place, from);
}

static void
print_heading (Writer     *writer,
               const char *heading)
{
  StrataPrinter *printer = &writer->printer;

  if (g_strcmp0 (writer->heading, heading) == 0)
    return;
  g_set_str (&writer->heading, heading);
  if (printer->text->len > 0)
    g_string_append_c (printer->text, '\n');
  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_HEADING, heading);
  strata_printer_end (printer);
}

static void
print_line (Writer     *writer,
            const Line *line)
{
  StrataPrinter *printer = &writer->printer;
  guint n_used = 0;
  g_autofree char *heading = describe_heading (writer, line, &n_used);
  g_autofree char *place = describe_place (writer, line, n_used);
  g_autofree char *text = describe_change (line, place);

  print_heading (writer, heading);
  strata_printer_begin (printer, 2);
  strata_printer_add (printer, STRATA_STYLE_PLAIN, text);
  strata_printer_end (printer);
}

/* Whether a list of objects, or an object that is no thing of its own, was
 * added or removed: then its parts are what people want to see. */
static gboolean
has_parts (const Line  *line,
           StrataValue *value)
{
  const char *parent = line->n_segments > 1 ? line->segments[line->n_segments - 2] : "";
  static const char * const things[] = { "tools", "scenarios", "placements", "flows", "accepted", "offers", "tiers", NULL };

  if (line->from != NULL && line->to != NULL)
    return FALSE;
  if (strata_value_get_kind (value) == STRATA_VALUE_OBJECT)
    return strata_value_get_length (value) > 0 && !g_strv_contains (things, parent);

  return strata_value_get_kind (value) == STRATA_VALUE_ARRAY
         && strata_value_get_length (value) > 0
         && is_container (strata_value_get_element (value, 0));
}

static char *
make_part_path (const char  *path,
                StrataValue *value,
                guint        position)
{
  gboolean is_object = strata_value_get_kind (value) == STRATA_VALUE_OBJECT;
  StrataValue *element = strata_value_get_element (value, position);
  g_autofree char *number = g_strdup_printf ("%u", position);
  const char *id = !is_object && is_container (element) ? get_text (element, "id") : "";
  g_autofree char *segment = strata_path_build (is_object     ? strata_value_get_name (value, position)
                                                : *id != '\0' ? id
                                                              : number,
                                                NULL);

  return g_strconcat (path, "/", segment, NULL);
}

static void
write_parts (Writer      *writer,
             const char  *path,
             StrataValue *from,
             StrataValue *to)
{
  StrataValue *value = to != NULL ? to : from;

  for (guint i = 0; i < strata_value_get_length (value); i++)
    {
      g_autofree char *part = make_part_path (path, value, i);
      StrataValue *element = strata_value_get_element (value, i);

      write_change (writer, part, from != NULL ? element : NULL, to != NULL ? element : NULL);
    }
}

static void
write_change (Writer      *writer,
              const char  *path,
              StrataValue *from,
              StrataValue *to)
{
  g_auto (GStrv) segments = *path == '\0' ? g_strsplit ("(empty)", "/", -1) : split_path (path);
  Line line = { segments, g_strv_length (segments), from, to };

  if (has_parts (&line, to != NULL ? to : from))
    write_parts (writer, path, from, to);
  else
    print_line (writer, &line);
}

/**
 * strata_diff_to_text:
 * @changes: (element-type StrataChange): what changed
 * @a: the first plan
 * @b: the second plan
 * @catalog: where the tools are looked up
 * @width: columns of a line; 0 for lines that are not broken
 * @has_colors: whether to use a terminal's colours
 *
 * Returns: (transfer full): a section each for the plan, its facts, its tools
 *   and its scenarios, as far as they changed
 */
char *
strata_diff_to_text (GPtrArray     *changes,
                     StrataPlan    *a,
                     StrataPlan    *b,
                     StrataCatalog *catalog,
                     guint          width,
                     gboolean       has_colors)
{
  Writer writer = { { g_string_new (NULL), width, has_colors }, catalog, a, b, NULL };

  g_return_val_if_fail (changes != NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const StrataChange *change = g_ptr_array_index (changes, i);

      write_change (&writer, change->path, change->from, change->to);
    }
  g_free (writer.heading);
  return g_string_free (writer.printer.text, FALSE);
}
