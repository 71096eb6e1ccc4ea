/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding with facts that may be unknown (decision model, section 4).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-house-private.h"

struct _StrataDecisions
{
  gatomicrefcount ref_count;
  StrataDecision  decisions[STRATA_N_DECISIONS];
  signed char     concerns[STRATA_N_CONCERNS]; /* outcomes; -1: none */
  int             prerequisites[STRATA_N_PREREQUISITES]; /* StrataPrerequisite, derived or not */
  StrataPhases    phases;
  StrataHouse    *house; /* (nullable): no house rules */
  DmnModel       *model; /* owns the texts of cells */
  DmnModel       *defaults;
  StrataFacts    *facts;
};

G_DEFINE_BOXED_TYPE (StrataDecisions, strata_decisions, strata_decisions_ref, strata_decisions_unref)

/* Facts that can each be a reason to wait, in the order of section 4.4. */
static const StrataFactId reason_facts[] = {
  STRATA_FACT_MAU,
  STRATA_FACT_EVENT_SCHEMA,
  STRATA_FACT_MARKETERS,
  STRATA_FACT_SEGMENTATION,
  STRATA_FACT_VARIANT_PIPELINE,
  STRATA_FACT_MEASUREMENT,
};

/* How decisive an unknown fact is. */
typedef struct
{
  StrataFactId fact;
  guint        n_left;    /* outcomes left, added up over its answers */
  guint        n_answers;
} Missing;

static void
set_all (StrataCase *self)
{
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    if (strata_logic_uses (self->logic, i))
      strata_case_restore (self, i);
}

static signed char *
run_all (StrataCase *self)
{
  signed char *outcomes = g_new (signed char, strata_logic_count (self->logic));
  gsize i = 0;

  do
    outcomes[i++] = self->outcomes[strata_logic_run (self->logic)];
  while (strata_logic_advance (self->logic));

  return outcomes;
}

static guint
count_bits (guint32 bits)
{
  guint count = 0;

  for (; bits != 0; bits &= bits - 1)
    count++;

  return count;
}

/* Looks at all completions along one fact, whose answers are @stride apart.
 * Returns whether two that differ in nothing else differ in outcome. */
static gboolean
weigh (Missing           *missing,
       const signed char *outcomes,
       gsize              n_outcomes,
       gsize              stride)
{
  g_autofree guint32 *left = g_new0 (guint32, missing->n_answers);
  gboolean matters = FALSE;

  for (gsize i = 0; i < n_outcomes; i++)
    {
      gsize answer = i / stride % missing->n_answers;

      left[answer] |= 1u << (outcomes[i] + 1);
      if (outcomes[i] != outcomes[i - answer * stride])
        matters = TRUE;
    }

  for (guint i = 0; i < missing->n_answers; i++)
    missing->n_left += count_bits (left[i]);

  return matters;
}

static int
compare_missing (gconstpointer a,
                 gconstpointer b)
{
  const Missing *left = a, *right = b;
  guint64 left_average = (guint64) left->n_left * right->n_answers;
  guint64 right_average = (guint64) right->n_left * left->n_answers;

  if (left_average != right_average)
    return left_average < right_average ? -1 : 1;

  return (left->fact > right->fact) - (left->fact < right->fact);
}

static GArray *
list_missing (StrataCase *self)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Missing));
  g_autofree signed char *outcomes = run_all (self);
  gsize n_outcomes = strata_logic_count (self->logic);
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (StrataFactId));
  gsize stride = 1;

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      double answer = 0;
      Missing missing = { i, 0, 0 };

      if (!strata_logic_uses (self->logic, i))
        continue;
      missing.n_answers = self->logic->slots[i].answers->len;
      if (!strata_case_get_answer (self, i, &answer) && weigh (&missing, outcomes, n_outcomes, stride))
        g_array_append_val (all, missing);
      stride *= missing.n_answers;
    }

  g_array_sort (all, compare_missing);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (facts, g_array_index (all, Missing, i).fact);

  return facts;
}

/* A fact says so when, were it all that is known, the outcome were settled. */
static gboolean
says_so (StrataCase   *self,
         StrataFactId  fact,
         int           outcome)
{
  double answer = 0;

  if (!strata_logic_uses (self->logic, fact) || !strata_case_get_answer (self, fact, &answer))
    return FALSE;

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    if (strata_logic_uses (self->logic, i))
      {
        const GArray *classes = strata_case_get_classes (self, i);

        strata_logic_set_answers (self->logic, i, (const double *) classes->data, classes->len);
      }
  strata_logic_set_answers (self->logic, fact, &answer, 1);

  return strata_case_settle (self).outcome == outcome;
}

