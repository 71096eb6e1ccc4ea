/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli new: a new plan file, empty or from a template.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "storage/strata-data-dir.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "strata-command-input.h"
#include "strata-commands.h"

#define SUFFIX ".strata.json"

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* The ids of the templates in the data folder, in order. */
static GStrv
list_templates (GError **error)
{
  g_autofree char *folder = strata_data_dir_build ("templates", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *name;
  GStrv ids;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, SUFFIX))
        g_strv_builder_take (builder, g_strndup (name, strlen (name) - strlen (SUFFIX)));
    }
  ids = g_strv_builder_end (builder);
  g_sort_array (ids, g_strv_length (ids), sizeof (char *), compare_ids, NULL);
  return ids;
}

static StrataPlan *
load_template (const char  *id,
               GError     **error)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);
  g_autofree char *path = strata_data_dir_build ("templates", name, NULL);

  return strata_command_read_plan (path, NULL, error);
}

/* A line each: the id, and what the plan is called. */
static char *
describe_templates (GError **error)
{
  g_auto (GStrv) ids = list_templates (error);
  GString *text;

  if (ids == NULL)
    return NULL;
  text = g_string_new (_("Templates:"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (StrataPlan) plan = load_template (ids[i], NULL);

      if (plan != NULL)
        g_string_append_printf (text, "\n  %-22s %s", ids[i], strata_plan_get_title (plan));
    }
  return g_string_free (text, FALSE);
}

/* The plan to write: a template, or an empty plan without one. */
static StrataPlan *
make_plan (const char  *id,
           GError     **error)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *allowed = NULL;

  if (id == NULL)
    return strata_plan_new_empty (_("New Plan"));
  ids = list_templates (error);
  if (ids == NULL)
    return NULL;
  if (g_strv_contains ((const char * const *) ids, id))
    return load_template (id, error);
  allowed = g_strjoinv (", ", ids);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("There is no template “%s”; allowed are: %s"), id, allowed);
  return NULL;
}

static gboolean
write_plan (StrataPlan  *plan,
            const char  *argument,
            GError     **error)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (argument, "-"))
    {
      strata_command_write (bytes);
      return TRUE;
    }
  file = g_file_new_for_path (argument);
  return strata_disk_create (disk, file, bytes, NULL, error);
}

static gboolean
print_templates (GError **error)
{
  g_autofree char *templates = describe_templates (error);

  if (templates != NULL)
    g_print ("%s\n", templates);
  return templates != NULL;
}

static gboolean
write_new (const char  *id,
           const char  *argument,
           GError     **error)
{
  g_autoptr (StrataPlan) plan = make_plan (id, error);

  return plan != NULL && write_plan (plan, argument, error);
}

/* The help, with the templates where there are any. */
static char *
describe_command (void)
{
  g_autofree char *templates = describe_templates (NULL);

  return g_strjoin ("\n\n",
                    _("OUT is the file to make, or “-” for standard output. A file that is there\n"
                      "already is left alone."),
                    templates, NULL);
}

/**
 * strata_command_new:
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Makes a plan file where there is none.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_new (int    argc,
                    char **argv)
{
  g_autofree char *id = NULL;
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &id, N_("Begin with a template; “list” names them"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *description = describe_command ();
  g_autoptr (GError) error = NULL;
  gboolean is_list;

  if (!strata_command_parse ("new", "OUT", description, entries, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  is_list = g_strcmp0 (id, "list") == 0;
  if (!is_list && argc != 2)
    {
      strata_command_complain (_("“new” takes the name of one file. See “strata-cli new --help”."));
      return STRATA_EXIT_UNREADABLE;
    }
  if (is_list ? print_templates (&error) : write_new (id, argv[1], &error))
    return STRATA_EXIT_GOOD;
  strata_command_complain ("%s", error->message);
  return STRATA_EXIT_UNREADABLE;
}
