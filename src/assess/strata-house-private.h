/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * House rules: a table of the consultant's own (decision model, section 8).
 */

#pragma once

#include "assess/strata-decide-private.h"

G_BEGIN_DECLS

/* What a house rule may ask of the stack. */
typedef enum
{
  STRATA_HOUSE_DATA_PATTERN,
  STRATA_HOUSE_HUB_PATTERN,
  STRATA_HOUSE_ROLES,
  STRATA_HOUSE_CAPABILITIES,
} StrataHouseInput;

#define STRATA_N_HOUSE_INPUTS 4

/**
 * StrataHouseRule:
 *
 * A row that the facts do not rule out.
 */
typedef struct
{
  char           *code;     /* "house/…" */
  StrataSeverity  severity;
  char           *message;
  DmnRule        *rule;     /* borrowed from the model */
  GArray         *columns;  /* of guint: the cells that the stack decides on */
} StrataHouseRule;

/**
 * StrataHouse:
 *
 * The house rules for one client. What facts decide is decided; what is left
 * is asked of each stack.
 */
typedef struct
{
  DmnModel  *model;
  DmnTable  *table;   /* borrowed from the model */
  FeelScope *facts;   /* by name; null where unknown */
  GPtrArray *values;  /* of DmnValue, one a column; NULL: the stack's */
  GArray    *inputs;  /* of StrataHouseInput, one a column, where that is so */
  GArray    *rules;   /* of StrataHouseRule */
  gboolean   uses[STRATA_N_HOUSE_INPUTS];
} StrataHouse;

/* NULL where the model has no house rules, or with the error set. The case
 * knows the client's answers. */
StrataHouse *strata_house_read (StrataCase   *one,
                                DmnModel     *model,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void         strata_house_free (StrataHouse  *self);

/* The names that a cell uses: the first that stands for nothing, or NULL. Notes
 * what the cell asks of the stack. */
const char  *strata_house_find_stray     (StrataHouse      *self,
                                          FeelNode         *cell,
                                          gboolean         *asks_stack);
const char  *strata_house_input_get_name (StrataHouseInput  input);
gboolean     strata_house_input_lookup   (const char       *name,
                                          StrataHouseInput *input);

/* NULL where there are none. */
const StrataHouse *strata_decisions_get_house (StrataDecisions *decisions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataHouse, strata_house_free)

G_END_DECLS
