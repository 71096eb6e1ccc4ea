/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogue files over each other, what is refused, what is found.
 */

#include "config.h"

#include "fixture.h"

#define EMAIL "{'id': 'email-send', 'label': 'Email', 'class': 'exclusive', 'layer': 'automation'}"
#define PROFILES "{'id': 'profile-store', 'label': 'Profiles', 'class': 'authoritative', 'layer': 'data'}"
#define TOOL "{'name': 'Post', 'roles': ['map'], 'offers': [{'capability': 'email-send'}]}"

static void
test_lookup (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog =
    make_catalog (parse_layer (EMAIL ", " PROFILES, "'post': " TOOL ", 'store': {'roles': ['cdp']}"), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strata_catalog_get_n_tools (catalog), ==, 2);
  g_assert_cmpstr (strata_catalog_get_tool (catalog, 1)->id, ==, "store");
  g_assert_cmpstr (strata_catalog_find_tool (catalog, NULL, "post")->name, ==, "Post");
  g_assert_null (strata_catalog_find_tool (catalog, NULL, "Post"));

  g_assert_cmpuint (strata_catalog_get_n_capabilities (catalog), ==, 2);
  g_assert_cmpstr (strata_catalog_get_capability (catalog, 0)->id, ==, "email-send");
  g_assert_cmpint (strata_catalog_find_capability (catalog, "profile-store")->layer, ==, STRATA_LAYER_DATA);
  g_assert_cmpint (strata_catalog_get_ownership (catalog, "profile-store"), ==, STRATA_OWNERSHIP_AUTHORITATIVE);
  g_assert_cmpstr (strata_catalog_get_label (catalog, "email-send"), ==, "Email");

  g_assert_null (strata_catalog_find_capability (catalog, "telepathy"));
  g_assert_cmpint (strata_catalog_get_ownership (catalog, "telepathy"), ==, STRATA_OWNERSHIP_SHARED);
  g_assert_cmpstr (strata_catalog_get_label (catalog, "telepathy"), ==, "telepathy");
}

static void
test_layers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog =
    make_catalog (parse_layer (EMAIL ", " PROFILES, "'post': " TOOL ", 'store': {'roles': ['cdp']}"),
                  parse_layer ("{'id': 'email-send', 'label': 'Mail', 'class': 'shared', 'layer': 'automation'}",
                               "'bell': {'roles': ['messaging']}, 'post': {'roles': ['crm']}"),
                  &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strata_catalog_get_n_capabilities (catalog), ==, 2);
  g_assert_cmpstr (strata_catalog_get_label (catalog, "email-send"), ==, "Mail");
  g_assert_cmpint (strata_catalog_get_ownership (catalog, "email-send"), ==, STRATA_OWNERSHIP_SHARED);

  /* Replaced whole, in its old place; what is new comes last. */
  g_assert_cmpuint (strata_catalog_get_n_tools (catalog), ==, 3);
  g_assert_cmpstr (strata_catalog_get_tool (catalog, 0)->name, ==, "post");
  g_assert_cmpuint (strata_catalog_get_tool (catalog, 0)->n_offers, ==, 0);
  g_assert_cmpstr (strata_catalog_get_tool (catalog, 2)->id, ==, "bell");
}

static void
test_renamed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog =
    make_catalog (parse_layer ("", "'mailer': {'roles': ['map']}, 'post': " TOOL ", 'courier': {'renamed_to': 'post'}"),
                  parse_layer ("", "'mailer': {'renamed_to': 'courier'}"),
                  &error);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (strata_catalog_get_n_tools (catalog), ==, 1);
  g_assert_cmpstr (strata_catalog_find_tool (catalog, NULL, "courier")->id, ==, "post");
  g_assert_cmpstr (strata_catalog_find_tool (catalog, NULL, "mailer")->id, ==, "post");

  found = strata_catalog_search (catalog, "courier");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (strata_catalog_suggest_tool (catalog, NULL, "couriers"), ==, "post");
}

