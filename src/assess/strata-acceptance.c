/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the findings that the room lives with out of the counts.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-acceptance.h"

#include "strata-judge-private.h"

#include <stdlib.h>
#include <string.h>

/* Findings of one code about the same tools. */
typedef struct _Link Link;

struct _Link
{
  StrataFinding *finding;
  Link          *next;
};

static guint
hash_finding (gconstpointer key)
{
  const StrataFinding *finding = key;

  return g_str_hash (finding->code) ^ strata_positions_hash (finding->tools, finding->n_tools);
}

static gboolean
is_same_finding (gconstpointer a,
                 gconstpointer b)
{
  const StrataFinding *one = a;
  const StrataFinding *other = b;

  return one->n_tools == other->n_tools
         && memcmp (one->tools, other->tools, one->n_tools * sizeof (guint)) == 0
         && g_str_equal (one->code, other->code);
}

static GHashTable *
index_findings (StrataJudge *judge)
{
  GHashTable *index = g_hash_table_new (hash_finding, is_same_finding);

  for (guint i = 0; i < judge->findings->len; i++)
    {
      StrataFinding *finding = g_ptr_array_index (judge->findings, i);
      Link *link = strata_arena_new_array (judge->stack->arena, Link, 1);

      link->finding = finding;
      link->next = g_hash_table_lookup (index, finding);
      g_hash_table_insert (index, finding, link);
    }
  return index;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* The set of tools that an entry names, however it is written. Returns FALSE
 * when the scenario has not got one of them. */
static gboolean
resolve_tools (StrataJudge            *judge,
               const StrataAcceptance *entry,
               StrataFinding          *probe)
{
  guint n = entry->tools != NULL ? g_strv_length ((char **) entry->tools) : 0;
  guint *tools = strata_arena_new_array (judge->stack->arena, guint, n);

  for (guint i = 0; i < n; i++)
    {
      if (strata_scenario_find (judge->stack->scenario, entry->tools[i], &tools[i]) == NULL)
        return FALSE;
    }
  qsort (tools, n, sizeof (guint), compare_positions);
  for (guint i = 0; i < n; i++)
    {
      if (probe->n_tools == 0 || tools[probe->n_tools - 1] != tools[i])
        tools[probe->n_tools++] = tools[i];
    }
  probe->tools = tools;
  return TRUE;
}

static gboolean
covers (const StrataAcceptance *entry,
        const StrataFinding    *finding)
{
  if (entry->capabilities == NULL || entry->capabilities[0] == NULL || finding->capabilities == NULL)
    return TRUE;
  for (const char * const *capability = finding->capabilities; *capability != NULL; capability++)
    {
      if (!g_strv_contains (entry->capabilities, *capability))
        return FALSE;
    }
  return TRUE;
}

static gboolean
names_all (const StrataAcceptance *entry,
           StrataScenario         *scenario,
           const StrataFinding    *finding)
{
  for (guint i = 0; i < finding->n_tools; i++)
    {
      const char *id = scenario->placements[finding->tools[i]]->id;

      if (entry->tools == NULL || !g_strv_contains (entry->tools, id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
names_no_other (const StrataAcceptance *entry,
                StrataScenario         *scenario,
                const StrataFinding    *finding)
{
  for (guint i = 0; entry->tools != NULL && entry->tools[i] != NULL; i++)
    {
      gboolean is_named = FALSE;

      for (guint j = 0; j < finding->n_tools && !is_named; j++)
        is_named = g_str_equal (scenario->placements[finding->tools[j]]->id, entry->tools[i]);
      if (!is_named)
        return FALSE;
    }
  return TRUE;
}

/* The first entry that matches gives the reason; one that matches only what
 * is accepted already is not stale for that. */
static gboolean
accept (const StrataAcceptance *entry,
        Link                   *links)
{
  gboolean matches = FALSE;

  for (Link *link = links; link != NULL; link = link->next)
    {
      if (!covers (entry, link->finding))
        continue;
      matches = TRUE;
      if (link->finding->accepted)
        continue;
      link->finding->accepted = TRUE;
      link->finding->reason = entry->reason;
    }
  return matches;
}

/**
 * strata_acceptance_matches:
 * @entry: an entry of the scenario's log
 * @scenario: the scenario
 * @finding: a finding in it
 *
 * Returns: whether the entry accepts the finding. decision-model.md, section 6,
 *   "Accepting"
 */
gboolean
strata_acceptance_matches (const StrataAcceptance *entry,
                           StrataScenario         *scenario,
                           const StrataFinding    *finding)
{
  g_return_val_if_fail (entry != NULL && scenario != NULL && finding != NULL, FALSE);

  return g_strcmp0 (entry->code, finding->code) == 0
         && names_all (entry, scenario, finding)
         && names_no_other (entry, scenario, finding)
         && covers (entry, finding);
}

/**
 * strata_judge_accept:
 * @judge: the judge, its findings complete
 * @stale: (element-type StrataAcceptance): where entries go that match nothing
 *
 * Marks the findings that the scenario accepts. decision-model.md, section 6,
 * "Accepting".
 */
void
strata_judge_accept (StrataJudge *judge,
                     GPtrArray   *stale)
{
  const StrataScenario *scenario = judge->stack->scenario;
  g_autoptr (GHashTable) index = NULL;

  if (scenario->n_accepted == 0)
    return;
  index = index_findings (judge);
  for (guint i = 0; i < scenario->n_accepted; i++)
    {
      const StrataAcceptance *entry = &scenario->accepted[i];
      StrataFinding probe = { .code = entry->code };

      if (entry->code == NULL
          || !resolve_tools (judge, entry, &probe)
          || !accept (entry, g_hash_table_lookup (index, &probe)))
        g_ptr_array_add (stale, (gpointer) entry);
    }
}
