/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of one kind that cells name, and where others lie among them.
 */

#pragma once

#include "dmn/dmn-value.h"

G_BEGIN_DECLS

/**
 * DmnScale:
 *
 * Bounds in their order. A position is a place on the scale: 2 i + 1 is bound
 * i itself, 2 i the gap below it, twice their number the gap above them all.
 */
typedef struct
{
  DmnKind    kind;
  GPtrArray *bounds; /* of DmnValue, ascending, each once */
  gint64    *keys;   /* (nullable): the same as integers, where all have one */
} DmnScale;

/* Null, booleans, and whatever has no such order, have no scale. */
gboolean dmn_kind_has_scale    (DmnKind          kind);
/* A time in a zone and one in none have no order: the scale has the latter. */
gboolean dmn_value_has_scale   (const DmnValue  *value);

/* Takes those of the values that are of the kind. */
void     dmn_scale_init        (DmnScale        *self,
                                DmnKind          kind,
                                GPtrArray       *values);
void     dmn_scale_clear       (DmnScale        *self);
guint    dmn_scale_n_positions (const DmnScale  *self);
/* Allocates nothing where all have keys. */
guint    dmn_scale_find        (const DmnScale  *self,
                                const DmnValue  *value);
/* A value at a position; %NULL where none lies. FALSE when that cannot be
 * told. */
gboolean dmn_scale_sample      (const DmnScale  *self,
                                guint            position,
                                DmnValue       **sample);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DmnScale, dmn_scale_clear)

G_END_DECLS
