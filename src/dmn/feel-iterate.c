/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paths, filters and iterations: FEEL's ways through lists.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-evaluate-private.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

/* A for over ranges of numbers is not a way to fill the memory. */
#define MAX_ITERATIONS 1000000

typedef struct
{
  FeelRun   *run;
  FeelNode  *node;
  GPtrArray *results;   /* of a for */
  DmnTruth   truth;     /* of some and every */
  guint      n_rounds;
} Iteration;

static GPtrArray *
new_values (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
}

static DmnValue *
new_integer_or_null (gboolean there,
                     gint64   integer)
{
  return there ? dmn_value_new_integer (integer) : dmn_value_new_null ();
}

static gint64
weekday (const DmnDate *date)
{
  /* 1970-01-01 was a Thursday, the fourth day. */
  gint64 days = dmn_date_to_days (date) + 3;

  return days % 7 + (days % 7 < 0 ? 7 : 0) + 1;
}

static DmnValue *
date_property (const DmnDate *date,
               const char    *name)
{
  if (strcmp (name, "year") == 0)
    return dmn_value_new_integer (date->year);
  if (strcmp (name, "month") == 0)
    return dmn_value_new_integer (date->month);
  if (strcmp (name, "day") == 0)
    return dmn_value_new_integer (date->day);
  if (strcmp (name, "weekday") == 0)
    return dmn_value_new_integer (weekday (date));

  return NULL;
}

static DmnValue *
time_property (const DmnTime *time,
               const DmnDate *date,
               const char    *name)
{
  if (strcmp (name, "hour") == 0)
    return dmn_value_new_integer (time->second / 3600);
  if (strcmp (name, "minute") == 0)
    return dmn_value_new_integer (time->second / 60 % 60);
  if (strcmp (name, "second") == 0)
    return dmn_value_new_integer (time->second % 60);
  if (strcmp (name, "time offset") == 0)
    return time->zone == DMN_ZONE_LOCAL
             ? dmn_value_new_null ()
             : dmn_value_new_duration ((DmnDuration) { dmn_time_get_offset (time, date), 0 });
  if (strcmp (name, "timezone") == 0)
    return time->zone == DMN_ZONE_NAMED ? dmn_value_new_string (time->zone_name)
                                        : dmn_value_new_null ();

  return NULL;
}

/* Months have no days and days no months: such a property is null. */
static DmnValue *
duration_property (const DmnValue *value,
                   const char     *name)
{
  gboolean months = dmn_value_get_kind (value) == DMN_KIND_MONTHS_DURATION;
  gint64 length = months ? dmn_value_get_months (value) : dmn_value_get_duration (value).seconds;

  if (strcmp (name, "years") == 0)
    return new_integer_or_null (months, length / 12);
  if (strcmp (name, "months") == 0)
    return new_integer_or_null (months, length % 12);
  if (strcmp (name, "days") == 0)
    return new_integer_or_null (!months, length / 86400);
  if (strcmp (name, "hours") == 0)
    return new_integer_or_null (!months, length / 3600 % 24);
  if (strcmp (name, "minutes") == 0)
    return new_integer_or_null (!months, length / 60 % 60);
  if (strcmp (name, "seconds") == 0)
    return new_integer_or_null (!months, length % 60);

  return NULL;
}

static DmnValue *
end_or_null (DmnValue *end)
{
  return end != NULL ? dmn_value_ref (end) : dmn_value_new_null ();
}

static DmnValue *
range_property (const DmnValue *value,
                const char     *name)
{
  if (strcmp (name, "start") == 0)
    return end_or_null (dmn_value_get_low (value));
  if (strcmp (name, "end") == 0)
    return end_or_null (dmn_value_get_high (value));
  if (strcmp (name, "start included") == 0)
    return dmn_value_new_boolean (dmn_value_includes_low (value));
  if (strcmp (name, "end included") == 0)
    return dmn_value_new_boolean (dmn_value_includes_high (value));

  return NULL;
}

