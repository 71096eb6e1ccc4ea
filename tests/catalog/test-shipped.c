/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogue, examples and templates that come with Strata.
 */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "storage/strata-data-dir.h"
#include "storage/strata-json-writer.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"

/* decision-model.md, section 2. */
static const struct
{
  const char *id;
  StrataOwnership ownership;
} ownerships[] = {
  { "profile-store", STRATA_OWNERSHIP_AUTHORITATIVE },
  { "identity-resolution", STRATA_OWNERSHIP_AUTHORITATIVE },
  { "consent-record", STRATA_OWNERSHIP_AUTHORITATIVE },
  { "crm-record", STRATA_OWNERSHIP_AUTHORITATIVE },
  { "attribution", STRATA_OWNERSHIP_AUTHORITATIVE },
  { "journeys", STRATA_OWNERSHIP_EXCLUSIVE },
  { "email-send", STRATA_OWNERSHIP_EXCLUSIVE },
  { "transactional-send", STRATA_OWNERSHIP_EXCLUSIVE },
  { "sms-send", STRATA_OWNERSHIP_EXCLUSIVE },
  { "push-send", STRATA_OWNERSHIP_EXCLUSIVE },
  { "storage-query", STRATA_OWNERSHIP_EXCLUSIVE },
  { "in-app-send", STRATA_OWNERSHIP_EXCLUSIVE },
  { "event-collection", STRATA_OWNERSHIP_EXCLUSIVE },
  { "whatsapp-send", STRATA_OWNERSHIP_EXCLUSIVE },
  { "tag-management", STRATA_OWNERSHIP_EXCLUSIVE },
  { "lead-scoring", STRATA_OWNERSHIP_EXCLUSIVE },
  { "destinations", STRATA_OWNERSHIP_EXCLUSIVE },
  { "workflow-automation", STRATA_OWNERSHIP_EXCLUSIVE },
  { "data-modelling", STRATA_OWNERSHIP_EXCLUSIVE },
  { "durable-workflows", STRATA_OWNERSHIP_EXCLUSIVE },
  { "reverse-sync", STRATA_OWNERSHIP_EXCLUSIVE },
  { "web-personalization", STRATA_OWNERSHIP_EXCLUSIVE },
  { "audience-building", STRATA_OWNERSHIP_EXCLUSIVE },
  { "recommendations", STRATA_OWNERSHIP_EXCLUSIVE },
  { "computed-traits", STRATA_OWNERSHIP_EXCLUSIVE },
  { "ab-testing", STRATA_OWNERSHIP_EXCLUSIVE },
  { "predictions", STRATA_OWNERSHIP_EXCLUSIVE },
  { "decisioning", STRATA_OWNERSHIP_EXCLUSIVE },
  { "profile-api", STRATA_OWNERSHIP_EXCLUSIVE },
  { "feature-flags", STRATA_OWNERSHIP_EXCLUSIVE },
  { "ad-sync", STRATA_OWNERSHIP_EXCLUSIVE },
  { "session-replay", STRATA_OWNERSHIP_EXCLUSIVE },
  { "schema-governance", STRATA_OWNERSHIP_EXCLUSIVE },
  { "ingestion", STRATA_OWNERSHIP_SHARED },
  { "webhooks", STRATA_OWNERSHIP_SHARED },
  { "human-in-the-loop", STRATA_OWNERSHIP_SHARED },
  { "consent-enforcement", STRATA_OWNERSHIP_SHARED },
  { "event-transformation", STRATA_OWNERSHIP_SHARED },
  { "ai-step", STRATA_OWNERSHIP_SHARED },
  { "privacy-requests", STRATA_OWNERSHIP_SHARED },
  { "forms", STRATA_OWNERSHIP_SHARED },
  { "landing-pages", STRATA_OWNERSHIP_SHARED },
  { "surveys", STRATA_OWNERSHIP_SHARED },
  { "product-analytics", STRATA_OWNERSHIP_SHARED },
  { "web-analytics", STRATA_OWNERSHIP_SHARED },
  { "bi", STRATA_OWNERSHIP_SHARED },
  { "content-variants", STRATA_OWNERSHIP_SHARED },
  { "cms", STRATA_OWNERSHIP_SHARED },
  { "spreadsheet", STRATA_OWNERSHIP_SHARED },
  { "uplift-reporting", STRATA_OWNERSHIP_SHARED },
};

