/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan is made of, and how it comes out of another one.
 */

#pragma once

#include "strata-index-private.h"
#include "strata-plan.h"

G_BEGIN_DECLS

struct _StrataPlan
{
  gatomicrefcount  ref_count;
  StrataValue     *value;

  const char      *title;
  const char      *client;
  const char      *currency;
  const char      *start_date;
  const char      *model;

  StrataFacts     *facts;
  GPtrArray       *tools;          /* StrataTool */
  GPtrArray       *tool_ids;       /* borrowed from the tools */
  StrataIndex     *tool_index;
  GPtrArray       *scenarios;      /* StrataScenario */
  GPtrArray       *scenario_ids;   /* borrowed from the scenarios */
  StrataIndex     *scenario_index;
};

StrataPlan  *strata_plan_make  (StrataValue  *value,
                                StrataPlan   *former,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

StrataValue *strata_edit_apply (StrataEdit   *edit,
                                StrataValue  *root,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