static GArray *
list_reasons (StrataCase    *self,
              StrataSettled  settled)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (StrataFactId));

  for (guint i = 0; i < G_N_ELEMENTS (reason_facts); i++)
    if (says_so (self, reason_facts[i], settled.outcome))
      g_array_append_val (facts, reason_facts[i]);
  set_all (self);

  return facts;
}

static gboolean
is_wait (StrataCase    *self,
         StrataSettled  settled)
{
  return self->id == STRATA_DECISION_PERSONALIZATION && settled.outcome >= 0
         && g_str_equal (strata_decision_list_outcomes (self->id)[settled.outcome], "wait");
}

static void
take_facts (GArray              *array,
            const StrataFactId **facts,
            guint               *n_facts)
{
  *n_facts = array->len;
  *facts = (const StrataFactId *) (gpointer) g_array_free (array, FALSE);
}

static void
take_flips (GArray         *array,
            StrataDecision *decision)
{
  decision->n_flips = array->len;
  decision->flips = (const StrataFlip *) (gpointer) g_array_free (array, FALSE);
}

static void
decide_case (StrataCase     *self,
             StrataDecision *decision)
{
  StrataSettled settled;

  set_all (self);
  settled = strata_case_settle (self);
  decision->basis = settled.basis;
  decision->row = settled.row;
  if (settled.outcome < 0)
    {
      take_facts (list_missing (self), &decision->missing_facts, &decision->n_missing_facts);
      return;
    }

  decision->outcome = strata_decision_list_outcomes (self->id)[settled.outcome];
  if (is_wait (self, settled))
    take_facts (list_reasons (self, settled), &decision->reasons, &decision->n_reasons);
  take_flips (strata_case_list_flips (self, settled), decision);
  strata_case_explain (self, settled, decision);
}

static void
find_prerequisites (StrataDecisions *self,
                    StrataCase      *pipeline)
{
  StrataCase one = { .facts = pipeline->facts, .pipeline = pipeline };

  for (guint i = 0; i < STRATA_N_PREREQUISITES; i++)
    {
      double answer = 0;

      self->prerequisites[i] = STRATA_PREREQUISITE_UNKNOWN;
      if (strata_case_get_answer (&one, STRATA_FACT_EVENT_SCHEMA + i, &answer))
        self->prerequisites[i] = (int) answer;
    }
}

static gboolean
read_house (StrataDecisions  *self,
            StrataCase       *pipeline,
            DmnModel         *model,
            GError          **error)
{
  StrataCase one = { .facts = pipeline->facts, .pipeline = pipeline };
  GError *wrong = NULL;

  self->house = strata_house_read (&one, model, &wrong);
  if (wrong != NULL)
    g_propagate_error (error, wrong);

  return wrong == NULL;
}

static void
decision_clear (StrataDecision *decision)
{
  for (guint i = 0; i < decision->n_flips; i++)
    {
      strata_value_unref (decision->flips[i].from);
      strata_value_unref (decision->flips[i].to);
    }
  strata_decision_clear_rows (decision);
  g_free ((gpointer) decision->flips);
  g_free ((gpointer) decision->missing_facts);
  g_free ((gpointer) decision->reasons);
}

/**
 * strata_decide:
 * @facts: what is known of the client
 * @model: the decision model
 * @defaults: the model that ships
 * @error: return location for a %DMN_ERROR
 *
 * Decides everything there is to decide (decision model, section 4). A
 * decision is settled when every way of filling in what is unknown gives the
 * same outcome. A pure function.
 *
 * A model has all decisions and the phases. The tables that only checks and
 * derived facts rest on may be left out, as models do that are older than
 * those tables; then @defaults has them.
 *
 * Fails when the model lacks a decision, when one of them is not a table of
 * hit policy FIRST over facts and decisions, when one answers what it may not,
 * or when the house rules are not what section 8 asks for: the message names
 * the file, the decision and what is asked for. Whether it fails is up to the
 * models alone, not to the facts.
 *
 * Returns: (transfer full): the decisions
 */
