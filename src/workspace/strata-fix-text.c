/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fix would change, in words.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-fix-text.h"

#include <glib/gi18n-lib.h>

static const StrataFinding *
get_added (StrataFix *fix,
           guint      index)
{
  return strata_assessment_get_finding (fix->after, g_array_index (fix->diff->added, guint, index));
}

static char *
count_severity (StrataSeverity severity,
                guint          count)
{
  switch (severity)
    {
    case STRATA_SEVERITY_ERROR:
      return g_strdup_printf (ngettext ("%u error", "%u errors", count), count);
    case STRATA_SEVERITY_WARNING:
      return g_strdup_printf (ngettext ("%u warning", "%u warnings", count), count);
    case STRATA_SEVERITY_ADVICE:
      /* Translators: as in "adds 2 advice": findings of the mildest kind. */
      return g_strdup_printf (ngettext ("%u advice", "%u advice", count), count);
    default:
      g_assert_not_reached ();
    }
}

/* "1 warning, 2 advice", worst first. */
static char *
count_added (StrataFix *fix)
{
  guint counts[STRATA_N_SEVERITIES] = { 0, };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fix->diff->added->len; i++)
    counts[get_added (fix, i)->severity]++;
  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    {
      g_autofree char *count = counts[i] > 0 ? count_severity ((StrataSeverity) i, counts[i]) : NULL;

      if (count != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", count);
    }

  return g_string_free_and_steal (text);
}

/* What comes is named where it is one: several would be a list. */
static char *
describe_added (StrataFix *fix)
{
  g_autofree char *count = count_added (fix);

  if (fix->diff->added->len == 1)
    /* Translators: after "Solves 2 · ": "adds 1 warning: Snowplow is …". */
    return g_strdup_printf (_("adds %s: %s"), count, get_added (fix, 0)->message);

  /* Translators: after "Solves 2 · ": "adds 1 warning, 2 advice". */
  return g_strdup_printf (_("adds %s"), count);
}

/**
 * strata_fix_text_describe:
 * @fix: a fix
 *
 * Returns: (transfer full): what it solves, what it makes graver and what it
 *   adds: “Solves 2 · adds 1 advice: …”
 */
char *
strata_fix_text_describe (StrataFix *fix)
{
  GString *text = NULL;
  guint n_solved;
  guint n_worse;

  g_return_val_if_fail (fix != NULL, NULL);

  n_solved = fix->diff->solved->len;
  n_worse = fix->diff->worse->len;
  text = g_string_new (NULL);
  /* Translators: how many findings a change makes go away. */
  g_string_append_printf (text, ngettext ("Solves %u", "Solves %u", n_solved), n_solved);
  if (n_worse > 0)
    /* Translators: after "Solves 2": findings that would be more severe. */
    g_string_append_printf (text, ngettext (" · makes %u graver", " · makes %u graver", n_worse), n_worse);
  if (fix->diff->added->len > 0)
    {
      g_autofree char *added = describe_added (fix);

      g_string_append_printf (text, " · %s", added);
    }

  return g_string_free_and_steal (text);
}
