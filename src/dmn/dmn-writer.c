/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a model as DMN 1.3.
 *
 * Editors that people have read that version and none above it. What came
 * from it goes back as it was; 1.1 and 1.2 differ in the names of their
 * namespaces and little else; 1.4 and 1.5 are 1.3 unless they use what they
 * added.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-error.h"
#include "dmn/dmn-model-private.h"

#include <string.h>

#define MODEL_1_3 "https://www.omg.org/spec/DMN/20191111/MODEL/"
#define FEEL_1_3 "https://www.omg.org/spec/DMN/20191111/FEEL/"
#define DMNDI_1_3 "https://www.omg.org/spec/DMN/20191111/DMNDI/"

typedef struct
{
  const char *uri;
  const char *current; /* the same in 1.3 */
} Namespace;

/* The namespaces of shapes and their bounds have been the same since 1.2. */
static const Namespace namespaces[] = {
  { MODEL_1_3, MODEL_1_3 },
  { "http://www.omg.org/spec/DMN/20151101/dmn.xsd", MODEL_1_3 },
  { "http://www.omg.org/spec/DMN/20151101/dmn11.xsd", MODEL_1_3 },
  { "http://www.omg.org/spec/DMN/20180521/MODEL/", MODEL_1_3 },
  { "https://www.omg.org/spec/DMN/20211108/MODEL/", MODEL_1_3 },
  { "https://www.omg.org/spec/DMN/20230324/MODEL/", MODEL_1_3 },
  { "http://www.omg.org/spec/FEEL/20140401", FEEL_1_3 },
  { "http://www.omg.org/spec/DMN/20180521/FEEL/", FEEL_1_3 },
  { "https://www.omg.org/spec/DMN/20211108/FEEL/", FEEL_1_3 },
  { "https://www.omg.org/spec/DMN/20230324/FEEL/", FEEL_1_3 },
  { DMNDI_1_3, DMNDI_1_3 },
  { "http://www.omg.org/spec/DMN/20180521/DMNDI/", DMNDI_1_3 },
  { "https://www.omg.org/spec/DMN/20230324/DMNDI/", DMNDI_1_3 },
};

/* What 1.4 and 1.5 added: elements of a model, and a word about pictures that
 * is 1.3's own way where it says false. */
static const char *const later_elements[] = { "conditional", "for", "some", "every", "filter", "typeConstraint" };
static const char later_shape[] = "useAlternativeInputDataShape";

/* (nullable): what 1.3 calls a namespace of any version */
static const char *
current_namespace (const char *uri)
{
  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (namespaces); i++)
    if (strcmp (namespaces[i].uri, uri) == 0)
      return namespaces[i].current;

  return NULL;
}

static gboolean
is_of_dmn (const xmlNode *node)
{
  return node->ns != NULL && current_namespace ((const char *) node->ns->href) != NULL;
}

/* (nullable): the name of something in an element that 1.3 does not have */
static const char *
find_later (xmlNode *node)
{
  g_autofree char *shape = dmn_xml_dup_attribute (node, later_shape);

  for (guint i = 0; is_of_dmn (node) && i < G_N_ELEMENTS (later_elements); i++)
    if (dmn_xml_is (node, later_elements[i]))
      return later_elements[i];

  return is_of_dmn (node) && shape != NULL && strcmp (shape, "false") != 0 ? later_shape : NULL;
}

static gboolean
can_be_written (DmnModel  *model,
                GError   **error)
{
  xmlNode *root = xmlDocGetRootElement (model->document);
  const char *uri = root->ns != NULL ? (const char *) root->ns->href : NULL;

  if (g_strcmp0 (current_namespace (uri), MODEL_1_3) != 0)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_VERSION,
                   "%s: <definitions> is in the namespace “%s”; DMN 1.1 to 1.5 can be written", model->name, uri != NULL ? uri : "");
      return FALSE;
    }

  for (xmlNode *node = root; node != NULL; node = dmn_xml_walk (node))
    if (find_later (node) != NULL)
      {
        g_set_error (error, DMN_ERROR, DMN_ERROR_VERSION,
                     "%s:%ld: “%s” is of a later version than DMN 1.3, which is what can be written", model->name,
                     xmlGetLineNo (node), find_later (node));
        return FALSE;
      }

  return TRUE;
}

