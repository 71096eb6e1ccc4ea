/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a model: decision services.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

/* One row a list of a service, in the order in which arguments are given. */
typedef struct
{
  const char     *element;
  DmnElementKind  kind;
  gboolean        is_output;
} Reference;

static const Reference references[] = {
  { "inputData", DMN_ELEMENT_INPUT, FALSE },
  { "inputDecision", DMN_ELEMENT_DECISION, FALSE },
  { "outputDecision", DMN_ELEMENT_DECISION, TRUE },
};

static gboolean
find_by_id (DmnModel       *model,
            const char     *id,
            DmnElementKind  kind,
            guint          *index)
{
  for (*index = 0; *index < model->elements->len; (*index)++)
    {
      DmnElement *element = dmn_model_get_element (model, *index);

      if (element->kind == kind && g_strcmp0 (element->id, id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
read_reference (DmnReader       *reader,
                DmnElement      *service,
                xmlNode         *node,
                const Reference *reference)
{
  g_autofree char *href = dmn_xml_dup_attribute (node, "href");
  const char *hash = href != NULL ? strrchr (href, '#') : NULL;
  guint index;

  if (href == NULL || !find_by_id (reader->model, hash != NULL ? hash + 1 : href, reference->kind, &index))
    {
      dmn_reader_fail (reader, node, "<%s> is “%s”, the id of no %s of this model", reference->element,
                       href != NULL ? href : "",
                       reference->kind == DMN_ELEMENT_INPUT ? "input data" : "decision");
      return;
    }

  g_array_append_val (reference->is_output ? service->outputs : service->parameters, index);
}

static void
read_service (DmnReader  *reader,
              DmnElement *service)
{
  reader->decision = service->name;

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    for (xmlNode *child = dmn_xml_first (service->node); child != NULL; child = dmn_xml_next (child))
      if (dmn_xml_is (child, references[i].element))
        read_reference (reader, service, child, &references[i]);

  if (service->outputs->len == 0)
    dmn_reader_fail (reader, service->node, "the decision service has no outputDecision");
  reader->decision = NULL;
}

void
dmn_reader_services (DmnReader *reader)
{
  for (guint i = 0; i < reader->model->elements->len && reader->error == NULL; i++)
    if (dmn_model_get_element (reader->model, i)->kind == DMN_ELEMENT_SERVICE)
      read_service (reader, dmn_model_get_element (reader->model, i));
}
