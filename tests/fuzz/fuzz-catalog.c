/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes catalogue files: what can be read can be searched and looked up.
 */

#include "config.h"

#include "catalog/strata-catalog.h"
#include "fuzz.h"
#include "storage/strata-json-reader.h"

static void
look_up_all (StrataCatalog *catalog)
{
  for (guint i = 0; i < strata_catalog_get_n_tools (catalog); i++)
    {
      StrataTool *tool = strata_catalog_get_tool (catalog, i);

      g_assert_true (strata_catalog_find_tool (catalog, NULL, tool->id) == tool);
    }

  for (guint i = 0; i < strata_catalog_get_n_capabilities (catalog); i++)
    {
      const StrataCapability *capability = strata_catalog_get_capability (catalog, i);

      g_assert_nonnull (strata_catalog_find_capability (catalog, capability->id));
      g_assert_nonnull (strata_catalog_get_label (catalog, capability->id));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char * const names[] = { "fuzz", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) value = strata_json_reader_parse (bytes, "fuzz", &error);
  g_autoptr (StrataCatalog) catalog = NULL;

  if (value != NULL)
    {
      g_ptr_array_add (values, value);
      catalog = strata_catalog_new (values, names, &error);
    }
  g_assert_true ((catalog == NULL) == (error != NULL));
  if (catalog != NULL)
    look_up_all (catalog);

  return 0;
}
