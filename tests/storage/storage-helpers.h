/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of storage share.
 */

#pragma once

#include <glib.h>

static inline guint
count_files (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  guint n_files = 0;

  g_assert_no_error (error);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}