/* What plans name ever since the first one. */
static const char * const first_ids[] = {
  "segment", "mparticle", "rudderstack", "bigquery", "snowflake", "dbt", "hightouch", "census",
  "hubspot", "customer-io", "klaviyo", "n8n", "make", "temporal", "google-sheets", "zapier",
};

static const struct
{
  const char *words;
  const char *first; /* NULL: nothing */
} searches[] = {
  { "hubspot", "hubspot" },
  { "HUBSPOT", "hubspot" },
  { "hubs", "hubspot" },
  { "hubpsot", "hubspot" },
  { "customerio", "customer-io" },
  { "customer io", "customer-io" },
  { "census", "census" },
  { "fivetran", "fivetran" },
  { "activations", "census" },
  { "integromat", "make" },
  { "make", "make" },
  { "sendinblue", "brevo" },
  { "appboy", "braze" },
  { "twilio segment", "segment" },
  { "sheets", "google-sheets" },
  { "gogle sheets", "google-sheets" },
  { "ga4", "google-analytics" },
  { "reverse etl", "hightouch" },
  { "consent", "onetrust" },
  { "feature flags", "flagsmith" },
  { "piwik", "matomo" },
  { "zaius", "optimizely-data-platform" },
  { "messagebird", "bird" },
  { "sitecatalyst", "adobe-analytics" },
  { "sms twilio", "twilio-messaging" },
  { "klavyio", "klaviyo" },
  { "snowflke", "snowflake" },
  { "zzzz", NULL },
};

static StrataCatalog *
load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  StrataCatalog *catalog = strata_catalog_load (&error);

  g_assert_no_error (error);
  return catalog;
}

static void
test_ownership (void)
{
  g_autoptr (StrataCatalog) catalog = load_catalog ();

  g_assert_cmpuint (strata_catalog_get_n_capabilities (catalog), ==, G_N_ELEMENTS (ownerships));
  for (gsize i = 0; i < G_N_ELEMENTS (ownerships); i++)
    {
      const StrataCapability *capability = strata_catalog_find_capability (catalog, ownerships[i].id);

      g_test_message ("%s", ownerships[i].id);
      g_assert_nonnull (capability);
      g_assert_cmpint (capability->ownership, ==, ownerships[i].ownership);
      g_assert_cmpstr (capability->label, !=, capability->id);
    }
}

