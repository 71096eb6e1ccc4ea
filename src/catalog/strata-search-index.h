/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may type to find a tool, folded once so that typing is quick.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of a tool a word comes from, what people type first. */
typedef enum
{
  STRATA_SEARCH_NAME,
  STRATA_SEARCH_ALIAS,
  STRATA_SEARCH_VENDOR,
  STRATA_SEARCH_MAIN_ROLE,
  STRATA_SEARCH_ROLE,
  STRATA_SEARCH_CAPABILITY,
} StrataSearchField;

#define STRATA_N_SEARCH_FIELDS 6

/**
 * StrataSearchIndex:
 *
 * The words of every entry. Filled once, in the entries' order, then only
 * asked.
 */
typedef struct _StrataSearchIndex StrataSearchIndex;

StrataSearchIndex *strata_search_index_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void               strata_search_index_free    (StrataSearchIndex *self);
void               strata_search_index_begin   (StrataSearchIndex *self);
void               strata_search_index_add     (StrataSearchIndex *self,
                                                StrataSearchField  field,
                                                const char        *text);

GArray            *strata_search_index_find    (StrataSearchIndex *self,
                                                const char        *words) G_GNUC_WARN_UNUSED_RESULT;
gboolean           strata_search_index_nearest (StrataSearchIndex *self,
                                                const char        *name,
                                                guint             *entry,
                                                guint             *distance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSearchIndex, strata_search_index_free)

G_END_DECLS
