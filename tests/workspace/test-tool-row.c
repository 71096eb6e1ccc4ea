/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what the catalogue's list says of a tool.
 */

#include "config.h"

#include "fixture.h"

static StrataTool *
make_tool (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) value = strata_json_reader_parse (bytes, "test", &error);
  StrataTool *tool;

  g_assert_no_error (error);
  tool = strata_tool_new ("tool", value, "tools", &error);
  g_assert_no_error (error);

  return tool;
}

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  guint *n_notes = user_data;

  (*n_notes)++;
}

static void
test_texts (void)
{
  static const struct
  {
    const char *definition;
    const char *property;
    const char *text;
  } rows[] = {
    { "{\"name\": \"Tool\", \"roles\": [\"crm\", \"map\"]}", "name", "Tool" },
    { "{\"roles\": [\"crm\"]}", "name", "tool" },
    { "{\"roles\": [\"crm\"]}", "vendor", NULL },
    { "{\"roles\": [\"crm\"], \"vendor\": \"House\"}", "vendor", "House" },
    { "{\"name\": \"Big Tool\", \"roles\": [\"crm\"]}", "initials", "BT" },
    { "{\"roles\": [\"orchestrator\", \"crm\"]}", "role", "Orchestrator" },
    { "{\"roles\": [\"orchestrator\", \"crm\"]}", "group", "Orchestrators" },
    { "{\"roles\": [\"crm\"]}", "summary", "" },
    { "{\"roles\": [\"crm\"], \"capabilities\": [\"email-send\", \"profile-store\"]}", "summary", "Email, Profiles" },
    { "{\"roles\": [\"crm\"], \"offers\": [{\"capability\": \"email-send\", \"module\": \"a\"}, "
      "{\"capability\": \"email-send\", \"module\": \"b\"}, {\"capability\": \"odd\"}]}", "summary", "Email, odd" },
    { "{\"roles\": [\"crm\"], \"capabilities\": [\"a\", \"b\", \"c\", \"d\"]}", "summary", "a, b, c, d" },
    { "{\"roles\": [\"crm\"], \"capabilities\": [\"a\", \"b\", \"c\", \"d\", \"e\"]}", "summary", "a, b, c, d…" },
  };
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataTool) tool = make_tool (rows[i].definition);
      g_autoptr (StrataToolRow) row = strata_tool_row_new ("tool");
      g_autofree char *text = NULL;

      strata_tool_row_update (row, catalog, tool);
      g_object_get (row, rows[i].property, &text, NULL);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_verified (void)
{
  static const struct
  {
    const char *offers;
    gboolean    verified;
  } rows[] = {
    { "", FALSE },
    { "{\"capability\": \"a\"}", FALSE },
    { "{\"capability\": \"a\", \"grade\": \"unverified\"}", FALSE },
    { "{\"capability\": \"a\", \"grade\": \"verified\"}", TRUE },
    { "{\"capability\": \"a\", \"grade\": \"verified\"}, {\"capability\": \"b\", \"grade\": \"unverified\"}", FALSE },
  };
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *definition = g_strdup_printf ("{\"roles\": [\"map\"], \"offers\": [%s]}", rows[i].offers);
      g_autoptr (StrataTool) tool = make_tool (definition);
      g_autoptr (StrataToolRow) row = strata_tool_row_new ("tool");
      gboolean verified = FALSE;

      strata_tool_row_update (row, catalog, tool);
      g_object_get (row, "verified", &verified, NULL);
      g_assert_cmpint (verified, ==, rows[i].verified);
      g_assert_cmpint (strata_tool_row_get_layer (row), ==, STRATA_LAYER_AUTOMATION);
    }
}

static void
test_change_and_notify (void)
{
  g_autoptr (StrataCatalog) catalog = make_catalog ();
  g_autoptr (StrataTool) tool = make_tool ("{\"name\": \"Tool\", \"roles\": [\"crm\"]}");
  g_autoptr (StrataTool) renamed = make_tool ("{\"name\": \"Kit\", \"roles\": [\"crm\"]}");
  g_autoptr (StrataToolRow) row = strata_tool_row_new ("tool");
  guint n_notes = 0;

  g_assert_cmpstr (strata_tool_row_get_id (row), ==, "tool");
  g_assert_null (strata_tool_row_get_tool (row));
  strata_tool_row_update (row, catalog, tool);
  g_signal_connect (row, "notify", G_CALLBACK (note_cb), &n_notes);
  strata_tool_row_update (row, catalog, tool);
  g_assert_cmpuint (n_notes, ==, 0);

  strata_tool_row_update (row, catalog, renamed);
  g_assert_cmpuint (n_notes, ==, 3); /* tool, name, initials */
  g_assert_true (strata_tool_row_get_tool (row) == renamed);
  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/tool-row/texts", test_texts);
  g_test_add_func ("/workspace/tool-row/verified", test_verified);
  g_test_add_func ("/workspace/tool-row/change-and-notify", test_change_and_notify);

  return g_test_run ();
}
