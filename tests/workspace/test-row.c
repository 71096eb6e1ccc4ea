/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the rows' base: defaults, changes, notifications.
 */

#include "config.h"

#include "workspace/strata-row.h"

#define TEST_TYPE_ROW (test_row_get_type ())
G_DECLARE_FINAL_TYPE (TestRow, test_row, TEST, ROW, StrataRow)

struct _TestRow
{
  StrataRow parent_instance;
};

enum
{
  PROP_TEXT = 1,
  PROP_NUMBER,
  PROP_COUNT,
  PROP_YES,
  PROP_WORDS,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (TestRow, test_row, STRATA_TYPE_ROW)

static void
test_row_class_init (TestRowClass *klass)
{
  static const StrataRowProperty properties[] = {
    [PROP_TEXT] = { "text", G_TYPE_STRING },
    [PROP_NUMBER] = { "number", G_TYPE_INT },
    [PROP_COUNT] = { "count", G_TYPE_UINT },
    [PROP_YES] = { "yes", G_TYPE_BOOLEAN },
    [PROP_WORDS] = { "words", G_TYPE_BOXED, g_strv_get_type },
  };

  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
test_row_init (TestRow *self)
{
}

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  GString *notes = user_data;

  g_string_append_printf (notes, "%s ", pspec->name);
}

static void
assert_noted (GString    *notes,
              const char *expected)
{
  g_assert_cmpstr (notes->str, ==, expected);
  g_string_truncate (notes, 0);
}

static StrataRow *
make_row (GString *notes)
{
  StrataRow *row = g_object_new (TEST_TYPE_ROW, NULL);

  g_signal_connect (row, "notify", G_CALLBACK (note_cb), notes);

  return row;
}

static void
test_defaults (void)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (StrataRow) row = make_row (notes);

  g_assert_null (strata_row_get_string (row, PROP_TEXT));
  g_assert_cmpint (strata_row_get_int (row, PROP_NUMBER), ==, 0);
  g_assert_cmpuint (strata_row_get_uint (row, PROP_COUNT), ==, 0);
  g_assert_false (strata_row_get_boolean (row, PROP_YES));
  g_assert_null (strata_row_get_boxed (row, PROP_WORDS));
  assert_noted (notes, "");
}

static void
test_change_and_notify (void)
{
  const char *words[] = { "a", "b", NULL };
  const char *other_words[] = { "a", "c", NULL };
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (StrataRow) row = make_row (notes);

  for (guint i = 0; i < 2; i++)
    {
      strata_row_set_string (row, PROP_TEXT, "word");
      strata_row_take_string (row, PROP_TEXT, g_strdup ("word"));
      strata_row_set_int (row, PROP_NUMBER, -1);
      strata_row_set_uint (row, PROP_COUNT, 3);
      strata_row_set_boolean (row, PROP_YES, TRUE);
      strata_row_set_boxed (row, PROP_WORDS, words);
      assert_noted (notes, i == 0 ? "text number count yes words " : "");
    }

  strata_row_set_boxed (row, PROP_WORDS, other_words);
  assert_noted (notes, "words ");
  strata_row_set_boxed (row, PROP_WORDS, NULL);
  strata_row_set_boxed (row, PROP_WORDS, NULL);
  assert_noted (notes, "words ");
  strata_row_set_string (row, PROP_TEXT, NULL);
  assert_noted (notes, "text ");
}

static void
test_properties_are_read (void)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (StrataRow) row = make_row (notes);
  const char *words[] = { "a", NULL };
  g_autofree char *text = NULL;
  g_auto (GStrv) read_words = NULL;
  int number = 0;

  strata_row_set_string (row, PROP_TEXT, "word");
  strata_row_set_int (row, PROP_NUMBER, 7);
  strata_row_set_boxed (row, PROP_WORDS, words);
  g_object_get (row, "text", &text, "number", &number, "words", &read_words, NULL);

  g_assert_cmpstr (text, ==, "word");
  g_assert_cmpint (number, ==, 7);
  g_assert_cmpstrv (read_words, words);
}

static void
test_properties_are_not_written (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (TEST_TYPE_ROW);
  guint n_pspecs = 0;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_pspecs);

  g_assert_cmpuint (n_pspecs, ==, N_PROPS - 1);
  for (guint i = 0; i < n_pspecs; i++)
    g_assert_false (pspecs[i]->flags & G_PARAM_WRITABLE);
}

static void
test_finalize (void)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  StrataRow *row = make_row (notes);

  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  strata_row_set_string (row, PROP_TEXT, "word");
  g_object_unref (row);

  g_assert_null (row);
  assert_noted (notes, "text ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/row/defaults", test_defaults);
  g_test_add_func ("/workspace/row/change-and-notify", test_change_and_notify);
  g_test_add_func ("/workspace/row/properties-are-read", test_properties_are_read);
  g_test_add_func ("/workspace/row/properties-are-not-written", test_properties_are_not_written);
  g_test_add_func ("/workspace/row/finalize", test_finalize);

  return g_test_run ();
}