static void
test_suggest (void)
{
  static const struct
  {
    const char *id;
    const char *suggestion;
  } cases[] = {
    { "customerio", "customer-io" },
    { "Customer.io", "customer-io" },
    { "custmer-oi", "customer-io" },
    { "csutmre-oi", NULL },
    { "dtb", "dbt" },
    { "xyz", NULL },
    { "db", NULL },
    { "", NULL },
    { "…", NULL },
    { "map", NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog =
    make_catalog (parse_layer ("", "'customer-io': {'name': 'Customer.io', 'roles': ['map']}, "
                                   "'dbt': {'roles': ['transformation']}"),
                  NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].id);
      g_assert_cmpstr (strata_catalog_suggest_tool (catalog, NULL, cases[i].id), ==, cases[i].suggestion);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *json;
    const char *parts[3]; /* of the message */
  } cases[] = {
    { "[]", { "the catalogue is an empty array", "allowed is an object" } },
    { "{}", { "format is missing", "required" } },
    { "{'format': 'strata-plan', 'version': 1}", { "format", "\"strata-catalog\"" } },
    { "{'format': 'strata-catalog'}", { "version is missing" } },
    { "{'format': 'strata-catalog', 'version': '1'}", { "version", "1" } },
    { "{'format': 'strata-catalog', 'version': 0}", { "version", "1" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': {}}", { "capabilities is an object", "an array" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': [3]}", { "capabilities[0] is 3", "an object" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': [{'label': 'x'}]}",
      { "capabilities[0].id is missing" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': [{'id': 'x', 'label': '', 'class': 'shared', 'layer': 'data'}]}",
      { "capabilities[0].label", "not empty" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': "
      "[{'id': 'x', 'label': 'X', 'class': 'both', 'layer': 'data'}]}",
      { "capabilities[0].class is \"both\"", "authoritative", "shared" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': "
      "[{'id': 'x', 'label': 'X', 'class': 'shared'}]}",
      { "capabilities[0].layer is missing" } },
    { "{'format': 'strata-catalog', 'version': 1, 'capabilities': [" EMAIL ", " EMAIL "]}",
      { "capabilities[1].id is \"email-send\"", "already" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': []}", { "tools is an empty array", "an object" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'a b': 3}}", { "tools[\"a b\"] is 3", "an object" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'': {'roles': ['map']}}}", { "id", "not empty" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'post': {'name': 'Post'}}}", { "tools.post", "roles" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'post': {'roles': ['postman']}}}",
      { "tools.post.roles[0]", "\"postman\"", "\"map\"" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'post': {'roles': ['map'], 'offers': [{'module': 'x'}]}}}",
      { "tools.post.offers[0]", "capability" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'post': {'renamed_to': 3}}}",
      { "tools.post.renamed_to is 3", "string" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'post': {'renamed_to': 'mail'}}}",
      { "tools.post.renamed_to is \"mail\"", "the id of one" } },
    { "{'format': 'strata-catalog', 'version': 1, 'tools': {'a': {'renamed_to': 'b'}, 'b': {'renamed_to': 'a'}}}",
      { "tools.a.renamed_to is \"b\"", "no tool" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataCatalog) catalog = make_catalog (parse_value (cases[i].json), NULL, &error);

      g_test_message ("%s", cases[i].json);
      g_assert_null (catalog);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "first.json: "));
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].parts) && cases[i].parts[j] != NULL; j++)
        g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].parts[j]));
    }
}

static void
test_later_version (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog =
    make_catalog (parse_value ("{'format': 'strata-catalog', 'version': 2}"), NULL, &error);

  g_assert_null (catalog);
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_VERSION);
}

/* One wrong tool in the last file, and nothing of the others is there. */
static void
test_refused_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog =
    make_catalog (parse_layer (EMAIL, "'post': " TOOL), parse_layer ("", "'bell': {'roles': []}"), &error);

  g_assert_null (catalog);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "second.json: "));
}

static void
test_ref (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog = make_catalog (parse_layer ("", ""), NULL, &error);
  StrataCatalog *again = strata_catalog_ref (catalog);

  g_assert_no_error (error);
  g_assert_true (again == catalog);
  strata_catalog_unref (again);
  g_assert_cmpuint (strata_catalog_get_n_tools (catalog), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalog/lookup", test_lookup);
  g_test_add_func ("/catalog/layers", test_layers);
  g_test_add_func ("/catalog/renamed", test_renamed);
  g_test_add_func ("/catalog/suggest", test_suggest);
  g_test_add_func ("/catalog/refusals", test_refusals);
  g_test_add_func ("/catalog/later-version", test_later_version);
  g_test_add_func ("/catalog/refused-whole", test_refused_whole);
  g_test_add_func ("/catalog/ref", test_ref);

  return g_test_run ();
}
