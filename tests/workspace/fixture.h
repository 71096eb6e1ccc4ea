/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tests of the workspace share: a small catalogue and a small plan.
 */

#pragma once

#include "storage/strata-json-reader.h"
#include "storage/strata-plan-file.h"
#include "workspace/strata-decision-model.h"
#include "workspace/strata-workspace.h"

#define TEST_CATALOG \
  "{\"format\": \"strata-catalog\", \"version\": 1," \
  " \"capabilities\": [" \
  "  {\"id\": \"profile-store\", \"label\": \"Profiles\", \"class\": \"authoritative\", \"layer\": \"data\"}," \
  "  {\"id\": \"audience-building\", \"label\": \"Audiences\", \"class\": \"exclusive\", \"layer\": \"data\"}," \
  "  {\"id\": \"event-collection\", \"label\": \"Events\", \"class\": \"exclusive\", \"layer\": \"data\"}," \
  "  {\"id\": \"email-send\", \"label\": \"Email\", \"class\": \"exclusive\", \"layer\": \"automation\"}," \
  "  {\"id\": \"recommendations\", \"label\": \"Recommendations\", \"class\": \"exclusive\", \"layer\": \"personalization\"}]," \
  " \"tools\": {" \
  "  \"dynamic-yield\": {\"name\": \"Dynamic Yield\", \"roles\": [\"personalization-engine\"], \"capabilities\": [\"recommendations\"]}," \
  "  \"hubspot\": {\"name\": \"HubSpot\", \"vendor\": \"HubSpot\", \"roles\": [\"map\", \"crm\"], \"capabilities\": [\"email-send\"]}," \
  "  \"klaviyo\": {\"name\": \"Klaviyo\", \"roles\": [\"map\"], \"capabilities\": [\"email-send\"]}," \
  "  \"n8n\": {\"name\": \"n8n\", \"roles\": [\"orchestrator\"]}," \
  "  \"segment\": {\"name\": \"Segment\", \"vendor\": \"Twilio\", \"roles\": [\"cdp\", \"event-collection\"]," \
  "   \"modules\": {\"profiles-sync\": {\"name\": \"Unify Plus\"}, \"nameless\": {}}," \
  "   \"offers\": [{\"capability\": \"profile-store\", \"grade\": \"verified\"}," \
  "                {\"capability\": \"event-collection\", \"grade\": \"verified\"}," \
  "                {\"capability\": \"audience-building\", \"module\": \"engage\", \"grade\": \"verified\"}]}," \
  "  \"snowflake\": {\"name\": \"Snowflake\", \"roles\": [\"warehouse\"]}}}"

#define TEST_PLAN \
  "{\"format\": \"strata-plan\", \"version\": 1, \"title\": \"Test\", \"currency\": \"EUR\"," \
  " \"facts\": {\"event_schema\": \"partial\"}," \
  " \"tools\": {\"house\": {\"name\": \"House loyalty\", \"roles\": [\"recommendation\"]}}," \
  " \"scenarios\": [" \
  "  {\"id\": \"target\", \"title\": \"Target\", \"placements\": [" \
  "    {\"id\": \"p1\", \"tool\": \"segment\", \"layer\": \"data\", \"status\": \"existing\", \"monthly_cost\": 1200, \"modules\": [\"engage\"]}," \
  "    {\"id\": \"p2\", \"tool\": \"hubspot\", \"layer\": \"automation\", \"status\": \"existing\", \"monthly_cost\": 600}," \
  "    {\"id\": \"p3\", \"tool\": \"klaviyo\", \"layer\": \"automation\"}," \
  "    {\"id\": \"p5\", \"tool\": \"n8n\", \"layer\": \"automation\", \"status\": \"existing\", \"monthly_cost\": 50}," \
  "    {\"id\": \"p6\", \"tool\": \"house\", \"layer\": \"personalization\", \"monthly_cost\": 0}]," \
  "   \"flows\": [{\"from\": \"p1\", \"to\": \"p5\", \"carries\": \"events\"}]}," \
  "  {\"id\": \"today\", \"title\": \"Today\", \"placements\": [" \
  "    {\"id\": \"p1\", \"tool\": \"segment\", \"layer\": \"data\"}]}]}"

static inline StrataPlan *
parse_plan (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StrataPlan *plan = strata_plan_file_parse (bytes, "test", &error);

  g_assert_no_error (error);

  return plan;
}

static inline StrataCatalog *
make_catalog (void)
{
  const char *names[] = { "test", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEST_CATALOG, strlen (TEST_CATALOG));
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (GError) error = NULL;
  StrataCatalog *catalog;

  g_ptr_array_add (values, strata_json_reader_parse (bytes, "test", &error));
  g_assert_no_error (error);
  catalog = strata_catalog_new (values, names, &error);
  g_assert_no_error (error);

  return catalog;
}

static inline DmnModel *
load_model (void)
{
  g_autoptr (GError) error = NULL;
  DmnModel *model = strata_decision_model_load (&error);

  g_assert_no_error (error);

  return model;
}

static inline StrataAssessment *
assess_plan (StrataPlan    *plan,
             StrataCatalog *catalog)
{
  g_autoptr (DmnModel) model = load_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataDecisions) decisions = strata_decide (strata_plan_get_facts (plan), model, model, &error);

  g_assert_no_error (error);

  return strata_assess (plan, strata_plan_get_scenario (plan, 0), catalog, decisions);
}

static inline StrataWorkspace *
make_workspace (StrataCatalog  *catalog,
                StrataDocument *document)
{
  g_autoptr (DmnModel) model = load_model ();

  return strata_workspace_new (catalog, model, document);
}
