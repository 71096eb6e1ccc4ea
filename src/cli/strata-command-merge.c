/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli merge: one plan of two that were made from a third.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "document/strata-merge.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "strata-command-input.h"
#include "strata-command-value.h"
#include "strata-commands.h"

/* What the arguments stand for. */
typedef struct
{
  StrataCatalog *catalog;
  StrataPlan    *base;    /* or NULL: there was none */
  StrataPlan    *ours;
  StrataPlan    *theirs;
} Input;

static void
input_clear (Input *input)
{
  g_clear_pointer (&input->catalog, strata_catalog_unref);
  g_clear_pointer (&input->base, strata_plan_unref);
  g_clear_pointer (&input->ours, strata_plan_unref);
  g_clear_pointer (&input->theirs, strata_plan_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Input, input_clear)

/* Whether a file is there and empty, as git hands one over where neither side
 * began with a plan. */
static gboolean
is_empty (const char *argument)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_equal (argument, "-"))
    bytes = strata_command_read_bytes (argument, NULL);
  return bytes != NULL && g_bytes_get_size (bytes) == 0;
}

/* Reads all of them, so that a message comes for each that cannot be read. */
static gboolean
read_input (char  **arguments,
            Input  *input)
{
  StrataPlan **plans[] = { &input->base, &input->ours, &input->theirs };
  gboolean is_read = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (GError) error = NULL;

      if (plans[i] == &input->base && is_empty (arguments[i]))
        continue;
      *plans[i] = strata_command_read_plan (arguments[i], input->catalog, &error);
      if (*plans[i] != NULL)
        continue;
      strata_command_complain ("%s", error->message);
      is_read = FALSE;
    }
  return is_read;
}

static char *
describe (StrataValue *value)
{
  return value != NULL ? strata_command_describe_value (value) : g_strdup (_("nothing"));
}

static void
name_conflict (const StrataConflict *conflict)
{
  g_autofree char *base = describe (conflict->base);
  g_autofree char *ours = describe (conflict->ours);
  g_autofree char *theirs = describe (conflict->theirs);
  const char *path = *conflict->path != '\0' ? conflict->path : _("the plan");

  if (conflict->reason != NULL)
    strata_command_complain (_("conflict at %s: A and B do not go together, as %s. That of A is kept."),
                             path, conflict->reason);
  else if (conflict->ours != NULL)
    strata_command_complain (_("conflict at %s: A has %s, B has %s, and before it was %s. That of A is kept."),
                             path, ours, theirs, base);
  else
    strata_command_complain (_("conflict at %s: A has %s, B has %s, and before it was %s. That of B is kept."),
                             path, ours, theirs, base);
}

static void
name_all (const StrataMerge *merge)
{
  for (guint i = 0; i < merge->conflicts->len; i++)
    name_conflict (g_ptr_array_index (merge->conflicts, i));

  for (guint i = 0; i < merge->renames->len; i++)
    {
      const StrataRename *rename = g_ptr_array_index (merge->renames, i);

      strata_command_complain (_("note on %s: A and B each added one with this id. That of B is now “%s”."),
                               rename->path, rename->id);
    }
}

static gboolean
write_plan (StrataPlan  *plan,
            const char  *output,
            GError     **error)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);
  g_autoptr (StrataDisk) disk = NULL;
  g_autoptr (GFile) file = NULL;

  if (output == NULL)
    {
      strata_command_write (bytes);
      return TRUE;
    }
  disk = strata_local_disk_new ();
  file = g_file_new_for_path (output);
  return strata_disk_replace (disk, file, bytes, NULL, NULL, error);
}

static gboolean
check_plan (StrataPlan  *plan,
            gpointer     user_data,
            GError     **error)
{
  return strata_catalog_check_plan (user_data, plan, error);
}

static StrataExit
merge_plans (const Input *input,
             const char  *output)
{
  g_autoptr (StrataMerge) merge = strata_merge (input->base, input->ours, input->theirs, check_plan, input->catalog);
  g_autoptr (GError) error = NULL;

  name_all (merge);
  if (write_plan (merge->plan, output, &error))
    return merge->conflicts->len > 0 ? STRATA_EXIT_FOUND : STRATA_EXIT_GOOD;
  strata_command_complain ("%s", error->message);
  return STRATA_EXIT_UNREADABLE;
}

/**
 * strata_command_merge:
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Prints a plan with the changes of two others, and names on standard error
 * what they contradict each other in.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_merge (int    argc,
                      char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the plan to this file, which may be one of the three"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (Input) input = { NULL };
  g_autoptr (GError) error = NULL;

  if (!strata_command_parse ("merge", "BASE A B",
                             _("A and B are plans that were made from BASE; a file that is empty says that there was\n"
                               "none. The exit status is 1 when A and B contradict each other: the plan then has what\n"
                               "A has, and standard error names both. It is 2 when a plan could not be read."),
                             entries, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  if (argc != 4)
    {
      strata_command_complain (_("“merge” takes three plans. See “strata-cli merge --help”."));
      return STRATA_EXIT_UNREADABLE;
    }
  input.catalog = strata_catalog_load (&error);
  if (input.catalog == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  return read_input (argv + 1, &input) ? merge_plans (&input, output) : STRATA_EXIT_UNREADABLE;
}
