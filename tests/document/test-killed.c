/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that edits and saves is killed, hundreds of times: every edit that
 * it had acknowledged is there afterwards.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/strata-recovery.h"
#include "document/strata-syncer.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "support/random-edits.h"

#define N_KILLS 200
#define MOST_EDITS 60
#define EDIT "--edit"

static const char *program;

static gint64
get_number (StrataDocument *document)
{
  return g_ascii_strtoll (strata_plan_get_title (strata_document_get_plan (document)), NULL, 10);
}

/* What the next start of the program opens. */
static StrataDocument *
open_document (StrataDisk *disk,
               const char *folder,
               const char *path)
{
  g_autoptr (GPtrArray) found = strata_recovery_list (disk, folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  StrataDocument *document;

  g_assert_cmpuint (found->len, <=, 1);
  if (found->len == 1)
    document = strata_recovery_recover (g_ptr_array_index (found, 0), disk, STRATA_SYNCER_DELAY, NULL, &error);
  else
    document = strata_document_load (disk, file, NULL, &error);
  g_assert_no_error (error);
  if (found->len == 0)
    strata_document_set_journal (document, strata_journal_new (disk, folder, STRATA_SYNCER_DELAY));
  return document;
}

/* The program that is killed. */
static void
set_number (StrataDocument *document,
            gint64          number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *line = g_strconcat (text, "\n", NULL);
  g_autoptr (StrataEdit) edit = strata_edit_new ("Count");
  g_autoptr (StrataValue) title = strata_value_new_string (text);

  strata_edit_set (edit, "title", title);
  g_assert_true (strata_document_apply (document, edit, NULL, NULL));
  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, strlen (line));
}

static void
saved_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  gboolean *is_saving = user_data;

  g_assert_true (strata_document_save_finish (STRATA_DOCUMENT (source_object), result, NULL));
  *is_saving = FALSE;
}

static int
edit_for_ever (const char *folder,
               const char *path)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (StrataDocument) document = open_document (disk, folder, path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_saving = FALSE;

  for (gint64 number = get_number (document) + 1;; number++)
    {
      set_number (document, number);
      if (number % 16 == 0 && !is_saving)
        {
          is_saving = TRUE;
          strata_document_save_async (document, file, NULL, saved_cb, &is_saving);
        }
      while (g_main_context_iteration (NULL, number % 32 == 0 && is_saving))
        ;
    }
  return 0;
}

static GPid
start_program (const char *folder,
               const char *path,
               int        *output)
{
  const char *const argv[] = { program, EDIT, folder, path, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                            NULL, NULL, &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* The last number that the program has acknowledged, when it is killed after
 * so many. */
static gint64
kill_after (GPid  pid,
            int   output,
            guint n_edits)
{
  FILE *acknowledged = fdopen (output, "r");
  char line[64];
  gint64 last = 0;
  guint n_read = 0;

  while (TRUE)
    {
      if (n_read == n_edits)
        kill (pid, SIGKILL);
      if (fgets (line, sizeof line, acknowledged) == NULL)
        break;
      n_read++;
      if (strchr (line, '\n') != NULL)
        last = g_ascii_strtoll (line, NULL, 10);
    }
  fclose (acknowledged);
  g_assert_cmpuint (n_read, >=, n_edits);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  return last;
}

static void
put_plan (const char *path)
{
  g_autoptr (StrataPlan) plan = random_plan_new ();
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  strata_disk_create (disk, file, bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
test_killed (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_dir_make_tmp ("strata-killed-XXXXXX", &error);
  g_autofree char *folder = g_build_filename (place, "journals", NULL);
  g_autofree char *path = g_build_filename (place, "plan.strata.json", NULL);
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  gint64 last = 0;

  g_assert_no_error (error);
  put_plan (path);
  for (guint i = 0; i < N_KILLS; i++)
    {
      int output;
      GPid pid = start_program (folder, path, &output);
      gint64 acknowledged = kill_after (pid, output, g_test_rand_int_range (0, MOST_EDITS));
      g_autoptr (StrataDocument) document = open_document (disk, folder, path);

      last = MAX (last, acknowledged);
      g_assert_cmpint (get_number (document), >=, last);
      g_assert_cmpint (get_number (document), <=, last + 1);
      last = get_number (document);
      if (i + 1 == N_KILLS)
        strata_document_close (document);
    }
  g_assert_cmpint (last, >, N_KILLS);
  g_rmdir (folder);
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], EDIT))
    return edit_for_ever (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/killed/hundreds-of-times", test_killed);
  return g_test_run ();
}
