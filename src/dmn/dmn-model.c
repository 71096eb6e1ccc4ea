/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision model: what can be decided, from what.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (DmnModel, dmn_model, dmn_model_ref, dmn_model_unref)

static gboolean
is_called (const DmnElement *element,
           const char       *id,
           const char       *name)
{
  return strcmp (element->name, name) == 0 || g_strcmp0 (element->id, id) == 0;
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
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document = dmn_xml_parse (bytes, name, error);

  return document != NULL ? dmn_model_new_for_document (g_steal_pointer (&document), name, error) : NULL;
}

/* Takes the document. */
DmnModel *
dmn_model_new_for_document (xmlDoc      *document,
                            const char  *name,
                            GError     **error)
{
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (FeelNames) names = NULL;
  DmnReader reader = { NULL };

  model = g_new0 (DmnModel, 1);
  g_atomic_ref_count_init (&model->ref_count);
  model->name = g_strdup (name);
  model->document = document;
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

  return dmn_model_get_decision (model, decision)->name;
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

  return (guint) dmn_model_get_decision (model, decision)->line;
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
      DmnElement *element = dmn_model_get_decision (model, i);

      if (is_called (element, name, normal))
        {
          if (decision != NULL)
            *decision = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dmn_model_find_service:
 * @model: a model
 * @name: a decision service's name or id
 * @service: (out): its number
 *
 * Returns: %FALSE when there is none
 */
gboolean
dmn_model_find_service (DmnModel   *model,
                        const char *name,
                        guint      *service)
{
  g_autofree char *normal = feel_name_normalize (name, -1);

  for (*service = 0; *service < model->elements->len; (*service)++)
    {
      DmnElement *element = dmn_model_get_element (model, *service);

      if (element->kind == DMN_ELEMENT_SERVICE && is_called (element, name, normal))
        return TRUE;
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

  element = dmn_model_get_decision (model, decision);

  return element->expression != NULL ? element->expression->table : NULL;
}
