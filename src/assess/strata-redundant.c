/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of overlap/: tools and modules that nobody would miss.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-judge-private.h"

/* Something that may be cut: a placement, or one of its modules. */
typedef struct
{
  guint  item;
  guint  module; /* its place in `modules`; of no meaning for a placement */
  gint64 saving; /* or STRATA_MONEY_UNKNOWN */
} Candidate;

/* What is left while the dearest are cut, one after the other. */
typedef struct
{
  StrataStack *stack;
  guint       *n_users;                 /* lasting ones, by capability */
  guint        n_in_role[STRATA_N_ROLES]; /* lasting ones */
  StrataRoles  asked;                   /* by settled decisions */
  gboolean    *is_cut;                  /* by placement */
} Cutting;

/* The dearest first; of equals the later placement, then the later module. */
static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  gint64 one_saving = MAX (one->saving, 0);
  gint64 other_saving = MAX (other->saving, 0);

  if (one_saving != other_saving)
    return one_saving > other_saving ? -1 : 1;
  if (one->item != other->item)
    return one->item > other->item ? -1 : 1;
  return (one->module < other->module) - (one->module > other->module);
}

static void
count_roles (Cutting          *cutting,
             const StrataItem *item,
             int               change)
{
  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      if (item->roles & STRATA_ROLE_BIT (role))
        cutting->n_in_role[role] += change;
    }
}

static void
count_uses (Cutting          *cutting,
            const StrataItem *item,
            int               change)
{
  for (guint i = 0; i < item->n_holdings; i++)
    {
      if (item->holdings[i].used)
        cutting->n_users[item->holdings[i].capability] += change;
    }
}

static void
begin_cutting (Cutting     *cutting,
               StrataStack *stack)
{
  *cutting = (Cutting) { .stack = stack };
  cutting->n_users = strata_arena_new_array (stack->arena, guint, stack->n_abilities);
  cutting->is_cut = strata_arena_new_array (stack->arena, gboolean, stack->n_items);
  cutting->asked = strata_stack_get_asked_roles (stack);
  for (guint i = 0; i < stack->n_items; i++)
    {
      if (!strata_item_is_lasting (&stack->items[i]))
        continue;
      count_roles (cutting, &stack->items[i], 1);
      count_uses (cutting, &stack->items[i], 1);
    }
}

static gboolean
counts (const StrataStack *stack,
        guint              capability)
{
  return stack->abilities[capability].ownership != STRATA_OWNERSHIP_SHARED;
}

/* Whether others use all that it uses, and that is anything that counts. */
static gboolean
is_replaced (const Cutting    *cutting,
             const StrataItem *item)
{
  gboolean any = FALSE;

  for (guint i = 0; i < item->n_holdings; i++)
    {
      const StrataHolding *holding = &item->holdings[i];

      if (!holding->used)
        continue;
      if (cutting->n_users[holding->capability] < 2)
        return FALSE;
      any |= counts (cutting->stack, holding->capability);
    }
  return any;
}

static gboolean
is_last_asked_for (const Cutting    *cutting,
                   const StrataItem *item)
{
  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      if ((item->roles & cutting->asked & STRATA_ROLE_BIT (role)) && cutting->n_in_role[role] == 1)
        return TRUE;
    }
  return FALSE;
}

static GArray *
list_tools (const StrataStack *stack)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < stack->n_items; i++)
    {
      Candidate candidate = { i, 0, stack->items[i].placement->monthly_cost };

      if (strata_item_is_lasting (&stack->items[i]))
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* Cuts what can be cut; returns the cuts in order. decision-model.md,
 * section 6: greedily, the dearest first, each before the next is judged. */
static GArray *
cut_tools (Cutting *cutting)
{
  g_autoptr (GArray) candidates = list_tools (cutting->stack);
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < candidates->len; i++)
    {
      Candidate candidate = g_array_index (candidates, Candidate, i);
      const StrataItem *item = &cutting->stack->items[candidate.item];

      if (!is_replaced (cutting, item) || is_last_asked_for (cutting, item))
        continue;
      cutting->is_cut[candidate.item] = TRUE;
      count_roles (cutting, item, -1);
      count_uses (cutting, item, -1);
      g_array_append_val (cuts, candidate);
    }
  return cuts;
}

static void
set_saving (StrataFinding *finding,
            gint64         saving)
{
  if (saving != STRATA_MONEY_UNKNOWN)
    finding->saving = saving;
}

static void
check_tool (StrataJudge *judge,
            const char  *code)
{
  g_autoptr (GArray) cuts = NULL;
  Cutting cutting;

  begin_cutting (&cutting, judge->stack);
  cuts = cut_tools (&cutting);
  for (guint i = 0; i < cuts->len; i++)
    {
      const Candidate *cut = &g_array_index (cuts, Candidate, i);
      StrataFinding *finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_WARNING, cut->item);

      set_saving (finding, cut->saving);
      strata_judge_say (judge, finding, _("%s can go: others do everything that it is used for."),
                        strata_judge_name (judge, cut->item));
    }
}

static guint
module_number (const StrataStack *stack,
               const char        *module)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (stack->module_numbers, module));
}

/* Whether the placement has the capability in another way than by `module`:
 * in every plan, or by a module that has not been dropped. */
