/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a model: what each element requires.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

/* Another file's elements are none of the names that an expression can use:
 * “namespace#_id”, where the namespace is not this model's. */
static gboolean
is_of_another_file (xmlNode    *node,
                    const char *href)
{
  g_autofree char *own = dmn_xml_dup_attribute (xmlDocGetRootElement (node->doc), "namespace");
  const char *hash = strrchr (href, '#');

  return hash != NULL && hash != href &&
         (own == NULL || strlen (own) != (gsize) (hash - href) || strncmp (own, href, (gsize) (hash - href)) != 0);
}

/* The target of a requirement: its only element that is no extension. */
static xmlNode *
target_of (xmlNode *requirement)
{
  for (xmlNode *node = dmn_xml_first (requirement); node != NULL; node = dmn_xml_next (node))
    if (g_str_has_prefix ((const char *) node->name, "required"))
      return node;

  return NULL;
}

static void
resolve (DmnReader   *reader,
         DmnElement  *element,
         xmlNode     *node,
         GHashTable  *by_id)
{
  g_autofree char *href = dmn_xml_dup_attribute (node, "href");
  const char *hash = href != NULL ? strrchr (href, '#') : NULL;
  guint index = href != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (by_id, hash != NULL ? hash + 1 : href)) : 0;

  if (href == NULL)
    dmn_reader_fail (reader, node, "<%s> has no href", (const char *) node->name);
  else if (index-- > 0)
    g_array_append_val (element->required, index);
  else if (!is_of_another_file (node, href))
    dmn_reader_fail (reader, node, "<%s> is “%s”, which is the id of nothing in the file", (const char *) node->name, href);
}

static void
link_element (DmnReader   *reader,
              DmnElement  *element,
              GHashTable  *by_id)
{
  reader->decision = element->name;

  for (xmlNode *node = dmn_xml_first (element->node); node != NULL; node = dmn_xml_next (node))
    if (dmn_xml_is (node, "informationRequirement") || dmn_xml_is (node, "knowledgeRequirement"))
      {
        if (target_of (node) != NULL)
          resolve (reader, element, target_of (node), by_id);
        else
          dmn_reader_fail (reader, node, "<%s> does not say what is required", (const char *) node->name);
      }
  reader->decision = NULL;
}

typedef enum
{
  UNVISITED,
  OPEN,
  DONE,
} Visit;

/* Depth first; FALSE where an element requires itself by a way. */
static gboolean
is_acyclic (GPtrArray *elements,
            Visit     *visits,
            guint      index,
            guint      depth)
{
  DmnElement *element = elements->pdata[index];

  if (visits[index] == DONE)
    return TRUE;
  if (visits[index] == OPEN || depth > 1000)
    return FALSE;

  visits[index] = OPEN;
  for (guint i = 0; i < element->required->len; i++)
    {
      guint next = g_array_index (element->required, guint, i);
      DmnElement *required = elements->pdata[next];

      /* Knowledge may call itself. */
      if (element->kind == DMN_ELEMENT_KNOWLEDGE && required->kind == DMN_ELEMENT_KNOWLEDGE && next == index)
        continue;
      if (!is_acyclic (elements, visits, next, depth + 1))
        return FALSE;
    }
  visits[index] = DONE;

  return TRUE;
}

static void
check_cycles (DmnReader *reader)
{
  GPtrArray *elements = reader->model->elements;
  g_autofree Visit *visits = g_new0 (Visit, elements->len);

  for (guint i = 0; i < elements->len; i++)
    if (!is_acyclic (elements, visits, i, 0))
      {
        DmnElement *element = elements->pdata[i];

        dmn_reader_fail_at (reader, element->line, "“%s”: what it requires leads back to itself", element->name);
        return;
      }
}

void
dmn_reader_link (DmnReader *reader)
{
  GPtrArray *elements = reader->model->elements;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < elements->len; i++)
    if (dmn_model_get_element (reader->model, i)->id != NULL)
      g_hash_table_insert (by_id, dmn_model_get_element (reader->model, i)->id, GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < elements->len && reader->error == NULL; i++)
    link_element (reader, elements->pdata[i], by_id);
  if (reader->error == NULL)
    check_cycles (reader);
}
