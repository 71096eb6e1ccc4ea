/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry of a boxed list that is read once somebody is done with it.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STRATA_TYPE_TYPED_ENTRY (strata_typed_entry_get_type ())

/**
 * StrataTypedEntry:
 *
 * What was typed is taken with Enter and when the keyboard goes elsewhere.
 * What can't be taken stays to be mended; Escape puts back what was there.
 */
G_DECLARE_DERIVABLE_TYPE (StrataTypedEntry, strata_typed_entry, STRATA, TYPED_ENTRY, AdwEntryRow)

struct _StrataTypedEntryClass
{
  AdwEntryRowClass parent_class;

  /* Takes another text than is shown, without blanks around it; says what is
   * wrong and returns FALSE when it can't. */
  gboolean (*take) (StrataTypedEntry *self,
                    const char       *text);
};

void strata_typed_entry_show        (StrataTypedEntry *self,
                                     const char       *text);
void strata_typed_entry_set_caption (StrataTypedEntry *self,
                                     const char       *caption);

G_END_DECLS