static DmnValue *
property (const DmnValue *value,
          const char     *name)
{
  DmnValue *found = NULL;

  switch ((int) dmn_value_get_kind (value))
    {
    case DMN_KIND_CONTEXT:
      found = dmn_value_get_member (value, name);
      return found != NULL ? dmn_value_ref (found) : NULL;
    case DMN_KIND_DATE:
      return date_property (dmn_value_get_date (value), name);
    case DMN_KIND_TIME:
      return time_property (dmn_value_get_time (value), NULL, name);
    case DMN_KIND_DATE_TIME:
      found = date_property (dmn_value_get_date (value), name);
      return found != NULL ? found
                           : time_property (dmn_value_get_time (value), dmn_value_get_date (value), name);
    case DMN_KIND_MONTHS_DURATION:
    case DMN_KIND_SECONDS_DURATION:
      return duration_property (value, name);
    case DMN_KIND_RANGE:
      return range_property (value, name);
    default:
      return NULL;
    }
}

/* Of a list: of each of its items. */
static DmnValue *
path (FeelRun    *run,
      DmnValue   *of,
      const char *name)
{
  g_autoptr (GPtrArray) items = NULL;
  DmnValue *value;

  if (dmn_value_get_kind (of) != DMN_KIND_LIST)
    {
      value = property (of, name);
      return value != NULL
               ? value
               : feel_run_fail (run, "a %s has no “%s”", dmn_kind_get_name (dmn_value_get_kind (of)), name);
    }

  items = new_values ();
  for (guint i = 0; i < dmn_value_get_length (of); i++)
    g_ptr_array_add (items, path (run, dmn_value_get_item (of, i), name));

  return dmn_value_new_list (g_steal_pointer (&items));
}

DmnValue *
feel_evaluate_path (FeelRun   *run,
                    FeelNode  *node,
                    FeelScope *scope)
{
  g_autoptr (DmnValue) of = feel_evaluate (run, node->children[0], scope);

  return path (run, of, node->name);
}

/* Anything but a list stands for the list of itself; null for none. */
static DmnValue *
as_list (DmnValue *value)
{
  GPtrArray *items;

  if (dmn_value_get_kind (value) == DMN_KIND_LIST)
    return dmn_value_ref (value);

  items = new_values ();
  if (!dmn_value_is_null (value))
    g_ptr_array_add (items, dmn_value_ref (value));

  return dmn_value_new_list (items);
}

/* list[n]: from the front by 1, 2 …, from the back by -1, -2 … */
static DmnValue *
item_at (FeelRun         *run,
         const DmnValue  *list,
         const DmnNumber *number)
{
  gint64 length = dmn_value_get_length (list);
  gint64 index;

  if (!dmn_number_get_integer (number, &index) || index == 0 || ABS (index) > length)
    return feel_run_fail (run, "the list has no such item");

  return dmn_value_ref (dmn_value_get_item (list, (guint) (index > 0 ? index - 1 : length + index)));
}

/* In the condition an item is `item`, and the members of a context have
 * their names. */
static FeelScope *
scope_of_item (DmnValue  *item,
               FeelScope *scope)
{
  g_autoptr (FeelScope) members = NULL;

  if (dmn_value_get_kind (item) == DMN_KIND_CONTEXT)
    {
      members = feel_scope_bind_members (scope, item);
      if (dmn_value_get_member (item, "item") != NULL)
        return g_steal_pointer (&members);
    }

  return feel_scope_bind (members != NULL ? members : scope, "item", item);
}

/* A condition is true, false or unknown, and nothing else. */
static gboolean
may_hold (const DmnValue *condition)
{
  return dmn_value_is_null (condition) || dmn_value_get_kind (condition) == DMN_KIND_BOOLEAN;
}

static DmnValue *
refuse_condition (FeelRun        *run,
                  const DmnValue *condition)
{
  return feel_run_fail (run, "a condition is a %s, not a boolean",
                        dmn_kind_get_name (dmn_value_get_kind (condition)));
}

static DmnValue *
filter_by_condition (FeelRun   *run,
                     DmnValue  *list,
                     FeelNode  *condition,
                     FeelScope *scope)
{
  g_autoptr (GPtrArray) items = new_values ();

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *item = dmn_value_get_item (list, i);
      g_autoptr (FeelScope) inner = scope_of_item (item, scope);
      g_autoptr (DmnValue) holds = feel_evaluate (run, condition, inner);

      if (!may_hold (holds))
        return refuse_condition (run, holds);
      if (feel_value_to_truth (holds) == DMN_TRUTH_TRUE)
        g_ptr_array_add (items, dmn_value_ref (item));
    }

  return dmn_value_new_list (g_steal_pointer (&items));
}