static void
test_ids_stay (void)
{
  g_autoptr (StrataCatalog) catalog = load_catalog ();
  g_autofree char *path = strata_data_dir_build ("catalog", "ids.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  ids = g_strsplit (g_strchomp (text), "\n", -1);
  for (char **id = ids; *id != NULL; id++)
    {
      g_test_message ("%s", *id);
      g_assert_nonnull (strata_catalog_find_tool (catalog, NULL, *id));
    }
  for (guint i = 0; i < strata_catalog_get_n_tools (catalog); i++)
    {
      const char *id = strata_catalog_get_tool (catalog, i)->id;

      g_test_message ("%s", id);
      g_assert_true (g_strv_contains ((const char * const *) ids, id));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (first_ids); i++)
    g_assert_true (g_strv_contains ((const char * const *) ids, first_ids[i]));
}

static void
check_module (StrataTool        *tool,
              const StrataOffer *offer)
{
  StrataValue *modules = strata_value_get_member (strata_tool_get_value (tool), "modules");

  if (offer->module == NULL)
    return;
  g_assert_nonnull (modules);
  g_assert_nonnull (strata_value_get_member (modules, offer->module));
}

static void
check_offer (StrataCatalog     *catalog,
             StrataTool        *tool,
             const StrataOffer *offer)
{
  g_test_message ("%s: %s", tool->id, offer->capability);
  g_assert_nonnull (strata_catalog_find_capability (catalog, offer->capability));
  g_assert_nonnull (offer->grade);
  g_assert_true (g_regex_match_simple ("^20[0-9]{2}-(0[1-9]|1[0-2])(-[0-3][0-9])?$", offer->date, 0, 0));
  if (offer->source != NULL)
    g_assert_true (g_str_has_prefix (offer->source, "https://"));
  if (g_str_equal (offer->grade, "verified"))
    g_assert_nonnull (offer->source);
  else
    g_assert_cmpstr (offer->grade, ==, "unverified");
  check_module (tool, offer);
}

static void
test_entries (void)
{
  g_autoptr (StrataCatalog) catalog = load_catalog ();
  guint roles[STRATA_N_ROLES] = { 0 };

  for (guint i = 0; i < strata_catalog_get_n_tools (catalog); i++)
    {
      StrataTool *tool = strata_catalog_get_tool (catalog, i);

      g_assert_true (g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", tool->id, 0, 0));
      g_assert_cmpuint (tool->n_offers, >, 0);
      for (guint j = 0; j < tool->n_offers; j++)
        check_offer (catalog, tool, &tool->offers[j]);
      for (guint j = 0; tool->requires[j] != NULL; j++)
        g_assert_nonnull (strata_catalog_find_capability (catalog, tool->requires[j]));
      for (guint role = 0; role < STRATA_N_ROLES; role++)
        roles[role] += (tool->roles & STRATA_ROLE_BIT (role)) != 0;
    }
  g_assert_cmpuint (strata_catalog_get_n_tools (catalog), >=, 130);
  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      g_test_message ("%s", strata_vocabulary_get_id (&strata_roles, role));
      g_assert_cmpuint (roles[role], >=, 3);
    }
}

/* Pairs that people buy together do one thing each, unless a module is bought
 * that does the other's: decision-model.md, section 2, intended pairs.
 */
static gboolean
overlaps (StrataCatalog *catalog,
          const char    *first,
          const char    *second)
{
  StrataTool *a = strata_catalog_find_tool (catalog, NULL, first);
  StrataTool *b = strata_catalog_find_tool (catalog, NULL, second);

  for (guint i = 0; i < a->n_offers; i++)
    {
      for (guint j = 0; j < b->n_offers; j++)
        {
          if (a->offers[i].module == NULL && b->offers[j].module == NULL &&
              g_str_equal (a->offers[i].capability, b->offers[j].capability) &&
              strata_catalog_get_ownership (catalog, a->offers[i].capability) != STRATA_OWNERSHIP_SHARED)
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_pairs (void)
{
  static const struct
  {
    const char *first;
    const char *second;
    gboolean overlap;
  } cases[] = {
    { "snowflake", "dbt", FALSE },
    { "bigquery", "dbt", FALSE },
    { "snowflake", "segment", FALSE },
    { "bigquery", "hightouch", FALSE },
    { "customer-io", "n8n", FALSE },
    { "klaviyo", "make", FALSE },
    { "hubspot", "customer-io", FALSE },
    { "segment", "onetrust", FALSE },
    { "segment", "customer-io", FALSE },
    { "segment", "launchdarkly", FALSE },
    { "temporal", "n8n", FALSE },
    { "fivetran", "census", FALSE },
    { "rudderstack", "dbt", FALSE },
    { "customer-io", "postmark", TRUE },
    { "sendgrid", "klaviyo", FALSE },
    { "hightouch", "census", TRUE },
    { "customer-io", "klaviyo", TRUE },
    { "n8n", "zapier", TRUE },
    { "segment", "rudderstack", TRUE },
  };
  g_autoptr (StrataCatalog) catalog = load_catalog ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].first, cases[i].second);
      g_assert_cmpint (overlaps (catalog, cases[i].first, cases[i].second), ==, cases[i].overlap);
    }
}

static void
test_search (void)
{
  g_autoptr (StrataCatalog) catalog = load_catalog ();
  g_autoptr (GPtrArray) everything = strata_catalog_search (catalog, "");

  g_assert_cmpuint (everything->len, ==, strata_catalog_get_n_tools (catalog));
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) found = strata_catalog_search (catalog, searches[i].words);
      StrataTool *first = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

      g_test_message ("“%s”", searches[i].words);
      g_assert_cmpstr (first != NULL ? first->id : NULL, ==, searches[i].first);
    }
}

