/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 as this library uses it: no network, no entities, errors as GError.
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Models for people are some hundred kilobytes. */
#define DMN_XML_MAX_SIZE (16 * 1024 * 1024)

xmlDoc     *dmn_xml_parse          (GBytes      *bytes,
                                    const char  *name,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Elements by local name, whatever version's namespace they are in. */
gboolean    dmn_xml_is             (xmlNode     *node,
                                    const char  *name);
xmlNode    *dmn_xml_first          (xmlNode     *parent);
xmlNode    *dmn_xml_next           (xmlNode     *node);
xmlNode    *dmn_xml_find           (xmlNode     *parent,
                                    const char  *name);
xmlNode    *dmn_xml_walk           (xmlNode     *node);
char       *dmn_xml_dup_attribute  (xmlNode     *node,
                                    const char  *name) G_GNUC_WARN_UNUSED_RESULT;
char       *dmn_xml_dup_text       (xmlNode     *node) G_GNUC_WARN_UNUSED_RESULT;
/* The text in the child of that name; NULL where there is no such child. */
char       *dmn_xml_dup_child_text (xmlNode     *parent,
                                    const char  *name) G_GNUC_WARN_UNUSED_RESULT;

/* The id of every element, as keys. */
GHashTable *dmn_xml_get_ids        (xmlDoc      *document) G_GNUC_WARN_UNUSED_RESULT;

/* Whether XML 1.0 has all characters of a text; else where it has not. */
gboolean    dmn_xml_can_hold       (const char  *text,
                                    gsize       *at);
/* The child is made, as the last one, where there is none of that name. */
void        dmn_xml_set_child_text (xmlNode     *parent,
                                    const char  *name,
                                    const char  *text);
/* An element goes in and out with the white space before it. */
xmlNode    *dmn_xml_take_out       (xmlNode     *node);
void        dmn_xml_insert_before  (xmlNode     *node,
                                    xmlNode     *parent,
                                    xmlNode     *next);
GBytes     *dmn_xml_to_bytes       (xmlDoc      *document) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
