/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A placement as a card shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-placement-row.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-format.h"
#include "workspace/strata-placement-text.h"

/* All that a row's texts are made of. A placement or tool that is the same
 * pointer is the same, so a row that shows these already is left alone. */
typedef struct
{
  StrataPlacement *placement;
  StrataTool      *tool;
  StrataSpan       span;
  guint            position;
  guint            n_in_lane;
  guint            counts[STRATA_N_SEVERITIES];
  char            *currency;
  gboolean         discreet;
} Shown;

struct _StrataPlacementRow
{
  StrataRow parent_instance;

  /* owned */
  Shown     shown;
};

enum
{
  PROP_ID = 1,
  PROP_TOOL,
  PROP_NAME,
  PROP_INITIALS,
  PROP_ROLE,
  PROP_LAYER,
  PROP_POSITION,
  PROP_N_IN_LANE,
  PROP_STATUS,
  PROP_STATUS_LABEL,
  PROP_COST,
  PROP_DAYS,
  PROP_LASTING,
  PROP_SEVERITY,
  PROP_N_FINDINGS,
  PROP_SELECTED,
  PROP_RELATED,
  PROP_FADED,
  PROP_DESCRIPTION,
  PROP_PREVIEWED,
  PROP_PREVIEW_SEVERITY,
  PROP_PREVIEW_BADGE,
  PROP_PREVIEW_TEXT,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_ID] = { "id", G_TYPE_STRING },
  [PROP_TOOL] = { "tool", G_TYPE_STRING },
  [PROP_NAME] = { "name", G_TYPE_STRING },
  [PROP_INITIALS] = { "initials", G_TYPE_STRING },
  [PROP_ROLE] = { "role", G_TYPE_STRING },
  [PROP_LAYER] = { "layer", G_TYPE_INT },
  [PROP_POSITION] = { "position", G_TYPE_UINT },
  [PROP_N_IN_LANE] = { "n-in-lane", G_TYPE_UINT },
  [PROP_STATUS] = { "status", G_TYPE_INT },
  [PROP_STATUS_LABEL] = { "status-label", G_TYPE_STRING },
  [PROP_COST] = { "cost", G_TYPE_STRING },
  [PROP_DAYS] = { "days", G_TYPE_STRING },
  [PROP_LASTING] = { "lasting", G_TYPE_BOOLEAN },
  [PROP_SEVERITY] = { "severity", G_TYPE_INT },
  [PROP_N_FINDINGS] = { "n-findings", G_TYPE_UINT },
  [PROP_SELECTED] = { "selected", G_TYPE_BOOLEAN },
  [PROP_RELATED] = { "related", G_TYPE_BOOLEAN },
  [PROP_FADED] = { "faded", G_TYPE_BOOLEAN },
  [PROP_DESCRIPTION] = { "description", G_TYPE_STRING },
  [PROP_PREVIEWED] = { "previewed", G_TYPE_BOOLEAN },
  [PROP_PREVIEW_SEVERITY] = { "preview-severity", G_TYPE_INT },
  [PROP_PREVIEW_BADGE] = { "preview-badge", G_TYPE_STRING },
  [PROP_PREVIEW_TEXT] = { "preview-text", G_TYPE_STRING },
};

G_DEFINE_FINAL_TYPE (StrataPlacementRow, strata_placement_row, STRATA_TYPE_ROW)

static const char *
describe_layer (StrataLayer layer)
{
  static const char * const names[STRATA_N_LAYERS] = {
    N_("data layer"),
    N_("automation layer"),
    N_("personalization layer"),
  };

  return _(names[layer]);
}

