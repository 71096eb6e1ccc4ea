/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is done in whatever order, undo leads back to the byte.
 */

#include "config.h"

#include "fixture.h"

#define N_ROUNDS 20
#define N_STEPS 60

typedef struct
{
  StrataCatalog   *catalog;
  StrataDocument  *document;
  StrataWorkspace *workspace;
  StrataPlan      *clipboard; /* or NULL */
  GPtrArray       *states;    /* GBytes: the plan after each step that is not undone */
  guint            state;     /* which of them the plan is now */
} Round;

static GBytes *
get_bytes (Round *round)
{
  return strata_plan_file_to_bytes (strata_workspace_get_plan (round->workspace));
}

/* Placements of the scenario shown, one or a few; NULL when it has none. */
static GStrv
pick_placements (Round *round)
{
  StrataScenario *scenario = strata_workspace_get_scenario (round->workspace);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (scenario->n_placements == 0)
    return NULL;

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        g_strv_builder_add (builder, scenario->placements[i]->id);
    }
  g_strv_builder_add (builder, scenario->placements[0]->id);

  return g_strv_builder_end (builder);
}

static StrataLayer
pick_layer (void)
{
  return (StrataLayer) g_test_rand_int_range (0, STRATA_N_LAYERS);
}

static void
place (Round *round)
{
  const char *tools[] = { "segment", "hubspot", "n8n", "house" };

  g_assert_true (strata_workspace_place (round->workspace, tools[g_test_rand_int_range (0, G_N_ELEMENTS (tools))],
                                         pick_layer (), (guint) g_test_rand_int_range (0, 5), NULL, NULL));
}

static void
move (Round *round)
{
  g_auto (GStrv) ids = pick_placements (round);

  if (ids != NULL)
    g_assert_true (strata_workspace_move (round->workspace, (const char * const *) ids,
                                          pick_layer (), (guint) g_test_rand_int_range (0, 5), NULL));
}

static void
remove_some (Round *round)
{
  g_auto (GStrv) ids = pick_placements (round);

  if (ids != NULL)
    g_assert_true (strata_workspace_remove (round->workspace, (const char * const *) ids, NULL));
}

static void
copy (Round *round)
{
  g_auto (GStrv) ids = pick_placements (round);

  if (ids == NULL)
    return;
  g_clear_pointer (&round->clipboard, strata_plan_unref);
  round->clipboard = strata_workspace_copy (round->workspace, (const char * const *) ids, NULL);
}

static void
paste (Round *round)
{
  if (round->clipboard != NULL)
    g_assert_true (strata_workspace_paste (round->workspace, round->clipboard, g_test_rand_int_range (-1, STRATA_N_LAYERS),
                                           (guint) g_test_rand_int_range (0, 5), NULL, NULL, NULL));
}

static void
duplicate (Round *round)
{
  g_auto (GStrv) ids = pick_placements (round);

  if (ids != NULL)
    g_assert_true (strata_workspace_duplicate (round->workspace, (const char * const *) ids, NULL, NULL));
}

static void
set_prerequisite (Round *round)
{
  g_assert_true (strata_workspace_set_prerequisite (round->workspace,
                                                    (StrataFactId) g_test_rand_int_range (STRATA_FACT_EVENT_SCHEMA, STRATA_FACT_MEASUREMENT + 1),
                                                    (StrataPrerequisite) g_test_rand_int_range (STRATA_PREREQUISITE_MISSING, STRATA_PREREQUISITE_IN_PLACE + 1),
                                                    NULL));
}

static void
add_scenario (Round *round)
{
  if (g_test_rand_bit ())
    g_assert_true (strata_workspace_add_scenario (round->workspace, NULL));
  else
    g_assert_true (strata_workspace_duplicate_scenario (round->workspace, NULL));
}

static void
rename_scenario (Round *round)
{
  g_autofree char *title = g_strdup_printf ("Title %d", g_test_rand_int_range (0, 4));

  g_assert_true (strata_workspace_rename_scenario (round->workspace, title, NULL));
}

static void
move_scenario (Round *round)
{
  g_assert_true (strata_workspace_move_scenario (round->workspace, g_test_rand_bit (), NULL));
}

static void
remove_scenario (Round *round)
{
  if (strata_plan_get_n_scenarios (strata_workspace_get_plan (round->workspace)) > 1)
    g_assert_true (strata_workspace_remove_scenario (round->workspace, NULL));
}

static void
show_another (Round *round)
{
  strata_workspace_step_scenario (round->workspace, g_test_rand_bit ());
}

static void (* const acts[]) (Round *round) = {
  place, move, remove_some, copy, paste, duplicate, set_prerequisite,
  add_scenario, rename_scenario, move_scenario, remove_scenario, show_another,
};

/* One act is one step, or none when it changed nothing. */
static void
act (Round *round)
{
  StrataPlan *before = strata_workspace_get_plan (round->workspace);

  acts[g_test_rand_int_range (0, G_N_ELEMENTS (acts))] (round);
  if (strata_workspace_get_plan (round->workspace) == before)
    return;
  g_ptr_array_set_size (round->states, (int) ++round->state);
  g_ptr_array_add (round->states, get_bytes (round));
}

static void
travel (Round    *round,
        gboolean  back)
{
  g_autoptr (GBytes) bytes = NULL;

  if (back && strata_document_can_undo (round->document))
    {
      strata_workspace_undo (round->workspace);
      round->state--;
    }
  else if (!back && strata_document_can_redo (round->document))
    {
      strata_workspace_redo (round->workspace);
      round->state++;
    }
  bytes = get_bytes (round);
  g_assert_true (g_bytes_equal (bytes, g_ptr_array_index (round->states, round->state)));
}

static void
go_to_both_ends (Round *round)
{
  while (strata_document_can_undo (round->document))
    travel (round, TRUE);
  g_assert_cmpuint (round->state, ==, 0);
  g_assert_false (strata_document_get_modified (round->document));
  while (strata_document_can_redo (round->document))
    travel (round, FALSE);
  g_assert_cmpuint (round->state, ==, round->states->len - 1);
}

static void
open_round (Round *round)
{
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);

  round->catalog = make_catalog ();
  round->document = strata_document_new (plan);
  round->workspace = make_workspace (round->catalog, round->document);
  round->clipboard = NULL;
  round->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  round->state = 0;
  g_ptr_array_add (round->states, get_bytes (round));
}

static void
close_round (Round *round)
{
  g_assert_finalize_object (round->workspace);
  g_assert_finalize_object (round->document);
  g_clear_pointer (&round->clipboard, strata_plan_unref);
  g_ptr_array_unref (round->states);
  strata_catalog_unref (round->catalog);
}

static void
test_random (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Round round;

      open_round (&round);
      for (guint step = 0; step < N_STEPS; step++)
        {
          if (g_test_rand_int_range (0, 4) == 0)
            travel (&round, g_test_rand_bit ());
          else
            act (&round);
          if (g_test_rand_int_range (0, 8) == 0)
            strata_workspace_settle (round.workspace);
        }
      go_to_both_ends (&round);
      close_round (&round);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/undo/random", test_random);

  return g_test_run ();
}
