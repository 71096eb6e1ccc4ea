/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a card says of a placement.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-placement-text.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-format.h"

/* More bought modules than this are counted, not named. */
#define MAX_MODULES 2

static StrataRole
find_main_role (StrataPlacement *placement,
                StrataTool      *tool)
{
  StrataRoles roles = strata_placement_get_roles (placement, tool);

  if (roles == 0 || roles & STRATA_ROLE_BIT (tool->main_role))
    return tool->main_role;

  return (StrataRole) g_bit_nth_lsf (roles, -1);
}

/**
 * strata_placement_format_role:
 * @placement: a placement
 * @tool: its tool
 *
 * Returns: (transfer full): what it is used as and the modules bought
 */
char *
strata_placement_format_role (StrataPlacement *placement,
                              StrataTool      *tool)
{
  StrataRole role = find_main_role (placement, tool);
  GString *text = g_string_new (_(strata_vocabulary_get_label (&strata_roles, role)));
  guint n_modules = g_strv_length ((GStrv) placement->modules);

  for (guint i = 0; i < n_modules && i < MAX_MODULES; i++)
    {
      g_autofree char *module = strata_format_module (tool, placement->modules[i]);

      g_string_append_printf (text, " · %s", module);
    }
  if (n_modules > MAX_MODULES)
    g_string_append_printf (text, " · +%u", n_modules - MAX_MODULES);

  return g_string_free_and_steal (text);
}

/**
 * strata_placement_format_cost:
 * @placement: a placement
 * @currency: (nullable): of the plan
 *
 * Returns: (transfer full): what it costs a month
 */
char *
strata_placement_format_cost (StrataPlacement *placement,
                              const char      *currency)
{
  if (placement->monthly_cost == STRATA_MONEY_UNKNOWN)
    return g_strdup (_("Cost unknown"));

  return strata_format_money (placement->monthly_cost, currency);
}

/**
 * strata_placement_format_days:
 * @placement: a placement
 * @span: its days
 *
 * Returns: (transfer full) (nullable): when it comes or goes
 */
char *
strata_placement_format_days (StrataPlacement  *placement,
                              const StrataSpan *span)
{
  if (span->retire != STRATA_DAY_NEVER)
    return g_strdup_printf (_("Until day %d"), span->retire);
  if (placement->status == STRATA_STATUS_PLANNED)
    return strata_format_days (span->start, span->live);

  return NULL;
}

/**
 * strata_placement_format_badge:
 * @n_findings: how many findings more, or fewer
 *
 * Returns: (transfer full) (nullable): “+1” or “−2”, %NULL for none
 */
char *
strata_placement_format_badge (int n_findings)
{
  if (n_findings == 0)
    return NULL;

  /* A real minus. */
  return g_strdup_printf ("%s%d", n_findings > 0 ? "+" : "\u2212", ABS (n_findings));
}

/**
 * strata_placement_describe_preview:
 * @n_findings: how many findings more, or fewer
 *
 * Returns: (transfer full): the same in words
 */
char *
strata_placement_describe_preview (int n_findings)
{
  guint number = (guint) ABS (n_findings);

  if (n_findings > 0)
    return g_strdup_printf (ngettext ("%u finding more", "%u findings more", number), number);
  if (n_findings < 0)
    return g_strdup_printf (ngettext ("%u finding fewer", "%u findings fewer", number), number);

  return g_strdup (_("other findings"));
}
