/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: how ranges and points lie (DMN 1.3, section
 * 10.3.4.11).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

#include "dmn/feel-parser.h"

/* A point is a range that begins and ends with it. */
typedef struct
{
  DmnValue *low;
  DmnValue *high;
  gboolean  low_included;
  gboolean  high_included;
  gboolean  is_point;
} Span;

/* Whether the relation holds; *wrong is set where the two have no order. */
typedef gboolean (*Relation) (const Span *a,
                              const Span *b,
                              gboolean   *wrong);

static gboolean
get_span (DmnValue *argument,
          Span     *span)
{
  if (dmn_value_is_null (argument))
    return FALSE;

  if (!feel_argument_is (argument, DMN_KIND_RANGE))
    {
      *span = (Span) { argument, argument, TRUE, TRUE, TRUE };
      return TRUE;
    }

  *span = (Span) {
    dmn_value_get_low (argument),
    dmn_value_get_high (argument),
    dmn_value_includes_low (argument),
    dmn_value_includes_high (argument),
    FALSE,
  };

  return span->low != NULL && span->high != NULL;
}

static int
order_of (const DmnValue *a,
          const DmnValue *b,
          gboolean       *wrong)
{
  int order = 0;

  if (!dmn_value_compare (a, b, &order))
    *wrong = TRUE;

  return order;
}

static gboolean
is_before (const Span *a,
           const Span *b,
           gboolean   *wrong)
{
  int order = order_of (a->high, b->low, wrong);

  return order < 0 || (order == 0 && !(a->high_included && b->low_included));
}

static gboolean
is_after (const Span *a,
          const Span *b,
          gboolean   *wrong)
{
  return is_before (b, a, wrong);
}

static gboolean
meets (const Span *a,
       const Span *b,
       gboolean   *wrong)
{
  return a->high_included && b->low_included && order_of (a->high, b->low, wrong) == 0;
}

static gboolean
is_met_by (const Span *a,
           const Span *b,
           gboolean   *wrong)
{
  return meets (b, a, wrong);
}

static gboolean
overlaps (const Span *a,
          const Span *b,
          gboolean   *wrong)
{
  return !is_before (a, b, wrong) && !is_before (b, a, wrong);
}

/* Where a begins, seen from where b does: below 0 is earlier. */
static int
compare_starts (const Span *a,
                const Span *b,
                gboolean   *wrong)
{
  int order = order_of (a->low, b->low, wrong);

  return order != 0 ? order : (b->low_included ? 1 : 0) - (a->low_included ? 1 : 0);
}

static int
compare_ends (const Span *a,
              const Span *b,
              gboolean   *wrong)
{
  int order = order_of (a->high, b->high, wrong);

  return order != 0 ? order : (a->high_included ? 1 : 0) - (b->high_included ? 1 : 0);
}

static gboolean
overlaps_before (const Span *a,
                 const Span *b,
                 gboolean   *wrong)
{
  return overlaps (a, b, wrong) && compare_starts (a, b, wrong) < 0 && compare_ends (a, b, wrong) <= 0;
}

static gboolean
overlaps_after (const Span *a,
                const Span *b,
                gboolean   *wrong)
{
  return overlaps (a, b, wrong) && compare_starts (a, b, wrong) > 0 && compare_ends (a, b, wrong) >= 0;
}

static gboolean
includes (const Span *a,
          const Span *b,
          gboolean   *wrong)
{
  return compare_starts (a, b, wrong) <= 0 && compare_ends (a, b, wrong) >= 0;
}

static gboolean
is_during (const Span *a,
           const Span *b,
           gboolean   *wrong)
{
  return includes (b, a, wrong);
}

static gboolean
finishes (const Span *a,
          const Span *b,
          gboolean   *wrong)
{
  if (a->is_point)
    return b->high_included && order_of (a->high, b->high, wrong) == 0;

  return compare_ends (a, b, wrong) == 0 && compare_starts (a, b, wrong) >= 0;
}

static gboolean
is_finished_by (const Span *a,
                const Span *b,
                gboolean   *wrong)
{
  return finishes (b, a, wrong);
}

static gboolean
starts (const Span *a,
        const Span *b,
        gboolean   *wrong)
{
  if (a->is_point)
    return b->low_included && order_of (a->low, b->low, wrong) == 0;

  return compare_starts (a, b, wrong) == 0 && compare_ends (a, b, wrong) <= 0;
}

static gboolean
is_started_by (const Span *a,
               const Span *b,
               gboolean   *wrong)
{
  return starts (b, a, wrong);
}

