/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of prereq/: what has to be there first, and is not.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

/* What to say of a prerequisite in each of its states. */
typedef struct
{
  const char *unknown;
  const char *missing;
  const char *partial;
} PrerequisiteTexts;

static void
flag_prerequisite (StrataJudge             *judge,
                   const char              *code,
                   StrataFactId             fact,
                   const PrerequisiteTexts *texts)
{
  StrataPositions tools = strata_stack_list_personalizing (judge->stack);
  StrataPrerequisite state = strata_decisions_get_prerequisite (judge->stack->decisions, fact);
  StrataSeverity severity = STRATA_SEVERITY_ADVICE;
  const char *text = texts->unknown;
  StrataFinding *finding;

  if (tools.n == 0 || state == STRATA_PREREQUISITE_IN_PLACE)
    return;
  if (state == STRATA_PREREQUISITE_MISSING)
    {
      severity = STRATA_SEVERITY_ERROR;
      text = texts->missing;
    }
  else if (state == STRATA_PREREQUISITE_PARTIAL)
    {
      severity = STRATA_SEVERITY_WARNING;
      text = texts->partial;
    }
  finding = strata_judge_flag (judge, code, severity, tools);
  strata_judge_set_facts (judge, finding, &fact, 1);
  strata_judge_say (judge, finding, "%s", _(text));
}

static void
check_event_schema (StrataJudge *judge,
                    const char  *code)
{
  static const PrerequisiteTexts texts = {
    N_("Personalization needs an agreed event schema; nobody has said yet whether there is one."),
    N_("Personalization needs an agreed event schema, and there is none."),
    N_("Personalization needs an agreed event schema, and only part of it is agreed."),
  };

  flag_prerequisite (judge, code, STRATA_FACT_EVENT_SCHEMA, &texts);
}

static void
check_segmentation (StrataJudge *judge,
                    const char  *code)
{
  static const PrerequisiteTexts texts = {
    N_("Personalization needs segments that people trust; nobody has said yet whether there are any."),
    N_("Personalization needs segments that people trust, and there are none."),
    N_("Personalization needs segments that people trust, and they are only partly there."),
  };

  flag_prerequisite (judge, code, STRATA_FACT_SEGMENTATION, &texts);
}

static void
check_variant_pipeline (StrataJudge *judge,
                        const char  *code)
{
  static const PrerequisiteTexts texts = {
    N_("Personalization needs a steady supply of content variants; nobody has said yet whether there is one."),
    N_("Personalization needs a steady supply of content variants, and there is none."),
    N_("Personalization needs a steady supply of content variants, and there are too few."),
  };

  flag_prerequisite (judge, code, STRATA_FACT_VARIANT_PIPELINE, &texts);
}

static void
check_measurement (StrataJudge *judge,
                   const char  *code)
{
  static const PrerequisiteTexts texts = {
    N_("Personalization needs its effect measured; nobody has said yet whether it can be."),
    N_("Personalization needs its effect measured, and it cannot be."),
    N_("Personalization needs its effect measured, and that is only partly possible."),
  };

  flag_prerequisite (judge, code, STRATA_FACT_MEASUREMENT, &texts);
}

static StrataPositions
list_stores (StrataStack *stack)
{
  return strata_stack_list_lasting (stack, STRATA_ROLES_STORE);
}

static StrataPositions
list_warehouses (StrataStack *stack)
{
  return strata_stack_list_lasting (stack, STRATA_ROLE_BIT (STRATA_ROLE_WAREHOUSE));
}

static gboolean
flow_ends_in_store (const StrataStack *stack)
{
  for (guint i = 0; i < stack->scenario->n_flows; i++)
    {
      const StrataItem *to = &stack->items[stack->scenario->flows[i].to];

      if (strata_item_is_lasting (to) && (to->roles & STRATA_ROLES_STORE))
        return TRUE;
    }
  return FALSE;
}

