/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be cut, as a covering problem.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cut-problem-private.h"

static gint64
get_cost (gint64 cents)
{
  return cents != STRATA_MONEY_UNKNOWN ? cents : 0;
}

static gboolean
is_first_of_its_name (const char * const *modules,
                      guint               module)
{
  for (guint i = 0; i < module; i++)
    {
      if (g_str_equal (modules[i], modules[module]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_lasting (StrataCutProblem *problem,
            guint             placement)
{
  return strata_item_is_lasting (&problem->stack->items[placement]);
}

/* A placement's cost includes its modules. What is kept of it costs what is
 * left without them, and each module that is kept with it what it costs; a
 * module without a known cost costs nothing of its own. Money of a hostile
 * plan may be more than a number holds. */
static gint64
weigh_without_modules (const StrataPlacement *placement)
{
  gint64 weight = get_cost (placement->monthly_cost);

  for (guint i = 0; placement->modules[i] != NULL; i++)
    {
      if (is_first_of_its_name (placement->modules, i)
          && __builtin_sub_overflow (weight, get_cost (placement->module_costs[i]), &weight))
        return G_MININT64;
    }

  return weight;
}

static void
add_option (StrataCutProblem *problem,
            guint             placement,
            guint             module,
            gint64            weight,
            guint             base)
{
  StrataCutOption option = { placement, module };

  g_array_append_val (problem->options, option);
  strata_cover_add_option (problem->cover, weight, base);
}

static void
add_placements (StrataCutProblem *problem)
{
  const StrataStack *stack = problem->stack;

  for (guint i = 0; i < stack->n_items; i++)
    {
      problem->of_placement[i] = problem->options->len;
      if (is_lasting (problem, i))
        add_option (problem, i, STRATA_CUT_NO_MODULE, weigh_without_modules (stack->items[i].placement),
                    STRATA_COVER_NO_BASE);
    }
}

static void
add_modules (StrataCutProblem *problem)
{
  const StrataStack *stack = problem->stack;

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataPlacement *placement = stack->items[i].placement;

      problem->of_modules[i] = problem->options->len;
      for (guint j = 0; is_lasting (problem, i) && placement->modules[j] != NULL; j++)
        {
          if (is_first_of_its_name (placement->modules, j))
            add_option (problem, i, j, get_cost (placement->module_costs[j]), problem->of_placement[i]);
        }
    }
}

static gboolean
is_module_of (StrataCutProblem *problem,
              guint             option,
              guint             placement)
{
  return option < problem->options->len
         && g_array_index (problem->options, StrataCutOption, option).placement == placement;
}

/* What has to be kept for a placement to have what it has today: it, or any
 * of the modules that bring the capability. */
static void
add_sources (StrataCutProblem    *problem,
             guint                placement,
             const StrataHolding *holding,
             GArray              *sources)
{
  if (!holding->bought)
    {
      g_array_append_val (sources, problem->of_placement[placement]);
      return;
    }
  for (guint i = problem->of_modules[placement]; is_module_of (problem, i, placement); i++)
    {
      guint module = g_array_index (problem->options, StrataCutOption, i).module;

      if (strata_cut_problem_brings (problem, placement, module, holding->capability))
        g_array_append_val (sources, i);
    }
}

/* Something that nothing that lasts meets today need not be met. */
static void
add_need (StrataCutProblem *problem,
          GArray           *options)
{
  if (options->len > 0)
    strata_cover_add_need (problem->cover, options);
  else
    g_array_unref (options);
}

static void
add_need_of (StrataCutProblem *problem,
             guint             option)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (options, option);
  add_need (problem, options);
}

/* One of those that use a capability today, or have it, has to stay so. */
static void
need_capability (StrataCutProblem *problem,
                 guint             capability,
                 StrataPositions   placements)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < placements.n; i++)
    {
      guint placement = placements.at[i];

      if (is_lasting (problem, placement))
        add_sources (problem, placement, strata_item_find (&problem->stack->items[placement], capability), options);
    }
  add_need (problem, options);
}

static gboolean
lasts_in_role (StrataCutProblem *problem,
               guint             placement,
               guint             role)
{
  return is_lasting (problem, placement) && (problem->stack->items[placement].roles & STRATA_ROLE_BIT (role)) != 0;
}

static void
need_role (StrataCutProblem *problem,
           guint             role)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < problem->stack->n_items; i++)
    {
      if (lasts_in_role (problem, i, role))
        g_array_append_val (options, problem->of_placement[i]);
    }
  add_need (problem, options);
}

/* Where the role's profile store was bought with a module, one that has it
 * stays, with the module if it is that one. */
static void
need_bought_store (StrataCutProblem *problem,
                   guint             role)
{
  const StrataStack *stack = problem->stack;
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean bought = FALSE;

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataHolding *store = strata_item_find (&stack->items[i], stack->known[STRATA_KNOWN_PROFILE_STORE]);

      if (store == NULL || !lasts_in_role (problem, i, role))
        continue;
      bought |= store->bought;
      add_sources (problem, i, store, options);
    }
  if (bought)
    add_need (problem, options);
  else
    g_array_unref (options);
}