/* What cannot say whether an item stays is a number, if anything. */
static gboolean
may_be_index (const FeelNode *condition)
{
  switch ((int) condition->kind)
    {
    case FEEL_NODE_LITERAL:
    case FEEL_NODE_NAME:
    case FEEL_NODE_PATH:
    case FEEL_NODE_NEGATE:
    case FEEL_NODE_ARITHMETIC:
    case FEEL_NODE_CALL:
    case FEEL_NODE_IF:
    case FEEL_NODE_BOXED:
      return TRUE;
    default:
      return FALSE;
    }
}

DmnValue *
feel_evaluate_filter (FeelRun   *run,
                      FeelNode  *node,
                      FeelScope *scope)
{
  g_autoptr (DmnValue) value = feel_evaluate (run, node->children[0], scope);
  g_autoptr (DmnValue) list = as_list (value);
  FeelNode *condition = node->children[1];

  if (may_be_index (condition))
    {
      /* Why it may be null outside of any item is nobody's concern. */
      FeelRun quiet = { .depth = run->depth, .steps = run->steps, .has_type = run->has_type, .types = run->types };
      g_autoptr (DmnValue) index = feel_evaluate (&quiet, condition, scope);

      if (dmn_value_get_kind (index) == DMN_KIND_NUMBER)
        return item_at (run, list, dmn_value_get_number (index));
    }

  return filter_by_condition (run, list, condition, scope);
}

/* Whole numbers and days count by one; nothing else does. */
static gboolean
get_count (const DmnValue *value,
           gint64         *count)
{
  if (dmn_value_get_kind (value) == DMN_KIND_NUMBER)
    return dmn_number_get_integer (dmn_value_get_number (value), count);
  if (dmn_value_get_kind (value) != DMN_KIND_DATE)
    return FALSE;

  *count = dmn_date_to_days (dmn_value_get_date (value));

  return TRUE;
}

static DmnValue *
from_count (DmnKind kind,
            gint64  count)
{
  DmnDate date;

  if (kind == DMN_KIND_NUMBER)
    return dmn_value_new_integer (count);

  return dmn_date_from_days (count, &date) ? dmn_value_new_date (date) : dmn_value_new_null ();
}

/* low .. high of a for: upwards or downwards by one. */
static DmnValue *
count_through (FeelRun   *run,
               DmnValue  *low,
               DmnValue  *high)
{
  DmnKind kind = dmn_value_get_kind (low);
  GPtrArray *items;
  gint64 from, to;

  if (dmn_value_get_kind (high) != kind || !get_count (low, &from) || !get_count (high, &to))
    return feel_run_fail (run, "a for runs between whole numbers or between dates");
  if ((__int128) from - to > MAX_ITERATIONS || (__int128) to - from > MAX_ITERATIONS)
    return feel_run_fail (run, "a for runs through at most %d steps", MAX_ITERATIONS);

  items = new_values ();
  for (gint64 i = from;; i += from <= to ? 1 : -1)
    {
      g_ptr_array_add (items, from_count (kind, i));
      if (i == to)
        break;
    }

  return dmn_value_new_list (items);
}

/* [low..high], which needs two ends that belong to it. */
static DmnValue *
count_through_range (FeelRun        *run,
                     const DmnValue *range)
{
  if (!dmn_value_includes_low (range) || !dmn_value_includes_high (range))
    return feel_run_fail (run, "a for runs through both ends of a range");

  return count_through (run, dmn_value_get_low (range), dmn_value_get_high (range));
}

static DmnValue *
evaluate_domain (FeelRun   *run,
                 FeelNode  *node,
                 FeelScope *scope)
{
  g_autoptr (DmnValue) value = NULL;

  if (node->kind == FEEL_NODE_RANGE && (node->operation & FEEL_RANGE_ITERATES) != 0)
    {
      g_autoptr (DmnValue) low = feel_evaluate (run, node->children[0], scope);
      g_autoptr (DmnValue) high = feel_evaluate (run, node->children[1], scope);

      return count_through (run, low, high);
    }

  value = feel_evaluate (run, node, scope);
  if (dmn_value_is_null (value))
    return feel_run_fail (run, "there is no list to go through");
  if (dmn_value_get_kind (value) == DMN_KIND_RANGE)
    return count_through_range (run, value);

  return as_list (value);
}

