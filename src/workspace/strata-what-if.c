/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an edit would do to the findings.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-what-if-private.h"

#include <glib/gi18n-lib.h>

#include "assess/strata-assessment-diff.h"

struct _StrataWhatIf
{
  /* owned */
  GPtrArray  *lines; /* StrataWhatIfLine */
  char       *more;  /* “and 2 more”, or NULL */
  GHashTable *marks; /* id of a placement → StrataWhatIfMark */
};

/* The two assessments while they are compared. */
typedef struct
{
  StrataAssessment *before;
  StrataAssessment *after;
  GHashTable       *later;   /* id → its place in the latter scenario, plus 1 */
  gboolean         *is_met;  /* by place in the latter scenario; all FALSE between uses */
  GHashTable       *paired;  /* findings of the former that the latter has changed */
  GPtrArray        *changes; /* StrataWhatIfChange */
} Comparison;

static const char *
get_id (StrataAssessment *assessment,
        guint             placement)
{
  return strata_assessment_get_scenario (assessment)->placements[placement]->id;
}

static void
free_change (gpointer data)
{
  StrataWhatIfChange *change = data;

  g_ptr_array_unref (change->capabilities);
  g_free (change);
}

static void
free_line (gpointer data)
{
  StrataWhatIfLine *line = data;

  g_free (line->text);
  g_free (line);
}

/* Those of the first that the second lacks. */
static GPtrArray *
subtract (const char * const *capabilities,
          const char * const *others)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; capabilities != NULL && capabilities[i] != NULL; i++)
    {
      if (others == NULL || !g_strv_contains (others, capabilities[i]))
        g_ptr_array_add (rest, (gpointer) capabilities[i]);
    }

  return rest;
}

static void
add_change (Comparison          *comparison,
            const StrataFinding *finding,
            gboolean             is_solved,
            const char * const  *former_capabilities)
{
  StrataWhatIfChange *change = g_new0 (StrataWhatIfChange, 1);

  change->finding = finding;
  change->weight = finding->severity;
  change->severity = is_solved ? STRATA_WHAT_IF_SOLVED : (int) finding->severity;
  change->assessment = is_solved ? comparison->before : comparison->after;
  change->capabilities = subtract (finding->capabilities, former_capabilities);
  g_ptr_array_add (comparison->changes, change);
}

static guint
count_common_tools (Comparison          *comparison,
                    const StrataFinding *added,
                    const StrataFinding *solved)
{
  guint n_common = 0;

  for (guint i = 0; i < added->n_tools; i++)
    comparison->is_met[added->tools[i]] = TRUE;
  for (guint i = 0; i < solved->n_tools; i++)
    {
      guint later = GPOINTER_TO_UINT (g_hash_table_lookup (comparison->later,
                                                           get_id (comparison->before, solved->tools[i])));

      n_common += later > 0 && comparison->is_met[later - 1];
    }
  for (guint i = 0; i < added->n_tools; i++)
    comparison->is_met[added->tools[i]] = FALSE;

  return n_common;
}

static gboolean
share_capabilities (const StrataFinding *a,
                    const StrataFinding *b)
{
  g_autoptr (GPtrArray) rest = NULL;

  if (a->capabilities == NULL || b->capabilities == NULL)
    return a->capabilities == b->capabilities;

  rest = subtract (a->capabilities, b->capabilities);
  return rest->len < g_strv_length ((GStrv) a->capabilities);
}

/* The finding of the former that this one has become, with tools or
 * capabilities more or fewer, or another day. */
static const StrataFinding *
find_partner (Comparison           *comparison,
              StrataAssessmentDiff *diff,
              const StrataFinding  *added,
              guint                *n_common)
{
  for (guint i = 0; i < diff->solved->len; i++)
    {
      const StrataFinding *solved =
        strata_assessment_get_finding (comparison->before, g_array_index (diff->solved, guint, i));

      if (!g_str_equal (solved->code, added->code) || g_strcmp0 (solved->module, added->module) != 0 ||
          g_hash_table_contains (comparison->paired, solved) || !share_capabilities (added, solved))
        continue;
      *n_common = count_common_tools (comparison, added, solved);
      if (*n_common == added->n_tools || *n_common == solved->n_tools)
        return solved;
    }

  return NULL;
}

static gboolean
lacks (const StrataFinding *finding,
       const StrataFinding *other)
{
  g_autoptr (GPtrArray) rest = subtract (finding->capabilities, other->capabilities);

  return rest->len > 0;
}

