/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans and edits by chance, for properties that hold for any of them.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include "random-edits.h"

#include <string.h>

#include "storage/strata-json-reader.h"
#include "storage/strata-plan-file.h"

#define PLAN \
  "{\"format\": \"strata-plan\", \"version\": 1, \"title\": \"Start\"," \
  " \"tools\": {\"t\": {\"roles\": [\"map\"], \"capabilities\": [\"journeys\"]}}," \
  " \"scenarios\": [{\"id\": \"s\", \"placements\": [{\"id\": \"p0\", \"tool\": \"t\", \"layer\": \"automation\"}]}]}"

/* What is hard to keep in a line of text. */
static const char *const texts[] = {
  "", "plain", "two\nlines", "tab\tand return\r", "“quoted” \"twice\"", "back\\slash", "umlaut äöü", "emoji \360\237\216\211",
  "a\001control", "a line separator \342\200\250 in it",
};

static StrataValue *
make_text (GRand *rand)
{
  return strata_value_new_string (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static StrataValue *
make_placement (GRand *rand)
{
  static const char json[] = "{\"id\": \"p%d\", \"tool\": \"t\", \"layer\": \"automation\"}";
  g_autofree char *text = g_strdup_printf (json, g_rand_int_range (rand, 1, 1000));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return strata_json_reader_parse (bytes, "random", NULL);
}

static char *
pick_placement (GRand      *rand,
                StrataPlan *plan,
                const char *member)
{
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  const char *id = "none";

  if (scenario->n_placements > 0)
    id = scenario->placements[g_rand_int_range (rand, 0, scenario->n_placements)]->id;
  return strata_path_build ("scenarios", "s", "placements", id, member, NULL);
}

static guint
pick_position (GRand *rand)
{
  return g_rand_boolean (rand) ? G_MAXUINT : (guint) g_rand_int_range (rand, 0, 3);
}

static void
add_operation (StrataEdit *edit,
               GRand      *rand,
               StrataPlan *plan)
{
  g_autofree char *placement = pick_placement (rand, plan, NULL);
  g_autofree char *note = pick_placement (rand, plan, "note");
  g_autofree char *day = pick_placement (rand, plan, "start_day");
  g_autoptr (StrataValue) text = make_text (rand);
  g_autoptr (StrataValue) number = strata_value_new_integer (g_rand_int_range (rand, -10, 400));

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      strata_edit_set (edit, "title", text);
      break;
    case 1:
      strata_edit_set (edit, note, text);
      break;
    case 2:
      strata_edit_set (edit, day, number);
      break;
    case 3:
      strata_edit_set (edit, "facts/mau", number);
      break;
    case 4:
      strata_edit_unset (edit, placement);
      break;
    case 5:
      strata_edit_move (edit, placement, pick_position (rand));
      break;
    default:
      g_clear_pointer (&text, strata_value_unref);
      text = make_placement (rand);
      strata_edit_insert (edit, "scenarios/s/placements", pick_position (rand), text);
      break;
    }
}

StrataPlan *
random_plan_new (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PLAN, strlen (PLAN));
  g_autoptr (GError) error = NULL;
  StrataPlan *plan = strata_plan_file_parse (bytes, "random", &error);

  g_assert_no_error (error);
  return plan;
}

StrataEdit *
random_edit_new (GRand      *rand,
                 StrataPlan *plan)
{
  StrataEdit *edit = strata_edit_new (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  guint n_operations = g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n_operations; i++)
    add_operation (edit, rand, plan);
  return edit;
}
