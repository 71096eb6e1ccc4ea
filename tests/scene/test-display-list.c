/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows and the insertion mark as a display list.
 */

#include "config.h"

#include "fixture.h"
#include "scene/strata-display-list.h"
#include "workspace/fixture.h"

/* Personalization feeds automation below it; results may come down. */
static const char broken_plan[] =
  "{\"format\": \"strata-plan\", \"version\": 1, \"title\": \"Test\", \"currency\": \"EUR\","
  " \"scenarios\": [{\"id\": \"target\", \"title\": \"Target\", \"placements\": ["
  "  {\"id\": \"p0\", \"tool\": \"hubspot\", \"layer\": \"automation\"},"
  "  {\"id\": \"p1\", \"tool\": \"dynamic-yield\", \"layer\": \"personalization\"}],"
  " \"flows\": ["
  "  {\"from\": \"p1\", \"to\": \"p0\", \"carries\": \"audiences\"},"
  "  {\"from\": \"p1\", \"to\": \"p0\", \"carries\": \"results\"}]}]}";

/* Past the data layer content may go, customer data may not. */
static const char bypassing_plan[] =
  "{\"format\": \"strata-plan\", \"version\": 1, \"title\": \"Test\", \"currency\": \"EUR\","
  " \"scenarios\": [{\"id\": \"target\", \"title\": \"Target\", \"placements\": ["
  "  {\"id\": \"p0\", \"tool\": \"hubspot\", \"layer\": \"automation\"},"
  "  {\"id\": \"p1\", \"tool\": \"dynamic-yield\", \"layer\": \"personalization\"}],"
  " \"flows\": ["
  "  {\"from\": \"p0\", \"to\": \"p1\", \"carries\": \"profiles\"},"
  "  {\"from\": \"p0\", \"to\": \"p1\", \"carries\": \"content\"}]}]}";

static StrataAssessment *
assess (const char *text)
{
  g_autoptr (StrataPlan) plan = parse_plan (text);
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  return assess_plan (plan, catalog);
}

static void
test_flows (void)
{
  const FixtureCounts counts = { 1, 1, 1 };
  const FixtureFlow flows[] = { { 0, 1, STRATA_CARRIES_EVENTS }, { 1, 2, STRATA_CARRIES_AUDIENCES } };
  const gboolean faded[] = { TRUE, FALSE };
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, flows, G_N_ELEMENTS (flows));
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();
  const StrataDisplayItem *first;
  const StrataDisplayItem *second;

  strata_display_list_add_flows (list, layout, NULL, faded, 1);
  g_assert_cmpuint (strata_display_list_get_n_items (list), ==, 8);
  first = strata_display_list_get_item (list, 0);
  second = strata_display_list_get_item (list, 4);
  g_assert_cmpint (first->kind, ==, STRATA_DISPLAY_GROUP);
  g_assert_cmpint (first->role, ==, STRATA_DISPLAY_ROLE_FLOW);
  g_assert_cmpstr (first->id, ==, "flow-p0-p1");
  g_assert_cmpuint (first->n_items, ==, 3);
  g_assert_true (first->faded);
  g_assert_cmpstr (second->id, ==, "flow-p1-p2");
  g_assert_false (second->faded);
  g_assert_cmpint (strata_display_list_get_item (list, 1)->tone, ==, STRATA_TONE_DATA);
  g_assert_false (strata_display_list_get_item (list, 1)->dashed);
  g_assert_cmpint (strata_display_list_get_item (list, 5)->tone, ==, STRATA_TONE_AUTOMATION);
  g_assert_cmpfloat (strata_display_list_get_item (list, 5)->thickness, >,
                     strata_display_list_get_item (list, 1)->thickness);
}

/* A flow that breaks an ordering rule is dashed in the colour of errors; its
 * arrow has the colour and is whole. */
static void
test_broken (void)
{
  g_autoptr (StrataAssessment) assessment = assess (broken_plan);
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (strata_assessment_get_scenario (assessment), 1280, 0, &em, FALSE);
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();

  strata_display_list_add_flows (list, layout, assessment, NULL, G_MAXUINT);
  g_assert_cmpuint (strata_display_list_get_n_items (list), ==, 8);
  g_assert_cmpint (strata_display_list_get_item (list, 1)->tone, ==, STRATA_TONE_ERROR);
  g_assert_true (strata_display_list_get_item (list, 1)->dashed);
  g_assert_cmpint (strata_display_list_get_item (list, 2)->tone, ==, STRATA_TONE_ERROR);
  g_assert_false (strata_display_list_get_item (list, 2)->dashed);
  g_assert_cmpint (strata_display_list_get_item (list, 5)->tone, ==, STRATA_TONE_PERSONALIZATION);
  g_assert_false (strata_display_list_get_item (list, 5)->dashed);
}

static void
test_bypassing (void)
{
  g_autoptr (StrataAssessment) assessment = assess (bypassing_plan);
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (strata_assessment_get_scenario (assessment), 1280, 0, &em, FALSE);
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();

  strata_display_list_add_flows (list, layout, assessment, NULL, G_MAXUINT);
  g_assert_true (strata_display_list_get_item (list, 1)->dashed);
  g_assert_false (strata_display_list_get_item (list, 5)->dashed);
}