static void
check_collection (StrataJudge *judge,
                  const char  *code)
{
  StrataPositions stores = list_stores (judge->stack);
  StrataFinding *finding;

  if (stores.n == 0
      || strata_stack_lasting_has (judge->stack, STRATA_KNOWN_EVENT_COLLECTION)
      || strata_stack_lasting_has (judge->stack, STRATA_KNOWN_INGESTION)
      || flow_ends_in_store (judge->stack))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, stores);
  strata_judge_say (judge, finding, _("Nothing brings data into %s."), strata_judge_list_names (judge, stores));
}

static void
check_transformation (StrataJudge *judge,
                      const char  *code)
{
  StrataPositions warehouses = list_warehouses (judge->stack);
  StrataFinding *finding;

  if (warehouses.n == 0 || strata_stack_lasting_has (judge->stack, STRATA_KNOWN_DATA_MODELLING))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, warehouses);
  strata_judge_say (judge, finding, _("Nothing turns the raw data in %s into models that others can use."),
                    strata_judge_list_names (judge, warehouses));
}

static void
check_activation (StrataJudge *judge,
                  const char  *code)
{
  StrataPositions warehouses = list_warehouses (judge->stack);
  StrataFinding *finding;

  if (warehouses.n == 0
      || strata_stack_get_data_pattern (judge->stack) == STRATA_DATA_PATTERN_HYBRID
      || strata_stack_lasting_has (judge->stack, STRATA_KNOWN_REVERSE_SYNC))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, warehouses);
  strata_judge_say (judge, finding, _("Nothing brings data from %s to the tools that act on it."),
                    strata_judge_list_names (judge, warehouses));
}

static void
check_identity (StrataJudge *judge,
                const char  *code)
{
  StrataPositions stores = list_stores (judge->stack);
  StrataFinding *finding;

  if (stores.n == 0 || strata_stack_lasting_has (judge->stack, STRATA_KNOWN_IDENTITY_RESOLUTION))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, stores);
  strata_judge_say (judge, finding, _("Nothing tells which records in %s are the same person."),
                    strata_judge_list_names (judge, stores));
}

static void
check_engineering (StrataJudge *judge,
                   const char  *code)
{
  StrataPositions warehouses = list_warehouses (judge->stack);
  StrataSeverity severity;
  StrataFinding *finding;

  if (warehouses.n == 0
      || !strata_decisions_get_concern (judge->stack->decisions, STRATA_CONCERN_ENGINEERING, &severity))
    return;
  finding = strata_judge_flag (judge, code, severity, warehouses);
  strata_judge_set_facts (judge, finding, &(StrataFactId) { STRATA_FACT_ENGINEERS }, 1);
  if (strata_stack_decides (judge->stack, STRATA_DECISION_DATA_LAYER, "warehouse"))
    strata_judge_say (judge, finding, _("The client’s answers call for a warehouse, yet there is nobody to keep %s healthy: "
                                        "find one engineer first, or pay a CDP’s higher bill until then."),
                      strata_judge_list_names (judge, warehouses));
  else
    strata_judge_say (judge, finding, ngettext ("%s needs engineers to keep it healthy, and there are too few.",
                                                "%s need engineers to keep them healthy, and there are too few.",
                                                warehouses.n),
                      strata_judge_list_names (judge, warehouses));
}

static void
check_custom_code (StrataJudge *judge,
                   const char  *code)
{
  if (!strata_stack_is_false (judge->stack, STRATA_FACT_CUSTOM_CODE))
    return;
  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataFinding *finding;

      if (!strata_item_is_lasting (item) || item->kit->tool == NULL || !item->kit->tool->needs_code)
        continue;
      finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_ERROR, i);
      strata_judge_say (judge, finding, _("%s needs custom code, and custom code is off the table."),
                        strata_judge_name (judge, i));
    }
}

static gboolean
something_lasts (const StrataStack *stack)
{
  for (guint i = 0; i < stack->n_items; i++)
    {
      if (strata_item_is_lasting (&stack->items[i]))
        return TRUE;
    }
  return FALSE;
}

static int
find_first_live (const StrataStack *stack,
                 StrataPositions    tools)
{
  int first = STRATA_DAY_NEVER;

  for (guint i = 0; i < tools.n; i++)
    first = MIN (first, stack->items[tools.at[i]].span.live);
  return first;
}

