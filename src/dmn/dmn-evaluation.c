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
  DmnValue   *given;   /* what it was made with */
  FeelScope  *inputs;  /* (nullable): every input by its name */
  DmnValue  **results; /* one an element; NULL until it is known */
  FeelRun    *run;     /* its own, or that of the call of a service */
  FeelRun     own_run;
};

/* A service and the model that outlives its values. */
typedef struct
{
  DmnModel   *model;   /* borrowed */
  DmnElement *service; /* borrowed */
} Service;

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
             DmnValue      *inputs,
             gboolean       from_text)
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
                                                     dmn_value_get_item (inputs, i), from_text, evaluation->run);

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

/* For FEEL's `instance of`. */
static gboolean
has_type_cb (gpointer        types,
             const char     *name,
             const DmnValue *value)
{
  const DmnModel *model = types;

  for (guint i = 0; i < model->types->len; i++)
    if (strcmp (((DmnType *) model->types->pdata[i])->name, name) == 0)
      return dmn_type_has (model->types->pdata[i], value);

  return FALSE;
}

static DmnEvaluation *
evaluation_new (DmnModel *model,
                FeelRun  *run,
                DmnValue *inputs,
                gboolean  from_text)
{
  DmnEvaluation *evaluation = g_new0 (DmnEvaluation, 1);

  evaluation->model = dmn_model_ref (model);
  evaluation->given = dmn_value_ref (inputs);
  evaluation->results = g_new0 (DmnValue *, model->elements->len);
  if (run == NULL)
    feel_run_init (&evaluation->own_run);
  evaluation->own_run.has_type = has_type_cb;
  evaluation->own_run.types = model;
  evaluation->run = run != NULL ? run : &evaluation->own_run;
  bind_inputs (evaluation, inputs, from_text);

  return evaluation;
}

/* The decisions that a service gets from its caller are not made here. */
static void
hand_in_decisions (DmnEvaluation    *evaluation,
                   const DmnElement *service,
                   DmnValue         *inputs,
                   gboolean          from_text)
{
  for (guint i = 0; i < service->parameters->len; i++)
    {
      guint index = g_array_index (service->parameters, guint, i);
      DmnElement *element = dmn_model_get_element (evaluation->model, index);
      DmnValue *value = dmn_value_get_member (inputs, element->name);

      if (element->kind != DMN_ELEMENT_DECISION)
        continue;
      g_clear_pointer (&evaluation->results[index], dmn_value_unref);
      evaluation->results[index] = value != NULL ? dmn_type_convert (element->type, value, from_text, evaluation->run)
                                                 : dmn_value_new_null ();
    }
}

/* One output is the answer itself, several are a context of them. */
static DmnValue *
answer_of (DmnEvaluation    *evaluation,
           const DmnElement *service)
{
  g_autoptr (GPtrArray) names = NULL, members = NULL;

  if (service->outputs->len == 1)
    return dmn_value_ref (result_of (evaluation, g_array_index (service->outputs, guint, 0)));

  names = g_ptr_array_new_with_free_func (g_free);
  members = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  for (guint i = 0; i < service->outputs->len; i++)
    {
      guint index = g_array_index (service->outputs, guint, i);

      g_ptr_array_add (names, g_strdup (dmn_model_get_element (evaluation->model, index)->name));
      g_ptr_array_add (members, dmn_value_ref (result_of (evaluation, index)));
    }

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&members));
}

/* The arguments by name; NULL where one is not what its parameter has to be. */
static DmnValue *
name_arguments (FeelRun         *run,
                const Service   *called,
                DmnValue *const *arguments,
                guint            n_arguments)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < n_arguments; i++)
    {
      guint index = g_array_index (called->service->parameters, guint, i);
      DmnElement *parameter = dmn_model_get_element (called->model, index);

      g_ptr_array_add (names, g_strdup (parameter->name));
      g_ptr_array_add (values, dmn_type_convert (parameter->type, arguments[i], FALSE, run));
      if (dmn_value_is_null (values->pdata[i]) && !dmn_value_is_null (arguments[i]))
        return NULL;
    }

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&values));
}

