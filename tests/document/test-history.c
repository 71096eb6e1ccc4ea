/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of undo and redo, as tables of commands.
 */

#include "config.h"

#include "document/strata-history.h"

/* A small letter is an edit that gives the plan this title. A capital is one
 * with a key, Y and Z with another key than the rest. `,` lets half a second
 * pass, `;` a microsecond more; `<` undoes, `>` redoes, `|` seals. */
static const struct
{
  const char *commands;
  const char *title;
  const char *undo;
  const char *redo;
  guint       n_steps;
} rows[] = {
  { "", "start", NULL, NULL, 0 },
  { "<>", "start", NULL, NULL, 0 },
  { "a", "a", "a", NULL, 1 },
  { "ab", "b", "b", NULL, 2 },
  { "ab<", "a", "a", "b", 1 },
  { "ab<<", "start", NULL, "a", 0 },
  { "ab<<<", "start", NULL, "a", 0 },
  { "ab<<>", "a", "a", "b", 1 },
  { "ab<<>>>", "b", "b", NULL, 2 },
  { "ab<c", "c", "c", NULL, 2 },
  { "ab<c>", "c", "c", NULL, 2 },
  { "abc<<d<", "a", "a", "d", 1 },
  /* One after the other with the same key: one step with the last name. */
  { "AB", "b", "b", NULL, 1 },
  { "AB<", "start", NULL, "b", 0 },
  { "AB<>", "b", "b", NULL, 1 },
  { "A,B", "b", "b", NULL, 1 },
  { "A,B,C,D", "d", "d", NULL, 1 },
  { "A;B", "b", "b", NULL, 2 },
  { "A;B<", "a", "a", "b", 1 },
  /* Another key, no key, or something in between. */
  { "AY", "y", "y", NULL, 2 },
  { "AYZ", "z", "z", NULL, 2 },
  { "Ab", "b", "b", NULL, 2 },
  { "aB", "b", "b", NULL, 2 },
  { "AbC", "c", "c", NULL, 3 },
  { "A|B", "b", "b", NULL, 2 },
  { "A<>B", "b", "b", NULL, 2 },
  { "aB<C", "c", "c", NULL, 2 },
  { "AcB<D", "d", "d", NULL, 3 },
  { "|<>|", "start", NULL, NULL, 0 },
};

typedef struct
{
  StrataHistory *history;
  StrataPlan    *plan;
  gint64         now;
} Play;

static void
set_plan (Play       *play,
          StrataPlan *plan)
{
  if (plan == NULL)
    return;

  strata_plan_ref (plan);
  strata_plan_unref (play->plan);
  play->plan = plan;
}

static void
push (Play *play,
      char  letter)
{
  const char *key = g_ascii_islower (letter) ? NULL : (letter >= 'Y' ? "key" : "other key");
  const char title[] = { g_ascii_tolower (letter), '\0' };
  g_autoptr (StrataPlan) plan = strata_plan_new_empty (title);

  strata_history_push (play->history, play->plan, plan, title, key, play->now);
  set_plan (play, plan);
}

static void
run (Play *play,
     char  command)
{
  switch (command)
    {
    case '<':
      set_plan (play, strata_history_undo (play->history));
      break;
    case '>':
      set_plan (play, strata_history_redo (play->history));
      break;
    case '|':
      strata_history_seal (play->history);
      break;
    case ',':
      play->now += STRATA_HISTORY_PAUSE;
      break;
    case ';':
      play->now += STRATA_HISTORY_PAUSE + 1;
      break;
    default:
      push (play, command);
    }
}

static guint
undo_all (Play *play)
{
  guint n_steps = 0;
  StrataPlan *plan;

  while ((plan = strata_history_undo (play->history)) != NULL)
    {
      set_plan (play, plan);
      n_steps++;
    }

  return n_steps;
}

static void
redo_all (Play *play)
{
  StrataPlan *plan;

  while ((plan = strata_history_redo (play->history)) != NULL)
    set_plan (play, plan);
}

static void
test_commands (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataHistory) history = strata_history_new ();
      g_autoptr (StrataPlan) start = strata_plan_new_empty ("start");
      Play play = { .history = history, .plan = strata_plan_ref (start) };

      g_test_message ("%s", rows[i].commands);
      for (const char *command = rows[i].commands; *command != '\0'; command++)
        run (&play, *command);

      g_assert_cmpstr (strata_plan_get_title (play.plan), ==, rows[i].title);
      g_assert_cmpstr (strata_history_get_undo_name (history), ==, rows[i].undo);
      g_assert_cmpstr (strata_history_get_redo_name (history), ==, rows[i].redo);
      g_assert_cmpuint (undo_all (&play), ==, rows[i].n_steps);
      g_assert_true (play.plan == start);
      strata_plan_unref (play.plan);
    }
}

static void
test_no_limit (void)
{
  g_autoptr (StrataHistory) history = strata_history_new ();
  g_autoptr (StrataPlan) start = strata_plan_new_empty ("start");
  Play play = { .history = history, .plan = strata_plan_ref (start) };
  StrataPlan *end;

  for (guint i = 0; i < 5000; i++)
    push (&play, 'a');
  end = play.plan;

  g_assert_cmpuint (undo_all (&play), ==, 5000);
  g_assert_true (play.plan == start);
  redo_all (&play);
  g_assert_true (play.plan == end);
  strata_plan_unref (play.plan);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/history/commands", test_commands);
  g_test_add_func ("/document/history/no-limit", test_no_limit);

  return g_test_run ();
}
