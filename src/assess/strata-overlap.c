/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of overlap/: two tools for one job.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-judge-private.h"

/* Why tools overlap in a capability. */
typedef enum
{
  OVERLAP_NONE,
  OVERLAP_TWICE,    /* several use it */
  OVERLAP_HYBRID,   /* the two stores of a hybrid, as they should */
  OVERLAP_PARALLEL, /* several use it, and all but one of them retire */
  OVERLAP_IDLE,     /* one uses it, another is paid for it */
} OverlapKind;

/* An overlap of certain tools; all capabilities that share it are one
 * finding. */
typedef struct
{
  OverlapKind      kind;
  StrataSeverity   severity;
  StrataPositions  tools;
  int              from;
  int              to;
  GArray          *capabilities; /* guint */
} Overlap;

static void
free_overlap (gpointer data)
{
  Overlap *overlap = data;

  g_array_unref (overlap->capabilities);
}

static StrataPositions
get_capabilities (const Overlap *overlap)
{
  return (StrataPositions) { (guint *) (gpointer) overlap->capabilities->data, overlap->capabilities->len };
}

static guint
hash_overlap (gconstpointer key)
{
  const Overlap *overlap = key;

  return strata_positions_hash (overlap->tools.at, overlap->tools.n) ^ (guint) overlap->from * 31
         ^ (guint) overlap->to * 131 ^ overlap->kind ^ (guint) overlap->severity << 8;
}

static gboolean
is_same_overlap (gconstpointer a,
                 gconstpointer b)
{
  const Overlap *one = a;
  const Overlap *other = b;

  return one->kind == other->kind
         && one->severity == other->severity
         && one->from == other->from
         && one->to == other->to
         && one->tools.n == other->tools.n
         && memcmp (one->tools.at, other->tools.at, one->tools.n * sizeof (guint)) == 0;
}

/* Marks the users that are active together with another one, and notes the
 * first and the last day on which two are. Users come by their first day, so
 * one intersects an earlier one when it starts before the furthest end so
 * far, and a later one when the next one starts before its own end. */
static void
sweep (const StrataStack   *stack,
       const StrataAbility *ability,
       gboolean            *is_met,
       Overlap             *overlap)
{
  int reach = G_MININT;
  guint previous = STRATA_NOBODY;

  overlap->from = STRATA_DAY_NEVER;
  overlap->to = G_MININT;
  for (guint i = 0; i < ability->users.n; i++)
    {
      guint user = ability->users_by_start[i];
      const StrataSpan *span = &stack->items[user].span;

      if (span->start >= span->retire)
        continue;
      if (previous != STRATA_NOBODY && span->start < stack->items[previous].span.retire)
        is_met[previous] = TRUE;
      if (span->start < reach)
        {
          is_met[user] = TRUE;
          overlap->from = MIN (overlap->from, span->start);
          overlap->to = MAX (overlap->to, MIN (span->retire, reach));
        }
      reach = MAX (reach, span->retire);
      previous = user;
    }
}

/* Takes the marks off again, so that the next capability finds none. */
static StrataPositions
take_met (StrataStack     *stack,
          StrataPositions  candidates,
          gboolean        *is_met)
{
  StrataPositions met = { strata_arena_new_array (stack->arena, guint, candidates.n), 0 };

  for (guint i = 0; i < candidates.n; i++)
    {
      if (is_met[candidates.at[i]])
        met.at[met.n++] = candidates.at[i];
      is_met[candidates.at[i]] = FALSE;
    }
  return met;
}

static guint
count_lasting (const StrataStack *stack,
               StrataPositions    tools)
{
  guint n_lasting = 0;

  for (guint i = 0; i < tools.n; i++)
    n_lasting += strata_item_is_lasting (&stack->items[tools.at[i]]);
  return n_lasting;
}

