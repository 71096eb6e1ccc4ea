/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a catalogue is made of, for the files that make and ask one.
 */

#pragma once

#include "strata-catalog.h"
#include "strata-search-index.h"

G_BEGIN_DECLS

struct _StrataCatalog
{
  gatomicrefcount    ref_count;
  GPtrArray         *layers;           /* own the text of all that follows */
  GArray            *capabilities;     /* StrataCapability */
  GHashTable        *capability_index; /* id → position + 1 */
  GPtrArray         *tools;
  GHashTable        *tool_index;       /* id, present or former → position + 1 */
  StrataSearchIndex *search;
};

guint strata_catalog_lookup_position (GHashTable *index,
                                      const char *id);

G_END_DECLS