static gboolean
has_otherwise (const StrataStack *stack,
               const Candidate   *candidate,
               const gboolean    *is_dropped,
               guint              capability)
{
  const StrataItem *item = &stack->items[candidate->item];
  const StrataKit *kit = item->kit;

  for (guint i = 0; i < kit->n_offers; i++)
    {
      if (kit->offers[i].capability != capability)
        continue;
      if (kit->offers[i].module == 0)
        return TRUE;
      for (guint j = 0; item->placement->modules[j] != NULL; j++)
        {
          if (j != candidate->module && !is_dropped[j]
              && module_number (stack, item->placement->modules[j]) == kit->offers[i].module)
            return TRUE;
        }
    }
  return FALSE;
}

/* What the placement has by this module alone. */
static StrataPositions
list_own (StrataStack     *stack,
          const Candidate *candidate,
          const gboolean  *is_dropped)
{
  const StrataItem *item = &stack->items[candidate->item];
  guint number = module_number (stack, item->placement->modules[candidate->module]);
  StrataPositions own = { strata_arena_new_array (stack->arena, guint, item->kit->n_offers), 0 };

  for (guint i = 0; number != 0 && i < item->kit->n_offers; i++)
    {
      guint capability = item->kit->offers[i].capability;

      if (item->kit->offers[i].module != number || (own.n > 0 && own.at[own.n - 1] == capability))
        continue;
      if (!has_otherwise (stack, candidate, is_dropped, capability))
        own.at[own.n++] = capability;
    }
  return own;
}

/* Whether nobody would miss what the module alone brings. */
static gboolean
is_dispensable (const Cutting    *cutting,
                const StrataItem *item,
                StrataPositions   own)
{
  gboolean any = FALSE;

  for (guint i = 0; i < own.n; i++)
    {
      const StrataHolding *holding = strata_item_find (item, own.at[i]);

      if (own.at[i] == cutting->stack->known[STRATA_KNOWN_PROFILE_STORE])
        return FALSE;
      if (holding != NULL && holding->used && cutting->n_users[own.at[i]] < 2)
        return FALSE;
      any |= counts (cutting->stack, own.at[i]);
    }
  return any;
}

static void
drop (Cutting          *cutting,
      const StrataItem *item,
      StrataPositions   own)
{
  for (guint i = 0; i < own.n; i++)
    {
      const StrataHolding *holding = strata_item_find (item, own.at[i]);

      if (holding != NULL && holding->used)
        cutting->n_users[own.at[i]]--;
    }
}

static GArray *
list_modules (const Cutting *cutting)
{
  const StrataStack *stack = cutting->stack;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataPlacement *placement = stack->items[i].placement;

      if (cutting->is_cut[i] || !strata_item_is_lasting (&stack->items[i]) || placement->modules == NULL)
        continue;
      for (guint j = 0; placement->modules[j] != NULL; j++)
        {
          Candidate candidate = { i, j, placement->module_costs[j] };

          g_array_append_val (candidates, candidate);
        }
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static gboolean *
dropped_of (Cutting   *cutting,
            gboolean **dropped,
            guint      item)
{
  const char * const *modules = cutting->stack->items[item].placement->modules;

  if (dropped[item] == NULL)
    dropped[item] = strata_arena_new_array (cutting->stack->arena, gboolean, g_strv_length ((GStrv) modules));
  return dropped[item];
}

static void
flag_module (StrataJudge     *judge,
             const char      *code,
             const Candidate *cut)
{
  const StrataPlacement *placement = judge->stack->items[cut->item].placement;
  StrataTool *tool = judge->stack->items[cut->item].kit->tool;
  const char *name = tool != NULL ? strata_tool_get_module_name (tool, placement->modules[cut->module]) : NULL;
  StrataFinding *finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_WARNING, cut->item);

  finding->module = strata_arena_copy (judge->kept, placement->modules[cut->module],
                                       strlen (placement->modules[cut->module]) + 1);
  finding->module_index = cut->module;
  set_saving (finding, cut->saving);
  strata_judge_say (judge, finding, _("The module “%s” of %s can go: nobody uses it, or others do the same."),
                    name != NULL ? name : placement->modules[cut->module], strata_judge_name (judge, cut->item));
}

static void
check_module (StrataJudge *judge,
              const char  *code)
{
  StrataStack *stack = judge->stack;
  g_autoptr (GArray) cuts = NULL;
  g_autoptr (GArray) candidates = NULL;
  gboolean **dropped = strata_arena_new_array (stack->arena, gboolean *, stack->n_items);
  Cutting cutting;

  begin_cutting (&cutting, stack);
  cuts = cut_tools (&cutting);
  candidates = list_modules (&cutting);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gboolean *is_dropped = dropped_of (&cutting, dropped, candidate->item);
      StrataPositions own = list_own (stack, candidate, is_dropped);

      if (!is_dispensable (&cutting, &stack->items[candidate->item], own))
        continue;
      is_dropped[candidate->module] = TRUE;
      drop (&cutting, &stack->items[candidate->item], own);
      flag_module (judge, code, candidate);
    }
}

static const StrataCheck checks[] = {
  { "overlap/redundant-tool", check_tool,
    N_("Whatever this tool is used for, another one that stays is used for as well. "
       "Tools seldom leave a stack once they are in, so what nobody needs is cut while that is easy."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_DATA_LAYER) | STRATA_DECISION_BIT (STRATA_DECISION_AUTOMATION_HUB) },
  { "overlap/redundant-module", check_module,
    N_("Whatever the module adds is unused, or another tool that stays does it too. "
       "Modules are sold one by one, and nobody looks at the bill again."),
    0, 0 },
};

const StrataFamily strata_redundant_family = { checks, G_N_ELEMENTS (checks) };