/* What both have in common is nothing new. */
static void
compare_partners (Comparison          *comparison,
                  const StrataFinding *solved,
                  const StrataFinding *added,
                  guint                n_common)
{
  gboolean has_new_tools = n_common < added->n_tools;
  gboolean has_lost_tools = n_common < solved->n_tools;

  g_hash_table_add (comparison->paired, (gpointer) solved);
  if (has_new_tools)
    add_change (comparison, added, FALSE, NULL);
  else if (lacks (added, solved))
    add_change (comparison, added, FALSE, solved->capabilities);
  else if (added->severity < solved->severity)
    add_change (comparison, added, FALSE, NULL);
  if (has_lost_tools)
    add_change (comparison, solved, TRUE, NULL);
  else if (lacks (solved, added))
    add_change (comparison, solved, TRUE, added->capabilities);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const StrataWhatIfChange *one = *(StrataWhatIfChange * const *) a;
  const StrataWhatIfChange *other = *(StrataWhatIfChange * const *) b;

  if ((one->severity == STRATA_WHAT_IF_SOLVED) != (other->severity == STRATA_WHAT_IF_SOLVED))
    return one->severity == STRATA_WHAT_IF_SOLVED ? 1 : -1;

  return (one->weight > other->weight) - (one->weight < other->weight);
}

static void
collect_changes (Comparison *comparison)
{
  g_autoptr (StrataAssessmentDiff) diff = strata_assessment_diff (comparison->before, comparison->after);

  for (guint i = 0; i < diff->added->len; i++)
    {
      const StrataFinding *added =
        strata_assessment_get_finding (comparison->after, g_array_index (diff->added, guint, i));
      guint n_common = 0;
      const StrataFinding *partner = find_partner (comparison, diff, added, &n_common);

      if (partner != NULL)
        compare_partners (comparison, partner, added, n_common);
      else
        add_change (comparison, added, FALSE, NULL);
    }
  for (guint i = 0; i < diff->worse->len; i++)
    add_change (comparison, strata_assessment_get_finding (comparison->after, g_array_index (diff->worse, guint, i)),
                FALSE, NULL);
  for (guint i = 0; i < diff->solved->len; i++)
    {
      const StrataFinding *solved =
        strata_assessment_get_finding (comparison->before, g_array_index (diff->solved, guint, i));

      if (!g_hash_table_contains (comparison->paired, solved))
        add_change (comparison, solved, TRUE, NULL);
    }
  g_ptr_array_sort (comparison->changes, compare_changes);
}

/* Open findings by placement. */
static int *
count_findings (StrataAssessment *assessment)
{
  int *counts = g_new0 (int, strata_assessment_get_scenario (assessment)->n_placements + 1);

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      for (guint j = 0; !finding->accepted && j < finding->n_tools; j++)
        counts[finding->tools[j]]++;
    }

  return counts;
}

static StrataWhatIfMark *
ensure_mark (GHashTable *marks,
             const char *id)
{
  StrataWhatIfMark *mark = g_hash_table_lookup (marks, id);

  if (mark == NULL)
    {
      mark = g_new0 (StrataWhatIfMark, 1);
      mark->severity = STRATA_WHAT_IF_SOLVED;
      g_hash_table_insert (marks, g_strdup (id), mark);
    }

  return mark;
}

static void
mark_placements (StrataWhatIf *self,
                 Comparison   *comparison)
{
  StrataScenario *former = strata_assessment_get_scenario (comparison->before);
  g_autofree int *then = count_findings (comparison->before);
  g_autofree int *now = count_findings (comparison->after);

  for (guint i = 0; i < comparison->changes->len; i++)
    {
      const StrataWhatIfChange *change = g_ptr_array_index (comparison->changes, i);

      for (guint j = 0; j < change->finding->n_tools; j++)
        {
          StrataWhatIfMark *mark = ensure_mark (self->marks, get_id (change->assessment, change->finding->tools[j]));

          if (mark->severity == STRATA_WHAT_IF_SOLVED)
            mark->severity = change->severity;
        }
    }
  for (guint i = 0; i < former->n_placements; i++)
    {
      StrataWhatIfMark *mark = g_hash_table_lookup (self->marks, former->placements[i]->id);
      guint later = GPOINTER_TO_UINT (g_hash_table_lookup (comparison->later, former->placements[i]->id));

      if (mark != NULL && later > 0)
        mark->n_findings = now[later - 1] - then[i];
    }
}

/* A plan shares what an edit leaves alone, so that another pointer is another
 * placement. */
static void
add_moved (GHashTable     *moved,
           StrataScenario *scenario,
           StrataScenario *other)
{
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataPlacement *placement = scenario->placements[i];

      if (strata_scenario_find (other, placement->id, NULL) != placement)
        g_hash_table_add (moved, (gpointer) placement->id);
    }
}

