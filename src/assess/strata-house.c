/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of house/: the rules of a consultant's own (decision model,
 * section 8).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assess/strata-house-private.h"
#include "assess/strata-judge-private.h"

/* What a stack shows to the rules. */
typedef struct
{
  const StrataHouse *house;
  DmnValue          *inputs[STRATA_N_HOUSE_INPUTS]; /* NULL: no rule asks */
  FeelScope         *scope;
} Sight;

static DmnValue *
list_roles (const StrataStack *stack)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < strata_roles.n_words; i++)
    if (stack->lasting_roles & STRATA_ROLE_BIT (i))
      g_ptr_array_add (items, dmn_value_new_string (strata_vocabulary_get_id (&strata_roles, i)));

  return dmn_value_new_list (items);
}

static DmnValue *
list_capabilities (const StrataStack *stack)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < stack->n_abilities; i++)
    if (stack->abilities[i].n_lasting > 0)
      g_ptr_array_add (items, dmn_value_new_string (stack->abilities[i].id));

  return dmn_value_new_list (items);
}

static DmnValue *
see (const StrataStack *stack,
     StrataHouseInput   input)
{
  switch (input)
    {
    case STRATA_HOUSE_DATA_PATTERN:
      return dmn_value_new_string (strata_data_pattern_get_id (strata_stack_get_data_pattern (stack)));
    case STRATA_HOUSE_HUB_PATTERN:
      return dmn_value_new_string (strata_hub_pattern_get_id (strata_stack_get_hub_pattern (stack)));
    case STRATA_HOUSE_ROLES:
      return list_roles (stack);
    case STRATA_HOUSE_CAPABILITIES:
      return list_capabilities (stack);
    default:
      g_assert_not_reached ();
    }
}

static void
sight_init (Sight             *sight,
            const StrataHouse *house,
            const StrataStack *stack)
{
  *sight = (Sight) { .house = house, .scope = feel_scope_ref (house->facts) };
  for (guint i = 0; i < STRATA_N_HOUSE_INPUTS; i++)
    if (house->uses[i])
      {
        sight->inputs[i] = see (stack, i);
        feel_scope_extend (&sight->scope, strata_house_input_get_name (i), sight->inputs[i]);
      }
}

static void
sight_clear (Sight *sight)
{
  for (guint i = 0; i < STRATA_N_HOUSE_INPUTS; i++)
    g_clear_pointer (&sight->inputs[i], dmn_value_unref);
  feel_scope_unref (sight->scope);
}

static gboolean
matches (const Sight           *sight,
         const StrataHouseRule *rule,
         FeelRun               *run)
{
  for (guint i = 0; i < rule->columns->len; i++)
    {
      guint column = g_array_index (rule->columns, guint, i);
      DmnValue *value = g_ptr_array_index (sight->house->values, column);

      if (value == NULL)
        value = sight->inputs[g_array_index (sight->house->inputs, StrataHouseInput, column)];
      if (feel_test (run, rule->rule->tests[column], value, sight->scope) != DMN_TRUTH_TRUE)
        return FALSE;
    }

  return TRUE;
}

/* Every row that matches is a finding, in the order of the rows. The rows
 * share one run, and with it the number of steps they may take. */
static void
check_house (StrataJudge *judge,
             const char  *code)
{
  const StrataHouse *house = strata_decisions_get_house (judge->stack->decisions);
  FeelRun run;
  Sight sight;

  if (house == NULL || house->rules->len == 0)
    return;

  sight_init (&sight, house, judge->stack);
  feel_run_init (&run);
  for (guint i = 0; i < house->rules->len; i++)
    {
      const StrataHouseRule *rule = &g_array_index (house->rules, StrataHouseRule, i);

      if (matches (&sight, rule, &run))
        strata_judge_say (judge, strata_judge_flag (judge, rule->code, rule->severity, (StrataPositions) { NULL, 0 }),
                          "%s", rule->message);
    }
  feel_run_clear (&run);
  sight_clear (&sight);
}

static const StrataCheck checks[] = {
  { "house/", check_house,
    N_("A rule of the house says so: somebody wrote it into the decision model by which this plan is judged."),
    0, 0 },
};

const StrataFamily strata_house_family = { checks, G_N_ELEMENTS (checks) };
