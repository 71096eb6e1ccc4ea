/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be undone and redone: a list of plans with the steps' names.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-history.h"

typedef struct
{
  StrataPlan *before;
  StrataPlan *after;
  char       *name;
  char       *coalesce; /* NULL: nothing joins this step any more */
  gint64      time;     /* of its last edit */
} Step;

struct _StrataHistory
{
  GPtrArray *steps;
  guint      n_done; /* the steps from here on were undone */
};

static void
step_free (Step *step)
{
  strata_plan_unref (step->before);
  strata_plan_unref (step->after);
  g_free (step->name);
  g_free (step->coalesce);
  g_free (step);
}

static Step *
step_copy (const Step *step)
{
  Step *copy = g_new0 (Step, 1);

  copy->before = strata_plan_ref (step->before);
  copy->after = strata_plan_ref (step->after);
  copy->name = g_strdup (step->name);
  copy->coalesce = g_strdup (step->coalesce);
  copy->time = step->time;
  return copy;
}

static Step *
get_last_done (StrataHistory *history)
{
  return history->n_done > 0 ? g_ptr_array_index (history->steps, history->n_done - 1) : NULL;
}

static Step *
get_first_undone (StrataHistory *history)
{
  return history->n_done < history->steps->len ? g_ptr_array_index (history->steps, history->n_done) : NULL;
}

static gboolean
joins (const Step *step,
       const char *coalesce,
       gint64      now)
{
  return step != NULL &&
         coalesce != NULL &&
         g_strcmp0 (step->coalesce, coalesce) == 0 &&
         now - step->time <= STRATA_HISTORY_PAUSE;
}

/**
 * strata_history_new:
 *
 * Returns: (transfer full): a history without steps
 */
StrataHistory *
strata_history_new (void)
{
  StrataHistory *history = g_new0 (StrataHistory, 1);

  history->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  return history;
}

/**
 * strata_history_copy:
 * @history: a history
 *
 * Returns: (transfer full): another one with the same steps
 */
StrataHistory *
strata_history_copy (StrataHistory *history)
{
  StrataHistory *copy;

  g_return_val_if_fail (history != NULL, NULL);

  copy = strata_history_new ();
  for (guint i = 0; i < history->steps->len; i++)
    g_ptr_array_add (copy->steps, step_copy (g_ptr_array_index (history->steps, i)));
  copy->n_done = history->n_done;

  return copy;
}

/**
 * strata_history_free:
 * @history: (transfer full): a history
 */
void
strata_history_free (StrataHistory *history)
{
  g_return_if_fail (history != NULL);

  g_ptr_array_unref (history->steps);
  g_free (history);
}

/**
 * strata_history_push:
 * @history: a history
 * @before: the plan that was edited
 * @after: what became of it
 * @name: what the step is called, translated
 * @coalesce: (nullable): a key; a step with the same one is continued
 * @now: a monotonic time in microseconds
 *
 * Adds a step, and forgets what had been undone.
 *
 * Returns: whether the last step was continued
 */
gboolean
strata_history_push (StrataHistory *history,
                     StrataPlan    *before,
                     StrataPlan    *after,
                     const char    *name,
                     const char    *coalesce,
                     gint64         now)
{
  gboolean continued;
  Step *step;

  g_return_val_if_fail (history != NULL, FALSE);
  g_return_val_if_fail (before != NULL && after != NULL && name != NULL, FALSE);

  g_ptr_array_set_size (history->steps, (int) history->n_done);
  step = get_last_done (history);
  continued = joins (step, coalesce, now);
  if (!continued)
    {
      step = g_new0 (Step, 1);
      step->before = strata_plan_ref (before);
      step->coalesce = g_strdup (coalesce);
      g_ptr_array_add (history->steps, step);
      history->n_done++;
    }

  g_clear_pointer (&step->after, strata_plan_unref);
  step->after = strata_plan_ref (after);
  g_set_str (&step->name, name);
  step->time = now;

  return continued;
}

/**
 * strata_history_seal:
 * @history: a history
 *
 * Ends the last step: whatever comes next is a step of its own.
 */
void
strata_history_seal (StrataHistory *history)
{
  Step *step;

  g_return_if_fail (history != NULL);

  step = get_last_done (history);
  if (step != NULL)
    g_clear_pointer (&step->coalesce, g_free);
}

/**
 * strata_history_undo:
 * @history: a history
 *
 * Goes one step back.
 *
 * Returns: (transfer none) (nullable): the plan before that step, or %NULL
 *   when there is none
 */
StrataPlan *
strata_history_undo (StrataHistory *history)
{
  Step *step;

  g_return_val_if_fail (history != NULL, NULL);

  step = get_last_done (history);
  if (step == NULL)
    return NULL;

  history->n_done--;
  strata_history_seal (history);

  return step->before;
}

/**
 * strata_history_redo:
 * @history: a history
 *
 * Does the step again that was undone last.
 *
 * Returns: (transfer none) (nullable): the plan after that step, or %NULL
 *   when there is none
 */
StrataPlan *
strata_history_redo (StrataHistory *history)
{
  Step *step;

  g_return_val_if_fail (history != NULL, NULL);

  step = get_first_undone (history);
  if (step == NULL)
    return NULL;

  history->n_done++;
  strata_history_seal (history);

  return step->after;
}

/**
 * strata_history_get_undo_name:
 * @history: a history
 *
 * Returns: (nullable): the name of the step that would be undone
 */
const char *
strata_history_get_undo_name (StrataHistory *history)
{
  Step *step;

  g_return_val_if_fail (history != NULL, NULL);

  step = get_last_done (history);
  return step != NULL ? step->name : NULL;
}

/**
 * strata_history_get_redo_name:
 * @history: a history
 *
 * Returns: (nullable): the name of the step that would be done again
 */
const char *
strata_history_get_redo_name (StrataHistory *history)
{
  Step *step;

  g_return_val_if_fail (history != NULL, NULL);

  step = get_first_undone (history);
  return step != NULL ? step->name : NULL;
}

/**
 * strata_history_get_undo_plan:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): the plan that undoing would go back to
 */
StrataPlan *
strata_history_get_undo_plan (StrataHistory *history)
{
  Step *step;

  g_return_val_if_fail (history != NULL, NULL);

  step = get_last_done (history);
  return step != NULL ? step->before : NULL;
}

/**
 * strata_history_get_redo_plan:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): the plan that doing again would lead to
 */
StrataPlan *
strata_history_get_redo_plan (StrataHistory *history)
{
  Step *step;

  g_return_val_if_fail (history != NULL, NULL);

  step = get_first_undone (history);
  return step != NULL ? step->after : NULL;
}
