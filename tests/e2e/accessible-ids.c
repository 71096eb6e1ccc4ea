/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded into the program under test: answers AccessibleId with a
 * widget's name.
 *
 * GTK 4.18 exports an empty AccessibleId for every widget, and lets a widget
 * set one only from 4.22 on. The program names what tests look for with
 * gtk_widget_set_name (); this library wraps the one table of functions
 * through which GTK answers questions about accessibles, and is nowhere else
 * in the way.
 */

#define G_LOG_DOMAIN "strata-e2e"

#include "config.h"

#include "window-picture.h"

#include <dlfcn.h>
#include <gtk/gtk.h>

#define ACCESSIBLE_INTERFACE "org.a11y.atspi.Accessible"

typedef typeof (g_dbus_connection_register_object) RegisterObject;

/* The table that GTK registers for every widget, the same each time. */
static const GDBusInterfaceVTable *original_vtable;

static const char *
get_widget_name (gpointer user_data)
{
  GtkAccessible *accessible = NULL;
  const char *name;

  if (GTK_IS_AT_CONTEXT (user_data))
    accessible = gtk_at_context_get_accessible (user_data);
  if (!GTK_IS_WIDGET (accessible))
    return NULL;

  /* A widget that was given no name has that of its class. */
  name = gtk_widget_get_name (GTK_WIDGET (accessible));
  return g_strcmp0 (name, G_OBJECT_TYPE_NAME (accessible)) == 0 ? NULL : name;
}

static GVariant *
get_property_cb (GDBusConnection *connection,
                 const char      *sender,
                 const char      *object_path,
                 const char      *interface_name,
                 const char      *property_name,
                 GError         **error,
                 gpointer         user_data)
{
  const char *name = NULL;

  if (g_strcmp0 (property_name, "AccessibleId") == 0)
    name = get_widget_name (user_data);
  if (name != NULL)
    return g_variant_new_string (name);

  return original_vtable->get_property (connection, sender, object_path, interface_name,
                                        property_name, error, user_data);
}

static gboolean
is_table_of_widgets (GDBusInterfaceInfo         *info,
                     const GDBusInterfaceVTable *vtable,
                     gpointer                    user_data)
{
  return g_strcmp0 (info->name, ACCESSIBLE_INTERFACE) == 0 &&
         vtable != NULL && vtable->get_property != NULL &&
         GTK_IS_AT_CONTEXT (user_data);
}

G_MODULE_EXPORT guint
g_dbus_connection_register_object (GDBusConnection            *connection,
                                   const char                 *object_path,
                                   GDBusInterfaceInfo         *info,
                                   const GDBusInterfaceVTable *vtable,
                                   gpointer                    user_data,
                                   GDestroyNotify              user_data_free_func,
                                   GError                    **error)
{
  static GDBusInterfaceVTable with_names;
  static RegisterObject *next = NULL;

  if (next == NULL)
    next = (RegisterObject *) dlsym (RTLD_NEXT, "g_dbus_connection_register_object");

  if (is_table_of_widgets (info, vtable, user_data))
    {
      original_vtable = vtable;
      with_names = *vtable;
      with_names.get_property = get_property_cb;
      vtable = &with_names;
      watch_for_pictures ();
    }

  return next (connection, object_path, info, vtable, user_data, user_data_free_func, error);
}
