/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be cut: the cheapest stack that does all that is done today.
 */

#pragma once

#include "advise/strata-fix.h"

G_BEGIN_DECLS

/**
 * StrataCutPin:
 *
 * Something that has to stay. A placement; with a module, a module that it
 * has bought; or a capability, which something that lasts has to have, used
 * or not.
 */
typedef struct
{
  guint       placement;  /* its position; of no meaning for a capability */
  const char *module;     /* or NULL */
  const char *capability; /* NULL: it is a placement or a module */
} StrataCutPin;

/**
 * StrataCutPart:
 *
 * A placement to cut, or a module to drop from one that stays.
 */
typedef struct
{
  guint               placement; /* its position */
  const char         *module;    /* NULL: all of it */
  gint64              saving;    /* cents a month, or STRATA_MONEY_UNKNOWN */
  const char * const *lost;      /* capabilities that nothing that lasts has any
                                  * more; nobody used them; NULL-terminated */
  const guint        *heirs;     /* positions of those that go on with what it
                                  * was used for, ascending */
  guint               n_heirs;
} StrataCutPart;

/**
 * StrataCutStay:
 *
 * A placement that stays, and what for.
 */
typedef struct
{
  guint               placement; /* its position */
  const char * const *alone;     /* capabilities that of all that stays it alone
                                  * uses; NULL-terminated */
  StrataRoles         roles;     /* of those that decisions ask for, the ones
                                  * that it alone has */
  gboolean            pinned;    /* it, or one of its modules */
} StrataCutStay;

/**
 * StrataCut:
 *
 * Immutable and ref-counted. Fields are read, never written; all are in the
 * order of the plan.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount       ref_count;
  struct _StrataArena  *arena;

  /*< public >*/
  StrataAssessment     *now;       /* of the plan as it is */
  const StrataCutStay  *stays;     /* what is kept */
  guint                 n_stays;
  const StrataCutPart  *parts;     /* placements, then modules */
  guint                 n_parts;
  gint64                saving;    /* cents a month; what is unknown counts 0 */
  const guint          *unknown;   /* positions of what lasts without a cost */
  guint                 n_unknown;
} StrataCut;

/**
 * StrataCutProgress:
 * @done: how far it is, from 0 to 1
 * @data: what was given with it
 *
 * Called in the thread that works, now and then.
 */
typedef void (*StrataCutProgress) (double   done,
                                   gpointer data);

#define STRATA_TYPE_CUT (strata_cut_get_type ())

GType       strata_cut_get_type (void) G_GNUC_CONST;
/* Pins may be NULL, as may the function that is told how far it is. */
StrataCut  *strata_cut_new      (StrataAssessment    *assessment,
                                 StrataCatalog       *catalog,
                                 const StrataCutPin  *pins,
                                 guint                n_pins,
                                 StrataCutProgress    progress,
                                 gpointer             data,
                                 GCancellable        *cancellable,
                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
StrataCut  *strata_cut_ref      (StrataCut *cut);
void        strata_cut_unref    (StrataCut *cut);
StrataFix  *strata_cut_propose  (StrataCut     *cut,
                                 StrataCatalog *catalog) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCut, strata_cut_unref)

G_END_DECLS