/* Unassessed, the same flow is drawn like any other. */
static void
test_unassessed (void)
{
  g_autoptr (StrataAssessment) assessment = assess (broken_plan);
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (strata_assessment_get_scenario (assessment), 1280, 0, &em, FALSE);
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();

  strata_display_list_add_flows (list, layout, NULL, NULL, G_MAXUINT);
  g_assert_cmpint (strata_display_list_get_item (list, 1)->tone, ==, STRATA_TONE_PERSONALIZATION);
  g_assert_false (strata_display_list_get_item (list, 1)->dashed);
}

/* The arrow's tip is the end of the way, its barbs lie behind. */
static void
test_arrow (void)
{
  const FixtureCounts counts = { 1, 1, 0 };
  const FixtureFlow flows[] = { { 0, 1, STRATA_CARRIES_EVENTS } };
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, flows, G_N_ELEMENTS (flows));
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();
  const StrataDisplayItem *path;
  const StrataDisplayItem *arrow;

  strata_display_list_add_flows (list, layout, NULL, NULL, G_MAXUINT);
  path = strata_display_list_get_item (list, 1);
  arrow = strata_display_list_get_item (list, 2);
  g_assert_cmpint (arrow->kind, ==, STRATA_DISPLAY_PATH);
  g_assert_cmpuint (arrow->n_points, ==, 7);
  g_assert_cmpfloat (arrow->points[3].x, ==, path->points[path->n_points - 1].x);
  g_assert_cmpfloat (arrow->points[3].y, ==, path->points[path->n_points - 1].y);
  g_assert_cmpfloat (arrow->points[0].y, >, arrow->points[3].y);
  g_assert_cmpfloat (arrow->points[6].y, ==, arrow->points[0].y);
}

/* Each thing carried has a shape of its own, on the line. */
static void
test_markers (void)
{
  const FixtureCounts counts = { 1, 1, 0 };
  StrataDisplayItem markers[5];

  for (int carries = STRATA_CARRIES_EVENTS; carries <= STRATA_CARRIES_RESULTS; carries++)
    {
      const FixtureFlow flows[] = { { 0, 1, carries } };
      g_autoptr (StrataScenario) scenario = fixture_scenario (counts, flows, G_N_ELEMENTS (flows));
      double em = 15;
      g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
      g_autoptr (StrataDisplayList) list = strata_display_list_new ();
      const StrataDisplayItem *marker;

      strata_display_list_add_flows (list, layout, NULL, NULL, G_MAXUINT);
      marker = strata_display_list_get_item (list, 3);
      g_assert_true (marker->kind == STRATA_DISPLAY_RECT || marker->filled);
      for (int other = STRATA_CARRIES_EVENTS; other < carries; other++)
        g_assert_false (markers[other].kind == marker->kind && markers[other].n_points == marker->n_points &&
                        markers[other].rect.width == marker->rect.width && markers[other].radius == marker->radius);
      markers[carries] = *marker;
    }
}

/* A flow that is being drawn ends at the pointer, or at the edge of a card. */
static void
test_connection (void)
{
  const StrataRect from = { 0, 200, 100, 50 };
  const StrataRect to = { 300, 0, 100, 50 };
  const StrataPoint point = { 200, 100 };
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();
  const StrataDisplayItem *path;

  strata_display_list_add_connection (list, STRATA_LAYER_DATA, from, NULL, point);
  strata_display_list_add_connection (list, STRATA_LAYER_DATA, from, &to, point);
  g_assert_cmpuint (strata_display_list_get_n_items (list), ==, 6);
  path = strata_display_list_get_item (list, 1);
  g_assert_cmpfloat (path->points[0].x, ==, 50);
  g_assert_cmpfloat (path->points[0].y, ==, 200);
  g_assert_cmpmem (&path->points[3], sizeof point, &point, sizeof point);
  path = strata_display_list_get_item (list, 4);
  g_assert_cmpfloat (path->points[3].x, ==, 350);
  g_assert_cmpfloat (path->points[3].y, ==, 50);
}

static void
test_insertion (void)
{
  const FixtureCounts counts = { 1, 0, 0 };
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, NULL, 0);
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  StrataInsertion insertion = strata_layout_get_insertion (layout, (StrataPlace) { STRATA_LAYER_AUTOMATION, 0 });
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();
  const StrataDisplayItem *mark;

  strata_display_list_add_insertion (list, &insertion);
  g_assert_cmpuint (strata_display_list_get_n_items (list), ==, 2);
  g_assert_cmpint (strata_display_list_get_item (list, 0)->role, ==, STRATA_DISPLAY_ROLE_INSERTION);
  mark = strata_display_list_get_item (list, 1);
  g_assert_cmpint (mark->kind, ==, STRATA_DISPLAY_RECT);
  g_assert_cmpint (mark->tone, ==, STRATA_TONE_AUTOMATION);
  g_assert_cmpfloat (mark->rect.x, ==, insertion.mark.x);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/display-list/flows", test_flows);
  g_test_add_func ("/scene/display-list/broken", test_broken);
  g_test_add_func ("/scene/display-list/bypassing", test_bypassing);
  g_test_add_func ("/scene/display-list/unassessed", test_unassessed);
  g_test_add_func ("/scene/display-list/arrow", test_arrow);
  g_test_add_func ("/scene/display-list/markers", test_markers);
  g_test_add_func ("/scene/display-list/connection", test_connection);
  g_test_add_func ("/scene/display-list/insertion", test_insertion);

  return g_test_run ();
}