static GHashTable *
find_moved (Comparison *comparison)
{
  StrataScenario *former = strata_assessment_get_scenario (comparison->before);
  StrataScenario *latter = strata_assessment_get_scenario (comparison->after);
  GHashTable *moved = g_hash_table_new (g_str_hash, g_str_equal);

  add_moved (moved, former, latter);
  add_moved (moved, latter, former);

  return moved;
}

static void
begin_comparison (Comparison       *comparison,
                  StrataAssessment *before,
                  StrataAssessment *after)
{
  StrataScenario *latter = strata_assessment_get_scenario (after);

  comparison->before = before;
  comparison->after = after;
  comparison->later = g_hash_table_new (g_str_hash, g_str_equal);
  comparison->is_met = g_new0 (gboolean, latter->n_placements + 1);
  comparison->paired = g_hash_table_new (NULL, NULL);
  comparison->changes = g_ptr_array_new_with_free_func (free_change);
  for (guint i = 0; i < latter->n_placements; i++)
    g_hash_table_insert (comparison->later, (gpointer) latter->placements[i]->id, GUINT_TO_POINTER (i + 1));
}

static void
end_comparison (Comparison *comparison)
{
  g_hash_table_unref (comparison->later);
  g_free (comparison->is_met);
  g_hash_table_unref (comparison->paired);
  g_ptr_array_unref (comparison->changes);
}

/**
 * strata_what_if_new:
 * @before: an assessment
 * @after: the assessment of the same scenario after an edit
 * @catalog: where tools are looked up
 *
 * Returns: (transfer full): what the edit would do
 */
StrataWhatIf *
strata_what_if_new (StrataAssessment *before,
                    StrataAssessment *after,
                    StrataCatalog    *catalog)
{
  StrataWhatIf *self;
  Comparison comparison;
  g_autoptr (GHashTable) moved = NULL;
  guint n_more = 0;

  g_return_val_if_fail (before != NULL && after != NULL && catalog != NULL, NULL);

  self = g_new0 (StrataWhatIf, 1);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  begin_comparison (&comparison, before, after);
  collect_changes (&comparison);
  moved = find_moved (&comparison);
  self->lines = strata_what_if_tell (comparison.changes, moved, catalog, &n_more);
  g_ptr_array_set_free_func (self->lines, free_line);
  if (n_more > 0)
    /* Translators: how many lines of a list are not shown. */
    self->more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  mark_placements (self, &comparison);
  end_comparison (&comparison);

  return self;
}

/**
 * strata_what_if_free:
 * @self: (transfer full): a what-if
 *
 * Frees it.
 */
void
strata_what_if_free (StrataWhatIf *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->marks);
  g_free (self->more);
  g_free (self);
}

/**
 * strata_what_if_get_n_lines:
 * @self: a what-if
 *
 * Returns: how many lines tell of it: at most three, 0 where no finding
 *   changes
 */
guint
strata_what_if_get_n_lines (StrataWhatIf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

/**
 * strata_what_if_get_line:
 * @self: a what-if
 * @index: which line
 *
 * Returns: (transfer none): the line; the worst comes first, what is solved
 *   last
 */
const StrataWhatIfLine *
strata_what_if_get_line (StrataWhatIf *self,
                         guint         index)
{
  g_return_val_if_fail (self != NULL && index < self->lines->len, NULL);

  return g_ptr_array_index (self->lines, index);
}

/**
 * strata_what_if_get_more:
 * @self: a what-if
 *
 * Returns: (nullable): “and 2 more” where there were more lines
 */
const char *
strata_what_if_get_more (StrataWhatIf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->more;
}

/**
 * strata_what_if_dup_text:
 * @self: a what-if
 *
 * Returns: (transfer full): all lines as one text, for a screen reader
 */
char *
strata_what_if_dup_text (StrataWhatIf *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->lines->len == 0)
    return g_strdup (_("Nothing changes"));

  text = g_string_new (NULL);
  for (guint i = 0; i < self->lines->len; i++)
    {
      /* Translators: between the parts of a summary that is read aloud. */
      if (i > 0)
        g_string_append (text, _("; "));
      g_string_append (text, strata_what_if_get_line (self, i)->text);
    }
  if (self->more != NULL)
    g_string_append_printf (text, _("; %s"), self->more);

  return g_string_free_and_steal (text);
}

/**
 * strata_what_if_find_mark:
 * @self: a what-if
 * @placement: a placement's id
 *
 * Returns: (transfer none) (nullable): what would become of it, or %NULL where
 *   nothing would
 */
const StrataWhatIfMark *
strata_what_if_find_mark (StrataWhatIf *self,
                          const char   *placement)
{
  g_return_val_if_fail (self != NULL && placement != NULL, NULL);

  return g_hash_table_lookup (self->marks, placement);
}
