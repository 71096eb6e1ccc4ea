/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table as boxes in a grid of its inputs.
 *
 * Between two values that cells name, no row tells one input from another.
 * So each input is a finite row of classes, and classes that no row tells
 * apart are one strip. A box is a set of strips for each input; sets are
 * bits, the first strip the lowest bit of the first word.
 */

#pragma once

#include "dmn/dmn-column-private.h"
#include "dmn/dmn-expression.h"
#include "dmn/dmn-verify.h"

G_BEGIN_DECLS

/* In place of a strip: no input has such a value; it may not have one. */
#define DMN_STRIP_EMPTY G_MAXUINT
#define DMN_STRIP_FORBIDDEN (G_MAXUINT - 1)

/**
 * DmnDomain:
 *
 * What an input may be, as far as the model says.
 */
typedef struct
{
  DmnKind    kind;      /* %DMN_KIND_NULL: nobody says */
  gboolean   whole;     /* whole numbers alone */
  gboolean   has_items; /* a list or a context */
  GPtrArray *allowed;   /* of FeelNode, borrowed: tests that must all pass */
} DmnDomain;

/**
 * DmnCells:
 *
 * The cells below an input, made ready to be put in columns.
 */
typedef struct
{
  GPtrArray *nodes;    /* of FeelNode */
  guint      kinds;    /* of the constants in them, as bits */
  gboolean   has_null; /* one speaks of null */
  gboolean   has_test; /* one is not passed by everything */
} DmnCells;

/**
 * DmnSide:
 *
 * One input of the grid. Where several columns have the same expression, a
 * row's cells in all of them are one.
 */
typedef struct
{
  const char *name;      /* borrowed: the input's text */
  DmnKind     kind;
  gboolean    whole;
  DmnColumn   column;    /* the cells of each column, then what is allowed */
  guint       n_columns;
  guint       n_rows;
  gboolean    has_null;  /* the last class is null */
  guint       n_classes;
  guint      *strips;    /* of each class */
  guint       n_strips;
  guint       offset;    /* of its words in a box */
  guint       n_words;
} DmnSide;

typedef struct
{
  DmnTable  *table;   /* borrowed */
  GPtrArray *sides;   /* of DmnSide */
  guint      n_rows;
  guint      n_words; /* of a box */
  guint64   *rows;    /* a box a row */
  guint64   *whole;   /* the box of everything */
  guint64    steps;   /* words looked at in the search that runs */
} DmnGrid;

/* What a model says of an input; of a parameter where the table stands in a
 * function. */
void        dmn_domain_init      (DmnDomain           *self);
void        dmn_domain_clear     (DmnDomain           *self);
void        dmn_domain_narrow    (DmnDomain           *self,
                                  DmnModel            *model,
                                  const DmnExpression *function,
                                  const DmnInputClause *input);

void        dmn_cells_init       (DmnCells            *self);
void        dmn_cells_clear      (DmnCells            *self);
/* FALSE where it is not made of constants alone. */
gboolean    dmn_cells_add        (DmnCells            *self,
                                  FeelNode            *cell);

/* Either may return NULL with the reason that stands in the way. */
DmnSide    *dmn_side_new         (const char          *name,
                                  const DmnDomain     *domain,
                                  const DmnCells      *cells,
                                  guint                n_columns,
                                  guint                n_rows,
                                  char               **obstacle) G_GNUC_WARN_UNUSED_RESULT;
void        dmn_side_free        (DmnSide             *self);
gboolean    dmn_side_passes      (const DmnSide       *self,
                                  guint                class,
                                  guint                row);
/* Unary tests that the set's values pass; NULL where all do. */
char       *dmn_side_describe    (const DmnSide       *self,
                                  const guint64       *set) G_GNUC_WARN_UNUSED_RESULT;

DmnGrid    *dmn_grid_new         (DmnModel            *model,
                                  const DmnExpression *function,
                                  DmnTable            *table,
                                  char               **obstacle) G_GNUC_WARN_UNUSED_RESULT;
void        dmn_grid_free        (DmnGrid             *self);
guint64    *dmn_grid_get_row     (const DmnGrid       *self,
                                  guint                row);
gboolean    dmn_grid_is_empty    (const DmnGrid       *self,
                                  const guint64       *box,
                                  const DmnSide      **side);
/* FALSE once the search has gone on for too long. */
gboolean    dmn_grid_step        (DmnGrid             *self,
                                  guint64              n_words);

/* What of a box none of the rows covers: at most so many boxes. FALSE where
 * there may be more of it. */
gboolean    dmn_grid_uncover     (DmnGrid             *self,
                                  const guint64       *box,
                                  GArray              *rows,
                                  guint                max_boxes,
                                  GPtrArray           *boxes);
/* Fewer boxes for the same; sorted. */
void        dmn_grid_merge       (const DmnGrid       *self,
                                  GPtrArray           *boxes);

/* The constants that rows put out. */
typedef struct _DmnOutputs DmnOutputs;

DmnOutputs *dmn_outputs_new      (DmnTable            *table) G_GNUC_WARN_UNUSED_RESULT;
void        dmn_outputs_free     (DmnOutputs          *self);
gboolean    dmn_outputs_are_alike (const DmnOutputs   *self,
                                  guint                a,
                                  guint                b);
/* Whether PRIORITY takes row a where b matches too. */
gboolean    dmn_outputs_precede  (const DmnOutputs    *self,
                                  guint                a,
                                  guint                b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DmnDomain, dmn_domain_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DmnCells, dmn_cells_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnSide, dmn_side_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnGrid, dmn_grid_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnOutputs, dmn_outputs_free)

G_END_DECLS
