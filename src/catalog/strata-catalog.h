/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tools and capabilities, looked up through the plan, the person and us.
 */

#pragma once

#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataOwnership:
 * @STRATA_OWNERSHIP_AUTHORITATIVE: there must be one owner of the answer
 * @STRATA_OWNERSHIP_EXCLUSIVE: a second provider is a double-billed feature
 * @STRATA_OWNERSHIP_SHARED: many may have it
 *
 * How many tools may do one thing. decision-model.md, section 2.
 */
typedef enum
{
  STRATA_OWNERSHIP_AUTHORITATIVE,
  STRATA_OWNERSHIP_EXCLUSIVE,
  STRATA_OWNERSHIP_SHARED,
} StrataOwnership;

/**
 * StrataCapability:
 *
 * Something a tool does and bills for. Borrowed from the catalogue.
 */
typedef struct
{
  const char      *id;
  const char      *label;      /* untranslated: pass it through gettext */
  StrataOwnership  ownership;
  StrataLayer      layer;      /* where lists group it */
} StrataCapability;

/**
 * StrataCatalog:
 *
 * The tools that are there to place; immutable and ref-counted. Layers stack:
 * a plan's own definition replaces the catalogue's entry whole.
 */
typedef struct _StrataCatalog StrataCatalog;

#define STRATA_CATALOG_FORMAT  "strata-catalog"
#define STRATA_CATALOG_VERSION 1

#define STRATA_TYPE_CATALOG (strata_catalog_get_type ())

GType                   strata_catalog_get_type         (void) G_GNUC_CONST;

/* From parsed catalogue files, later ones layered over earlier ones. The
 * value of each is {"format": "strata-catalog", "version": 1,
 * "capabilities": [...], "tools": {id: definition}}; a definition that is
 * {"renamed_to": id} sends an old id on. A message names the file (from
 * `names`), the JSON path, what was found and what is allowed. */
StrataCatalog          *strata_catalog_new              (GPtrArray          *values,
                                                         const char * const *names,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The catalogue files of the data folder. */
StrataCatalog          *strata_catalog_load             (GError **error) G_GNUC_WARN_UNUSED_RESULT;
StrataCatalog          *strata_catalog_ref              (StrataCatalog *catalog);
void                    strata_catalog_unref            (StrataCatalog *catalog);

guint                   strata_catalog_get_n_tools      (StrataCatalog *catalog);
StrataTool             *strata_catalog_get_tool         (StrataCatalog *catalog,
                                                         guint          index);
/* Looks in the plan first (which may be NULL), then here, following ids that
 * were renamed. Borrowed; NULL when nobody knows the id. */
StrataTool             *strata_catalog_find_tool        (StrataCatalog *catalog,
                                                         StrataPlan    *plan,
                                                         const char    *id);

guint                   strata_catalog_get_n_capabilities (StrataCatalog *catalog);
const StrataCapability *strata_catalog_get_capability   (StrataCatalog *catalog,
                                                         guint          index);
/* NULL when unknown: then it is shared and its id is its label. */
const StrataCapability *strata_catalog_find_capability  (StrataCatalog *catalog,
                                                         const char    *id);
StrataOwnership         strata_catalog_get_ownership    (StrataCatalog *catalog,
                                                         const char    *capability);
/* Translated, for people. */
const char             *strata_catalog_get_label        (StrataCatalog *catalog,
                                                         const char    *capability);

/* What a plan can only be held against together with a catalogue: every tool
 * is known, every placement's roles are its tool's. */
gboolean                strata_catalog_check_plan       (StrataCatalog  *catalog,
                                                         StrataPlan     *plan,
                                                         GError        **error);

/* The id that was probably meant by one that nobody knows, or NULL. */
const char             *strata_catalog_suggest_tool     (StrataCatalog *catalog,
                                                         StrataPlan    *plan,
                                                         const char    *id);

/* Tools, each a reference. Best first; an empty query gives everything in catalogue order. */
GPtrArray              *strata_catalog_search           (StrataCatalog *catalog,
                                                         const char    *words) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCatalog, strata_catalog_unref)

G_END_DECLS
