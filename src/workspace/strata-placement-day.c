/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a placement starts, is live and retires, as a form says it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-placement-day.h"

#include <glib/gi18n-lib.h>

static const char * const keys[STRATA_N_PLACEMENT_DAYS] = { "start_day", "live_day", "retire_day" };

static int
get_effective (const StrataSpan   *span,
               StrataPlacementDay  day)
{
  const int days[STRATA_N_PLACEMENT_DAYS] = { span->start, span->live, span->retire };

  return days[day];
}

/* NULL where the plan does not say when day 0 is. */
static char *
format_date (StrataPlan *plan,
             int         day)
{
  const char *start = strata_plan_get_start_date (plan);
  g_autofree char *stamp = NULL;
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (start == NULL)
    return NULL;

  stamp = g_strconcat (start, "T00:00:00Z", NULL);
  from = g_date_time_new_from_iso8601 (stamp, NULL);
  date = from != NULL ? g_date_time_add_days (from, day) : NULL;

  /* Translators: a date, “25 Feb 2027”; see g_date_time_format (). */
  return date != NULL ? g_date_time_format (date, _("%-d %b %Y")) : NULL;
}

static char *
describe_default (StrataAssessment   *assessment,
                  StrataPlacement    *placement,
                  const StrataSpan   *span,
                  StrataPlacementDay  day)
{
  const StrataPhases *phases = strata_assessment_get_phases (assessment);
  gboolean planned = placement->status == STRATA_STATUS_PLANNED;

  switch (day)
    {
    case STRATA_PLACEMENT_DAY_START:
      return planned
        ? g_strdup_printf (_("Day %d, when the phase begins"), span->start)
        : g_strdup_printf (_("Day %d, there already"), span->start);
    case STRATA_PLACEMENT_DAY_LIVE:
      return planned && span->live == phases->end[placement->layer]
        ? g_strdup_printf (_("Day %d, when the phase ends"), span->live)
        : g_strdup_printf (_("Day %d, as it starts"), span->live);
    case STRATA_PLACEMENT_DAY_RETIRE:
      return span->retire == STRATA_DAY_NEVER
        ? g_strdup (_("Never"))
        : g_strdup_printf (_("Day %d, when the sequence ends"), span->retire);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * strata_placement_day_get_key:
 * @day: one of the days of a placement
 *
 * Returns: its key in a plan
 */
const char *
strata_placement_day_get_key (StrataPlacementDay day)
{
  g_return_val_if_fail ((guint) day < STRATA_N_PLACEMENT_DAYS, NULL);

  return keys[day];
}

/**
 * strata_placement_day_get:
 * @placement: a placement
 * @day: one of its days
 *
 * Returns: the day as the plan says it, or %STRATA_DAY_UNSET
 */
int
strata_placement_day_get (StrataPlacement    *placement,
                          StrataPlacementDay  day)
{
  g_return_val_if_fail (placement != NULL, STRATA_DAY_UNSET);
  g_return_val_if_fail ((guint) day < STRATA_N_PLACEMENT_DAYS, STRATA_DAY_UNSET);

  return (const int[]) { placement->start_day, placement->live_day, placement->retire_day }[day];
}

/**
 * strata_placement_day_describe:
 * @assessment: an assessment
 * @placement: the place of a placement in its scenario
 * @day: one of its days
 *
 * Says what a day is when the plan does not, “Day 45, when the phase begins”,
 * and which date it is where the plan says when day 0 is.
 *
 * Returns: (transfer full): the text; empty where there is nothing to say
 */
char *
strata_placement_day_describe (StrataAssessment   *assessment,
                               guint               placement,
                               StrataPlacementDay  day)
{
  StrataPlacement *placed;
  const StrataSpan *span;
  g_autofree char *date = NULL;
  g_autofree char *otherwise = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail ((guint) day < STRATA_N_PLACEMENT_DAYS, NULL);

  placed = strata_assessment_get_scenario (assessment)->placements[placement];
  span = strata_assessment_get_span (assessment, placement);
  if (get_effective (span, day) != STRATA_DAY_NEVER)
    date = format_date (strata_assessment_get_plan (assessment), get_effective (span, day));
  if (strata_placement_day_get (placed, day) != STRATA_DAY_UNSET)
    return date != NULL ? g_steal_pointer (&date) : g_strdup ("");

  otherwise = describe_default (assessment, placed, span, day);

  return date != NULL ? g_strdup_printf ("%s · %s", otherwise, date) : g_steal_pointer (&otherwise);
}

/**
 * strata_placement_price_describe:
 * @placement: a placement
 *
 * Returns: (transfer full) (nullable): what its price depends on, or %NULL
 *   where the plan has no price for it
 */
char *
strata_placement_price_describe (StrataPlacement *placement)
{
  StrataValue *price;
  StrataValue *tiers;
  const StrataFact *fact;
  guint n_tiers;

  g_return_val_if_fail (placement != NULL, NULL);

  price = strata_value_get_member (strata_placement_get_value (placement), "price");
  if (price == NULL || strata_value_get_kind (price) != STRATA_VALUE_OBJECT)
    return NULL;

  fact = strata_fact_lookup (strata_value_get_string (strata_value_get_member (price, "fact")));
  tiers = strata_value_get_member (price, "tiers");
  n_tiers = strata_value_get_length (tiers);

  /* Translators: how many steps a price has, and what it grows with. */
  return g_strdup_printf (ngettext ("In %u tier, by %s", "In %u tiers, by %s", n_tiers), n_tiers, _(fact->label));
}
