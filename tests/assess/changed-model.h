/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped decision model as somebody has changed it.
 */

#pragma once

#include "dmn/dmn-model.h"
#include "storage/strata-data-dir.h"

/* The file's text with one text for another, wherever it stands. */
static inline char *
change_model (const char *old,
              const char *new)
{
  g_autofree char *path = strata_data_dir_build ("model", "martech.dmn", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, old, new, 0), >, 0);

  return g_string_free_and_steal (g_steal_pointer (&changed));
}

static inline DmnModel *
load_changed (const char  *old,
              const char  *new,
              GError     **error)
{
  char *text = change_model (old, new);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return dmn_model_new (bytes, "changed.dmn", error);
}
