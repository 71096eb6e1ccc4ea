/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded into the program under test: on SIGUSR1 it draws its window into
 * the file that STRATA_E2E_PICTURE names.
 *
 * Headless mutter has no way to take a picture without a video pipeline.
 */

#define G_LOG_DOMAIN "strata-e2e"

#include "config.h"

#include "window-picture.h"

#include <glib-unix.h>
#include <gtk/gtk.h>

static GdkTexture *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot,
                          gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
}

/* Written under another name first: whoever waits for the picture finds it
 * whole. */
static void
write_whole (GdkTexture *texture,
             const char *path)
{
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);

  gdk_texture_save_to_png (texture, partial);
  g_rename (partial, path);
}

static gboolean
picture_cb (gpointer user_data)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  g_autoptr (GtkWidget) window = g_list_model_get_item (windows, 0);
  g_autoptr (GdkTexture) texture = window != NULL ? draw (window) : NULL;

  if (texture != NULL)
    write_whole (texture, g_getenv ("STRATA_E2E_PICTURE"));

  return G_SOURCE_CONTINUE;
}

void
watch_for_pictures (void)
{
  static gboolean watching = FALSE;

  if (watching)
    return;
  watching = TRUE;
  g_unix_signal_add (SIGUSR1, picture_cb, NULL);
}