static void
need_roles (StrataCutProblem *problem)
{
  gboolean is_hybrid = strata_stack_decides (problem->stack, STRATA_DECISION_DATA_LAYER, "hybrid");
  StrataRoles asked = strata_stack_get_asked_roles (problem->stack);

  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      if (asked & STRATA_ROLE_BIT (role))
        need_role (problem, role);
      if (is_hybrid && (STRATA_ROLES_STORE & STRATA_ROLE_BIT (role)) != 0)
        need_bought_store (problem, role);
    }
}

static void
need_pinned_capability (StrataCutProblem *problem,
                        const char       *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (problem->stack->ability_numbers, id));

  if (number != 0)
    need_capability (problem, number - 1, problem->stack->abilities[number - 1].havers);
}

static void
need_pinned_module (StrataCutProblem *problem,
                    guint             placement,
                    const char       *module)
{
  const char * const *modules = problem->stack->items[placement].placement->modules;

  for (guint i = problem->of_modules[placement]; is_module_of (problem, i, placement); i++)
    {
      if (g_str_equal (modules[g_array_index (problem->options, StrataCutOption, i).module], module))
        add_need_of (problem, i);
    }
}

static void
need_pinned (StrataCutProblem   *problem,
             const StrataCutPin *pin)
{
  if (pin->capability != NULL)
    need_pinned_capability (problem, pin->capability);
  else if (!is_lasting (problem, pin->placement))
    return;
  else if (pin->module != NULL)
    need_pinned_module (problem, pin->placement, pin->module);
  else
    add_need_of (problem, problem->of_placement[pin->placement]);
}

/**
 * strata_cut_problem_new:
 * @assessment: of the plan as it is
 * @catalog: where tools and capabilities are looked up
 * @pins: (nullable) (array length=n_pins): what has to stay
 * @n_pins: number of pins
 *
 * Returns: (transfer full): what is to be solved
 */
StrataCutProblem *
strata_cut_problem_new (StrataAssessment   *assessment,
                        StrataCatalog      *catalog,
                        const StrataCutPin *pins,
                        guint               n_pins)
{
  StrataCutProblem *self = g_new0 (StrataCutProblem, 1);
  StrataStack *stack;

  self->stack = stack = strata_stack_new (strata_assessment_get_plan (assessment),
                                          strata_assessment_get_scenario (assessment), catalog,
                                          strata_assessment_get_decisions (assessment));
  self->cover = strata_cover_new ();
  self->options = g_array_new (FALSE, FALSE, sizeof (StrataCutOption));
  self->of_placement = strata_arena_new_array (stack->arena, guint, stack->n_items);
  self->of_modules = strata_arena_new_array (stack->arena, guint, stack->n_items);
  add_placements (self);
  add_modules (self);
  for (guint i = 0; i < stack->n_abilities; i++)
    need_capability (self, i, stack->abilities[i].users);
  need_roles (self);
  for (guint i = 0; i < n_pins; i++)
    need_pinned (self, &pins[i]);

  return self;
}

/**
 * strata_cut_problem_free:
 * @self: (transfer full): a problem
 *
 * Frees it.
 */
void
strata_cut_problem_free (StrataCutProblem *self)
{
  strata_cover_free (self->cover);
  strata_stack_free (self->stack);
  g_array_unref (self->options);
  g_free (self);
}

/**
 * strata_cut_problem_brings:
 * @self: a problem
 * @placement: the position of a placement
 * @module: a place in its modules
 * @capability: the number of a capability
 *
 * Returns: whether the tool offers the capability with that module
 */
gboolean
strata_cut_problem_brings (StrataCutProblem *self,
                           guint             placement,
                           guint             module,
                           guint             capability)
{
  const StrataItem *item = &self->stack->items[placement];
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->stack->module_numbers, item->placement->modules[module]));

  for (guint i = 0; number != 0 && i < item->kit->n_offers; i++)
    {
      if (item->kit->offers[i].capability == capability && item->kit->offers[i].module == number)
        return TRUE;
    }

  return FALSE;
}

/**
 * strata_cut_problem_keeps:
 * @self: a solved problem
 * @option: the number of an option
 *
 * Returns: whether it is kept
 */
gboolean
strata_cut_problem_keeps (StrataCutProblem *self,
                          guint             option)
{
  return strata_cover_get_option (self->cover, option)->fate == STRATA_FATE_KEPT;
}

/**
 * strata_cut_problem_has:
 * @self: a solved problem
 * @placement: the position of a lasting placement
 * @holding: a capability that it has today
 *
 * Returns: whether it has it still
 */
gboolean
strata_cut_problem_has (StrataCutProblem    *self,
                        guint                placement,
                        const StrataHolding *holding)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint));

  add_sources (self, placement, holding, sources);
  for (guint i = 0; i < sources->len; i++)
    {
      if (strata_cut_problem_keeps (self, g_array_index (sources, guint, i)))
        return TRUE;
    }

  return FALSE;
}