/* So that a change of one entry is a change of its lines alone. */
static void
test_canonical (void)
{
  static const char * const files[] = { "capabilities.json", "tools.json" };
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = strata_data_dir_build ("catalog", files[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, NULL, &error);
      g_autoptr (StrataValue) value = strata_json_reader_parse (bytes, files[i], &error);
      g_autoptr (GBytes) canonical = NULL;

      g_assert_no_error (error);
      canonical = strata_json_writer_to_bytes (value);
      g_assert_true (g_bytes_equal (bytes, canonical));
    }
}

/* A module or capability that a tool does not have would pass unnoticed. */
static void
check_placement (StrataTool      *tool,
                 StrataPlacement *placement)
{
  for (guint i = 0; placement->modules[i] != NULL; i++)
    {
      gboolean sold = FALSE;

      for (guint j = 0; j < tool->n_offers; j++)
        sold = sold || g_strcmp0 (tool->offers[j].module, placement->modules[i]) == 0;
      g_test_message ("%s: module %s", placement->id, placement->modules[i]);
      g_assert_true (sold);
    }
  for (guint i = 0; placement->uses != NULL && placement->uses[i] != NULL; i++)
    {
      gboolean had = FALSE;

      for (guint j = 0; j < tool->n_offers; j++)
        had = had || (g_str_equal (tool->offers[j].capability, placement->uses[i]) &&
                      (tool->offers[j].module == NULL ||
                       g_strv_contains (placement->modules, tool->offers[j].module)));
      g_test_message ("%s: uses %s", placement->id, placement->uses[i]);
      g_assert_true (had);
    }
}

static void
check_plan (StrataCatalog *catalog,
            const char    *path)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, NULL, &error);
  g_autoptr (StrataPlan) plan = strata_plan_file_parse (bytes, path, &error);
  g_autoptr (GBytes) canonical = NULL;

  g_assert_no_error (error);
  strata_catalog_check_plan (catalog, plan, &error);
  g_assert_no_error (error);
  canonical = strata_plan_file_to_bytes (plan);
  g_assert_true (g_bytes_equal (bytes, canonical));
  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (plan, i);

      for (guint j = 0; j < scenario->n_placements; j++)
        check_placement (strata_catalog_find_tool (catalog, plan, scenario->placements[j]->tool),
                         scenario->placements[j]);
    }
}

static guint
check_folder (StrataCatalog *catalog,
              const char    *folder_name)
{
  g_autofree char *folder = strata_data_dir_build (folder_name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  guint n_plans = 0;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".strata.json"))
        continue;
      g_test_message ("%s", name);
      check_plan (catalog, path);
      n_plans++;
    }
  return n_plans;
}

static void
test_plans (void)
{
  g_autoptr (StrataCatalog) catalog = load_catalog ();

  g_assert_cmpuint (check_folder (catalog, "examples"), >=, 4);
  g_assert_cmpuint (check_folder (catalog, "templates"), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shipped/ownership", test_ownership);
  g_test_add_func ("/shipped/ids-stay", test_ids_stay);
  g_test_add_func ("/shipped/entries", test_entries);
  g_test_add_func ("/shipped/pairs", test_pairs);
  g_test_add_func ("/shipped/search", test_search);
  g_test_add_func ("/shipped/canonical", test_canonical);
  g_test_add_func ("/shipped/plans", test_plans);

  return g_test_run ();
}
