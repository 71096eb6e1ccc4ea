/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of a decision model's texts.
 */

#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* What is changed; in brackets, the fields that say where and what. */
typedef enum
{
  DMN_EDIT_SET_INPUT,       /* [rule, column, text] a cell on the left */
  DMN_EDIT_SET_OUTPUT,      /* [rule, column, text] a cell on the right */
  DMN_EDIT_SET_DESCRIPTION, /* [rule, text] why; what editors show as annotation */
  DMN_EDIT_SET_EXPRESSION,  /* [text] of a decision that is one FEEL text */
  DMN_EDIT_ADD_RULE,        /* [to] empty cells */
  DMN_EDIT_REMOVE_RULE,     /* [rule] */
  DMN_EDIT_MOVE_RULE,       /* [rule, to] */
} DmnEditKind;

/**
 * DmnEdit:
 * @kind: what is changed
 * @decision: of this decision, by name or id
 * @rule: the row, from 0
 * @column: among the inputs or the outputs, from 0
 * @to: the row that the rule becomes, from 0
 * @text: what stands there afterwards
 *
 * One change, as data.
 */
typedef struct
{
  DmnEditKind  kind;
  const char  *decision;
  guint        rule;
  guint        column;
  guint        to;
  const char  *text;
} DmnEdit;

DmnModel *dmn_model_edit (DmnModel       *model,
                          const DmnEdit  *edits,
                          guint           n_edits,
                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
