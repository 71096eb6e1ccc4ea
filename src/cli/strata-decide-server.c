/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions of DMN models, one request or many.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-decide-server.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "dmn/dmn-error.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-json.h"

static void
refuse_name (DmnModel    *model,
             const char  *name,
             GError     **error)
{
  g_autoptr (GString) there = g_string_new (NULL);

  for (guint i = 0; i < dmn_model_get_n_decisions (model); i++)
    g_string_append_printf (there, i > 0 ? _(", “%s”") : _("“%s”"), dmn_model_get_decision_name (model, i));

  if (there->len > 0)
    g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, _("%s has no decision “%s”; it has %s."),
                 dmn_model_get_name (model), name, there->str);
  else
    g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, _("%s has no decision “%s”, nor any other."),
                 dmn_model_get_name (model), name);
}

static gboolean
append_decision (DmnEvaluation  *evaluation,
                 DmnModel       *model,
                 const char     *name,
                 GPtrArray      *names,
                 GPtrArray      *values,
                 GError        **error)
{
  guint decision, service;

  if (dmn_model_find_decision (model, name, &decision))
    g_ptr_array_add (values, dmn_value_ref (dmn_evaluation_get (evaluation, decision)));
  else if (dmn_model_find_service (model, name, &service))
    g_ptr_array_add (values, dmn_evaluation_get_service (evaluation, service));
  else
    {
      refuse_name (model, name, error);
      return FALSE;
    }
  g_ptr_array_add (names, g_strdup (name));

  return TRUE;
}

static gboolean
append_all (DmnEvaluation *evaluation,
            DmnModel      *model,
            GPtrArray     *names,
            GPtrArray     *values,
            GError       **error)
{
  for (guint i = 0; i < dmn_model_get_n_decisions (model); i++)
    if (!append_decision (evaluation, model, dmn_model_get_decision_name (model, i), names, values, error))
      return FALSE;

  return TRUE;
}

static DmnEvaluation *
begin (DmnModel    *model,
       DmnValue    *inputs,
       const char  *service,
       GError     **error)
{
  guint number;

  if (service == NULL)
    return dmn_evaluation_new (model, inputs);
  if (dmn_model_find_service (model, service, &number))
    return dmn_evaluation_new_service (model, number, inputs);

  g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, _("%s has no decision service “%s”."),
               dmn_model_get_name (model), service);

  return NULL;
}

/* The member of a request, or an error that says what it has to be. */
static DmnValue *
get_member (DmnValue    *request,
            const char  *name,
            DmnKind      kind,
            GError     **error)
{
  DmnValue *member = dmn_value_get_kind (request) == DMN_KIND_CONTEXT ? dmn_value_get_member (request, name) : NULL;

  if (member != NULL && dmn_value_get_kind (member) == kind)
    return member;

  g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, _("A request is an object with “%s”, a %s."), name,
               dmn_kind_get_name (kind));

  return NULL;
}

