/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives the canvas's widgets the places that the scene has for them.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-layout.h"

#include "strata-canvas-private.h"

/* Pixels; with less room than this nothing is legible. */
#define MINIMUM_WIDTH 296
#define NATURAL_WIDTH 840

struct _StrataCanvasLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (StrataCanvasLayout, strata_canvas_layout, GTK_TYPE_LAYOUT_MANAGER)

static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return size;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int minimum;
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (minimum, width), NULL, &height, NULL, NULL);
  return height;
}

static double
measure_block (StrataTextBlock block,
               StrataLayer     layer,
               double          width,
               gpointer        user_data)
{
  StrataCanvas *canvas = user_data;

  switch (block)
    {
    case STRATA_TEXT_CARD:
      return measure_height (canvas->sample, width);
    case STRATA_TEXT_LANE_HEADER:
      return strata_lane_view_measure_header (canvas->lanes[layer], width);
    case STRATA_TEXT_GATE:
      return strata_gate_measure_button (canvas->gate, (int) width);
    default:
      g_assert_not_reached ();
    }
}

/* The layout is of the scenario that was last assessed: that is what the rows
 * show, whatever the document has come to since. */
static StrataLayout *
create_layout (StrataCanvas *canvas,
               int           width,
               int           height)
{
  StrataAssessment *assessment = strata_workspace_get_assessment (canvas->workspace);
  StrataLayoutMetrics metrics = {
    .width = MAX (width, MINIMUM_WIDTH),
    .height = height,
    .em = get_em (GTK_WIDGET (canvas)),
    .gate_width = strata_gate_measure_button (canvas->gate, -1),
    .rtl = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL,
    .measure = measure_block,
    .user_data = canvas,
  };

  return strata_layout_new (strata_assessment_get_scenario (assessment), &metrics);
}

static void
allocate (GtkWidget  *child,
          StrataRect  rect)
{
  GtkAllocation allocation = { rect.x, rect.y, rect.width, rect.height };
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static GtkSizeRequestMode
strata_canvas_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
strata_canvas_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  StrataCanvas *canvas = STRATA_CANVAS (widget);
  g_autoptr (StrataLayout) layout = NULL;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || canvas->workspace == NULL)
    return;
  layout = create_layout (canvas, for_size < 0 ? NATURAL_WIDTH : for_size, 0);
  *minimum = *natural = strata_layout_get_height (layout);
}

static void
strata_canvas_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  StrataCanvas *canvas = STRATA_CANVAS (widget);

  g_clear_pointer (&canvas->layout, strata_layout_unref);
  if (canvas->workspace == NULL)
    return;
  canvas->layout = create_layout (canvas, width, height);
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    {
      strata_lane_view_set_layout (canvas->lanes[i], canvas->layout);
      allocate (GTK_WIDGET (canvas->lanes[i]), strata_layout_get_lane (canvas->layout, i));
    }
  strata_gate_set_layout (canvas->gate, canvas->layout);
  allocate (GTK_WIDGET (canvas->gate), strata_layout_get_gate (canvas->layout));
  gtk_widget_set_child_visible (canvas->gate_title, !strata_layout_is_stacked (canvas->layout));
  allocate (canvas->gate_title, strata_layout_get_gate_header (canvas->layout));
  _strata_canvas_place_handle (canvas);
  if (gtk_widget_get_visible (canvas->band))
    allocate (canvas->band, canvas->band_rect);
  if (gtk_widget_get_visible (GTK_WIDGET (canvas->what_if)))
    allocate (GTK_WIDGET (canvas->what_if), canvas->what_if_rect);
}

static void
strata_canvas_layout_class_init (StrataCanvasLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = strata_canvas_layout_get_request_mode;
  manager_class->measure = strata_canvas_layout_measure;
  manager_class->allocate = strata_canvas_layout_allocate;
}

static void
strata_canvas_layout_init (StrataCanvasLayout *self)
{
}
