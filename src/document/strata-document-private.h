/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the document's files share.
 */

#pragma once

#include "document/strata-document.h"
#include "document/strata-history.h"

G_BEGIN_DECLS

struct _StrataDocument
{
  GObject        parent_instance;

  /* owned */
  StrataPlan    *plan;
  StrataPlan    *saved_plan;  /* what the file holds */
  GFile         *file;        /* or NULL: never saved */
  StrataDisk    *disk;
  StrataHistory *history;
  char          *undo_name;   /* as last notified */
  char          *redo_name;

  gint64       (*clock) (void);
  gboolean       modified;    /* as last notified */
  gboolean       canonical;
  gboolean       saving;
};

/* Notifies of what is another than before. */
void strata_document_update (StrataDocument *self);

/* The file holds this plan, in canonical form or not. */
void strata_document_settle (StrataDocument *self,
                             GFile          *file,
                             StrataPlan     *plan,
                             gboolean        canonical);

G_END_DECLS
