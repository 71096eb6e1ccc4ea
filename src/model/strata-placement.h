/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool put on a layer of a scenario: when, how much of it, for how much.
 */

#pragma once

#include "strata-tool.h"

G_BEGIN_DECLS

/* A day that is not written in the plan. */
#define STRATA_DAY_UNSET G_MININT

/* Money that nobody has said yet. Money is in cents of the plan's currency. */
#define STRATA_MONEY_UNKNOWN G_GINT64_CONSTANT (-1)

/**
 * StrataPlacement:
 *
 * One card on the stack; immutable and ref-counted. Fields are read, never
 * written, and hold what the plan says: defaults that need a decision or a
 * tool (days, roles) are applied by who knows those.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount     ref_count;
  StrataValue        *value;

  /*< public >*/
  const char         *id;
  const char         *tool;
  StrataLayer         layer;
  StrataRoles         roles;         /* 0: not written */
  StrataStatus        status;        /* default planned */
  int                 start_day;     /* or STRATA_DAY_UNSET */
  int                 live_day;      /* or STRATA_DAY_UNSET */
  int                 retire_day;    /* or STRATA_DAY_UNSET */
  gint64              monthly_cost;  /* cents, or STRATA_MONEY_UNKNOWN */
  const char * const *modules;       /* bought, NULL-terminated */
  const gint64       *module_costs;  /* cents or STRATA_MONEY_UNKNOWN, one for each of modules */
  const char * const *uses;          /* NULL: all that it has; else NULL-terminated */
  StrataRendering     rendering;
  const char         *note;          /* or NULL */
} StrataPlacement;

#define STRATA_TYPE_PLACEMENT (strata_placement_get_type ())

GType            strata_placement_get_type  (void) G_GNUC_CONST;
StrataPlacement *strata_placement_new       (StrataValue  *value,
                                             const char   *path,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
StrataPlacement *strata_placement_ref       (StrataPlacement *placement);
void             strata_placement_unref     (StrataPlacement *placement);
StrataValue     *strata_placement_get_value (StrataPlacement *placement);
StrataRoles      strata_placement_get_roles (StrataPlacement *placement,
                                             StrataTool      *tool);
/* The days by which a plan's own are checked. */
int              strata_placement_get_default_start  (StrataLayer  layer,
                                                      StrataStatus status);
int              strata_placement_get_default_retire (StrataStatus status);

/* Money as a plan has it: 12.5 for 1250 cents. */
StrataValue     *strata_money_to_value      (gint64 cents) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPlacement, strata_placement_unref)

G_END_DECLS