/* The innermost round; FALSE when the rest does not matter. */
static gboolean
visit (Iteration *iteration,
       FeelScope *scope)
{
  FeelNode *node = iteration->node;
  FeelNode *body = node->children[node->n_children - 1];
  DmnTruth decisive = node->kind == FEEL_NODE_SOME ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
  g_autoptr (DmnValue) value = NULL;
  DmnTruth truth;

  if (++iteration->n_rounds > MAX_ITERATIONS)
    return FALSE;

  value = feel_evaluate (iteration->run, body, scope);
  if (node->kind == FEEL_NODE_FOR)
    {
      g_ptr_array_add (iteration->results, g_steal_pointer (&value));
      return TRUE;
    }

  if (!may_hold (value))
    {
      dmn_value_unref (refuse_condition (iteration->run, value));
      iteration->truth = DMN_TRUTH_NULL;
      return FALSE;
    }

  truth = feel_value_to_truth (value);
  if (truth == decisive || truth == DMN_TRUTH_NULL)
    iteration->truth = truth;

  return truth != decisive;
}

/* The results so far, which the body of a for sees as `partial`. */
static FeelScope *
bind_partial (Iteration *iteration,
              FeelScope *scope)
{
  g_autoptr (DmnValue) partial = NULL;

  if (iteration->node->kind != FEEL_NODE_FOR)
    return feel_scope_ref (scope);

  partial = dmn_value_new_list (g_ptr_array_copy (iteration->results, (GCopyFunc) (void (*) (void)) dmn_value_ref, NULL));

  return feel_scope_bind (scope, "partial", partial);
}

static gboolean
uses_partial (const FeelNode *node)
{
  if (node->kind == FEEL_NODE_BOXED || (node->kind == FEEL_NODE_NAME && strcmp (node->name, "partial") == 0))
    return TRUE;

  for (guint i = 0; i < node->n_children; i++)
    if (uses_partial (node->children[i]))
      return TRUE;

  return FALSE;
}

/* One name after the other, the last one the fastest. A later list may use
 * the earlier names. */
static gboolean
iterate (Iteration *iteration,
         guint      index,
         FeelScope *scope)
{
  FeelNode *node = iteration->node;
  g_autoptr (DmnValue) domain = NULL;

  if (node->names[index] == NULL)
    {
      g_autoptr (FeelScope) inner = NULL;

      if (!uses_partial (node->children[node->n_children - 1]))
        return visit (iteration, scope);
      inner = bind_partial (iteration, scope);
      return visit (iteration, inner);
    }

  domain = evaluate_domain (iteration->run, node->children[index], scope);
  if (dmn_value_is_null (domain))
    {
      iteration->truth = DMN_TRUTH_NULL;
      g_clear_pointer (&iteration->results, g_ptr_array_unref);
      return FALSE;
    }

  for (guint i = 0; i < dmn_value_get_length (domain); i++)
    {
      g_autoptr (FeelScope) inner = feel_scope_bind (scope, node->names[index],
                                                     dmn_value_get_item (domain, i));

      if (!iterate (iteration, index + 1, inner))
        return FALSE;
    }

  return TRUE;
}

DmnValue *
feel_evaluate_iteration (FeelRun   *run,
                         FeelNode  *node,
                         FeelScope *scope)
{
  Iteration iteration = {
    .run = run,
    .node = node,
    .results = new_values (),
    .truth = node->kind == FEEL_NODE_EVERY ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE,
  };
  g_autoptr (GPtrArray) results = NULL;

  iterate (&iteration, 0, scope);
  results = iteration.results;

  if (iteration.n_rounds > MAX_ITERATIONS)
    return feel_run_fail (run, "an iteration has at most %d rounds", MAX_ITERATIONS);
  if (node->kind != FEEL_NODE_FOR)
    return feel_truth_to_value (iteration.truth);
  if (results == NULL)
    return dmn_value_new_null ();

  return dmn_value_new_list (g_steal_pointer (&results));
}
