/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One way the stack may look: placements, flows, owners, acceptances.
 */

#pragma once

#include "strata-placement.h"

G_BEGIN_DECLS

/**
 * StrataFlow:
 *
 * Something that runs from one placement to another. The ends are positions
 * in the scenario's placements.
 */
typedef struct
{
  guint         from;
  guint         to;
  StrataCarries carries;
} StrataFlow;

/**
 * StrataOwner:
 *
 * A capability whose one user has been named. The placement is a position in
 * the scenario's placements.
 */
typedef struct
{
  const char *capability;
  guint       placement;
} StrataOwner;

/**
 * StrataAcceptance:
 *
 * A finding that the room has decided to live with.
 */
typedef struct
{
  const char         *code;         /* or NULL: matches nothing */
  const char * const *tools;        /* placement ids, NULL-terminated */
  const char * const *capabilities; /* NULL-terminated, may be empty */
  const char         *reason;       /* or NULL */
  const char         *on;           /* ISO date, or NULL */
  StrataValue        *value;
} StrataAcceptance;

/**
 * StrataScenario:
 *
 * Immutable and ref-counted. Fields are read, never written.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount          ref_count;
  StrataValue             *value;
  struct _StrataIndex     *index;
  const char             **ids;         /* of the placements */

  /*< public >*/
  const char              *id;
  const char              *title;       /* defaults to the id */
  StrataPlacement * const *placements;  /* in the plan's order */
  guint                    n_placements;
  const StrataFlow        *flows;
  guint                    n_flows;
  const StrataOwner       *owners;
  guint                    n_owners;
  const StrataAcceptance  *accepted;
  guint                    n_accepted;
} StrataScenario;

#define STRATA_TYPE_SCENARIO (strata_scenario_get_type ())

GType            strata_scenario_get_type  (void) G_GNUC_CONST;
StrataScenario  *strata_scenario_new       (StrataValue     *value,
                                            const char      *path,
                                            StrataScenario  *former,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
StrataScenario  *strata_scenario_ref       (StrataScenario *scenario);
void             strata_scenario_unref     (StrataScenario *scenario);
StrataValue     *strata_scenario_get_value (StrataScenario *scenario);
StrataPlacement *strata_scenario_find      (StrataScenario *scenario,
                                            const char     *id,
                                            guint          *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataScenario, strata_scenario_unref)

G_END_DECLS
