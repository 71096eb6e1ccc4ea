/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the records of a journal lead to.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-replay.h"

/* A record says itself whether it continues the step before. */
#define COALESCE ""

static void
mark_free (StrataReplayMark *mark)
{
  strata_plan_unref (mark->plan);
  g_free (mark->uri);
  g_free (mark->hash);
  g_free (mark);
}

static void
add_mark (StrataReplay *replay,
          const char   *uri,
          const char   *hash)
{
  StrataReplayMark *mark = g_new0 (StrataReplayMark, 1);

  mark->plan = strata_plan_ref (replay->plan);
  mark->uri = g_strdup (uri);
  mark->hash = g_strdup (hash);
  mark->n_edits = replay->n_edits;
  g_ptr_array_add (replay->marks, mark);
}

static void
take_plan (StrataReplay *replay,
           StrataPlan   *plan)
{
  g_clear_pointer (&replay->plan, strata_plan_unref);
  replay->plan = plan;
}

static gboolean
begin (StrataReplay              *replay,
       const StrataJournalRecord *record,
       StrataPlan                *outcome)
{
  StrataPlan *plan = outcome != NULL ? strata_plan_ref (outcome) : strata_plan_new (record->plan, NULL);

  if (plan == NULL)
    return FALSE;
  take_plan (replay, plan);
  add_mark (replay, record->uri, record->hash);
  return TRUE;
}

static gboolean
push (StrataReplay *replay,
      const char   *name,
      gboolean      joins,
      StrataPlan   *plan)
{
  if (plan == NULL)
    return FALSE;
  if (!joins)
    strata_history_seal (replay->history);
  strata_history_push (replay->history, replay->plan, plan, name, COALESCE, 0);
  take_plan (replay, plan);
  replay->n_edits++;
  return TRUE;
}

static gboolean
edit (StrataReplay              *replay,
      const StrataJournalRecord *record,
      StrataPlan                *outcome)
{
  if (outcome != NULL)
    return push (replay, record->name, record->joins, strata_plan_ref (outcome));
  if (record->edit != NULL)
    return push (replay, record->name, record->joins, strata_plan_apply (replay->plan, record->edit, NULL));
  return push (replay, record->name, FALSE, strata_plan_new (record->plan, NULL));
}

static gboolean
travel (StrataReplay *replay,
        StrataPlan   *plan)
{
  if (plan == NULL)
    return FALSE;
  take_plan (replay, strata_plan_ref (plan));
  replay->n_edits++;
  return TRUE;
}

/* What was begun last is what is saved. */
static gboolean
settle (StrataReplay *replay)
{
  if (replay->marks->len < 2)
    return FALSE;
  g_ptr_array_remove_range (replay->marks, 0, replay->marks->len - 1);
  return TRUE;
}

static gboolean
continue_with (StrataReplay              *replay,
               const StrataJournalRecord *record,
               StrataPlan                *outcome)
{
  switch (record->kind)
    {
    case STRATA_JOURNAL_EDIT:
    case STRATA_JOURNAL_PLAN:
      return edit (replay, record, outcome);
    case STRATA_JOURNAL_UNDO:
      return travel (replay, strata_history_undo (replay->history));
    case STRATA_JOURNAL_REDO:
      return travel (replay, strata_history_redo (replay->history));
    case STRATA_JOURNAL_SAVING:
      add_mark (replay, record->uri, record->hash);
      return TRUE;
    case STRATA_JOURNAL_SAVED:
      return settle (replay);
    case STRATA_JOURNAL_BASE:
    default:
      return FALSE;
    }
}

/**
 * strata_replay_new:
 *
 * Returns: (transfer full): the state before the first record
 */
StrataReplay *
strata_replay_new (void)
{
  StrataReplay *replay = g_new0 (StrataReplay, 1);

  replay->history = strata_history_new ();
  replay->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);

  return replay;
}

/**
 * strata_replay_read:
 * @bytes: a journal, or anything else
 *
 * Does what a journal says, up to the first line that is torn, or that Strata
 * did not write.
 *
 * Returns: (transfer full) (nullable): what it leads to, or %NULL where there
 *   is not even a plan to begin with
 */
StrataReplay *
strata_replay_read (GBytes *bytes)
{
  g_autoptr (StrataReplay) replay = strata_replay_new ();
  gboolean goes_on = TRUE;

  g_return_val_if_fail (bytes != NULL, NULL);

  while (goes_on)
    {
      StrataJournalChain chain = replay->chain;
      gsize end = replay->size;
      g_autoptr (StrataJournalRecord) record = strata_journal_record_read (bytes, &end, &chain);

      goes_on = record != NULL && strata_replay_step (replay, record, NULL);
      if (goes_on)
        {
          replay->chain = chain;
          replay->size = end;
        }
    }
  return replay->plan != NULL ? g_steal_pointer (&replay) : NULL;
}

/**
 * strata_replay_free:
 * @replay: (transfer full): a state
 */
void
strata_replay_free (StrataReplay *replay)
{
  g_return_if_fail (replay != NULL);

  g_clear_pointer (&replay->plan, strata_plan_unref);
  strata_history_free (replay->history);
  g_ptr_array_unref (replay->marks);
  g_free (replay);
}

/**
 * strata_replay_step:
 * @replay: a state
 * @record: what happened
 * @outcome: (nullable): the plan that it leads to, where that is known
 *
 * Does one step. The first record, and only that, is a base.
 *
 * Returns: whether it could be done; if not, nothing has changed
 */
gboolean
strata_replay_step (StrataReplay              *replay,
                    const StrataJournalRecord *record,
                    StrataPlan                *outcome)
{
  gboolean success;

  g_return_val_if_fail (replay != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  if (replay->plan != NULL)
    success = continue_with (replay, record, outcome);
  else
    success = record->kind == STRATA_JOURNAL_BASE && begin (replay, record, outcome);
  if (success)
    replay->time = record->time;
  return success;
}

/**
 * strata_replay_get_saved:
 * @replay: a state with a plan
 *
 * Returns: (transfer none): what was saved last, or what the plan was when the
 *   journal began
 */
StrataReplayMark *
strata_replay_get_saved (StrataReplay *replay)
{
  g_return_val_if_fail (replay != NULL && replay->marks->len > 0, NULL);

  return g_ptr_array_index (replay->marks, 0);
}
