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
char       *dmn_xml_dup_attribute  (xmlNode     *node,
                                    const char  *name) G_GNUC_WARN_UNUSED_RESULT;
/* The text in the child of that name; NULL where there is no such child. */
char       *dmn_xml_dup_child_text (xmlNode     *parent,
                                    const char  *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
