/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the findings of one assessment and puts them in order.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-judge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_texts (const char *a,
               const char *b)
{
  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? -1 : 1;
  return strcmp (a, b);
}

static int
compare_tools (const StrataFinding *a,
               const StrataFinding *b)
{
  for (guint i = 0; i < a->n_tools && i < b->n_tools; i++)
    {
      if (a->tools[i] != b->tools[i])
        return a->tools[i] < b->tools[i] ? -1 : 1;
    }
  return compare_numbers (a->n_tools, b->n_tools);
}

/* The NULL at the end of a list sorts it before its own continuation, as a
 * list that is absent sorts before one that is there. */
static int
compare_capabilities (const StrataFinding *a,
                      const StrataFinding *b)
{
  if (a->capabilities == NULL || b->capabilities == NULL)
    return (a->capabilities != NULL) - (b->capabilities != NULL);
  for (guint i = 0;; i++)
    {
      int order = compare_texts (a->capabilities[i], b->capabilities[i]);

      if (order != 0 || a->capabilities[i] == NULL)
        return order;
    }
}

static int
compare_modules (const StrataFinding *a,
                 const StrataFinding *b)
{
  if (a->module == NULL || b->module == NULL)
    return (a->module != NULL) - (b->module != NULL);
  return compare_numbers (a->module_index, b->module_index);
}

static int
compare_days (const StrataFinding *a,
              const StrataFinding *b)
{
  if (!a->has_days || !b->has_days)
    return (a->has_days != FALSE) - (b->has_days != FALSE);
  if (a->from_day != b->from_day)
    return compare_numbers (a->from_day, b->from_day);
  return compare_numbers (a->to_day, b->to_day);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const StrataFinding *one = *(const StrataFinding * const *) a;
  const StrataFinding *other = *(const StrataFinding * const *) b;
  int order = compare_numbers (one->severity, other->severity);

  if (order == 0)
    order = compare_texts (one->code, other->code);
  if (order == 0)
    order = compare_tools (one, other);
  if (order == 0)
    order = compare_capabilities (one, other);
  if (order == 0)
    order = compare_modules (one, other);
  if (order == 0)
    order = compare_days (one, other);
  return order;
}

static gboolean
is_of (const char        *code,
       const StrataCheck *check)
{
  return g_str_has_suffix (check->code, "/") ? g_str_has_prefix (code, check->code) : g_str_equal (code, check->code);
}

static void
explain (StrataJudge       *judge,
         StrataFinding     *finding,
         const StrataCheck *check)
{
  finding->why = _(check->why);
  finding->grounds = check->facts;
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    {
      const StrataDecision *decision = strata_decisions_get (judge->stack->decisions, i);

      if ((check->decisions & STRATA_DECISION_BIT (i)) == 0 || decision->outcome == NULL)
        continue;
      finding->decisions |= STRATA_DECISION_BIT (i);
      finding->grounds |= decision->grounds;
    }
}

/**
 * strata_judge_flag:
 * @judge: the judge
 * @code: what the finding is called; static
 * @severity: how bad it is
 * @tools: the placements that it speaks of
 *
 * Adds a finding. What its family's table says of the code goes with it: why
 * it is flagged, and what that rests on.
 *
 * Returns: (transfer none): the finding, to be filled in
 */
StrataFinding *
strata_judge_flag (StrataJudge     *judge,
                   const char      *code,
                   StrataSeverity   severity,
                   StrataPositions  tools)
{
  StrataFinding *finding = strata_arena_new_array (judge->kept, StrataFinding, 1);

  finding->code = code;
  finding->severity = severity;
  finding->tools = strata_arena_copy (judge->kept, tools.at, tools.n * sizeof (guint));
  finding->n_tools = tools.n;
  finding->saving = STRATA_SAVING_NONE;
  for (guint i = 0; judge->family != NULL && i < judge->family->n_checks; i++)
    if (is_of (code, &judge->family->checks[i]))
      explain (judge, finding, &judge->family->checks[i]);
  g_ptr_array_add (judge->findings, finding);
  return finding;
}

/**
 * strata_judge_flag_one:
 * @judge: the judge
 * @code: what the finding is called; static
 * @severity: how bad it is
 * @tool: the placement that it speaks of
 *
 * Adds a finding about a single placement.
 *
 * Returns: (transfer none): the finding, to be filled in
 */
StrataFinding *
strata_judge_flag_one (StrataJudge    *judge,
                       const char     *code,
                       StrataSeverity  severity,
                       guint           tool)
{
  return strata_judge_flag (judge, code, severity, (StrataPositions) { &tool, 1 });
}

/**
 * strata_judge_set_capabilities:
 * @judge: the judge
 * @finding: one of its findings
 * @capabilities: numbers of capabilities, ascending
 *
 * Says which capabilities the finding is about.
 */
void
strata_judge_set_capabilities (StrataJudge     *judge,
                               StrataFinding   *finding,
                               StrataPositions  capabilities)
{
  const char **ids = strata_arena_new_array (judge->kept, const char *, capabilities.n + 1);

  for (guint i = 0; i < capabilities.n; i++)
    ids[i] = judge->stack->abilities[capabilities.at[i]].id;
  finding->capabilities = ids;
}

/**
 * strata_judge_set_facts:
 * @judge: the judge
 * @finding: one of its findings
 * @facts: (array length=n_facts): facts
 * @n_facts: how many
 *
 * Says which facts the finding rests on.
 */
void
strata_judge_set_facts (StrataJudge        *judge,
                        StrataFinding      *finding,
                        const StrataFactId *facts,
                        guint               n_facts)
{
  const char **keys = strata_arena_new_array (judge->kept, const char *, n_facts + 1);

  for (guint i = 0; i < n_facts; i++)
    {
      keys[i] = strata_fact_get (facts[i])->key;
      finding->grounds |= STRATA_FACT_BIT (facts[i]);
    }
  finding->facts = keys;
}

/**
 * strata_judge_set_days:
 * @finding: a finding
 * @from: the first day
 * @to: the day after the last, or STRATA_DAY_NEVER
 *
 * Says on which days the finding holds.
 */
void
strata_judge_set_days (StrataFinding *finding,
                       int            from,
                       int            to)
{
  finding->has_days = TRUE;
  finding->from_day = from;
  finding->to_day = to;
}

/**
 * strata_judge_say:
 * @judge: the judge
 * @finding: one of its findings
 * @format: a translated sentence with printf directives
 * @...: what it speaks of
 *
 * Gives the finding its sentence.
 */
void
strata_judge_say (StrataJudge   *judge,
                  StrataFinding *finding,
                  const char    *format,
                  ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_vprintf (judge->scratch, format, arguments);
  va_end (arguments);
  finding->message = strata_arena_copy (judge->kept, judge->scratch->str, judge->scratch->len + 1);
}

/**
 * strata_judge_sort:
 * @judge: the judge
 *
 * Puts the findings in order. decision-model.md, section 6: severity, code,
 * tools, capabilities, module, days; equal ones stay in the order in which
 * they were added.
 */
void
strata_judge_sort (StrataJudge *judge)
{
  g_ptr_array_sort (judge->findings, compare_findings);
}

/**
 * strata_positions_hash:
 * @positions: (array length=n): numbers
 * @n: how many
 *
 * Returns: a hash of the list, in order
 */
guint
strata_positions_hash (const guint *positions,
                       guint        n)
{
  guint hash = 2166136261u ^ n;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ positions[i]) * 16777619u;
  return hash;
}