/* A CDP beside a warehouse, both to stay, where a hybrid was decided. */
static gboolean
is_hybrid (const StrataStack   *stack,
           const StrataAbility *ability,
           StrataPositions      tools)
{
  StrataRoles cdp = STRATA_ROLE_BIT (STRATA_ROLE_CDP);
  StrataRoles warehouse = STRATA_ROLE_BIT (STRATA_ROLE_WAREHOUSE);
  StrataRoles one, other;

  if (ability != &stack->abilities[stack->known[STRATA_KNOWN_PROFILE_STORE]] || tools.n != 2
      || count_lasting (stack, tools) != 2 || !strata_stack_decides (stack, STRATA_DECISION_DATA_LAYER, "hybrid"))
    return FALSE;
  one = stack->items[tools.at[0]].roles;
  other = stack->items[tools.at[1]].roles;
  return ((one & cdp) && (other & warehouse)) || ((one & warehouse) && (other & cdp));
}

static gboolean
find_users_overlap (StrataStack         *stack,
                    const StrataAbility *ability,
                    gboolean            *is_met,
                    Overlap             *overlap)
{
  if (ability->users.n < 2)
    return FALSE;
  sweep (stack, ability, is_met, overlap);
  if (overlap->from == STRATA_DAY_NEVER)
    return FALSE;
  overlap->tools = take_met (stack, ability->users, is_met);
  if (count_lasting (stack, overlap->tools) < 2)
    {
      overlap->kind = OVERLAP_PARALLEL;
      overlap->severity = STRATA_SEVERITY_ADVICE;
      return TRUE;
    }
  overlap->from = overlap->to = 0;
  if (is_hybrid (stack, ability, overlap->tools))
    {
      overlap->kind = OVERLAP_HYBRID;
      overlap->severity = STRATA_SEVERITY_ADVICE;
      return TRUE;
    }
  overlap->kind = OVERLAP_TWICE;
  overlap->severity = ability->ownership == STRATA_OWNERSHIP_AUTHORITATIVE ? STRATA_SEVERITY_ERROR
                                                                           : STRATA_SEVERITY_WARNING;
  return TRUE;
}

static StrataPositions
list_idle (StrataStack         *stack,
           const StrataAbility *ability)
{
  StrataPositions idle = { strata_arena_new_array (stack->arena, guint, ability->n_idle), 0 };
  guint capability = ability - stack->abilities;

  for (guint i = 0; i < ability->havers.n; i++)
    {
      if (strata_holding_is_idle (strata_item_find (&stack->items[ability->havers.at[i]], capability)))
        idle.at[idle.n++] = ability->havers.at[i];
    }
  return idle;
}

/* Marks those of `tools` that are active together with one of `others`. */
static void
meet (StrataStack     *stack,
      StrataPositions  tools,
      StrataPositions  others,
      gboolean        *is_met)
{
  StrataStretch *active = strata_arena_new_array (stack->arena, StrataStretch, others.n);
  StrataDays days;

  for (guint i = 0; i < others.n; i++)
    active[i] = (StrataStretch) { stack->items[others.at[i]].span.start, stack->items[others.at[i]].span.retire };
  days = strata_days_from_stretches (stack->arena, active, others.n);
  for (guint i = 0; i < tools.n; i++)
    {
      const StrataSpan *span = &stack->items[tools.at[i]].span;

      is_met[tools.at[i]] = span->start < span->retire && strata_days_find (days, span->start) < span->retire;
    }
}

static gboolean
find_idle_overlap (StrataStack         *stack,
                   const StrataAbility *ability,
                   gboolean            *is_met,
                   Overlap             *overlap)
{
  StrataPositions idle;

  if (ability->n_idle == 0 || ability->users.n == 0)
    return FALSE;
  idle = list_idle (stack, ability);
  meet (stack, idle, ability->users, is_met);
  meet (stack, ability->users, idle, is_met);
  overlap->tools = take_met (stack, ability->havers, is_met);
  overlap->kind = OVERLAP_IDLE;
  overlap->severity = STRATA_SEVERITY_ADVICE;
  overlap->from = overlap->to = 0;
  return overlap->tools.n > 0;
}

/* Overlaps in order of their first capability, each with all of its
 * capabilities. */
