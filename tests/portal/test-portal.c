/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving, reopening and noticing changes through a real document portal, as
 * the program does inside its Flatpak.
 */

#include "config.h"

#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/strata-document.h"
#include "storage/strata-plan-file.h"

#define NAME "plan.strata.json"
#define TEXT "{\n  \"format\": \"strata-plan\",\n  \"version\": 1,\n  \"title\": \"Portal\",\n" \
             "  \"scenarios\": [\n    {\n      \"id\": \"today\"\n    }\n  ]\n}\n"

/* Flags of AddFull: a document of its own each time. */
#define ADD_NOTHING 0

static GDBusConnection *bus;
static char *mount_point;
static char *runtime_folder;

typedef struct
{
  char  *folder; /* on the host */
  char  *host;   /* the file, as the host sees it */
  GFile *file;   /* as the portal shows it to the application */
} Fixture;

static GVariant *
call (const char  *method,
      GVariant    *arguments,
      GUnixFDList *files)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_with_unix_fd_list_sync (bus, "org.freedesktop.portal.Documents",
                                                                    "/org/freedesktop/portal/documents",
                                                                    "org.freedesktop.portal.Documents", method,
                                                                    arguments, NULL, G_DBUS_CALL_FLAGS_NONE, 60000,
                                                                    files, NULL, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

/* Hands a file of the host to the application, as a file chooser does. */
static char *
export_file (const char *path)
{
  static const char * const permissions[] = { "read", "write", "grant-permissions", NULL };
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autoptr (GVariant) answer = NULL;
  g_autofree const char **ids = NULL;
  g_auto (GVariantBuilder) handles = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ah"));
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_variant_builder_add (&handles, "h", g_unix_fd_list_append (files, fd, NULL));
  close (fd);
  answer = call ("AddFull", g_variant_new ("(ahus^as)", &handles, ADD_NOTHING, APPLICATION_ID, permissions), files);
  g_variant_get (answer, "(^a&s@a{sv})", &ids, NULL);

  return g_build_filename (mount_point, "by-app", APPLICATION_ID, ids[0], NAME, NULL);
}

static void
write_host (Fixture    *fixture,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (fixture->host, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0640, &error);
  g_assert_no_error (error);
}

static char *
read_host (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (fixture->host, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("strata-portal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->host = g_build_filename (fixture->folder, NAME, NULL);
  write_host (fixture, TEXT);
  g_assert_cmpint (g_chmod (fixture->host, 0640), ==, 0);
  path = export_file (fixture->host);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->host);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->host);
  g_free (fixture->folder);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static StrataDocument *
open_plan (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  StrataDocument *document = NULL;

  strata_document_open_async (fixture->file, NULL, keep_result_cb, &result);
  document = strata_document_open_finish (await (&result), &error);
  g_assert_no_error (error);

  return document;
}

static void
save_plan (StrataDocument *document,
           GFile          *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  strata_document_save_async (document, file, NULL, keep_result_cb, &result);
  strata_document_save_finish (document, await (&result), &error);
  g_assert_no_error (error);
}

static void
name_plan (StrataDocument *document,
           const char     *title)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Name It");
  g_autoptr (StrataValue) value = strata_value_new_string (title);
  g_autoptr (GError) error = NULL;

  strata_edit_set (edit, "title", value);
  strata_document_apply (document, edit, NULL, &error);
  g_assert_no_error (error);
}

static StrataUnderneath
look_underneath (StrataDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  StrataUnderneath state = STRATA_UNDERNEATH_UNCHANGED;

  strata_document_check_underneath_async (document, NULL, keep_result_cb, &result);
  strata_document_check_underneath_finish (document, await (&result), &state, &error);
  g_assert_no_error (error);

  return state;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* The host has the new bytes under the old mode, and no other file. */
static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_plan (fixture);
  g_autoptr (StrataDocument) again = NULL;
  g_autofree char *text = NULL;
  struct stat status;

  name_plan (document, "Through the portal");
  save_plan (document, fixture->file);
  text = read_host (fixture);
  g_assert_nonnull (strstr (text, "\"title\": \"Through the portal\""));
  g_assert_cmpint (g_stat (fixture->host, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  again = open_plan (fixture);
  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (again)), ==, "Through the portal");
  g_assert_false (strata_document_get_modified (document));
  g_assert_cmpint (look_underneath (document), ==, STRATA_UNDERNEATH_UNCHANGED);
}

/* A monitor sees nothing of this; looking does. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_plan (fixture);
  g_auto (GStrv) parts = g_strsplit (TEXT, "Portal", 2);
  g_autofree char *theirs = g_strjoinv ("Theirs", parts);
  g_autofree char *text = NULL;

  g_assert_cmpint (look_underneath (document), ==, STRATA_UNDERNEATH_UNCHANGED);
  write_host (fixture, theirs);
  g_assert_cmpint (look_underneath (document), ==, STRATA_UNDERNEATH_CHANGED);
  name_plan (document, "Mine");
  g_assert_cmpint (look_underneath (document), ==, STRATA_UNDERNEATH_CONFLICT);
  text = read_host (fixture);
  g_assert_cmpstr (text, ==, theirs);
}

/* Saving over what somebody else wrote is refused; their file stays whole. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_plan (fixture);
  g_auto (GStrv) parts = g_strsplit (TEXT, "Portal", 2);
  g_autofree char *theirs = g_strjoinv ("Theirs", parts);
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  name_plan (document, "Mine");
  write_host (fixture, theirs);
  strata_document_save_async (document, fixture->file, NULL, keep_result_cb, &result);
  g_assert_false (strata_document_save_finish (document, await (&result), &error));
  g_assert_nonnull (error);
  text = read_host (fixture);
  g_assert_cmpstr (text, ==, theirs);
  g_assert_true (strata_document_get_modified (document));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_vanished (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_plan (fixture);

  g_assert_cmpint (g_unlink (fixture->host), ==, 0);
  g_assert_cmpint (look_underneath (document), ==, STRATA_UNDERNEATH_VANISHED);
}

/* What the portal kept for itself; it has gone by now, or is going. */
static void
remove_runtime (void)
{
  const char *command[] = { "rm", "-rf", runtime_folder, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                NULL, NULL);
}

static void
start_portal (void)
{
  g_autoptr (GVariant) answer = NULL;
  g_autofree char *path = NULL;

  answer = call ("GetMountPoint", NULL, NULL);
  g_variant_get (answer, "(^ay)", &path);
  mount_point = g_steal_pointer (&path);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GTestDBus) test_bus = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  runtime_folder = g_dir_make_tmp ("strata-runtime-XXXXXX", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (runtime_folder, 0700), ==, 0);
  g_setenv ("XDG_RUNTIME_DIR", runtime_folder, TRUE);
  g_setenv ("XDG_DATA_HOME", runtime_folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (test_bus, PORTAL_SERVICES);
  g_test_dbus_up (test_bus);
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  start_portal ();

  g_test_add ("/portal/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/portal/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/portal/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/portal/vanished", Fixture, NULL, set_up, test_vanished, tear_down);
  status = g_test_run ();

  g_clear_object (&bus);
  g_test_dbus_down (test_bus);
  remove_runtime ();
  g_free (mount_point);
  g_free (runtime_folder);

  return status;
}
