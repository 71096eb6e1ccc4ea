/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question of the decision model, put for one client: every completion of
 * what is unknown (decision model, section 4).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-decide-private.h"

#include <string.h>

/* How many combinations of answers are still looked at one by one. The model
 * that ships has some thousands. */
#define MAX_COMPLETIONS (1 << 18)

static int
find_outcome (guint     id,
              DmnValue *value)
{
  const char *const *outcomes = strata_decision_list_outcomes (id);

  for (int i = 0; outcomes[i] != NULL && dmn_value_get_kind (value) == DMN_KIND_STRING; i++)
    if (g_str_equal (outcomes[i], dmn_value_get_string (value)))
      return i;

  return -1;
}

static gboolean
fail_outcome (StrataCase             *self,
              const StrataLogicTable *table,
              guint                   rule,
              DmnValue               *value,
              GError                **error)
{
  g_autofree char *allowed = g_strjoinv ("”, “", (char **) strata_decision_list_outcomes (self->id));
  g_autofree char *text = dmn_value_to_string (value);
  DmnRule *row = &g_array_index (table->table->rules, DmnRule, rule);
  g_autofree char *what = g_strdup_printf ("row %u answers “%.60s”; one of “%s” is allowed", rule + 1, text, allowed);

  return strata_logic_fail (self->logic->model, table->table->decision, row->line, what, error);
}

static gboolean
read_outcomes (StrataCase  *self,
               GError     **error)
{
  StrataLogicNode *root = strata_logic_get_root (self->logic);

  self->outcomes = g_new (signed char, root->outputs->len);
  memset (self->outcomes, -1, root->outputs->len);
  for (guint i = 0; i < root->n_tables; i++)
    for (guint j = 0; j < root->tables[i].table->rules->len; j++)
      {
        guint rule = root->tables[i].first_rule + j;
        DmnValue *value = g_ptr_array_index (root->outputs, rule);

        self->outcomes[rule] = (signed char) find_outcome (self->id, value);
        if (self->outcomes[rule] < 0)
          return fail_outcome (self, &root->tables[i], j, value, error);
      }

  return TRUE;
}

static gboolean
check_size (StrataCase  *self,
            GError     **error)
{
  guint64 count = 1;

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    if (strata_logic_uses (self->logic, i)
        && !g_uint64_checked_mul (&count, count, strata_case_get_classes (self, i)->len))
      count = G_MAXUINT64;
  if (count <= MAX_COMPLETIONS)
    return TRUE;

  return strata_logic_fail (self->logic->model, strata_decision_get_key (self->id), 0,
                            "its rows tell more combinations of answers apart than can be looked at", error);
}

/* A leaning comes from the second table, and has no row; nor has `none`,
 * which says that the question does not arise (section 4.3). */
static StrataSettled
describe_rule (StrataCase *self,
               guint       rule)
{
  StrataLogicNode *root = strata_logic_get_root (self->logic);
  StrataSettled settled = { self->outcomes[rule], STRATA_BASIS_MATRIX, rule + 1 };

  if (settled.outcome < 0)
    return (StrataSettled) { -1, STRATA_BASIS_UNDETERMINED, 0 };
  if (rule >= root->tables[0].table->rules->len)
    return (StrataSettled) { settled.outcome, STRATA_BASIS_LEANING, 0 };
  if (g_str_equal (strata_decision_list_outcomes (self->id)[settled.outcome], "none"))
    settled.row = 0;

  return settled;
}

gboolean
strata_case_init (StrataCase   *self,
                  guint         id,
                  StrataFacts  *facts,
                  DmnModel     *model,
                  GError      **error)
{
  self->id = id;
  self->facts = facts;
  self->logic = strata_logic_new (model, strata_decision_get_key (id), error);

  return self->logic != NULL && read_outcomes (self, error) && check_size (self, error);
}

void
strata_case_clear (StrataCase *self)
{
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    g_clear_pointer (&self->classes[i], g_array_unref);
  g_clear_pointer (&self->logic, strata_logic_free);
  g_clear_pointer (&self->outcomes, g_free);
}

void
strata_case_restore (StrataCase   *self,
                     StrataFactId  fact)
{
  const GArray *classes;
  double answer = 0;

  if (strata_case_get_answer (self, fact, &answer))
    {
      strata_logic_set_answers (self->logic, fact, &answer, 1);
      return;
    }

  classes = strata_case_get_classes (self, fact);
  strata_logic_set_answers (self->logic, fact, (const double *) classes->data, classes->len);
}

const GArray *
strata_case_get_classes (StrataCase   *self,
                         StrataFactId  fact)
{
  if (self->classes[fact] == NULL)
    self->classes[fact] = strata_logic_list_classes (self->logic, fact);

  return self->classes[fact];
}

StrataSettled
strata_case_settle (StrataCase *self)
{
  StrataSettled settled = describe_rule (self, strata_logic_run (self->logic));

  while (strata_logic_advance (self->logic))
    {
      StrataSettled other = describe_rule (self, strata_logic_run (self->logic));

      if (other.outcome != settled.outcome)
        settled = (StrataSettled) { -1, STRATA_BASIS_UNDETERMINED, 0 };
      if (settled.outcome < 0)
        continue;
      settled.basis = MAX (settled.basis, other.basis);
      if (other.row != settled.row)
        settled.row = 0;
    }

  return settled;
}
