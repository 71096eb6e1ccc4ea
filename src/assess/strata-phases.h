/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days on which each layer is built.
 */

#pragma once

#include "model/strata-vocabulary.h"

G_BEGIN_DECLS

/**
 * StrataPhases:
 *
 * The days [begin, end) on which each layer is built, by layer.
 */
typedef struct
{
  int begin[STRATA_N_LAYERS];
  int end[STRATA_N_LAYERS];
} StrataPhases;

/* The day after the last one of the sequence. */
int strata_phases_get_end (const StrataPhases *phases);

G_END_DECLS
