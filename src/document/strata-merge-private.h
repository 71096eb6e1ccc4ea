/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of a merge share.
 */

#pragma once

#include "document/strata-merge.h"

#include "strata-compare-private.h"

G_BEGIN_DECLS

/* The three states of one place in the plan; each may be NULL: not there. */
typedef struct
{
  StrataValue *base;
  StrataValue *ours;
  StrataValue *theirs;
} StrataSides;

/* One run over the plan. */
typedef struct
{
  StrataSides  plan;
  StrataSides  scenario;  /* that is being merged, if one is */
  GHashTable  *pins;      /* path → reason: there ours is taken as it is */
  GPtrArray   *conflicts; /* StrataConflict */
} StrataMerger;

/* Three states of one object or array, and what names their parts. */
typedef struct
{
  const char  *path;
  const char  *name;
  gboolean     is_object;
  StrataMatch  match;
  StrataSides  sides;
  GPtrArray   *base_keys;
  GPtrArray   *ours_keys;
  GPtrArray   *theirs_keys;
  GHashTable  *base_index;
  GHashTable  *ours_index;
  GHashTable  *theirs_index;
} StrataParts;

StrataValue *strata_merger_run             (StrataMerger *merger) G_GNUC_WARN_UNUSED_RESULT;
void         strata_merger_pin             (StrataMerger *merger,
                                            StrataValue  *merged,
                                            const GError *error);

/* The parts of such an object or array. */
void         strata_parts_init             (StrataParts *parts);
void         strata_parts_clear            (StrataParts *parts);
StrataValue *strata_parts_find             (StrataValue *value,
                                            GHashTable  *index,
                                            const char  *key);
char        *strata_parts_make_path        (const StrataParts *parts,
                                            const char        *key) G_GNUC_WARN_UNUSED_RESULT;

/* What of theirs has to get another id, and their plan with it. */
StrataPlan  *strata_merge_rename           (StrataPlan *base,
                                            StrataPlan *ours,
                                            StrataPlan *theirs,
                                            GPtrArray  *renames) G_GNUC_WARN_UNUSED_RESULT;

/* What one side removed, while the other began to refer to it. */
gboolean     strata_merge_needs_placement  (const StrataSides *scenario,
                                            const StrataSides *placement,
                                            const char        *id);
gboolean     strata_merge_needs_tool       (const StrataSides *plan,
                                            const StrataSides *tool,
                                            const char        *id);

/* The order of what is kept. Keys are texts, borrowed. */
GPtrArray   *strata_merge_order            (GPtrArray  *base,
                                            GPtrArray  *ours,
                                            GPtrArray  *theirs,
                                            GHashTable *kept) G_GNUC_WARN_UNUSED_RESULT;
gboolean     strata_merge_order_conflicts  (GPtrArray  *base,
                                            GPtrArray  *ours,
                                            GPtrArray  *theirs);

G_END_DECLS
