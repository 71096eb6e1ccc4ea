/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would happen if what is carried were dropped.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-what-if-box.h"

#include <glib/gi18n.h>

#include "ui/style/strata-style.h"

/* Wider lines are hard to read at a glance. */
#define MAX_WIDTH_CHARS 40

struct _StrataWhatIfBox
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *title;
  GtkBox   *lines;
  GtkLabel *rest;
};

G_DEFINE_FINAL_TYPE (StrataWhatIfBox, strata_what_if_box, ADW_TYPE_BIN)

static GtkWidget *
create_line (const StrataWhatIfLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (strata_style_outcome_icon (line->severity));
  GtkWidget *label = gtk_label_new (line->text);

  gtk_widget_set_valign (icon, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_add_css_class (icon, "outcome");
  strata_style_set_outcome (icon, line->severity);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
strata_what_if_box_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STRATA_TYPE_WHAT_IF_BOX);

  G_OBJECT_CLASS (strata_what_if_box_parent_class)->dispose (object);
}

static void
strata_what_if_box_class_init (StrataWhatIfBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_what_if_box_dispose;

  gtk_widget_class_set_css_name (widget_class, "stratawhatif");
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-what-if-box.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataWhatIfBox, title);
  gtk_widget_class_bind_template_child (widget_class, StrataWhatIfBox, lines);
  gtk_widget_class_bind_template_child (widget_class, StrataWhatIfBox, rest);
}

static void
strata_what_if_box_init (StrataWhatIfBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_what_if_box_new:
 *
 * Returns: (transfer floating): a box that tells nothing yet
 */
GtkWidget *
strata_what_if_box_new (void)
{
  return g_object_new (STRATA_TYPE_WHAT_IF_BOX, NULL);
}

/**
 * strata_what_if_box_show:
 * @self: a box
 * @title: what would be done, “If you drop Braze here”
 * @what_if: what it would do
 *
 * Tells of it.
 */
void
strata_what_if_box_show (StrataWhatIfBox *self,
                         const char      *title,
                         StrataWhatIf    *what_if)
{
  const char *rest;
  GtkWidget *line;

  g_return_if_fail (STRATA_IS_WHAT_IF_BOX (self));
  g_return_if_fail (title != NULL && what_if != NULL);

  gtk_label_set_label (self->title, title);
  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  for (guint i = 0; i < strata_what_if_get_n_lines (what_if); i++)
    gtk_box_append (self->lines, create_line (strata_what_if_get_line (what_if, i)));

  rest = strata_what_if_get_n_lines (what_if) > 0 ? strata_what_if_get_more (what_if) : _("Nothing changes");
  gtk_widget_set_visible (GTK_WIDGET (self->rest), rest != NULL);
  gtk_label_set_label (self->rest, rest != NULL ? rest : "");
}