static GStrv
dup_decisions (DmnValue *request)
{
  DmnValue *list = dmn_value_get_member (request, "decisions");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (list == NULL || dmn_value_get_kind (list) != DMN_KIND_LIST)
    return NULL;

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      g_autofree char *name = dmn_value_to_string (dmn_value_get_item (list, i));

      g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

/* A model is read once for as long as the server runs. */
static DmnModel *
get_model (GHashTable  *models,
           const char  *path,
           GError     **error)
{
  DmnModel *model = g_hash_table_lookup (models, path);

  if (model != NULL)
    return model;

  model = strata_decide_load_model (path, error);
  if (model != NULL)
    g_hash_table_insert (models, g_strdup (path), model);

  return model;
}

static DmnValue *
answer (GHashTable  *models,
        DmnValue    *request,
        GError     **error)
{
  DmnValue *path = get_member (request, "model", DMN_KIND_STRING, error);
  DmnValue *inputs = path != NULL ? get_member (request, "inputs", DMN_KIND_CONTEXT, error) : NULL;
  DmnValue *service = inputs != NULL ? dmn_value_get_member (request, "decisionService") : NULL;
  g_auto (GStrv) decisions = inputs != NULL ? dup_decisions (request) : NULL;
  DmnModel *model = inputs != NULL ? get_model (models, dmn_value_get_string (path), error) : NULL;

  if (model == NULL)
    return NULL;

  if (service != NULL && (service = get_member (request, "decisionService", DMN_KIND_STRING, error)) == NULL)
    return NULL;

  return strata_decide_evaluate (model, inputs, service != NULL ? dmn_value_get_string (service) : NULL,
                                 (const char *const *) decisions, strata_command_complain, error);
}

static void
answer_line (GHashTable *models,
             const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnValue) request = dmn_value_from_json (line, &error);
  g_autoptr (DmnValue) results = request != NULL ? answer (models, request, &error) : NULL;
  DmnValue *id = request != NULL && dmn_value_get_kind (request) == DMN_KIND_CONTEXT
                   ? dmn_value_get_member (request, "id") : NULL;
  g_autofree char *id_text = id != NULL ? dmn_value_to_json (id) : g_strdup ("null");
  g_autoptr (DmnValue) message = error != NULL ? dmn_value_new_string (error->message) : NULL;
  g_autofree char *body = dmn_value_to_json (results != NULL ? results : message);

  g_print ("{\"id\": %s, \"%s\": %s}\n", id_text, results != NULL ? "results" : "error", body);
  fflush (stdout);
}

/**
 * strata_decide_load_model:
 * @path: a file's path
 * @error: return location for an error
 *
 * Returns: (transfer full): the model, or %NULL
 */
DmnModel *
strata_decide_load_model (const char  *path,
                          GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? dmn_model_new (bytes, path, error) : NULL;
}

/**
 * strata_decide_evaluate:
 * @model: a model
 * @inputs: a context
 * @service: (nullable): the decision service that is called, by name or id
 * @decisions: (nullable): names or ids; %NULL for all, or for the service
 * @complain: gets the reasons for each null
 * @error: return location for an error
 *
 * Returns: (transfer full): a context with the result of each decision, or
 *   %NULL when one is not there
 */
DmnValue *
strata_decide_evaluate (DmnModel             *model,
                        DmnValue             *inputs,
                        const char           *service,
                        const char *const    *decisions,
                        StrataDecideComplain  complain,
                        GError              **error)
{
  g_autoptr (DmnEvaluation) evaluation = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  if (dmn_value_get_kind (inputs) != DMN_KIND_CONTEXT)
    {
      g_set_error_literal (error, DMN_ERROR, DMN_ERROR_INPUT, _("The inputs have to be one JSON object."));
      return NULL;
    }

  evaluation = begin (model, inputs, service, error);
  if (evaluation == NULL)
    return NULL;
  if (decisions == NULL && service != NULL && !append_decision (evaluation, model, service, names, values, error))
    return NULL;
  if (decisions == NULL && service == NULL && !append_all (evaluation, model, names, values, error))
    return NULL;
  for (guint i = 0; decisions != NULL && decisions[i] != NULL; i++)
    if (!append_decision (evaluation, model, decisions[i], names, values, error))
      return NULL;

  for (guint i = 0; i < dmn_evaluation_get_n_reasons (evaluation); i++)
    complain ("%s", dmn_evaluation_get_reason (evaluation, i));

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&values));
}

/**
 * strata_decide_serve:
 *
 * Answers each line of standard input with a line, until it ends.
 *
 * Returns: the exit status
 */
StrataExit
strata_decide_serve (void)
{
  g_autoptr (GHashTable) models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) dmn_model_unref);
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    if (*g_strstrip (line) != '\0')
      answer_line (models, line);
  free (line);

  return STRATA_EXIT_GOOD;
}
