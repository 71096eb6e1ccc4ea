/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a FEEL value holds.
 */

#pragma once

#include "dmn/dmn-value.h"

G_BEGIN_DECLS

typedef struct
{
  DmnDate date;
  DmnTime time;
} DmnMoment;

typedef struct
{
  GPtrArray *names; /* (nullable): of a context */
  GPtrArray *items;
} DmnItems;

typedef struct
{
  DmnValue *low;  /* (nullable) */
  DmnValue *high; /* (nullable) */
  gboolean  low_included;
  gboolean  high_included;
} DmnEnds;

typedef struct
{
  gpointer       function;
  GDestroyNotify destroy;
} DmnCallable;

struct _DmnValue
{
  gatomicrefcount ref_count;
  DmnKind         kind;
  union
  {
    gboolean    boolean;
    DmnNumber   number;
    char       *string;
    DmnMoment   moment; /* dates, times, and both */
    gint64      months;
    DmnDuration duration;
    DmnItems    items;  /* lists and contexts */
    DmnEnds     ends;
    DmnCallable callable;
  };
};

G_END_DECLS
