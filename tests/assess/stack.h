/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Assessments of stacks written in a line: "ID TOOL LAYER WORD…" a placement,
 * parted by semicolons. A word is a status, or a key and its value.
 */

#pragma once

#include <string.h>

#include "assess/strata-assessment.h"
#include "storage/strata-plan-file.h"
#include "workspace/strata-decision-model.h"

/* What placements are made of. */
static const char stack_tools[] =
  "{'cdp': {'roles': ['cdp'], 'capabilities': ['profile-store', 'journeys'],"
  "         'offers': [{'capability': 'audience-building', 'module': 'engage'}]},"
  " 'wh': {'roles': ['warehouse'], 'capabilities': ['storage-query', 'profile-store']},"
  " 'sync': {'roles': ['reverse-etl'], 'capabilities': ['reverse-sync']},"
  " 'route': {'roles': ['event-collection'], 'capabilities': ['event-collection', 'destinations']},"
  " 'dbt': {'roles': ['transformation'], 'capabilities': ['data-modelling']},"
  " 'who': {'roles': ['identity-resolution'], 'capabilities': ['identity-resolution']},"
  " 'cmp': {'roles': ['consent'], 'capabilities': ['consent-record']},"
  " 'map': {'roles': ['map'], 'capabilities': ['email-send', 'bi']},"
  " 'mix': {'roles': ['map', 'cdp'], 'capabilities': ['journeys']},"
  " 'orch': {'roles': ['orchestrator'], 'capabilities': ['workflow-automation'], 'needs_code': true},"
  " 'text': {'roles': ['messaging'], 'capabilities': ['sms-send', 'audience-building']},"
  " 'need': {'roles': ['messaging'], 'capabilities': ['push-send', 'in-app-send'],"
  "          'requires': ['profile-store', 'push-send']},"
  " 'eng': {'roles': ['personalization-engine', 'feature-flags'], 'capabilities': ['web-personalization']},"
  " 'sheet': {'roles': ['spreadsheet'], 'capabilities': ['spreadsheet']},"
  " 'lasts': {'roles': ['orchestrator'], 'capabilities': ['durable-workflows']},"
  " 'flag': {'roles': ['feature-flags'], 'capabilities': ['feature-flags']}}";

/* A word of a placement: a status, or a key and its value. */
static inline void
add_word (GString    *json,
          const char *word)
{
  static const char * const days[] = { "start", "live", "retire" };
  const char *equals = strchr (word, '=');

  if (equals == NULL)
    {
      g_string_append_printf (json, ", 'status': '%s'", word);
      return;
    }
  g_string_append_printf (json, ", '%.*s", (int) (equals - word), word);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (strlen (days[i]) == (gsize) (equals - word) && g_str_has_prefix (word, days[i]))
        g_string_append (json, "_day");
    }
  g_string_append_printf (json, "': %s", equals + 1);
}

static inline char *
write_placements (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, ";", -1);
  GString *json = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", -1);

      if (words[0] == NULL || words[1] == NULL)
        continue;
      g_string_append_printf (json, "%s{'id': '%s', 'tool': '%s', 'layer': '%s'",
                              json->len > 0 ? ", " : "", words[0], words[1], words[2]);
      for (guint j = 3; words[j] != NULL; j++)
        add_word (json, words[j]);
      g_string_append_c (json, '}');
    }
  return g_string_free (json, FALSE);
}

/* Facts and the rest are members of the plan's facts and of its scenario. */
static inline StrataPlan *
make_plan (const char *facts,
           const char *stack,
           const char *rest)
{
  g_autofree char *placements = write_placements (stack);
  g_autofree char *text = g_strdup_printf ("{'format': 'strata-plan', 'version': 1, 'facts': {%s}, 'tools': %s,"
                                           " 'scenarios': [{'id': 's', 'placements': [%s]%s%s}]}",
                                           facts, stack_tools, placements, rest != NULL ? ", " : "",
                                           rest != NULL ? rest : "");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StrataPlan *plan;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  plan = strata_plan_file_parse (bytes, stack, &error);
  g_assert_no_error (error);
  return plan;
}

static inline StrataAssessment *
assess_stack (const char *facts,
              const char *stack,
              const char *rest,
              DmnModel   *model)
{
  g_autoptr (StrataPlan) plan = make_plan (facts, stack, rest);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog = strata_catalog_load (&error);
  g_autoptr (StrataDecisions) decisions = NULL;

  g_assert_no_error (error);
  decisions = strata_decide (strata_plan_get_facts (plan), model, model, &error);
  g_assert_no_error (error);

  return strata_assess (plan, strata_plan_get_scenario (plan, 0), catalog, decisions);
}
