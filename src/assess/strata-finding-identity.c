/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes a finding the same after an edit.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-finding-identity.h"

#include <stdlib.h>
#include <string.h>

/* No id holds them, so that what is joined with them can't be mistaken. */
#define END_OF_WORD '\x1e'
#define END_OF_PART '\x1f'

static void
append_words (GString            *text,
              const char * const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_string_append (text, words[i]);
      g_string_append_c (text, END_OF_WORD);
    }
  g_string_append_c (text, END_OF_PART);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* An edit may change the order of the tools. */
static void
append_tools (GString             *text,
              StrataScenario      *scenario,
              const StrataFinding *finding)
{
  g_autofree const char **tools = g_new0 (const char *, finding->n_tools + 1);

  for (guint i = 0; i < finding->n_tools; i++)
    tools[i] = scenario->placements[finding->tools[i]]->id;
  qsort (tools, finding->n_tools, sizeof *tools, compare_words);
  append_words (text, tools);
}

/**
 * strata_finding_dup_identity:
 * @assessment: an assessment
 * @finding: one of its findings
 *
 * Puts together what makes a finding the same after an edit: its code, tools in
 * whatever order, capabilities, module, facts and the first of its days.
 *
 * Returns: (transfer full): the identity, for comparing only
 */
char *
strata_finding_dup_identity (StrataAssessment    *assessment,
                             const StrataFinding *finding)
{
  GString *identity = NULL;

  g_return_val_if_fail (assessment != NULL && finding != NULL, NULL);

  identity = g_string_new (finding->code);
  g_string_append_c (identity, END_OF_PART);
  append_tools (identity, strata_assessment_get_scenario (assessment), finding);
  append_words (identity, finding->capabilities);
  append_words (identity, (const char *[]) { finding->module, NULL });
  append_words (identity, finding->facts);
  if (finding->has_days)
    g_string_append_printf (identity, "%d", finding->from_day);

  return g_string_free_and_steal (identity);
}