static void
append_count (GString        *text,
              StrataSeverity  severity,
              guint           count)
{
  if (count == 0)
    return;

  g_string_append (text, ", ");
  switch (severity)
    {
    case STRATA_SEVERITY_ERROR:
      g_string_append_printf (text, ngettext ("%u error", "%u errors", count), count);
      break;
    case STRATA_SEVERITY_WARNING:
      g_string_append_printf (text, ngettext ("%u warning", "%u warnings", count), count);
      break;
    case STRATA_SEVERITY_ADVICE:
      g_string_append_printf (text, ngettext ("%u piece of advice", "%u pieces of advice", count), count);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A screen reader is not told of positions otherwise: AT-SPI does not get
 * them from GTK. */
static char *
describe (const Shown *shown)
{
  const char *label = strata_vocabulary_get_label (&strata_statuses, shown->placement->status);
  g_autofree char *status = g_utf8_strdown (_(label), -1);
  GString *text = g_string_new (NULL);

  /* Translators: a card on the canvas, as in “Segment, data layer, 2 of 4, existing” */
  g_string_printf (text, _("%s, %s, %u of %u, %s"),
                   shown->tool->name, describe_layer (shown->placement->layer),
                   shown->position + 1, shown->n_in_lane, status);
  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    append_count (text, i, shown->counts[i]);

  return g_string_free_and_steal (text);
}

static void
clear_shown (Shown *shown)
{
  g_clear_pointer (&shown->placement, strata_placement_unref);
  g_clear_pointer (&shown->tool, strata_tool_unref);
  g_clear_pointer (&shown->currency, g_free);
}

static void
init_shown (Shown                     *shown,
            const StrataPlacementView *view,
            StrataPlacement           *placement,
            StrataTool                *tool)
{
  shown->placement = strata_placement_ref (placement);
  shown->tool = strata_tool_ref (tool);
  shown->span = *strata_assessment_get_span (view->assessment, view->placement);
  shown->position = view->position;
  shown->n_in_lane = view->n_in_lane;
  memcpy (shown->counts, view->counts, sizeof shown->counts);
  shown->discreet = view->discreet;
  shown->currency = g_strdup (strata_plan_get_currency (strata_assessment_get_plan (view->assessment)));
}

static gboolean
is_same (const Shown *a,
         const Shown *b)
{
  return a->placement == b->placement &&
         a->tool == b->tool &&
         a->span.start == b->span.start &&
         a->span.live == b->span.live &&
         a->span.retire == b->span.retire &&
         a->position == b->position &&
         a->n_in_lane == b->n_in_lane &&
         a->discreet == b->discreet &&
         memcmp (a->counts, b->counts, sizeof a->counts) == 0 &&
         g_strcmp0 (a->currency, b->currency) == 0;
}

static void
update_findings (StrataRow   *row,
                 const guint *counts)
{
  int severity = -1;
  guint n_findings = 0;

  for (int i = STRATA_N_SEVERITIES - 1; i >= 0; i--)
    {
      n_findings += counts[i];
      if (counts[i] > 0)
        severity = i;
    }

  strata_row_set_int (row, PROP_SEVERITY, severity);
  strata_row_set_uint (row, PROP_N_FINDINGS, n_findings);
}

static void
update_place (StrataRow   *row,
              const Shown *shown)
{
  strata_row_set_int (row, PROP_LAYER, (int) shown->placement->layer);
  strata_row_set_uint (row, PROP_POSITION, shown->position);
  strata_row_set_uint (row, PROP_N_IN_LANE, shown->n_in_lane);
}

static void
update_time_and_money (StrataRow   *row,
                       const Shown *shown)
{
  StrataPlacement *placement = shown->placement;

  strata_row_set_int (row, PROP_STATUS, (int) placement->status);
  strata_row_set_string (row, PROP_STATUS_LABEL, _(strata_vocabulary_get_label (&strata_statuses, placement->status)));
  strata_row_take_string (row, PROP_COST, shown->discreet ? NULL : strata_placement_format_cost (placement, shown->currency));
  strata_row_take_string (row, PROP_DAYS, strata_placement_format_days (placement, &shown->span));
  strata_row_set_boolean (row, PROP_LASTING, shown->span.retire == STRATA_DAY_NEVER);
}

static void
show (StrataRow   *row,
      const Shown *shown)
{
  g_object_freeze_notify (G_OBJECT (row));
  strata_row_set_string (row, PROP_TOOL, shown->tool->id);
  strata_row_set_string (row, PROP_NAME, shown->tool->name);
  strata_row_take_string (row, PROP_INITIALS, strata_format_initials (shown->tool->name));
  strata_row_take_string (row, PROP_ROLE, strata_placement_format_role (shown->placement, shown->tool));
  update_place (row, shown);
  update_time_and_money (row, shown);
  update_findings (row, shown->counts);
  strata_row_take_string (row, PROP_DESCRIPTION, describe (shown));
  g_object_thaw_notify (G_OBJECT (row));
}

static void
strata_placement_row_finalize (GObject *object)
{
  clear_shown (&STRATA_PLACEMENT_ROW (object)->shown);

  G_OBJECT_CLASS (strata_placement_row_parent_class)->finalize (object);
}

static void
strata_placement_row_class_init (StrataPlacementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_placement_row_finalize;
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_placement_row_init (StrataPlacementRow *self)
{
}

/**
 * strata_placement_row_new:
 * @id: a placement's id
 *
 * Returns: (transfer full): a row that shows nothing but the id yet
 */
StrataPlacementRow *
strata_placement_row_new (const char *id)
{
  StrataPlacementRow *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (STRATA_TYPE_PLACEMENT_ROW, NULL);
  strata_row_set_string (STRATA_ROW (self), PROP_ID, id);
  strata_row_set_int (STRATA_ROW (self), PROP_SEVERITY, -1);
  strata_row_set_int (STRATA_ROW (self), PROP_PREVIEW_SEVERITY, STRATA_WHAT_IF_SOLVED);

  return self;
}

/**
 * strata_placement_row_update:
 * @self: a row
 * @view: what it shows from now on
 */
void
strata_placement_row_update (StrataPlacementRow        *self,
                             const StrataPlacementView *view)
{
  StrataPlacement *placement;
  StrataTool *tool;
  Shown shown;

  g_return_if_fail (STRATA_IS_PLACEMENT_ROW (self));
  g_return_if_fail (view != NULL);

  placement = strata_assessment_get_scenario (view->assessment)->placements[view->placement];
  tool = strata_catalog_find_tool (view->catalog, strata_assessment_get_plan (view->assessment), placement->tool);
  g_return_if_fail (tool != NULL);

  init_shown (&shown, view, placement, tool);
  if (is_same (&self->shown, &shown))
    {
      clear_shown (&shown);
      return;
    }

  clear_shown (&self->shown);
  self->shown = shown;
  show (STRATA_ROW (self), &self->shown);
}

/**
 * strata_placement_row_mark:
 * @self: a row
 * @selected: whether it is selected
 * @related: whether it has to do with what is selected or focused
 * @faded: whether it has nothing to do with that
 */
void
strata_placement_row_mark (StrataPlacementRow *self,
                           gboolean            selected,
                           gboolean            related,
                           gboolean            faded)
{
  g_return_if_fail (STRATA_IS_PLACEMENT_ROW (self));

  g_object_freeze_notify (G_OBJECT (self));
  strata_row_set_boolean (STRATA_ROW (self), PROP_SELECTED, selected);
  strata_row_set_boolean (STRATA_ROW (self), PROP_RELATED, related);
  strata_row_set_boolean (STRATA_ROW (self), PROP_FADED, faded);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_placement_row_preview:
 * @self: a row
 * @mark: (nullable): what would become of it, or %NULL where nothing would
 */
void
strata_placement_row_preview (StrataPlacementRow     *self,
                              const StrataWhatIfMark *mark)
{
  StrataRow *row = STRATA_ROW (self);

  g_return_if_fail (STRATA_IS_PLACEMENT_ROW (self));

  g_object_freeze_notify (G_OBJECT (self));
  strata_row_set_boolean (row, PROP_PREVIEWED, mark != NULL);
  strata_row_set_int (row, PROP_PREVIEW_SEVERITY, mark != NULL ? mark->severity : STRATA_WHAT_IF_SOLVED);
  strata_row_take_string (row, PROP_PREVIEW_BADGE, mark != NULL ? strata_placement_format_badge (mark->n_findings) : NULL);
  strata_row_take_string (row, PROP_PREVIEW_TEXT, mark != NULL ? strata_placement_describe_preview (mark->n_findings) : NULL);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_placement_row_get_id:
 * @self: a row
 *
 * Returns: the placement's id
 */
const char *
strata_placement_row_get_id (StrataPlacementRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_ID);
}

/**
 * strata_placement_row_get_tool:
 * @self: a row
 *
 * Returns: the id of its tool
 */
const char *
strata_placement_row_get_tool (StrataPlacementRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_TOOL);
}

/**
 * strata_placement_row_get_name:
 * @self: a row
 *
 * Returns: the name of its tool
 */
const char *
strata_placement_row_get_name (StrataPlacementRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_NAME);
}

/**
 * strata_placement_row_get_layer:
 * @self: a row
 *
 * Returns: the layer that it stands on
 */
StrataLayer
strata_placement_row_get_layer (StrataPlacementRow *self)
{
  return (StrataLayer) strata_row_get_int (STRATA_ROW (self), PROP_LAYER);
}

/**
 * strata_placement_row_get_position:
 * @self: a row
 *
 * Returns: its place in the lane, from 0
 */
guint
strata_placement_row_get_position (StrataPlacementRow *self)
{
  return strata_row_get_uint (STRATA_ROW (self), PROP_POSITION);
}

/**
 * strata_placement_row_get_status:
 * @self: a row
 *
 * Returns: its status
 */
StrataStatus
strata_placement_row_get_status (StrataPlacementRow *self)
{
  return (StrataStatus) strata_row_get_int (STRATA_ROW (self), PROP_STATUS);
}

/**
 * strata_placement_row_get_severity:
 * @self: a row
 *
 * Returns: the worst severity of its open findings, −1 for none
 */
int
strata_placement_row_get_severity (StrataPlacementRow *self)
{
  return strata_row_get_int (STRATA_ROW (self), PROP_SEVERITY);
}

/**
 * strata_placement_row_get_n_findings:
 * @self: a row
 *
 * Returns: how many open findings name it
 */
guint
strata_placement_row_get_n_findings (StrataPlacementRow *self)
{
  return strata_row_get_uint (STRATA_ROW (self), PROP_N_FINDINGS);
}

/**
 * strata_placement_row_get_selected:
 * @self: a row
 *
 * Returns: whether it is selected
 */
gboolean
strata_placement_row_get_selected (StrataPlacementRow *self)
{
  return strata_row_get_boolean (STRATA_ROW (self), PROP_SELECTED);
}

/**
 * strata_placement_row_get_related:
 * @self: a row
 *
 * Returns: whether it has to do with what is selected or focused
 */
gboolean
strata_placement_row_get_related (StrataPlacementRow *self)
{
  return strata_row_get_boolean (STRATA_ROW (self), PROP_RELATED);
}

/**
 * strata_placement_row_get_faded:
 * @self: a row
 *
 * Returns: whether something else has the attention
 */
gboolean
strata_placement_row_get_faded (StrataPlacementRow *self)
{
  return strata_row_get_boolean (STRATA_ROW (self), PROP_FADED);
}

/**
 * strata_placement_row_get_description:
 * @self: a row
 *
 * Returns: the sentence for a screen reader
 */
const char *
strata_placement_row_get_description (StrataPlacementRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_DESCRIPTION);
}

/**
 * strata_placement_row_get_previewed:
 * @self: a row
 *
 * Returns: whether the pending what-if changes its findings
 */
gboolean
strata_placement_row_get_previewed (StrataPlacementRow *self)
{
  return strata_row_get_boolean (STRATA_ROW (self), PROP_PREVIEWED);
}

/**
 * strata_placement_row_get_preview_severity:
 * @self: a row
 *
 * Returns: the worst severity of what the what-if adds to it, or
 *   %STRATA_WHAT_IF_SOLVED
 */
int
strata_placement_row_get_preview_severity (StrataPlacementRow *self)
{
  return strata_row_get_int (STRATA_ROW (self), PROP_PREVIEW_SEVERITY);
}

/**
 * strata_placement_row_get_preview_badge:
 * @self: a row
 *
 * Returns: (nullable): “+1” or “−2”; %NULL where their number stays
 */
const char *
strata_placement_row_get_preview_badge (StrataPlacementRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_PREVIEW_BADGE);
}

/**
 * strata_placement_row_get_preview_text:
 * @self: a row
 *
 * Returns: (nullable): the same in words, for a screen reader
 */
const char *
strata_placement_row_get_preview_text (StrataPlacementRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_PREVIEW_TEXT);
}
