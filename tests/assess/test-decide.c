/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the decisions: each threshold on both sides, unknown facts, what
 * would change an outcome, and models that somebody has changed.
 */

#include "config.h"

#include <string.h>

#include "changed-model.h"
#include "decide.h"
#include "dmn/dmn-error.h"
#include "model/strata-number.h"

typedef struct
{
  StrataDecisionId  decision;
  const char       *facts;  /* members of the object */
  const char       *answer; /* "OUTCOME BASIS ROW", of what is not settled the
                             * missing facts */
} Row;

#define DATA STRATA_DECISION_DATA_LAYER
#define HUB STRATA_DECISION_AUTOMATION_HUB
#define KIND STRATA_DECISION_ORCHESTRATOR_KIND
#define TIME STRATA_DECISION_PERSONALIZATION
#define RENDERING STRATA_DECISION_RENDERING
#define PROFILE STRATA_DECISION_PROFILE

#define PLAIN "'regulated': false, 'multi_region': false, 'specialty_channels': false, 'real_time_activation': false, 'stage': 'scaling', "
#define MANY PLAIN "'channels': ['email', 'sms'], "
#define SIMPLE "'ai_branching': false, 'external_systems': [], "
#define READY "'event_schema': 'in-place', 'segmentation': 'in-place', 'measurement': 'in-place', "
#define STAFFED READY "'marketers': 3, 'customer_base': 'other', "
#define GROWN STAFFED "'mau': 30000, "

