/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a decision table leaves open, says twice or never says.
 */

#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* One input of a box, and what it may be there. */
typedef struct
{
  char *input; /* as the table writes it */
  char *range; /* unary tests: `[50000..150000)`, `"email", "sms"`, `true` */
} DmnBoxSide;

/**
 * DmnBox:
 *
 * Inputs that a table treats alike. An input that may be anything is no side
 * of it. Fields are read, never written.
 */
typedef struct
{
  guint   rows[2]; /* from 1: those that meet in the box; 0 in a gap */
  GArray *sides;   /* of DmnBoxSide, in the order of the inputs */
} DmnBox;

/* A row that never answers. */
typedef struct
{
  guint       row;     /* from 1 */
  const char *barrier; /* (nullable): the input whose cell nothing passes; else others take all that it covers */
} DmnShadow;

/**
 * DmnLimit:
 * @DMN_LIMIT_GAPS: there may be more gaps than are listed
 * @DMN_LIMIT_PAIRS: there may be more conflicts or overlaps
 * @DMN_LIMIT_SHADOWS: there may be more rows that are shadowed
 *
 * Which lists of a verification end early.
 */
typedef enum
{
  DMN_LIMIT_GAPS = 1 << 0,
  DMN_LIMIT_PAIRS = 1 << 1,
  DMN_LIMIT_SHADOWS = 1 << 2,
} DmnLimit;

/**
 * DmnVerification:
 *
 * What is to be said of one table. Fields are read, never written.
 */
typedef struct
{
  DmnModel  *model;
  DmnTable  *table;     /* the model's */
  char      *obstacle;  /* (nullable): why the table could not be verified */
  gboolean   answers_gaps; /* a default, or an empty list, stands where no row does */
  DmnLimit   limits;
  GPtrArray *gaps;      /* of DmnBox: disjoint */
  GPtrArray *conflicts; /* of DmnBox */
  GPtrArray *overlaps;  /* of DmnBox */
  GArray    *shadows;   /* of DmnShadow, by row */
} DmnVerification;

GPtrArray *dmn_verify_model               (DmnModel              *model) G_GNUC_WARN_UNUSED_RESULT;
void       dmn_verification_free          (DmnVerification       *self);
gboolean   dmn_verification_finds_fault   (const DmnVerification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnVerification, dmn_verification_free)

G_END_DECLS