static GPtrArray *
find_overlaps (StrataStack *stack)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_overlap, is_same_overlap);
  gboolean *is_met = strata_arena_new_array (stack->arena, gboolean, stack->n_items);
  GPtrArray *overlaps = g_ptr_array_new_with_free_func (free_overlap);

  for (guint i = 0; i < stack->n_abilities; i++)
    {
      Overlap found = { OVERLAP_NONE };
      Overlap *overlap;

      if (stack->abilities[i].ownership == STRATA_OWNERSHIP_SHARED
          || (!find_users_overlap (stack, &stack->abilities[i], is_met, &found)
              && !find_idle_overlap (stack, &stack->abilities[i], is_met, &found)))
        continue;
      overlap = g_hash_table_lookup (known, &found);
      if (overlap == NULL)
        {
          overlap = strata_arena_copy (stack->arena, &found, sizeof found);
          overlap->capabilities = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_add (known, overlap);
          g_ptr_array_add (overlaps, overlap);
        }
      g_array_append_val (overlap->capabilities, i);
    }
  return overlaps;
}

static void
say_twice (StrataJudge   *judge,
           StrataFinding *finding,
           const Overlap *overlap)
{
  const char *names = strata_judge_list_names (judge, overlap->tools);
  const char *labels = strata_judge_list_labels (judge, get_capabilities (overlap));
  gboolean is_pair = overlap->tools.n == 2;

  if (overlap->severity == STRATA_SEVERITY_ERROR && is_pair)
    strata_judge_say (judge, finding, _("%s both handle %s, and nobody can say whose answer counts."), names, labels);
  else if (overlap->severity == STRATA_SEVERITY_ERROR)
    strata_judge_say (judge, finding, _("%s all handle %s, and nobody can say whose answer counts."), names, labels);
  else if (is_pair)
    strata_judge_say (judge, finding, _("%s both handle %s, which is paid for twice."), names, labels);
  else
    strata_judge_say (judge, finding, _("%s all handle %s, which is paid for more than once."), names, labels);
}

static void
say_overlap (StrataJudge   *judge,
             StrataFinding *finding,
             const Overlap *overlap)
{
  const char *names = strata_judge_list_names (judge, overlap->tools);
  const char *labels = strata_judge_list_labels (judge, get_capabilities (overlap));

  if (overlap->kind == OVERLAP_TWICE)
    say_twice (judge, finding, overlap);
  else if (overlap->kind == OVERLAP_HYBRID)
    strata_judge_say (judge, finding, _("%s both hold profiles, as a hybrid does; keeping them in step is work for good."), names);
  else if (overlap->kind == OVERLAP_PARALLEL)
    strata_judge_say (judge, finding, _("%s handle %s side by side from day %d until day %d."),
                      names, labels, overlap->from, overlap->to);
  else
    strata_judge_say (judge, finding, _("%s overlap in %s: it is paid for in a module that nobody uses for it."),
                      names, labels);
}

/* The milder kinds have reasons of their own. */
static void
explain (StrataFinding *finding,
         OverlapKind    kind)
{
  if (kind == OVERLAP_PARALLEL)
    finding->why = _("At most one of these tools stays, so they run side by side only for a while, as in any migration. "
                     "Until the others leave, each of them is paid for.");
  else if (kind == OVERLAP_IDLE)
    finding->why = _("A module that was bought for something else brings what another tool does already. "
                     "Modules are billed whether they are used or not.");
}

static void
check_capability (StrataJudge *judge,
                  const char  *code)
{
  g_autoptr (GPtrArray) overlaps = find_overlaps (judge->stack);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const Overlap *overlap = g_ptr_array_index (overlaps, i);
      StrataFinding *finding = strata_judge_flag (judge, overlap->kind == OVERLAP_HYBRID ? "overlap/hybrid-sync" : code,
                                                  overlap->severity, overlap->tools);

      strata_judge_set_capabilities (judge, finding, get_capabilities (overlap));
      if (overlap->kind == OVERLAP_PARALLEL)
        strata_judge_set_days (finding, overlap->from, overlap->to);
      say_overlap (judge, finding, overlap);
      explain (finding, overlap->kind);
    }
}

static const StrataCheck checks[] = {
  { "overlap/capability", check_capability,
    N_("Two tools that are active on the same days do what only one should own. "
       "A record with two owners gives two answers, and a feature bought twice is billed twice."),
    0, 0 },
  { "overlap/hybrid-sync", NULL, /* flagged in place of the above */
    N_("The client calls for a CDP in front of a warehouse, so both of them hold profiles on purpose. "
       "Keeping the two in step is more work than it looks."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_DATA_LAYER) },
};

const StrataFamily strata_overlap_family = { checks, G_N_ELEMENTS (checks) };
