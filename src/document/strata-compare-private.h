/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What states of one value have in common.
 */

#pragma once

#include "model/strata-value.h"

G_BEGIN_DECLS

/**
 * StrataMatch:
 * @STRATA_MATCH_WHOLE: not at all: the array is one value
 * @STRATA_MATCH_STRINGS: a set of strings
 * @STRATA_MATCH_IDS: by the `id` that every element has
 * @STRATA_MATCH_FIELDS: by the members that make a flow, an acceptance, … the
 *   one that it is
 *
 * How the elements of arrays that are states of one another belong together.
 */
typedef enum
{
  STRATA_MATCH_WHOLE,
  STRATA_MATCH_STRINGS,
  STRATA_MATCH_IDS,
  STRATA_MATCH_FIELDS,
} StrataMatch;

gboolean     strata_compare_same        (StrataValue *a,
                                         StrataValue *b);
gboolean     strata_compare_is          (StrataValue     *value,
                                         StrataValueKind  kind);

StrataMatch  strata_compare_match       (const char          *name,
                                         StrataValue * const *arrays,
                                         guint                n_arrays);
GPtrArray   *strata_compare_get_keys    (const char  *name,
                                         StrataMatch  match,
                                         StrataValue *array) G_GNUC_WARN_UNUSED_RESULT;
GHashTable  *strata_compare_index_keys  (GPtrArray *keys) G_GNUC_WARN_UNUSED_RESULT;

char        *strata_compare_join_path   (const char *path,
                                         const char *segment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
