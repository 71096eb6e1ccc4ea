/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes plan files: what can be read comes back from its canonical text, and
 * that text is its own.
 */

#include "config.h"

#include "fuzz.h"
#include "storage/strata-plan-file.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_file_parse (bytes, "fuzz", &error);
  g_autoptr (StrataPlan) again = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) same = NULL;

  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan == NULL)
    return 0;

  text = strata_plan_file_to_bytes (plan);
  again = strata_plan_file_parse (text, "fuzz", &error);
  g_assert_no_error (error);
  same = strata_plan_file_to_bytes (again);
  g_assert_true (g_bytes_equal (text, same));

  return 0;
}
