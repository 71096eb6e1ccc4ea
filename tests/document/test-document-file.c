/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of opening and saving, on a disk in memory where they are written.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "document/strata-document.h"
#include "storage/strata-local-disk.h"
#include "support/memory-disk.h"

#define CANONICAL \
  "{\n" \
  "  \"format\": \"strata-plan\",\n" \
  "  \"version\": 1,\n" \
  "  \"title\": \"Small\",\n" \
  "  \"scenarios\": [\n" \
  "    {\n" \
  "      \"id\": \"today\"\n" \
  "    }\n" \
  "  ]\n" \
  "}\n"

#define BY_HAND "{\"format\": \"strata-plan\", \"version\": 1, \"title\": \"Small\", \"scenarios\": [{\"id\": \"today\"}]}"

typedef struct
{
  char       *folder;
  GFile      *file;
  MemoryDisk *disk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("strata-document-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "small.strata.json", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->disk = memory_disk_new ();
}

/* A thread that saved lets go of its task, and so of the disk, when it gets
 * round to it: a moment after the answer has arrived. */
static void
assert_let_go (GObject *object)
{
  g_object_add_weak_pointer (object, (gpointer *) &object);
  g_object_unref (object);
  for (guint i = 0; object != NULL && i < 10000; i++)
    g_usleep (1000);
  g_assert_null (object);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  assert_let_go (G_OBJECT (g_steal_pointer (&fixture->disk)));
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
put (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (fixture->file), text, -1, &error);
  g_assert_no_error (error);
}

static StrataDocument *
open_file (Fixture  *fixture,
           GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  strata_document_open_async (fixture->file, NULL, keep_result_cb, &result);
  wait_for (&result);

  return strata_document_open_finish (result, error);
}

static gboolean
save (StrataDocument  *document,
      GFile           *file,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  strata_document_save_async (document, file, NULL, keep_result_cb, &result);
  wait_for (&result);

  return strata_document_save_finish (document, result, error);
}

static StrataDocument *
open_text (Fixture    *fixture,
           const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StrataDocument *document;

  put (fixture, text);
  memory_disk_put (fixture->disk, g_file_peek_path (fixture->file), bytes);
  document = open_file (fixture, &error);
  g_assert_no_error (error);
  strata_document_set_disk (document, STRATA_DISK (fixture->disk));

  return document;
}

static void
assert_holds (Fixture    *fixture,
              GFile      *file,
              const char *text)
{
  g_autoptr (GBytes) bytes = memory_disk_dup (fixture->disk, g_file_peek_path (file));

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
set_title (StrataDocument *document,
           const char     *title)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Name It");
  g_autoptr (StrataValue) value = strata_value_new_string (title);

  strata_edit_set (edit, "title", value);
  g_assert_true (strata_document_apply (document, edit, "title", NULL));
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_text (fixture, CANONICAL);

  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (document)), ==, "Small");
  g_assert_true (g_file_equal (strata_document_get_file (document), fixture->file));
  g_assert_false (strata_document_get_modified (document));
  g_assert_true (strata_document_get_canonical (document));
}

static void
test_open_refuses (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, "{\"format\": \"strata-plan\", \"version\": 2, \"scenarios\": []}");
  document = open_file (fixture, &error);

  g_assert_null (document);
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_VERSION);
}

static void
test_open_finds_nothing (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = open_file (fixture, &error);

  g_assert_null (document);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_save_new (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = strata_plan_new_empty ("New");
  g_autoptr (StrataDocument) document = strata_document_new (plan);
  g_autoptr (StrataDocument) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (document, fixture->file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (strata_document_get_file (document), fixture->file));
  g_assert_false (strata_document_get_modified (document));

  copy = open_file (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (copy)), ==, "New");
  g_assert_true (strata_document_get_canonical (copy));
}

static void
test_save_unmodified (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_text (fixture, BY_HAND);
  g_autoptr (GFile) other = g_file_new_for_path ("/elsewhere.strata.json");

  g_assert_true (save (document, fixture->file, NULL));
  g_assert_cmpuint (memory_disk_get_n_steps (fixture->disk), ==, 0);

  set_title (document, "Other");
  strata_document_undo (document);
  g_assert_true (save (document, fixture->file, NULL));
  g_assert_cmpuint (memory_disk_get_n_steps (fixture->disk), ==, 0);
  g_assert_false (strata_document_get_canonical (document));

  g_assert_true (save (document, other, NULL));
  assert_holds (fixture, other, CANONICAL);
  g_assert_true (g_file_equal (strata_document_get_file (document), other));
}

static void
test_first_save_is_canonical (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_text (fixture, BY_HAND);

  g_assert_false (strata_document_get_canonical (document));
  set_title (document, "Other");
  set_title (document, "Small");
  g_assert_true (save (document, fixture->file, NULL));

  g_assert_true (strata_document_get_canonical (document));
  assert_holds (fixture, fixture->file, CANONICAL);
}

static void
test_modified_is_exact (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_text (fixture, CANONICAL);

  set_title (document, "Other");
  g_assert_true (strata_document_get_modified (document));
  g_assert_true (save (document, fixture->file, NULL));
  g_assert_false (strata_document_get_modified (document));

  strata_document_undo (document);
  g_assert_true (strata_document_get_modified (document));
  strata_document_redo (document);
  g_assert_false (strata_document_get_modified (document));

  /* What comes after a save is a step of its own, whatever its key. */
  set_title (document, "Third");
  strata_document_undo (document);
  g_assert_false (strata_document_get_modified (document));
}

static void
test_edit_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_text (fixture, CANONICAL);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  set_title (document, "Saved");
  strata_document_save_async (document, fixture->file, NULL, keep_result_cb, &first);
  set_title (document, "Not saved");
  strata_document_save_async (document, fixture->file, NULL, keep_result_cb, &second);
  wait_for (&first);
  wait_for (&second);

  g_assert_true (strata_document_save_finish (document, first, NULL));
  g_assert_false (strata_document_save_finish (document, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_true (strata_document_get_modified (document));
}

static void
test_save_fails (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (StrataDocument) document = open_text (fixture, BY_HAND);
  g_autoptr (GError) error = NULL;

  set_title (document, "Other");
  memory_disk_fail (fixture->disk, 0, G_MAXUINT, G_IO_ERROR_NO_SPACE);
  g_assert_false (save (document, fixture->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (strata_document_get_modified (document));
  g_assert_false (strata_document_get_canonical (document));

  assert_holds (fixture, fixture->file, BY_HAND);

  memory_disk_fail (fixture->disk, 0, 0, 0);
  g_assert_true (save (document, fixture->file, NULL));
  g_assert_false (strata_document_get_modified (document));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/document/file/open", test_open);
  add ("/document/file/open-refuses", test_open_refuses);
  add ("/document/file/open-finds-nothing", test_open_finds_nothing);
  add ("/document/file/save-new", test_save_new);
  add ("/document/file/save-unmodified", test_save_unmodified);
  add ("/document/file/first-save-is-canonical", test_first_save_is_canonical);
  add ("/document/file/modified-is-exact", test_modified_is_exact);
  add ("/document/file/edit-while-saving", test_edit_while_saving);
  add ("/document/file/save-fails", test_save_fails);

  return g_test_run ();
}
