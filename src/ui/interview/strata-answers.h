/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers to one question, large enough for a room.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_ANSWERS (strata_answers_get_type ())

/**
 * StrataAnswers:
 *
 * A button an answer where there are few, else what the form has. Emits
 * `answered` once an answer was given that needs no more of it.
 */
G_DECLARE_FINAL_TYPE (StrataAnswers, strata_answers, STRATA, ANSWERS, AdwBin)

void     strata_answers_show   (StrataAnswers   *self,
                                StrataWorkspace *workspace,
                                StrataFactRow   *row);
/* Gives the answer of the button with this number, from 0. */
gboolean strata_answers_choose (StrataAnswers   *self,
                                guint            index);

G_END_DECLS
