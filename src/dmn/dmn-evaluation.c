/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decisions of a model for one set of inputs.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-evaluation.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

struct _DmnEvaluation
{
  DmnModel   *model;
  FeelScope  *inputs;  /* (nullable): every input by its name */
  DmnValue  **results; /* one an element; NULL until it is known */
  FeelRun     run;
};

static DmnElement *
find_input (DmnModel   *model,
            const char *name)
{
  for (guint i = 0; i < model->elements->len; i++)
    if (dmn_model_get_element (model, i)->kind == DMN_ELEMENT_INPUT &&
        strcmp (dmn_model_get_element (model, i)->name, name) == 0)
      return dmn_model_get_element (model, i);

  return NULL;
}

/* Whatever is given has its name, declared or not: editors often leave the
 * declarations out. What is declared and not given is null. */
static void
bind_inputs (DmnEvaluation *evaluation,
             DmnValue      *inputs)
{
  DmnModel *model = evaluation->model;

  for (guint i = 0; i < model->elements->len; i++)
    if (dmn_model_get_element (model, i)->kind == DMN_ELEMENT_INPUT)
      feel_scope_extend (&evaluation->inputs, dmn_model_get_element (model, i)->name, dmn_value_new_null ());

  for (guint i = 0; i < dmn_value_get_length (inputs); i++)
    {
      g_autofree char *name = feel_name_normalize (dmn_value_get_name (inputs, i), -1);
      DmnElement *declared = find_input (model, name);
      g_autoptr (DmnValue) value = dmn_type_convert (declared != NULL ? declared->type : NULL,
                                                     dmn_value_get_item (inputs, i), TRUE, &evaluation->run);

      feel_scope_extend (&evaluation->inputs, name, value);
    }
}

static DmnValue *result_of (DmnEvaluation *evaluation,
                            guint          index);

/* Inputs, and what the element requires: by name, and by id as some editors
 * refer to it. */
static FeelScope *
scope_of (DmnEvaluation    *evaluation,
          const DmnElement *element)
{
  FeelScope *scope = evaluation->inputs != NULL ? feel_scope_ref (evaluation->inputs) : NULL;

  for (guint i = 0; i < element->required->len; i++)
    {
      guint index = g_array_index (element->required, guint, i);
      DmnElement *required = dmn_model_get_element (evaluation->model, index);

      if (required->kind == DMN_ELEMENT_INPUT || required == element)
        continue;
      if (required->id != NULL)
        feel_scope_extend (&scope, required->id, result_of (evaluation, index));
      feel_scope_extend (&scope, required->name, result_of (evaluation, index));
    }

  return scope;
}

static DmnValue *
make_result (DmnEvaluation *evaluation,
             DmnElement    *element)
{
  g_autoptr (FeelScope) scope = NULL;
  g_autoptr (DmnValue) raw = NULL;

  /* What somebody else decides is handed in under its name. */
  if (element->expression == NULL && feel_scope_lookup (evaluation->inputs, element->name) != NULL)
    return dmn_value_ref (feel_scope_lookup (evaluation->inputs, element->name));
  if (element->expression == NULL)
    return feel_run_fail (&evaluation->run, "“%s” has no decision logic", element->name);

  scope = scope_of (evaluation, element);
  raw = dmn_expression_evaluate (&evaluation->run, element->expression, scope);

  /* The type of knowledge is that of what it returns. */
  if (element->kind == DMN_ELEMENT_KNOWLEDGE)
    return g_steal_pointer (&raw);

  return dmn_type_convert (element->type, raw, FALSE, &evaluation->run);
}

static DmnValue *
result_of (DmnEvaluation *evaluation,
           guint          index)
{
  if (evaluation->results[index] == NULL)
    evaluation->results[index] = make_result (evaluation, dmn_model_get_element (evaluation->model, index));

  return evaluation->results[index];
}

/**
 * dmn_evaluation_new:
 * @model: a model
 * @inputs: a context: the name and the value of each input
 *
 * Returns: (transfer full): something to ask for the decisions
 */
DmnEvaluation *
dmn_evaluation_new (DmnModel *model,
                    DmnValue *inputs)
{
  DmnEvaluation *evaluation;

  g_return_val_if_fail (dmn_value_get_kind (inputs) == DMN_KIND_CONTEXT, NULL);

  evaluation = g_new0 (DmnEvaluation, 1);
  evaluation->model = dmn_model_ref (model);
  evaluation->results = g_new0 (DmnValue *, model->elements->len);
  feel_run_init (&evaluation->run);
  bind_inputs (evaluation, inputs);

  return evaluation;
}

/**
 * dmn_evaluation_free:
 * @evaluation: (transfer full): an evaluation
 *
 * Frees it, with the results that were asked for.
 */
void
dmn_evaluation_free (DmnEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->model->elements->len; i++)
    g_clear_pointer (&evaluation->results[i], dmn_value_unref);

  g_free (evaluation->results);
  g_clear_pointer (&evaluation->inputs, feel_scope_unref);
  feel_run_clear (&evaluation->run);
  dmn_model_unref (evaluation->model);
  g_free (evaluation);
}

/**
 * dmn_evaluation_get:
 * @evaluation: an evaluation
 * @decision: a decision's number
 *
 * Returns: (transfer none): what it comes to
 */
DmnValue *
dmn_evaluation_get (DmnEvaluation *evaluation,
                    guint          decision)
{
  g_return_val_if_fail (decision < evaluation->model->decisions->len, NULL);

  return result_of (evaluation, g_array_index (evaluation->model->decisions, guint, decision));
}

/**
 * dmn_evaluation_get_n_reasons:
 * @evaluation: an evaluation
 *
 * Returns: how many reasons there are, so far, for something being null
 */
guint
dmn_evaluation_get_n_reasons (DmnEvaluation *evaluation)
{
  return evaluation->run.reasons->len;
}

/**
 * dmn_evaluation_get_reason:
 * @evaluation: an evaluation
 * @index: from 0
 *
 * Returns: (transfer none): one of them, a sentence
 */
const char *
dmn_evaluation_get_reason (DmnEvaluation *evaluation,
                           guint          index)
{
  g_return_val_if_fail (index < evaluation->run.reasons->len, NULL);

  return evaluation->run.reasons->pdata[index];
}
