/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of XML that leave everything else as it is.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-xml.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlsave.h>
#include <string.h>

static xmlNode *
indent_of (xmlNode *node)
{
  return node->prev != NULL && xmlIsBlankNode (node->prev) ? node->prev : NULL;
}

/* The white space that an element is to have before it: that of an element
 * which stands there. */
static xmlNode *
dup_indent (xmlNode *parent,
            xmlNode *next)
{
  xmlNode *model = next != NULL ? next : parent->last;

  while (model != NULL && model->type != XML_ELEMENT_NODE)
    model = model->prev;

  return model != NULL && indent_of (model) != NULL ? xmlDocCopyNode (indent_of (model), parent->doc, 1) : NULL;
}

static void
set_text (xmlNode    *node,
          const char *text)
{
  g_autofree char *old = dmn_xml_dup_text (node);

  if (strcmp (old, text) == 0)
    return;

  while (node->children != NULL)
    {
      xmlNode *child = node->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  if (*text != '\0')
    xmlAddChild (node, xmlNewDocText (node->doc, (const xmlChar *) text));
}

/**
 * dmn_xml_get_ids:
 * @document: a document
 *
 * Returns: (transfer full): a set of the `id` of every element
 */
GHashTable *
dmn_xml_get_ids (xmlDoc *document)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *node = xmlDocGetRootElement (document); node != NULL; node = dmn_xml_walk (node))
    {
      char *id = dmn_xml_dup_attribute (node, "id");

      if (id != NULL)
        g_hash_table_add (ids, id);
    }

  return ids;
}

/**
 * dmn_xml_can_hold:
 * @text: a text
 * @at: (out): the byte of the first character that it cannot
 *
 * Control characters are not in XML 1.0, not even escaped.
 *
 * Returns: whether a document can have the text in it
 */
gboolean
dmn_xml_can_hold (const char *text,
                  gsize      *at)
{
  const char *end;
  gboolean valid = g_utf8_validate (text, -1, &end);

  for (const char *character = text; character < end; character = g_utf8_next_char (character))
    if (!IS_CHAR (g_utf8_get_char (character)))
      {
        *at = (gsize) (character - text);
        return FALSE;
      }
  *at = (gsize) (end - text);

  return valid;
}

/**
 * dmn_xml_set_child_text:
 * @parent: an element
 * @name: the name of its child
 * @text: what stands in it afterwards
 *
 * A child that has the text already is left as it is, with its comments and
 * CDATA sections.
 */
void
dmn_xml_set_child_text (xmlNode    *parent,
                        const char *name,
                        const char *text)
{
  xmlNode *child = dmn_xml_find (parent, name);

  if (child == NULL)
    child = xmlNewChild (parent, parent->ns, (const xmlChar *) name, NULL);
  set_text (child, text);
}

/**
 * dmn_xml_take_out:
 * @node: an element
 *
 * Returns: the element, which is nowhere now
 */
xmlNode *
dmn_xml_take_out (xmlNode *node)
{
  xmlNode *indent = indent_of (node);

  if (indent != NULL)
    {
      xmlUnlinkNode (indent);
      xmlFreeNode (indent);
    }
  xmlUnlinkNode (node);

  return node;
}

/**
 * dmn_xml_insert_before:
 * @node: (transfer full): an element that is nowhere
 * @parent: where it comes to stand
 * @next: (nullable): before this, or behind the last element
 *
 * The element stands as far to the right as that beside it.
 */
void
dmn_xml_insert_before (xmlNode *node,
                       xmlNode *parent,
                       xmlNode *next)
{
  xmlNode *indent = dup_indent (parent, next);
  xmlNode *last = parent->last;

  while (last != NULL && last->type != XML_ELEMENT_NODE)
    last = last->prev;

  if (next != NULL)
    xmlAddPrevSibling (next, node);
  else if (last != NULL)
    xmlAddNextSibling (last, node);
  else
    xmlAddChild (parent, node);

  /* The white space before the next one is this one's now. */
  if (indent != NULL && next != NULL)
    xmlAddNextSibling (node, indent);
  else if (indent != NULL)
    xmlAddPrevSibling (node, indent);
}

/**
 * dmn_xml_to_bytes:
 * @document: a document
 *
 * Returns: (transfer full): the file, in UTF-8, with no white space of ours
 */
GBytes *
dmn_xml_to_bytes (xmlDoc *document)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlSaveCtxt *context = xmlSaveToBuffer (buffer, "UTF-8", 0);
  GBytes *bytes;

  xmlSaveDoc (context, document);
  xmlSaveClose (context);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);

  return bytes;
}
