/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values: kinds, members, equality, and copies that share.
 */

#include "model-helpers.h"

static void
test_kinds (void)
{
  static const struct { const char *json; StrataValueKind kind; } rows[] = {
    { "null", STRATA_VALUE_NULL },
    { "true", STRATA_VALUE_BOOLEAN },
    { "4", STRATA_VALUE_INTEGER },
    { "4.0", STRATA_VALUE_DOUBLE },
    { "'4'", STRATA_VALUE_STRING },
    { "[4]", STRATA_VALUE_ARRAY },
    { "{'4':4}", STRATA_VALUE_OBJECT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataValue) value = value_from_json (rows[i].json);

      g_assert_cmpint (strata_value_get_kind (value), ==, rows[i].kind);
    }
}

static void
test_members (void)
{
  g_autoptr (StrataValue) object = value_from_json ("{'a':1,'b':null,'':2}");
  guint index = 9;

  g_assert_cmpuint (strata_value_get_length (object), ==, 3);
  g_assert_cmpstr (strata_value_get_name (object, 1), ==, "b");
  g_assert_cmpint (strata_value_get_integer (strata_value_get_member (object, "")), ==, 2);
  g_assert_nonnull (strata_value_get_member (object, "b"));
  g_assert_null (strata_value_get_member (object, "A"));
  g_assert_true (strata_value_find_member (object, "b", &index));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (strata_value_find_member (object, "c", &index));
  g_assert_cmpuint (index, ==, 1);
}

/* Sixteen members are looked through, more are hashed. */
static void
test_many_members (void)
{
  static const guint sizes[] = { 0, 1, 15, 16, 17, 18, 33, 1000, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
      g_autoptr (StrataValue) object = NULL;

      for (guint j = 0; j < sizes[i]; j++)
        {
          g_ptr_array_add (names, g_strdup_printf ("key-%u-%s", j, j % 3 ? "and more" : ""));
          g_ptr_array_add (members, strata_value_new_integer (j));
        }
      object = strata_value_new_object (names, members);

      for (guint j = 0; j < sizes[i]; j++)
        {
          StrataValue *member = strata_value_get_member (object, names->pdata[j]);

          g_assert_true (member == members->pdata[j]);
        }
      g_assert_null (strata_value_get_member (object, "key-"));
      g_assert_null (strata_value_get_member (object, ""));
    }
}

static void
test_equal (void)
{
  static const struct { const char *a; const char *b; gboolean is_equal; } rows[] = {
    { "null", "null", TRUE },
    { "true", "true", TRUE },
    { "true", "false", FALSE },
    { "4", "4", TRUE },
    { "4", "5", FALSE },
    { "4", "4.0", FALSE },
    { "0.5", "0.5", TRUE },
    { "0.0", "-0.0", FALSE },
    { "'a'", "'a'", TRUE },
    { "'a'", "'b'", FALSE },
    { "[]", "{}", FALSE },
    { "[1,[2]]", "[1,[2]]", TRUE },
    { "[1,[2]]", "[1,[3]]", FALSE },
    { "[1]", "[1,2]", FALSE },
    { "{'a':1,'b':2}", "{'a':1,'b':2}", TRUE },
    { "{'a':1,'b':2}", "{'b':2,'a':1}", FALSE },
    { "{'a':1}", "{'b':1}", FALSE },
    { "{'a':1}", "{'a':2}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataValue) a = value_from_json (rows[i].a);
      g_autoptr (StrataValue) b = value_from_json (rows[i].b);

      g_assert_cmpint (strata_value_equal (a, b), ==, rows[i].is_equal);
      g_assert_cmpint (strata_value_equal (b, a), ==, rows[i].is_equal);
      g_assert_true (strata_value_equal (a, a));
    }
}

static void
test_object_copies (void)
{
  g_autoptr (StrataValue) object = value_from_json ("{'a':[1],'b':2}");
  g_autoptr (StrataValue) three = strata_value_new_integer (3);
  g_autoptr (StrataValue) replaced = strata_value_with_member (object, "b", three, 0);
  g_autoptr (StrataValue) inserted = strata_value_with_member (object, "c", three, 1);
  g_autoptr (StrataValue) appended = strata_value_with_member (object, "c", three, G_MAXUINT);
  g_autoptr (StrataValue) removed = strata_value_without_member (object, "a");
  g_autoptr (StrataValue) same = strata_value_without_member (object, "z");

  assert_value (object, "{'a':[1],'b':2}");
  assert_value (replaced, "{'a':[1],'b':3}");
  assert_value (inserted, "{'a':[1],'c':3,'b':2}");
  assert_value (appended, "{'a':[1],'b':2,'c':3}");
  assert_value (removed, "{'b':2}");
  g_assert_true (same == object);
  g_assert_true (strata_value_get_member (inserted, "a") == strata_value_get_member (object, "a"));
  g_assert_true (strata_value_get_member (replaced, "a") == strata_value_get_member (object, "a"));
}

static void
test_array_copies (void)
{
  static const char * const strings[] = { "a", "b", NULL };
  g_autoptr (StrataValue) array = strata_value_new_strv (strings);
  g_autoptr (StrataValue) c = strata_value_new_string ("c");
  g_autoptr (StrataValue) replaced = strata_value_with_element (array, 0, c);
  g_autoptr (StrataValue) inserted = strata_value_with_inserted (array, 1, c);
  g_autoptr (StrataValue) appended = strata_value_with_inserted (array, G_MAXUINT, c);
  g_autoptr (StrataValue) removed = strata_value_without_element (array, 1);

  assert_value (array, "['a','b']");
  assert_value (replaced, "['c','b']");
  assert_value (inserted, "['a','c','b']");
  assert_value (appended, "['a','b','c']");
  assert_value (removed, "['a']");
  g_assert_true (strata_value_get_element (inserted, 2) == strata_value_get_element (array, 1));
}

/* Copies of a large object find their members as well. */
static void
test_large_copies (void)
{
  g_autoptr (StrataValue) object = value_from_json ("{}");

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("key-%u", i);
      g_autoptr (StrataValue) member = strata_value_new_integer (i);
      StrataValue *grown = strata_value_with_member (object, name, member, 0);

      strata_value_unref (object);
      object = grown;
    }

  for (guint i = 40; i-- > 0;)
    {
      g_autofree char *name = g_strdup_printf ("key-%u", i);
      StrataValue *shrunk = NULL;
      guint index = G_MAXUINT;

      g_assert_true (strata_value_find_member (object, name, &index));
      g_assert_cmpuint (index, ==, 0);
      g_assert_cmpstr (strata_value_get_name (object, 0), ==, name);

      shrunk = strata_value_without_member (object, name);
      strata_value_unref (object);
      object = shrunk;
      g_assert_null (strata_value_get_member (object, name));
    }
  assert_value (object, "{}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/value/kinds", test_kinds);
  g_test_add_func ("/model/value/members", test_members);
  g_test_add_func ("/model/value/many-members", test_many_members);
  g_test_add_func ("/model/value/equal", test_equal);
  g_test_add_func ("/model/value/object-copies", test_object_copies);
  g_test_add_func ("/model/value/array-copies", test_array_copies);
  g_test_add_func ("/model/value/large-copies", test_large_copies);

  return g_test_run ();
}
