/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style classes and icons of layers and severities.
 */

#pragma once

#include <gtk/gtk.h>

#include "assess/strata-finding.h"
#include "model/strata-vocabulary.h"

G_BEGIN_DECLS

const char *strata_style_layer_class    (StrataLayer layer);
const char *strata_style_severity_class (StrataSeverity severity);
const char *strata_style_severity_icon  (StrataSeverity severity);

void        strata_style_set_layer      (GtkWidget   *widget,
                                         StrataLayer  layer);
void        strata_style_set_severity   (GtkWidget      *widget,
                                         StrataSeverity  severity);

const char *strata_style_outcome_icon   (int outcome);
void        strata_style_set_outcome    (GtkWidget *widget,
                                         int        outcome);

G_END_DECLS
