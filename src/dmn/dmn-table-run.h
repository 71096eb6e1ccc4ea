/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision table at work, for many decisions.
 */

#pragma once

#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/**
 * DmnTableRun:
 *
 * Decides one table over and over. Once it is made and an answer is a value
 * that stands in a row, deciding allocates nothing. Not for several threads
 * at a time; each may have its own.
 */
typedef struct _DmnTableRun DmnTableRun;

DmnTableRun *dmn_table_run_new    (DmnTable         *table) G_GNUC_WARN_UNUSED_RESULT;
void         dmn_table_run_free   (DmnTableRun      *self);
/* Borrowed until the next decision. */
DmnValue    *dmn_table_run_decide (DmnTableRun      *self,
                                   FeelRun          *run,
                                   DmnValue *const  *inputs,
                                   FeelScope        *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnTableRun, dmn_table_run_free)

G_END_DECLS
