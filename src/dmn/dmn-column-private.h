/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells below one input, made ready: which of them a value passes.
 */

#pragma once

#include "dmn/dmn-scale-private.h"
#include "dmn/feel-evaluate.h"

G_BEGIN_DECLS

/* Kinds up to the last one that has a scale. */
#define DMN_N_SCALES (DMN_KIND_SECONDS_DURATION + 1)

/**
 * DmnColumn:
 *
 * Sets of rows are bits, the first row the lowest bit of the first word.
 */
typedef struct
{
  guint      n_rows;
  guint      n_words;      /* of a set */
  guint64   *interpreted;  /* rows whose cell depends on more than the value */
  gboolean   any_interpreted;
  guint64   *of_null;
  guint64   *of_boolean[2];
  DmnScale   scales[DMN_N_SCALES];
  guint64   *of_scale[DMN_N_SCALES]; /* a set a position; NULL: no such scale */
  guint      calls;        /* the names below that the cells call, as bits */
} DmnColumn;

void            dmn_column_init      (DmnColumn        *self,
                                      FeelNode *const  *cells,
                                      guint             n_cells);
void            dmn_column_clear     (DmnColumn        *self);
/* The rows that a value passes, but for those that are interpreted; %NULL
 * where all of them have to be. */
const guint64  *dmn_column_find      (const DmnColumn  *self,
                                      const DmnValue   *value);

/* Whether a node is a constant; and what it calls, as far as it is. */
gboolean        feel_node_is_constant (FeelNode        *node,
                                       guint           *calls);
/* Whether any of the called names means something else here. */
gboolean        feel_calls_are_hidden (guint            calls,
                                       FeelScope       *scope);

static inline gboolean
dmn_rows_has (const guint64 *rows,
              guint          row)
{
  return (rows[row / 64] >> (row % 64) & 1) != 0;
}

static inline void
dmn_rows_add (guint64 *rows,
              guint    row)
{
  rows[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

G_END_DECLS