StrataDecisions *
strata_decide (StrataFacts  *facts,
               DmnModel     *model,
               DmnModel     *defaults,
               GError      **error)
{
  g_autoptr (StrataDecisions) self = NULL;
  g_auto (StrataCase) pipeline = { 0 };

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (defaults != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (StrataDecisions, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->model = dmn_model_ref (model);
  self->defaults = dmn_model_ref (defaults);
  self->facts = strata_facts_ref (facts);
  if (!strata_case_init_extra (&pipeline, STRATA_QUESTION_VARIANT_PIPELINE, facts, model, defaults, error))
    return NULL;
  find_prerequisites (self, &pipeline);
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    {
      g_auto (StrataCase) one = { .pipeline = &pipeline };

      if (!strata_case_init (&one, i, facts, model, error))
        return NULL;
      decide_case (&one, &self->decisions[i]);
    }
  if (!strata_concerns_read (self->concerns, &pipeline, model, defaults, error)
      || !strata_phases_read (&self->phases, model, error)
      || !read_house (self, &pipeline, model, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * strata_decisions_decide_again:
 * @self: decisions
 * @facts: other facts
 * @error: return location for a %DMN_ERROR
 *
 * Decides by the same models, as strata_decide() does: what would be, if the
 * client had answered otherwise.
 *
 * Returns: (transfer full): the decisions for @facts
 */
StrataDecisions *
strata_decisions_decide_again (StrataDecisions  *self,
                               StrataFacts      *facts,
                               GError          **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return strata_decide (facts, self->model, self->defaults, error);
}

/**
 * strata_decisions_ref:
 * @self: decisions
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataDecisions *
strata_decisions_ref (StrataDecisions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_decisions_unref:
 * @self: (transfer full): decisions
 *
 * Gives a reference back.
 */
void
strata_decisions_unref (StrataDecisions *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    decision_clear (&self->decisions[i]);
  g_clear_pointer (&self->house, strata_house_free);
  dmn_model_unref (self->model);
  dmn_model_unref (self->defaults);
  strata_facts_unref (self->facts);
  g_free (self);
}

/**
 * strata_decisions_get:
 * @self: decisions
 * @id: one of them
 *
 * Returns: (transfer none): what was decided
 */
const StrataDecision *
strata_decisions_get (StrataDecisions  *self,
                      StrataDecisionId  id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) id < STRATA_N_DECISIONS, NULL);

  return &self->decisions[id];
}

/**
 * strata_decisions_get_facts:
 * @self: decisions
 *
 * Returns: (transfer none): the client's answers that they were made from
 */
StrataFacts *
strata_decisions_get_facts (StrataDecisions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

/**
 * strata_decisions_get_phases:
 * @self: decisions
 *
 * Returns: (transfer none): the days on which each layer is built
 */
const StrataPhases *
strata_decisions_get_phases (StrataDecisions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->phases;
}

/**
 * strata_decisions_get_concern:
 * @self: decisions
 * @concern: a check whose numbers the model holds
 * @severity: (out): how bad it is
 *
 * Tells what the facts say to a check of section 6, were the tools there that
 * it speaks of.
 *
 * Returns: whether there is cause for concern; not where a fact is unknown
 *   that the model asks for
 */
gboolean
strata_decisions_get_concern (StrataDecisions *self,
                              StrataConcern    concern,
                              StrataSeverity  *severity)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) concern < STRATA_N_CONCERNS, FALSE);
  g_return_val_if_fail (severity != NULL, FALSE);

  if (self->concerns[concern] < 0 || self->concerns[concern] >= STRATA_N_SEVERITIES)
    return FALSE;

  *severity = (StrataSeverity) self->concerns[concern];
  return TRUE;
}

/**
 * strata_decisions_get_prerequisite:
 * @self: decisions
 * @fact: one of the four prerequisites
 *
 * Tells how far a prerequisite is. The variant pipeline, where it is not
 * given, follows from the variants a week (decision model, section 3).
 *
 * Returns: the prerequisite's state
 */
StrataPrerequisite
strata_decisions_get_prerequisite (StrataDecisions *self,
                                   StrataFactId     fact)
{
  g_return_val_if_fail (self != NULL, STRATA_PREREQUISITE_UNKNOWN);
  g_return_val_if_fail (fact - STRATA_FACT_EVENT_SCHEMA < STRATA_N_PREREQUISITES, STRATA_PREREQUISITE_UNKNOWN);

  return self->prerequisites[fact - STRATA_FACT_EVENT_SCHEMA];
}

const StrataHouse *
strata_decisions_get_house (StrataDecisions *self)
{
  return self->house;
}