static gboolean
coincides (const Span *a,
           const Span *b,
           gboolean   *wrong)
{
  return compare_starts (a, b, wrong) == 0 && compare_ends (a, b, wrong) == 0;
}

static DmnValue *
relate (FeelRun         *run,
        Relation         relation,
        DmnValue *const *arguments)
{
  gboolean wrong = FALSE, holds;
  Span a, b;

  if (!get_span (arguments[0], &a) || !get_span (arguments[1], &b))
    return feel_run_fail (run, "ranges are related to ranges and points alone");

  holds = relation (&a, &b, &wrong);
  if (wrong)
    return feel_run_fail (run, "ranges and points of different kinds cannot be related");

  return dmn_value_new_boolean (holds);
}

#define DEFINE_RELATION(name, relation)           \
  static DmnValue *                               \
  name (FeelRun         *run,                     \
        DmnValue *const *arguments,               \
        guint            n_arguments)             \
  {                                               \
    return relate (run, relation, arguments);     \
  }

DEFINE_RELATION (call_before, is_before)
DEFINE_RELATION (call_after, is_after)
DEFINE_RELATION (call_meets, meets)
DEFINE_RELATION (call_met_by, is_met_by)
DEFINE_RELATION (call_overlaps, overlaps)
DEFINE_RELATION (call_overlaps_before, overlaps_before)
DEFINE_RELATION (call_overlaps_after, overlaps_after)
DEFINE_RELATION (call_finishes, finishes)
DEFINE_RELATION (call_finished_by, is_finished_by)
DEFINE_RELATION (call_includes, includes)
DEFINE_RELATION (call_during, is_during)
DEFINE_RELATION (call_starts, starts)
DEFINE_RELATION (call_started_by, is_started_by)
DEFINE_RELATION (call_coincides, coincides)

/* What may stand at an end of a range that is read from a text: a constant,
 * or a date, time or duration made of one. */
static gboolean
is_constant (const FeelNode *node)
{
  static const char *const makers[] = { "date", "time", "date and time", "duration", NULL };

  if (node->kind == FEEL_NODE_NEGATE)
    node = node->children[0];
  if (node->kind == FEEL_NODE_LITERAL)
    return TRUE;

  return node->kind == FEEL_NODE_CALL && node->n_children == 2 && node->children[0]->kind == FEEL_NODE_NAME &&
         g_strv_contains (makers, node->children[0]->name) && node->children[1]->kind == FEEL_NODE_LITERAL;
}

static gboolean
is_range_of_constants (const FeelNode *node)
{
  return node != NULL && node->kind == FEEL_NODE_RANGE && is_constant (node->children[0]) &&
         is_constant (node->children[1]);
}

/* range (from): DMN 1.4, section 10.3.4.1 */
static DmnValue *
call_range (FeelRun         *run,
            DmnValue *const *arguments,
            guint            n_arguments)
{
  const char *text = feel_argument_get_string (arguments[0]);
  g_autoptr (FeelNames) names = feel_names_new ();
  g_autoptr (FeelNode) node = text != NULL ? feel_parse_expression (text, names, NULL) : NULL;
  g_autoptr (DmnValue) value = NULL;

  if (!is_range_of_constants (node))
    return feel_builtin_refuse (run, "range", "the argument", "the text of a range between constants");

  value = feel_evaluate (run, node, NULL);
  if (feel_argument_is (value, DMN_KIND_RANGE) &&
      dmn_value_get_kind (dmn_value_get_low (value)) != dmn_value_get_kind (dmn_value_get_high (value)))
    return feel_builtin_refuse (run, "range", "the upper end", "what the lower one is");

  return g_steal_pointer (&value);
}

const FeelBuiltin feel_builtins_range[] = {
  { "range", "from", 1, call_range },
  { "before", "point1,point2", 2, call_before },
  { "after", "point1,point2", 2, call_after },
  { "meets", "range1,range2", 2, call_meets },
  { "met by", "range1,range2", 2, call_met_by },
  { "overlaps", "range1,range2", 2, call_overlaps },
  { "overlaps before", "range1,range2", 2, call_overlaps_before },
  { "overlaps after", "range1,range2", 2, call_overlaps_after },
  { "finishes", "range1,range2", 2, call_finishes },
  { "finished by", "range1,range2", 2, call_finished_by },
  { "includes", "range,point", 2, call_includes },
  { "during", "point,range", 2, call_during },
  { "starts", "range1,range2", 2, call_starts },
  { "started by", "range1,range2", 2, call_started_by },
  { "coincides", "point1,point2", 2, call_coincides },
  { NULL },
};