/* Sees its arguments and nothing else of the caller's. */
static DmnValue *
call_service_cb (FeelRun         *run,
                 DmnValue *const *arguments,
                 guint            n_arguments,
                 gpointer         data)
{
  const Service *called = data;
  g_autoptr (DmnValue) inputs = name_arguments (run, called, arguments, n_arguments);
  g_autoptr (DmnEvaluation) inner = NULL;

  if (inputs == NULL)
    return dmn_value_new_null ();

  inner = evaluation_new (called->model, run, inputs, FALSE);
  hand_in_decisions (inner, called->service, inputs, FALSE);

  return answer_of (inner, called->service);
}

static DmnValue *
make_service (DmnModel   *model,
              DmnElement *service)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parameters = NULL;
  Service *called = g_new0 (Service, 1);

  for (guint i = 0; i < service->parameters->len; i++)
    g_strv_builder_add (builder, dmn_model_get_element (model, g_array_index (service->parameters, guint, i))->name);
  parameters = g_strv_builder_end (builder);
  *called = (Service) { model, service };

  return feel_function_new ((const char *const *) parameters, call_service_cb, called, g_free);
}

static DmnValue *
make_result (DmnEvaluation *evaluation,
             DmnElement    *element)
{
  g_autoptr (FeelScope) scope = NULL;
  g_autoptr (DmnValue) raw = NULL;

  if (element->kind == DMN_ELEMENT_SERVICE)
    return make_service (evaluation->model, element);

  /* What somebody else decides is handed in under its name. */
  if (element->expression == NULL && feel_scope_lookup (evaluation->inputs, element->name) != NULL)
    return dmn_value_ref (feel_scope_lookup (evaluation->inputs, element->name));
  if (element->expression == NULL)
    return feel_run_fail (evaluation->run, "“%s” has no decision logic", element->name);

  scope = scope_of (evaluation, element);
  raw = dmn_expression_evaluate (evaluation->run, element->expression, scope);

  /* The type of knowledge is that of what it returns. */
  if (element->kind == DMN_ELEMENT_KNOWLEDGE)
    return g_steal_pointer (&raw);

  return dmn_type_convert (element->type, raw, FALSE, evaluation->run);
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
  g_return_val_if_fail (dmn_value_get_kind (inputs) == DMN_KIND_CONTEXT, NULL);

  return evaluation_new (model, NULL, inputs, TRUE);
}

/**
 * dmn_evaluation_new_service:
 * @model: a model
 * @service: a decision service's number
 * @inputs: a context: the name and the value of each input, input data and
 *   decisions alike
 *
 * Returns: (transfer full): something to ask for the decisions of the
 *   service; those that it gets from its caller are as given, or null
 */
DmnEvaluation *
dmn_evaluation_new_service (DmnModel *model,
                            guint     service,
                            DmnValue *inputs)
{
  DmnEvaluation *evaluation = dmn_evaluation_new (model, inputs);

  g_return_val_if_fail (evaluation != NULL, NULL);
  hand_in_decisions (evaluation, dmn_model_get_element (model, service), inputs, TRUE);

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
  g_clear_pointer (&evaluation->given, dmn_value_unref);
  g_clear_pointer (&evaluation->inputs, feel_scope_unref);
  feel_run_clear (&evaluation->own_run);
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
 * dmn_evaluation_get_service:
 * @evaluation: an evaluation
 * @service: a decision service's number
 *
 * Calls the service with the evaluation's inputs.
 *
 * Returns: (transfer full): what the service gives: its one decision, or a
 *   context of its several ones
 */
DmnValue *
dmn_evaluation_get_service (DmnEvaluation *evaluation,
                            guint          service)
{
  g_autoptr (DmnEvaluation) inner = evaluation_new (evaluation->model, evaluation->run, evaluation->given, TRUE);
  const DmnElement *element = dmn_model_get_element (evaluation->model, service);

  hand_in_decisions (inner, element, evaluation->given, TRUE);

  return answer_of (inner, element);
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
  return evaluation->run->reasons->len;
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
  g_return_val_if_fail (index < evaluation->run->reasons->len, NULL);

  return evaluation->run->reasons->pdata[index];
}
