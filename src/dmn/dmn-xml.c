/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 as this library uses it: no network, no entities, errors as GError.
 *
 * Debian's libxml2 is 2.9, Flatpak's is newer: what differs stays in here.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-xml.h"

#include "dmn/dmn-error.h"

#include <libxml/parser.h>
#include <string.h>

/* Boxed expressions nest; nobody nests deeper by hand. */
#define MAX_DEPTH 200

typedef struct
{
  char *message;
  int   line;
} FirstError;

/* Later versions hand the error over as const: this takes both. */
static void
remember_error (FirstError *first,
                int         line,
                const char *message)
{
  if (first->message != NULL)
    return;

  first->line = line;
  /* A second line shows bytes, which help nobody. */
  first->message = g_strdup (message != NULL ? message : "");
  first->message[strcspn (first->message, "\n")] = '\0';
  g_strchomp (first->message);
}

static void
structured_error_cb (void *data,
#if LIBXML_VERSION >= 21200
                     const xmlError *error)
#else
                     xmlError *error)
#endif
{
  remember_error (data, error->line, error->message);
}

/* The first element that stands deeper than it may; NULL where none does. */
static xmlNode *
find_too_deep (xmlNode *root)
{
  guint depth = 1;

  for (xmlNode *node = root; node != NULL;)
    {
      if (depth > MAX_DEPTH)
        return node;

      if (dmn_xml_first (node) != NULL)
        {
          node = dmn_xml_first (node);
          depth++;
          continue;
        }
      while (node != root && dmn_xml_next (node) == NULL)
        {
          node = node->parent;
          depth--;
        }
      node = node != root ? dmn_xml_next (node) : NULL;
    }

  return NULL;
}

/* libxml2 does not say where a DOCTYPE stands. */
static guint
line_of (GBytes     *bytes,
         const char *part)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *found = g_strstr_len (text, (gssize) size, part);
  guint line = 1;

  for (; found != NULL && text < found; text++)
    line += *text == '\n' ? 1 : 0;

  return line;
}

static gboolean
is_acceptable (xmlDoc      *document,
               GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  xmlNode *deep;

  if (document->intSubset != NULL || document->extSubset != NULL)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_XML,
                   "%s:%u: has a DOCTYPE; a decision model has none", name, line_of (bytes, "<!DOCTYPE"));
      return FALSE;
    }

  deep = find_too_deep (xmlDocGetRootElement (document));
  if (deep != NULL)
    g_set_error (error, DMN_ERROR, DMN_ERROR_XML, "%s:%ld: <%s> stands %d elements deep; allowed are %d", name,
                 xmlGetLineNo (deep), (const char *) deep->name, MAX_DEPTH + 1, MAX_DEPTH);

  return deep == NULL;
}

static char *
dup_and_free (xmlChar *text)
{
  char *copy = g_strdup ((const char *) text);

  if (text != NULL)
    xmlFree (text);

  return copy;
}

/**
 * dmn_xml_parse:
 * @bytes: the file's bytes
 * @name: what messages call it
 * @error: return location for a %DMN_ERROR_XML
 *
 * Reads XML that may be hostile: no network, no entities, no DOCTYPE, limits
 * on size and depth.
 *
 * Returns: (transfer full): the document, or %NULL
 */
xmlDoc *
dmn_xml_parse (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  g_autoptr (xmlDoc) document = NULL;
  FirstError first = { NULL, 0 };
  xmlParserCtxt *context;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 || size > DMN_XML_MAX_SIZE)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_XML,
                   size == 0 ? "%s: is empty; a decision model is XML" : "%s: is larger than 16 MiB, which is as much as is read", name);
      return NULL;
    }

  context = xmlNewParserCtxt ();
  xmlSetStructuredErrorFunc (&first, (xmlStructuredErrorFunc) structured_error_cb);
  document = xmlCtxtReadMemory (context, data, (int) size, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_COMPACT);
  xmlSetStructuredErrorFunc (NULL, NULL);
  xmlFreeParserCtxt (context);

  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_XML, "%s:%d: is not XML: %s", name, first.line,
                   first.message != NULL ? first.message : "there is no element");
      g_free (first.message);
      return NULL;
    }
  g_free (first.message);

  return is_acceptable (document, bytes, name, error) ? g_steal_pointer (&document) : NULL;
}

/**
 * dmn_xml_is:
 * @node: (nullable): a node
 * @name: an element's local name
 *
 * Returns: whether it is an element of that name
 */
gboolean
dmn_xml_is (xmlNode    *node,
            const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/**
 * dmn_xml_next:
 * @node: an element
 *
 * Returns: (nullable): the next element beside it
 */
xmlNode *
dmn_xml_next (xmlNode *node)
{
  return xmlNextElementSibling (node);
}

/**
 * dmn_xml_first:
 * @parent: an element
 *
 * Returns: (nullable): the first element in it
 */
xmlNode *
dmn_xml_first (xmlNode *parent)
{
  return xmlFirstElementChild (parent);
}

/**
 * dmn_xml_find:
 * @parent: an element
 * @name: an element's local name
 *
 * Returns: (nullable): the first element of that name in it
 */
xmlNode *
dmn_xml_find (xmlNode    *parent,
              const char *name)
{
  for (xmlNode *node = dmn_xml_first (parent); node != NULL; node = dmn_xml_next (node))
    if (dmn_xml_is (node, name))
      return node;

  return NULL;
}

/**
 * dmn_xml_dup_attribute:
 * @node: an element
 * @name: an attribute without a namespace
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
dmn_xml_dup_attribute (xmlNode    *node,
                       const char *name)
{
  return dup_and_free (xmlGetNoNsProp (node, (const xmlChar *) name));
}

/**
 * dmn_xml_dup_text:
 * @node: an element
 *
 * Returns: (transfer full): the text in it
 */
char *
dmn_xml_dup_text (xmlNode *node)
{
  return dup_and_free (xmlNodeGetContent (node));
}

/**
 * dmn_xml_dup_child_text:
 * @parent: an element
 * @name: an element's local name
 *
 * Returns: (transfer full) (nullable): the text of the first such element in
 *   it, or %NULL where there is none
 */
char *
dmn_xml_dup_child_text (xmlNode    *parent,
                        const char *name)
{
  xmlNode *child = dmn_xml_find (parent, name);

  return child != NULL ? dmn_xml_dup_text (child) : NULL;
}

/**
 * dmn_xml_walk:
 * @node: an element
 *
 * Returns: (nullable): the element that begins next in the file, in it, beside
 *   it or behind what it stands in
 */
xmlNode *
dmn_xml_walk (xmlNode *node)
{
  xmlNode *next = dmn_xml_first (node);

  while (next == NULL && node != NULL && node->type == XML_ELEMENT_NODE)
    {
      next = dmn_xml_next (node);
      node = node->parent;
    }

  return next;
}
