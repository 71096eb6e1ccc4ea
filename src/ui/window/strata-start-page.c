/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows before there is a plan.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-start-page.h"

#include "storage/strata-data-dir.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "strata-recovery-list.h"

struct _StrataStartPage
{
  AdwBin parent_instance;

  /* template */
  AdwStatusPage       *page;
  StrataRecoveryList  *recoveries;
  AdwPreferencesGroup *examples;

  /* flags */
  gboolean listed;
};

G_DEFINE_FINAL_TYPE (StrataStartPage, strata_start_page, ADW_TYPE_BIN)

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* The names of the plans in a folder, sorted. */
static GPtrArray *
list_plans (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".strata.json"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

static GtkWidget *
create_row (StrataPlan *plan,
            const char *path)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), strata_plan_get_title (plan));
  if (strata_plan_get_client (plan) != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), strata_plan_get_client (plan));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-example");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);

  return row;
}

static void
strata_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STRATA_TYPE_START_PAGE);

  G_OBJECT_CLASS (strata_start_page_parent_class)->dispose (object);
}

static void
strata_start_page_class_init (StrataStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_start_page_dispose;

  g_type_ensure (STRATA_TYPE_RECOVERY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataStartPage, page);
  gtk_widget_class_bind_template_child (widget_class, StrataStartPage, recoveries);
  gtk_widget_class_bind_template_child (widget_class, StrataStartPage, examples);
}

static void
strata_start_page_init (StrataStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->page, APPLICATION_ID);
}

/**
 * strata_start_page_list_examples:
 * @self: a start page
 *
 * Shows the plans that come with Strata. Reads them when first called, so
 * that a window that opens with a plan does not wait for them.
 */
void
strata_start_page_list_examples (StrataStartPage *self)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autofree char *folder = strata_data_dir_build ("examples", NULL);
  g_autoptr (GPtrArray) names = list_plans (folder);

  g_return_if_fail (STRATA_IS_START_PAGE (self));

  for (guint i = 0; !self->listed && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataPlan) plan = strata_plan_file_load (disk, file, NULL, &error);

      if (plan == NULL)
        {
          g_message ("%s", error->message);
          continue;
        }
      adw_preferences_group_add (self->examples, create_row (plan, path));
      gtk_widget_set_visible (GTK_WIDGET (self->examples), TRUE);
    }
  self->listed = TRUE;
}

/**
 * strata_start_page_set_recoveries:
 * @self: a start page
 * @recoveries: a list of #StrataRecoveryRow
 *
 * Offers what could be recovered, as long as there is something.
 */
void
strata_start_page_set_recoveries (StrataStartPage *self,
                                  GListModel      *recoveries)
{
  g_return_if_fail (STRATA_IS_START_PAGE (self));
  g_return_if_fail (G_IS_LIST_MODEL (recoveries));

  g_object_set (self->recoveries, "recoveries", recoveries, NULL);
}