static const Row rows[] = {
  { DATA, "'regulated': true, 'multi_region': true", "hybrid matrix 1" },
  { DATA, "'regulated': true, 'stage': 'enterprise'", "hybrid matrix 0" },
  { DATA, "'regulated': true, 'multi_region': false, 'stage': 'enterprise'", "hybrid matrix 2" },
  { DATA, PLAIN "'mau': 49999, 'channels': ['sms', 'web'], 'engineers': 0, 'destinations': 1", "warehouse matrix 3" },
  { DATA, PLAIN "'mau': 50000, 'channels': ['sms', 'web'], 'engineers': 0, 'destinations': 1", "cdp leaning 0" },
  { DATA, PLAIN "'mau': 49999, 'channels': ['push'], 'engineers': 0, 'destinations': 1", "cdp leaning 0" },
  { DATA, MANY "'mau': 49999, 'engineers': 1.5, 'destinations': 3", "warehouse leaning 0" },
  { DATA, MANY "'mau': 50000, 'engineers': 1.5, 'destinations': 3", "cdp matrix 4" },
  { DATA, MANY "'mau': 149999, 'engineers': 1.5, 'destinations': 5", "cdp matrix 4" },
  { DATA, MANY "'mau': 150000, 'engineers': 1.5, 'destinations': 5", "warehouse leaning 0" },
  { DATA, MANY "'mau': 149999, 'engineers': 2, 'destinations': 5", "warehouse leaning 0" },
  { DATA, MANY "'mau': 149999, 'engineers': 1.5, 'destinations': 2", "warehouse leaning 0" },
  { DATA, MANY "'mau': 149999, 'engineers': 1.5, 'destinations': 6", "warehouse leaning 0" },
  { DATA, MANY "'mau': 150000, 'engineers': 2, 'destinations': 6", "warehouse matrix 5" },
  { DATA, MANY "'mau': 150000, 'engineers': 2, 'destinations': 5", "warehouse leaning 0" },
  { DATA, MANY "'mau': 150000, 'engineers': 0.5, 'destinations': 5", "cdp leaning 0" },
  { DATA, "'mau': 49999, 'engineers': 1, 'regulated': false, 'real_time_activation': true", "warehouse leaning 0" },
  { DATA, "'mau': 90000, 'regulated': false, 'multi_region': false, 'specialty_channels': true, 'engineers': 2", "hybrid leaning 0" },
  { DATA, "'mau': 90000, 'specialty_channels': true, 'engineers': 2", "hybrid leaning 0" },
  { DATA, MANY "'destinations': 4, 'engineers': 1", "undetermined mau" },
  { DATA, "'mau': 120000, 'stage': 'scaling', 'channels': [], 'destinations': 4, 'engineers': 1", "undetermined regulated multi_region" },

  { HUB, SIMPLE "'channels': ['email', 'sms', 'web', 'ads'], 'marketers': 1", "map leaning 0" },
  { HUB, "'channels': ['email', 'sms', 'push']", "map+orchestrator matrix 1" },
  { HUB, "'channels': ['whatsapp', 'sms', 'push']", "orchestrator matrix 2" },
  { HUB, "'channels': ['email'], 'ai_branching': true", "map+orchestrator matrix 1" },
  { HUB, "'channels': ['sms'], 'external_systems': ['erp']", "orchestrator matrix 2" },
  { HUB, SIMPLE "'channels': ['sms'], 'marketers': 2", "map matrix 3" },
  { HUB, SIMPLE "'channels': ['sms'], 'marketers': 3", "map leaning 0" },
  { HUB, SIMPLE "'channels': ['sms']", "map leaning 0" },
  { HUB, "", "undetermined channels ai_branching external_systems" },

  { KIND, SIMPLE "'channels': ['sms']", "none matrix 0" },
  { KIND, "'ai_branching': true, 'custom_code': false, 'stateful_volume': true", "visual matrix 1" },
  { KIND, "'ai_branching': true, 'custom_code': true, 'stateful_volume': true", "durable matrix 2" },
  { KIND, "'ai_branching': true, 'custom_code': true, 'stateful_volume': false", "any matrix 3" },
  { KIND, "'ai_branching': true, 'custom_code': true", "undetermined stateful_volume" },

  { TIME, "'mau': 29999", "wait matrix 1" },
  { TIME, GROWN "'variant_pipeline': 'in-place'", "pilot matrix 6" },
  { TIME, GROWN "'variants_per_week': 6", "pilot matrix 6" },
  { TIME, GROWN "'variants_per_week': 5", "wait matrix 4" },
  { TIME, GROWN "'variants_per_week': 6, 'variant_pipeline': 'partial'", "wait matrix 4" },
  { TIME, "'mau': 30000, 'event_schema': 'partial'", "wait matrix 2" },
  { TIME, "'mau': 30000, 'event_schema': 'in-place', 'marketers': 2", "wait matrix 3" },
  { TIME, "'event_schema': 'missing'", "wait matrix 0" },
  { TIME, READY "'mau': 30000, 'marketers': 3, 'variant_pipeline': 'in-place', 'customer_base': 'high-ltv'", "invest matrix 5" },
  { TIME, READY "'mau': 30000, 'marketers': 3, 'variant_pipeline': 'in-place'", "undetermined customer_base" },

  { RENDERING, "'surfaces': ['push', 'homepage']", "server matrix 1" },
  { RENDERING, "'surfaces': [], 'stage': 'enterprise', 'regulated': true", "server matrix 1" },
  { RENDERING, "'surfaces': ['push', 'email-body'], 'regulated': false", "server-by-definition matrix 2" },
  { RENDERING, "'surfaces': [], 'regulated': false", "client-allowed matrix 3" },
  { RENDERING, "'surfaces': ['other-web', 'push'], 'regulated': false", "client-allowed matrix 3" },

  { PROFILE, "'stage': 'enterprise', 'regulated': true", "enterprise-regulated matrix 1" },
  { PROFILE, "'stage': 'pre-pmf', 'mau': 49999", "early matrix 2" },
  { PROFILE, "'stage': 'pre-pmf', 'mau': 50000", "scaling matrix 3" },
  { PROFILE, "'stage': 'scaling'", "scaling matrix 3" },
  { PROFILE, "'regulated': false", "undetermined stage mau" },
};

