/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be cut: the cheapest stack that does all that is done today.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cut.h"

#include "strata-cut-problem-private.h"

/* While the answer is written down: who of those that stay has and uses each
 * capability. */
typedef struct
{
  StrataCutProblem *problem;
  StrataStack      *stack;
  StrataCut        *cut;
  GArray          **users;    /* capability → positions, ascending */
  guint            *n_havers; /* by capability */
  guint             n_in_role[STRATA_N_ROLES];
  StrataRoles       asked;
} Answer;

G_DEFINE_BOXED_TYPE (StrataCut, strata_cut, strata_cut_ref, strata_cut_unref)

static gboolean
stays (const Answer *answer,
       guint         placement)
{
  return strata_item_is_lasting (&answer->stack->items[placement])
         && strata_cut_problem_keeps (answer->problem, answer->problem->of_placement[placement]);
}

static void
count_placement (Answer *answer,
                 guint   placement)
{
  const StrataItem *item = &answer->stack->items[placement];

  for (guint role = 0; role < STRATA_N_ROLES; role++)
    answer->n_in_role[role] += (item->roles & STRATA_ROLE_BIT (role)) != 0;
  for (guint i = 0; i < item->n_holdings; i++)
    {
      const StrataHolding *holding = &item->holdings[i];

      if (!strata_cut_problem_has (answer->problem, placement, holding))
        continue;
      answer->n_havers[holding->capability]++;
      if (holding->used)
        g_array_append_val (answer->users[holding->capability], placement);
    }
}

static void
answer_init (Answer           *answer,
             StrataCutProblem *problem,
             StrataCut        *cut)
{
  StrataStack *stack = problem->stack;

  *answer = (Answer) { .problem = problem, .stack = stack, .cut = cut, .asked = strata_stack_get_asked_roles (stack) };
  answer->users = strata_arena_new_array (stack->arena, GArray *, stack->n_abilities);
  answer->n_havers = strata_arena_new_array (stack->arena, guint, stack->n_abilities);
  for (guint i = 0; i < stack->n_abilities; i++)
    answer->users[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < stack->n_items; i++)
    {
      if (stays (answer, i))
        count_placement (answer, i);
    }
}

static void
answer_clear (Answer *answer)
{
  for (guint i = 0; i < answer->stack->n_abilities; i++)
    g_array_unref (answer->users[i]);
}

static const char * const *
keep_ids (Answer    *answer,
          GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);

  return strata_arena_copy (answer->cut->arena, ids->pdata, ids->len * sizeof (char *));
}

/* Whether a part takes the capability away from the placement. */
static gboolean
takes (const Answer        *answer,
       const StrataCutPart *part,
       guint                module,
       const StrataHolding *holding)
{
  if (part->module == NULL)
    return TRUE;

  return strata_cut_problem_brings (answer->problem, part->placement, module, holding->capability)
         && !strata_cut_problem_has (answer->problem, part->placement, holding);
}

static void
add_heirs (const Answer *answer,
           GHashTable   *heirs,
           guint         capability)
{
  const GArray *users = answer->users[capability];

  for (guint i = 0; i < users->len; i++)
    g_hash_table_add (heirs, GUINT_TO_POINTER (g_array_index (users, guint, i)));
}

static void
keep_heirs (Answer        *answer,
            StrataCutPart *part,
            GHashTable    *heirs)
{
  guint *positions = strata_arena_new_array (answer->cut->arena, guint, g_hash_table_size (heirs));

  for (guint i = 0; i < answer->stack->n_items; i++)
    {
      if (g_hash_table_contains (heirs, GUINT_TO_POINTER (i)))
        positions[part->n_heirs++] = i;
    }
  part->heirs = positions;
}

/* What goes with a part, and who goes on with it. */
static void
explain_part (Answer        *answer,
              StrataCutPart *part,
              guint          module)
{
  const StrataItem *item = &answer->stack->items[part->placement];
  g_autoptr (GHashTable) heirs = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();

  for (guint i = 0; i < item->n_holdings; i++)
    {
      const StrataHolding *holding = &item->holdings[i];

      if (!takes (answer, part, module, holding))
        continue;
      if (holding->used)
        add_heirs (answer, heirs, holding->capability);
      if (answer->n_havers[holding->capability] == 0)
        g_ptr_array_add (lost, (gpointer) answer->stack->abilities[holding->capability].id);
    }
  part->lost = keep_ids (answer, lost);
  keep_heirs (answer, part, heirs);
}

static StrataCutPart
make_part (const Answer          *answer,
           const StrataCutOption *option)
{
  StrataPlacement *placement = answer->stack->items[option->placement].placement;

  if (option->module == STRATA_CUT_NO_MODULE)
    return (StrataCutPart) { option->placement, NULL, placement->monthly_cost };

  return (StrataCutPart) { option->placement, placement->modules[option->module], placement->module_costs[option->module] };
}

/* Nobody drops a module of what is cut. */
static gboolean
is_part (const Answer          *answer,
         guint                  number,
         const StrataCutOption *option)
{
  return !strata_cut_problem_keeps (answer->problem, number)
         && (option->module == STRATA_CUT_NO_MODULE || stays (answer, option->placement));
}

static void
add_saving (StrataCut           *cut,
            const StrataCutPart *part)
{
  if (part->saving != STRATA_MONEY_UNKNOWN
      && __builtin_add_overflow (cut->saving, part->saving, &cut->saving))
    cut->saving = G_MAXINT64;
}

