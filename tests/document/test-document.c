/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of an open plan: default, change, notify, undo, finalize.
 */

#include "config.h"

#include "document/strata-document.h"
#include "document/strata-history.h"

typedef struct
{
  StrataDocument *document;
  StrataPlan     *start;
  GString        *notes;
} Fixture;

static gint64 now;

static gint64
test_clock (void)
{
  return now;
}

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->start = strata_plan_new_empty ("start");
  fixture->document = strata_document_new (fixture->start);
  fixture->notes = g_string_new (NULL);
  strata_document_set_clock (fixture->document, test_clock);
  g_signal_connect (fixture->document, "notify", G_CALLBACK (note_cb), fixture->notes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->document);
  strata_plan_unref (fixture->start);
  g_string_free (fixture->notes, TRUE);
}

/* Notifications held back together come in no order that matters. */
static void
assert_noted (Fixture    *fixture,
              const char *expected)
{
  g_auto (GStrv) names = g_strsplit (expected, " ", -1);
  gsize length = 0;

  for (guint i = 0; names[i] != NULL && *names[i] != '\0'; i++)
    {
      g_autofree char *name = g_strconcat (names[i], " ", NULL);

      length += strlen (name);
      g_assert_nonnull (strstr (fixture->notes->str, name));
    }
  g_assert_cmpuint (fixture->notes->len, ==, length);
  g_string_truncate (fixture->notes, 0);
}

static void
assert_title (Fixture    *fixture,
              const char *title)
{
  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (fixture->document)), ==, title);
}

static StrataEdit *
make_edit (const char *title)
{
  g_autofree char *name = g_strdup_printf ("Name It %s", title);
  g_autoptr (StrataValue) value = strata_value_new_string (title);
  StrataEdit *edit = strata_edit_new (name);

  strata_edit_set (edit, "title", value);

  return edit;
}

static void
set_title (Fixture    *fixture,
           const char *title,
           const char *coalesce)
{
  g_autoptr (StrataEdit) edit = make_edit (title);
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_document_apply (fixture->document, edit, coalesce, &error));
  g_assert_no_error (error);
}

static void
test_default (Fixture       *fixture,
              gconstpointer  data)
{
  StrataDocument *document = fixture->document;

  g_assert_true (strata_document_get_plan (document) == fixture->start);
  g_assert_null (strata_document_get_file (document));
  g_assert_false (strata_document_get_modified (document));
  g_assert_true (strata_document_get_canonical (document));
  g_assert_false (strata_document_can_undo (document));
  g_assert_false (strata_document_can_redo (document));
  g_assert_null (strata_document_get_undo_name (document));
  g_assert_null (strata_document_get_redo_name (document));
  strata_document_undo (document);
  strata_document_redo (document);
  assert_noted (fixture, "");
}

static void
test_change_and_notify (Fixture       *fixture,
                        gconstpointer  data)
{
  set_title (fixture, "one", NULL);
  assert_noted (fixture, "plan modified undo-name");
  assert_title (fixture, "one");
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Name It one");
  g_assert_true (strata_document_can_undo (fixture->document));

  set_title (fixture, "two", NULL);
  assert_noted (fixture, "plan undo-name");

  strata_document_undo (fixture->document);
  assert_noted (fixture, "plan undo-name redo-name");
  assert_title (fixture, "one");
  g_assert_cmpstr (strata_document_get_redo_name (fixture->document), ==, "Name It two");

  strata_document_undo (fixture->document);
  assert_noted (fixture, "plan modified undo-name redo-name");
  g_assert_true (strata_document_get_plan (fixture->document) == fixture->start);
  g_assert_false (strata_document_get_modified (fixture->document));
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *undo_name = NULL;
  g_autofree char *redo_name = NULL;
  gboolean modified = FALSE;
  gboolean canonical = FALSE;

  set_title (fixture, "one", NULL);
  g_object_get (fixture->document, "plan", &plan, "file", &file, "modified", &modified,
                "canonical", &canonical, "undo-name", &undo_name, "redo-name", &redo_name, NULL);

  g_assert_true (plan == strata_document_get_plan (fixture->document));
  g_assert_null (file);
  g_assert_true (modified);
  g_assert_true (canonical);
  g_assert_cmpstr (undo_name, ==, "Name It one");
  g_assert_null (redo_name);
}

static void
test_refused_edit (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Break It");
  g_autoptr (StrataValue) value = strata_value_new_integer (1);
  g_autoptr (GError) error = NULL;

  strata_edit_set (edit, "title", value);
  g_assert_false (strata_document_apply (fixture->document, edit, NULL, &error));

  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_INVALID);
  g_assert_true (strata_document_get_plan (fixture->document) == fixture->start);
  assert_noted (fixture, "");
}

static void
test_edit_without_effect (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Do Nothing");
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_document_apply (fixture->document, edit, NULL, &error));

  g_assert_no_error (error);
  g_assert_false (strata_document_can_undo (fixture->document));
  assert_noted (fixture, "");
}

static void
test_coalesce (Fixture       *fixture,
               gconstpointer  data)
{
  now = 1000;
  set_title (fixture, "t", "title");
  now += STRATA_HISTORY_PAUSE;
  set_title (fixture, "ti", "title");
  now += STRATA_HISTORY_PAUSE + 1;
  set_title (fixture, "tit", "title");

  strata_document_undo (fixture->document);
  assert_title (fixture, "ti");
  strata_document_undo (fixture->document);
  assert_title (fixture, "start");
  g_assert_false (strata_document_can_undo (fixture->document));
}

static void
test_undo_and_redo_all (Fixture       *fixture,
                        gconstpointer  data)
{
  StrataPlan *end;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      set_title (fixture, title, NULL);
    }
  end = strata_document_get_plan (fixture->document);

  while (strata_document_can_undo (fixture->document))
    strata_document_undo (fixture->document);
  g_assert_true (strata_document_get_plan (fixture->document) == fixture->start);
  g_assert_false (strata_document_get_modified (fixture->document));

  while (strata_document_can_redo (fixture->document))
    strata_document_redo (fixture->document);
  g_assert_true (strata_document_get_plan (fixture->document) == end);
  g_assert_true (strata_document_get_modified (fixture->document));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/document/document/default", test_default);
  add ("/document/document/change-and-notify", test_change_and_notify);
  add ("/document/document/properties", test_properties);
  add ("/document/document/refused-edit", test_refused_edit);
  add ("/document/document/edit-without-effect", test_edit_without_effect);
  add ("/document/document/coalesce", test_coalesce);
  add ("/document/document/undo-and-redo-all", test_undo_and_redo_all);

  return g_test_run ();
}