/* Here the answer is "FACT=TO:OUTCOME…", the nearest first. */
static const Row flip_rows[] = {
  { DATA, MANY "'mau': 48000, 'engineers': 1.5, 'destinations': 3", "mau=50000:cdp engineers=0.5:cdp" },
  { DATA, MANY "'mau': 100000, 'engineers': 1.5, 'destinations': 4",
    "engineers=2:warehouse mau=150000:warehouse destinations=2:warehouse" },
  { DATA, "'engineers': 1", "" },
  { HUB, "'channels': ['push', 'email', 'sms'], 'ai_branching': true", "channels=[push,sms]:orchestrator" },
  { HUB, SIMPLE "'channels': ['web', 'push', 'sms']", "channels=[web,push,sms,email]:map+orchestrator ai_branching=true:orchestrator external_systems=[erp]:orchestrator" },
  { TIME, GROWN "'variants_per_week': 8", "mau=29999:wait marketers=2:wait variants_per_week=5:wait customer_base=high-frequency:invest"
    " event_schema=missing:wait segmentation=missing:wait measurement=missing:wait" },
  { TIME, GROWN "'variants_per_week': 0", "variants_per_week=6:pilot" },
  { TIME, "'mau': 20000", "" },
  { PROFILE, "'stage': 'pre-pmf', 'mau': 0", "stage=scaling:scaling mau=50000:scaling" },
};

static void
append_facts (GString            *string,
              const StrataFactId *facts,
              guint               n_facts)
{
  for (guint i = 0; i < n_facts; i++)
    g_string_append_printf (string, " %s", strata_fact_get (facts[i])->key);
}

static char *
describe (const StrataDecision *decision)
{
  GString *string = g_string_new (decision->outcome);

  if (decision->outcome != NULL)
    g_string_append_printf (string, " %s %u", strata_basis_get_id (decision->basis), decision->row);
  else
    g_string_append (string, strata_basis_get_id (decision->basis));
  append_facts (string, decision->missing_facts, decision->n_missing_facts);

  return g_string_free (string, FALSE);
}

static void
append_value (GString     *string,
              StrataValue *value)
{
  char text[STRATA_NUMBER_TEXT_SIZE];

  switch ((int) strata_value_get_kind (value))
    {
    case STRATA_VALUE_BOOLEAN:
      g_string_append (string, strata_value_get_boolean (value) ? "true" : "false");
      break;
    case STRATA_VALUE_STRING:
      g_string_append (string, strata_value_get_string (value));
      break;
    case STRATA_VALUE_ARRAY:
      for (guint i = 0; i < strata_value_get_length (value); i++)
        {
          g_string_append_c (string, i > 0 ? ',' : '[');
          append_value (string, strata_value_get_element (value, i));
        }
      g_string_append_c (string, ']');
      break;
    default:
      g_string_append (string, strata_number_format (value, text));
      break;
    }
}

static char *
describe_flips (const StrataDecision *decision)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < decision->n_flips; i++)
    {
      const StrataFlip *flip = &decision->flips[i];

      g_string_append_printf (string, "%s%s=", i > 0 ? " " : "", strata_fact_get (flip->fact)->key);
      append_value (string, flip->to);
      g_string_append_printf (string, ":%s", flip->outcome);
    }

  return g_string_free (string, FALSE);
}

static void
check_rows (const Row *table,
            guint      n_rows,
            char    *(*describe_one) (const StrataDecision *decision))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (StrataDecisions) decisions = decide (table[i].facts, model);
      g_autofree char *found = describe_one (strata_decisions_get (decisions, table[i].decision));

      g_test_message ("%s from {%s}", strata_decision_get_key (table[i].decision), table[i].facts);
      g_assert_cmpstr (found, ==, table[i].answer);
    }
}

static void
test_outcomes (void)
{
  check_rows (rows, G_N_ELEMENTS (rows), describe);
}

static void
test_flips (void)
{
  check_rows (flip_rows, G_N_ELEMENTS (flip_rows), describe_flips);
}