static void
check_consent (StrataJudge *judge,
               const char  *code)
{
  const StrataStack *stack = judge->stack;
  StrataPositions recorders = stack->abilities[stack->known[STRATA_KNOWN_CONSENT_RECORD]].havers;
  int ready = stack->ready[STRATA_LAYER_DATA];
  int first = find_first_live (stack, recorders);
  StrataFinding *finding;

  if (!strata_stack_is_true (stack, STRATA_FACT_REGULATED) || !something_lasts (stack))
    return;
  if (recorders.n == 0)
    {
      finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ERROR, recorders);
      strata_judge_say (judge, finding, "%s", _("The business is regulated, and nothing records consent."));
    }
  else if (ready != STRATA_DAY_NEVER && first > ready)
    {
      finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, recorders);
      strata_judge_say (judge, finding, _("Consent is recorded only from day %d on, but the data layer already works on day %d."),
                        first, ready);
    }
}

static const StrataCheck checks[] = {
  { "prereq/event-schema", check_event_schema,
    N_("Personalization needs events that are named and described alike wherever they arise. "
       "Segments made of mixed-up events reach only part of the people they mean."),
    STRATA_FACT_BIT (STRATA_FACT_EVENT_SCHEMA), 0 },
  { "prereq/segmentation", check_segmentation,
    N_("Personalization refines segments that already do well in ordinary campaigns. "
       "Without them nobody has learned yet whom to treat differently."),
    STRATA_FACT_BIT (STRATA_FACT_SEGMENTATION), 0 },
  { "prereq/variant-pipeline", check_variant_pipeline,
    N_("An engine chooses among variants, so it needs new ones every week. "
       "Without them it shows the same few for ever."),
    STRATA_FACT_BIT (STRATA_FACT_VARIANT_PIPELINE) | STRATA_FACT_BIT (STRATA_FACT_VARIANTS_PER_WEEK), 0 },
  { "prereq/measurement", check_measurement,
    N_("What counts as success is settled before the launch. "
       "Afterwards somebody always finds a number that looks good."),
    STRATA_FACT_BIT (STRATA_FACT_MEASUREMENT), 0 },
  { "prereq/collection", check_collection,
    N_("A data layer holds only what reaches it. "
       "No tool collects events or loads data, and no flow ends there."),
    0, 0 },
  { "prereq/transformation", check_transformation,
    N_("A warehouse holds raw data until models put it in order. "
       "Analytics and activation are to read the same tables, and somebody has to make these."),
    0, 0 },
  { "prereq/activation", check_activation,
    N_("A warehouse sends nothing by itself, and no CDP stands beside it. "
       "Reverse ETL brings its data to the tools that act."),
    0, 0 },
  { "prereq/identity", check_identity,
    N_("A customer leaves traces under several ids. "
       "Unless something joins them, counts and segments are wrong."),
    0, 0 },
  { "prereq/engineering", check_engineering,
    N_("A warehouse with its models and its reverse ETL needs somebody who keeps it healthy; without, the choice for it does not hold. "
       "For few users one engineer is enough."),
    STRATA_FACT_BIT (STRATA_FACT_MAU) | STRATA_FACT_BIT (STRATA_FACT_ENGINEERS), STRATA_DECISION_BIT (STRATA_DECISION_DATA_LAYER) },
  { "prereq/custom-code", check_custom_code,
    N_("The catalogue marks tools that work only with code of one’s own. "
       "Where code is off the table, visual orchestrators usually cover what is needed."),
    STRATA_FACT_BIT (STRATA_FACT_CUSTOM_CODE), 0 },
  { "prereq/consent", check_consent,
    N_("In a regulated business consent is designed in from the first day. "
       "Bringing it in later means going through everything collected so far."),
    STRATA_FACT_BIT (STRATA_FACT_REGULATED), 0 },
};

const StrataFamily strata_prereq_family = { checks, G_N_ELEMENTS (checks) };
