/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision model: what can be decided, from what.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

struct _DmnEvaluation
{
  DmnModel   *model;
  FeelScope  *inputs;  /* (nullable): every input by its name */
  DmnValue  **results; /* one an element; NULL until it is known */
  FeelRun     run;
};

G_DEFINE_BOXED_TYPE (DmnModel, dmn_model, dmn_model_ref, dmn_model_unref)

static DmnElement *
element_at (DmnModel *model,
            guint     index)
{
  return model->elements->pdata[index];
}

static guint
element_of_decision (DmnModel *model,
                     guint     decision)
{
  return g_array_index (model->decisions, guint, decision);
}

static DmnElement *
find_input (DmnModel   *model,
            const char *name)
{
  for (guint i = 0; i < model->elements->len; i++)
    if (element_at (model, i)->kind == DMN_ELEMENT_INPUT &&
        strcmp (element_at (model, i)->name, name) == 0)
      return element_at (model, i);

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
    if (element_at (model, i)->kind == DMN_ELEMENT_INPUT)
      feel_scope_extend (&evaluation->inputs, element_at (model, i)->name, dmn_value_new_null ());

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
      DmnElement *required = element_at (evaluation->model, index);

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
    evaluation->results[index] = make_result (evaluation, element_at (evaluation->model, index));

  return evaluation->results[index];
}

/**
 * dmn_model_new:
 * @bytes: the file's bytes
 * @name: what messages call the file
 * @error: return location for a %DMN_ERROR
 *
 * Reads a model of DMN 1.1 to 1.5. It is read whole or not at all: an error
 * names the file, the line, the decision and, in a table, row and column.
 *
 * Returns: (transfer full): the model, or %NULL
 */
DmnModel *
dmn_model_new (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (FeelNames) names = NULL;
  DmnReader reader = { NULL };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document = dmn_xml_parse (bytes, name, error);
  if (document == NULL)
    return NULL;

  model = g_new0 (DmnModel, 1);
  g_atomic_ref_count_init (&model->ref_count);
  model->name = g_strdup (name);
  model->document = g_steal_pointer (&document);
  names = feel_names_new ();
  reader.model = model;
  reader.names = names;

  if (!dmn_reader_read (&reader))
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  return g_steal_pointer (&model);
}

/**
 * dmn_model_ref:
 * @model: a model
 *
 * Returns: (transfer full): the model
 */
DmnModel *
dmn_model_ref (DmnModel *model)
{
  g_atomic_ref_count_inc (&model->ref_count);

  return model;
}

/**
 * dmn_model_unref:
 * @model: (transfer full): a model
 *
 * Gives back a reference.
 */
void
dmn_model_unref (DmnModel *model)
{
  if (!g_atomic_ref_count_dec (&model->ref_count))
    return;

  g_clear_pointer (&model->decisions, g_array_unref);
  g_clear_pointer (&model->elements, g_ptr_array_unref);
  g_clear_pointer (&model->types, g_ptr_array_unref);
  g_clear_pointer (&model->builtins, g_ptr_array_unref);
  g_clear_pointer (&model->document, xmlFreeDoc);
  g_free (model->name);
  g_free (model);
}

/**
 * dmn_model_get_name:
 * @model: a model
 *
 * Returns: (transfer none): what messages call the file
 */
const char *
dmn_model_get_name (DmnModel *model)
{
  return model->name;
}

/**
 * dmn_model_get_n_decisions:
 * @model: a model
 *
 * Returns: how many decisions it has
 */
guint
dmn_model_get_n_decisions (DmnModel *model)
{
  return model->decisions->len;
}

/**
 * dmn_model_get_decision_name:
 * @model: a model
 * @decision: from 0, in the file's order
 *
 * Returns: (transfer none): the decision's name
 */
const char *
dmn_model_get_decision_name (DmnModel *model,
                             guint     decision)
{
  g_return_val_if_fail (decision < model->decisions->len, NULL);

  return element_at (model, element_of_decision (model, decision))->name;
}

/**
 * dmn_model_get_decision_line:
 * @model: a model
 * @decision: a decision's number
 *
 * Returns: the line of the file that the decision begins on, from 1
 */
guint
dmn_model_get_decision_line (DmnModel *model,
                             guint     decision)
{
  g_return_val_if_fail (decision < model->decisions->len, 0);

  return (guint) element_at (model, element_of_decision (model, decision))->line;
}

/**
 * dmn_model_find_decision:
 * @model: a model
 * @name: a decision's name or id
 * @decision: (out) (optional): its number
 *
 * Returns: %FALSE when there is none
 */
gboolean
dmn_model_find_decision (DmnModel   *model,
                         const char *name,
                         guint      *decision)
{
  g_autofree char *normal = feel_name_normalize (name, -1);

  for (guint i = 0; i < model->decisions->len; i++)
    {
      DmnElement *element = element_at (model, element_of_decision (model, i));

      if (strcmp (element->name, normal) == 0 || g_strcmp0 (element->id, name) == 0)
        {
          if (decision != NULL)
            *decision = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dmn_model_get_table:
 * @model: a model
 * @decision: a decision's number
 *
 * Returns: (transfer none) (nullable): the decision's table, or %NULL where
 *   it is something else
 */
DmnTable *
dmn_model_get_table (DmnModel *model,
                     guint     decision)
{
  DmnElement *element;

  g_return_val_if_fail (decision < model->decisions->len, NULL);

  element = element_at (model, element_of_decision (model, decision));

  return element->expression != NULL ? element->expression->table : NULL;
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

  return result_of (evaluation, element_of_decision (evaluation->model, decision));
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