static void
test_reasons (void)
{
  g_autoptr (DmnModel) model = strata_decision_model_load (NULL);
  g_autoptr (StrataDecisions) decisions =
    decide ("'mau': 30000, 'measurement': 'partial', 'variants_per_week': 5, 'marketers': 2, 'customer_base': 'other'", model);
  const StrataDecision *decision = strata_decisions_get (decisions, TIME);
  g_autoptr (GString) found = g_string_new (NULL);

  append_facts (found, decision->reasons, decision->n_reasons);
  g_assert_cmpstr (found->str, ==, " marketers variant_pipeline measurement");
}

/* A threshold that moves in the file moves the outcome and its flip. */
static void
test_moved_threshold (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = load_changed ("&lt; 30000", "&lt; 45000", &error);
  g_autoptr (StrataDecisions) below = NULL;
  g_autoptr (StrataDecisions) above = NULL;
  g_autofree char *flips = NULL;

  g_assert_no_error (error);
  below = decide (STAFFED "'mau': 44999, 'variant_pipeline': 'in-place'", model);
  g_assert_cmpstr (strata_decisions_get (below, TIME)->outcome, ==, "wait");
  flips = describe_flips (strata_decisions_get (below, TIME));
  g_assert_cmpstr (flips, ==, "mau=45000:pilot");
  above = decide (STAFFED "'mau': 45000, 'variant_pipeline': 'in-place'", model);
  g_assert_cmpstr (strata_decisions_get (above, TIME)->outcome, ==, "pilot");
}

static void
test_moved_phase (void)
{
  g_autoptr (DmnModel) shipped = strata_decision_model_load (NULL);
  g_autoptr (DmnModel) changed = load_changed ("<text>45</text>", "<text>30</text>", NULL);
  g_autoptr (StrataDecisions) before = decide ("", shipped);
  g_autoptr (StrataDecisions) after = decide ("", changed);
  const StrataPhases *phases = strata_decisions_get_phases (before);

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    {
      static const int days[] = { 0, 45, 75, 90 };

      g_assert_cmpint (phases->begin[i], ==, days[i]);
      g_assert_cmpint (phases->end[i], ==, days[i + 1]);
    }
  g_assert_cmpint (strata_decisions_get_phases (after)->end[STRATA_LAYER_DATA], ==, 30);
}

static void
test_refused (void)
{
  static const struct { const char *old, *new, *says; } changes[] = {
    { "\"durable\"</text>", "\"sturdy\"</text>", "row 2 answers “sturdy”" },
    { "id=\"rendering\" name=\"rendering\"", "id=\"drawing\" name=\"drawing\"", "“rendering”: there is no such decision" },
    { "rendering_table\" hitPolicy=\"FIRST\"", "rendering_table\" hitPolicy=\"COLLECT\"", "FIRST" },
    { "<text>customer_base</text>", "<text>custom_base</text>", "neither a fact nor a decision" },
    { "<text>custom_code</text>", "<text>orchestrator_kind</text>", "requires too many decisions, or itself" },
    { "<text>&lt; 30000</text>", "<text>&lt; marketers</text>", "names “marketers”" },
    { "<text>\"enterprise\"</text>", "<text>enterprise</text>", "row 2, “stage”: nothing is called “enterprise”" },
    { "id=\"phases\" name=\"phases\"", "id=\"days\" name=\"days\"", "“phases”" },
    { "<text>75</text>", "<text>7.5</text>", "“phases”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = load_changed (changes[i].old, changes[i].new, &error);
      g_autoptr (StrataFacts) facts = make_facts ("");
      g_autoptr (StrataDecisions) decisions = NULL;

      g_assert_no_error (error);
      decisions = strata_decide (facts, model, model, &error);
      g_assert_null (decisions);
      g_assert_cmpint (error->domain, ==, DMN_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "changed.dmn:"));
      if (strstr (error->message, changes[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, changes[i].says);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decide/outcomes", test_outcomes);
  g_test_add_func ("/decide/flips", test_flips);
  g_test_add_func ("/decide/reasons", test_reasons);
  g_test_add_func ("/decide/moved-threshold", test_moved_threshold);
  g_test_add_func ("/decide/moved-phase", test_moved_phase);
  g_test_add_func ("/decide/refused", test_refused);

  return g_test_run ();
}
