/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every command and its keys, in one table.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_SHORTCUT_MAX_KEYS 2

/**
 * StrataShortcut:
 *
 * One row: what to press for what. Without an action it is a key that a
 * widget handles by itself, told to people only.
 */
typedef struct
{
  const char *group;                              /* untranslated */
  const char *title;                              /* untranslated */
  const char *action;                             /* "win.save", or NULL */
  const char *keys[STRATA_SHORTCUT_MAX_KEYS + 1]; /* as accelerators, NULL-terminated */
} StrataShortcut;

const StrataShortcut *strata_shortcuts_get     (guint          *n_shortcuts);
void                  strata_shortcuts_install (GtkApplication *application);

G_END_DECLS
