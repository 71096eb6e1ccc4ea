/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cards and the clipboard: cut, copy, paste, duplicate.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

#include "storage/strata-disk.h"
#include "storage/strata-plan-file.h"

/* Bytes; no stack that a person copies comes near it. */
#define CLIPBOARD_LIMIT ((gsize) 8 * 1024 * 1024)

/* Where to paste what the clipboard is still being asked for. */
typedef struct
{
  StrataCanvas *canvas;
  int           layer;    /* or −1 */
  guint         position;
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->canvas);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
announce_copy (StrataCanvas *self,
               guint         n_placements)
{
  g_autofree char *message = g_strdup_printf (ngettext ("%u tool copied", "%u tools copied", n_placements), n_placements);

  _strata_canvas_announce (self, message);
}

static GdkContentProvider *
create_content (StrataCanvas *self,
                StrataPlan   *fragment)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (fragment);
  g_autofree char *names = strata_workspace_list_names (self->workspace, fragment);
  GdkContentProvider *contents[] = {
    gdk_content_provider_new_for_bytes (STRATA_FRAGMENT_MIME_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, names),
  };

  return gdk_content_provider_new_union (contents, G_N_ELEMENTS (contents));
}

static gboolean
copy (StrataCanvas *self,
      GStrv         placements)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) fragment = strata_workspace_copy (self->workspace, (const char * const *) placements, &error);
  g_autoptr (GdkContentProvider) content = NULL;

  if (fragment == NULL)
    {
      _strata_canvas_fail (self, error->message);
      return FALSE;
    }
  content = create_content (self, fragment);
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static void
paste (StrataCanvas *self,
       const Errand *errand,
       GBytes       *bytes)
{
  g_autoptr (StrataPlan) fragment = NULL;
  g_autofree char *note = NULL;
  g_auto (GStrv) placements = NULL;
  g_autoptr (GError) error = NULL;

  fragment = strata_workspace_read_fragment (self->workspace, bytes, &error);
  if (fragment == NULL ||
      !strata_workspace_paste (self->workspace, fragment, errand->layer, errand->position, &placements, &note, &error))
    {
      _strata_canvas_fail (self, error->message);
      return;
    }
  _strata_canvas_show_added (self, placements);
  if (note != NULL)
    g_signal_emit_by_name (self, "noted", note);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = strata_disk_read_stream (task_data, CLIPBOARD_LIMIT, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
bytes_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (errand->canvas->workspace == NULL)
    return;
  if (bytes != NULL)
    paste (errand->canvas, errand, bytes);
  else
    _strata_canvas_fail (errand->canvas, error->message);
}

static void
stream_opened_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  GInputStream *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, &error);
  g_autoptr (GTask) task = NULL;

  if (stream == NULL)
    {
      _strata_canvas_fail (errand->canvas, error->message);
      return;
    }
  task = g_task_new (NULL, NULL, bytes_read_cb, g_steal_pointer (&errand));
  g_task_set_task_data (task, stream, g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/* Goes behind the card at a place; −1: to the end of each lane. */
static void
begin_paste (StrataCanvas *self,
             int           layer,
             guint         position)
{
  const char *types[] = { STRATA_FRAGMENT_MIME_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  Errand *errand;

  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    {
      _strata_canvas_fail (self, _("There are no copied tools to paste"));
      return;
    }
  errand = g_new0 (Errand, 1);
  errand->canvas = g_object_ref (self);
  errand->layer = layer;
  errand->position = position;
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, stream_opened_cb, errand);
}

static void
cut_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  g_auto (GStrv) placements = _strata_canvas_dup_targets (self);

  if (placements != NULL && copy (self, placements))
    _strata_canvas_take_off (self, placements, TRUE);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  g_auto (GStrv) placements = _strata_canvas_dup_targets (self);

  if (placements != NULL && copy (self, placements))
    announce_copy (self, g_strv_length (placements));
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  StrataPlace place;

  if (self->workspace == NULL)
    return;
  _strata_canvas_put_back (self);
  if (_strata_canvas_get_focused_place (self, &place))
    begin_paste (self, (int) place.layer, place.position + 1);
  else
    begin_paste (self, -1, 0);
}

static void
paste_at_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  int layer;
  guint position;

  g_variant_get (parameter, "(iu)", &layer, &position);
  if (STRATA_CANVAS (widget)->workspace != NULL)
    begin_paste (STRATA_CANVAS (widget), layer, position);
}

static void
duplicate (StrataCanvas *self,
           GStrv         placements)
{
  g_auto (GStrv) copies = NULL;
  g_autoptr (GError) error = NULL;

  if (strata_workspace_duplicate (self->workspace, (const char * const *) placements, &copies, &error))
    _strata_canvas_show_added (self, copies);
  else
    _strata_canvas_fail (self, error->message);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  g_auto (GStrv) placements = _strata_canvas_dup_targets (self);

  if (placements != NULL)
    duplicate (self, placements);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  g_auto (GStrv) placements = _strata_canvas_dup_targets (self);

  if (placements != NULL)
    _strata_canvas_take_off (self, placements, FALSE);
}

void
_strata_canvas_class_init_clipboard (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.cut", NULL, cut_action);
  gtk_widget_class_install_action (widget_class, "canvas.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "canvas.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "canvas.paste-at", "(iu)", paste_at_action);
  gtk_widget_class_install_action (widget_class, "canvas.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "canvas.remove", NULL, remove_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_x, GDK_CONTROL_MASK, "canvas.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "canvas.duplicate", NULL);
}

/**
 * strata_canvas_duplicate:
 * @self: a canvas
 * @id: a placement of the scenario shown
 *
 * Puts a copy of a card behind it, and of all others that are selected if it
 * is; the copies are selected.
 */
void
strata_canvas_duplicate (StrataCanvas *self,
                         const char   *id)
{
  g_auto (GStrv) placements = NULL;

  g_return_if_fail (STRATA_IS_CANVAS (self));
  g_return_if_fail (id != NULL && self->workspace != NULL);

  placements = strata_workspace_dup_with (self->workspace, id);
  duplicate (self, placements);
}
