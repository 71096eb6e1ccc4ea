/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table made ready to be decided often.
 */

#pragma once

#include "dmn/dmn-column-private.h"
#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/**
 * DmnCompiled:
 *
 * Immutable once it is made: any number of threads may look at it.
 */
struct _DmnCompiled
{
  guint       n_inputs;
  guint       n_outputs;
  guint       n_rules;
  DmnColumn  *columns;  /* one an input */
  DmnColumn  *allowed;  /* one an input, of one cell; of none where all is */
  DmnValue  **outputs;  /* rule by rule; NULL in rules that are evaluated */
  DmnValue  **answers;  /* one a rule, likewise */
  guint       calls;    /* what all these call, as in a column */
};

/* Made when it is first asked for; owned by the table. */
const DmnCompiled *dmn_table_compile  (DmnTable    *table);
void               dmn_compiled_free  (DmnCompiled *self);

G_END_DECLS