static void
list_parts (Answer *answer)
{
  const GArray *options = answer->problem->options;
  StrataCutPart *parts = strata_arena_new_array (answer->cut->arena, StrataCutPart, options->len);

  for (guint i = 0; i < options->len; i++)
    {
      const StrataCutOption *option = &g_array_index (options, StrataCutOption, i);
      StrataCutPart *part = &parts[answer->cut->n_parts];

      if (!is_part (answer, i, option))
        continue;
      *part = make_part (answer, option);
      explain_part (answer, part, option->module);
      add_saving (answer->cut, part);
      answer->cut->n_parts++;
    }
  answer->cut->parts = parts;
}

static const char * const *
list_alone (Answer *answer,
            guint   placement)
{
  const StrataItem *item = &answer->stack->items[placement];
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  for (guint i = 0; i < item->n_holdings; i++)
    {
      const StrataHolding *holding = &item->holdings[i];
      const GArray *users = answer->users[holding->capability];

      if (users->len == 1 && g_array_index (users, guint, 0) == placement)
        g_ptr_array_add (alone, (gpointer) answer->stack->abilities[holding->capability].id);
    }

  return keep_ids (answer, alone);
}

static StrataRoles
list_last_roles (const Answer *answer,
                 guint         placement)
{
  StrataRoles roles = answer->stack->items[placement].roles & answer->asked;

  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      if (answer->n_in_role[role] > 1)
        roles &= ~STRATA_ROLE_BIT (role);
    }

  return roles;
}

static gboolean
is_pinned (const StrataCutPin *pins,
           guint               n_pins,
           guint               placement)
{
  for (guint i = 0; i < n_pins; i++)
    {
      if (pins[i].capability == NULL && pins[i].placement == placement)
        return TRUE;
    }

  return FALSE;
}

static void
list_stays (Answer             *answer,
            const StrataCutPin *pins,
            guint               n_pins)
{
  StrataCutStay *list = strata_arena_new_array (answer->cut->arena, StrataCutStay, answer->stack->n_items);

  for (guint i = 0; i < answer->stack->n_items; i++)
    {
      if (stays (answer, i))
        list[answer->cut->n_stays++] = (StrataCutStay) {
          i, list_alone (answer, i), list_last_roles (answer, i), is_pinned (pins, n_pins, i)
        };
    }
  answer->cut->stays = list;
}

static void
list_unknown (Answer *answer)
{
  guint *unknown = strata_arena_new_array (answer->cut->arena, guint, answer->stack->n_items);

  for (guint i = 0; i < answer->stack->n_items; i++)
    {
      const StrataItem *item = &answer->stack->items[i];

      if (strata_item_is_lasting (item) && item->placement->monthly_cost == STRATA_MONEY_UNKNOWN)
        unknown[answer->cut->n_unknown++] = i;
    }
  answer->cut->unknown = unknown;
}

/**
 * strata_cut_new:
 * @assessment: of the plan as it is
 * @catalog: where tools and capabilities are looked up
 * @pins: (nullable) (array length=n_pins): what has to stay
 * @n_pins: number of pins
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): ends the search
 * @error: return location for an error
 *
 * Works out the cheapest choice of lasting placements and of the modules that
 * they have bought that still uses every capability which they use now,
 * whatever its class: `cuts` of plan-format.md. Pure, and the same every time;
 * it may run in any thread. How that is read:
 *
 * - What is used is decision-model.md, section 6: with `uses`, what is listed.
 *   Who owns a capability was settled by the room: nobody else takes it over,
 *   so an owner that uses what it owns stays.
 * - A module takes away what its placement has in no other way that is kept.
 *   One that brings nothing that is used can go, as can a placement that is
 *   used for nothing.
 * - A placement saves its `monthly_cost`, and then none of its modules saves
 *   anything more. A module of one that stays saves its cost, even where that
 *   is more than what its placement is said to cost. What is unknown counts 0.
 * - Of each role that a settled decision asks for one placement stays, if one
 *   is there. Where `data_layer` is `hybrid` and a `cdp` has `profile-store`
 *   by a module, one `cdp` goes on having it, with the module if it is that
 *   one; `warehouse` likewise.
 * - Of equals the one that keeps the fewest placements, then the fewest
 *   modules; then, going through the plan, the one that keeps the earlier
 *   placement where two choices first differ, and then the earlier module.
 *
 * Returns: (transfer full): the answer, proven; %NULL with
 *   %G_IO_ERROR_CANCELLED, or where nothing could be proven
 */
StrataCut *
strata_cut_new (StrataAssessment    *assessment,
                StrataCatalog       *catalog,
                const StrataCutPin  *pins,
                guint                n_pins,
                StrataCutProgress    progress,
                gpointer             data,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr (StrataCutProblem) problem = NULL;
  StrataCut *self = NULL;
  Answer answer;

  g_return_val_if_fail (assessment != NULL && catalog != NULL, NULL);
  g_return_val_if_fail (pins != NULL || n_pins == 0, NULL);

  problem = strata_cut_problem_new (assessment, catalog, pins, n_pins);
  if (!strata_cover_solve (problem->cover, progress, data, cancellable, error))
    return NULL;
  self = g_new0 (StrataCut, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->arena = strata_arena_new ();
  self->now = strata_assessment_ref (assessment);
  answer_init (&answer, problem, self);
  list_stays (&answer, pins, n_pins);
  list_parts (&answer);
  list_unknown (&answer);
  answer_clear (&answer);

  return self;
}

/**
 * strata_cut_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataCut *
strata_cut_ref (StrataCut *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_cut_unref:
 * @self: (transfer full): an answer
 *
 * Gives a reference back.
 */
void
strata_cut_unref (StrataCut *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  strata_assessment_unref (self->now);
  strata_arena_free (self->arena);
  g_free (self);
}
