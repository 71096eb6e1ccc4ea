/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One catalogue file, read: its capabilities and tools.
 */

#pragma once

#include "strata-catalog.h"

G_BEGIN_DECLS

/**
 * StrataCatalogEntry:
 *
 * What a catalogue file says of one id: a tool, or where its tool went.
 */
typedef struct
{
  const char *id;         /* borrowed from the layer's value */
  StrataTool *tool;       /* NULL: renamed */
  const char *renamed_to; /* borrowed from the layer's value; NULL: a tool */
  char       *file;       /* for messages */
  char       *path;       /* in the file, for messages */
} StrataCatalogEntry;

/**
 * StrataCatalogLayer:
 *
 * What one file adds to the catalogue. Its strings live in its value.
 */
typedef struct
{
  StrataValue *value;
  GArray      *capabilities; /* StrataCapability */
  GPtrArray   *entries;      /* StrataCatalogEntry, in the file's order */
} StrataCatalogLayer;

/* The words of a capability's class, in the order of StrataOwnership. */
extern const StrataVocabulary strata_ownerships;

StrataCatalogLayer *strata_catalog_layer_new  (StrataValue        *value,
                                               const char         *name,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void                strata_catalog_layer_free (StrataCatalogLayer *layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCatalogLayer, strata_catalog_layer_free)

G_END_DECLS