static void
rename_namespaces (xmlNode *node)
{
  for (xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    {
      const char *current = current_namespace ((const char *) ns->href);

      if (current == NULL || strcmp (current, (const char *) ns->href) == 0)
        continue;
      xmlFree ((xmlChar *) ns->href);
      ns->href = xmlStrdup ((const xmlChar *) current);
    }
}

/* The languages of types and expressions are named by FEEL's namespace. */
static void
rename_language (xmlNode    *node,
                 const char *attribute)
{
  g_autofree char *uri = dmn_xml_dup_attribute (node, attribute);
  const char *current = current_namespace (uri);

  if (current != NULL)
    xmlSetProp (node, (const xmlChar *) attribute, (const xmlChar *) current);
}

/* 1.1 wrote feel:string, the name with a prefix for FEEL's namespace; since
 * then it is string. (nullable) */
static const char *
local_type (xmlNode    *node,
            const char *type)
{
  const char *colon = strchr (type, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (type, (gsize) (colon - type)) : NULL;
  xmlNs *ns = prefix != NULL ? xmlSearchNs (node->doc, node, (const xmlChar *) prefix) : NULL;

  return ns != NULL && strcmp ((const char *) ns->href, FEEL_1_3) == 0 ? colon + 1 : NULL;
}

static void
rename_types (xmlNode *node)
{
  g_autofree char *attribute = dmn_xml_dup_attribute (node, "typeRef");
  g_autofree char *text = dmn_xml_is (node, "itemDefinition") || dmn_xml_is (node, "itemComponent")
                            ? dmn_xml_dup_child_text (node, "typeRef") : NULL;

  if (attribute != NULL && local_type (node, attribute) != NULL)
    xmlSetProp (node, (const xmlChar *) "typeRef", (const xmlChar *) local_type (node, attribute));
  if (text != NULL && local_type (node, g_strstrip (text)) != NULL)
    dmn_xml_set_child_text (node, "typeRef", local_type (node, text));
}

/* 1.1 has the variable of knowledge behind its logic, later versions before. */
static void
order_knowledge (xmlNode *node)
{
  xmlNode *logic = dmn_xml_find (node, "encapsulatedLogic");
  xmlNode *variable = dmn_xml_find (node, "variable");

  for (xmlNode *before = logic; before != NULL && variable != NULL; before = before->next)
    if (before == variable)
      {
        dmn_xml_insert_before (dmn_xml_take_out (variable), node, logic);
        return;
      }
}

static void
migrate (xmlDoc *document)
{
  for (xmlNode *node = xmlDocGetRootElement (document); node != NULL; node = dmn_xml_walk (node))
    {
      rename_namespaces (node);
      if (!is_of_dmn (node))
        continue;
      xmlUnsetProp (node, (const xmlChar *) later_shape);
      rename_language (node, "expressionLanguage");
      rename_language (node, "typeLanguage");
      rename_types (node);
      if (dmn_xml_is (node, "businessKnowledgeModel"))
        order_knowledge (node);
    }
}

/**
 * dmn_model_to_bytes:
 * @model: a model
 * @error: return location for an error: %DMN_ERROR_VERSION for a model that
 *   DMN 1.3 cannot express, %DMN_ERROR_XML for one that has grown too large
 *
 * Writes the file as it was read and edited, what nothing here understands
 * included. A model of DMN 1.3 is the same but for what was edited; one of
 * another version gets the namespaces of 1.3, and 1.1 its spelling of types.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
dmn_model_to_bytes (DmnModel  *model,
                    GError   **error)
{
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (model != NULL, NULL);

  if (!can_be_written (model, error))
    return NULL;

  document = xmlCopyDoc (model->document, 1);
  if (strcmp ((const char *) xmlDocGetRootElement (document)->ns->href, MODEL_1_3) != 0)
    migrate (document);
  bytes = dmn_xml_to_bytes (document);
  if (g_bytes_get_size (bytes) <= DMN_XML_MAX_SIZE)
    return g_steal_pointer (&bytes);

  g_set_error (error, DMN_ERROR, DMN_ERROR_XML, "%s: is larger than 16 MiB, which is as much as can be read again", model->name);

  return NULL;
}
