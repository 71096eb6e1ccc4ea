/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a journal: what goes in comes out, and nothing else does.
 */

#include "config.h"

#include <string.h>

#include "storage/strata-journal-record.h"
#include "storage/strata-plan-file.h"
#include "support/random-edits.h"

#define N_RECORDS 5

/* A base, an edit with every kind of operation, undo, saving, saved. */
static GBytes *
make_journal (gsize *ends)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (StrataPlan) plan = random_plan_new ();
  g_autoptr (StrataEdit) edit = strata_edit_new ("Do All\nof It");
  g_autoptr (StrataValue) value = strata_value_new_string ("a\tb");
  StrataJournalChain chain = { 0 };
  StrataJournalRecord records[N_RECORDS] = {
    { .kind = STRATA_JOURNAL_BASE, .time = 1, .plan = strata_plan_get_value (plan), .uri = (char *) "file:///p", .hash = (char *) "abc" },
    { .kind = STRATA_JOURNAL_EDIT, .time = 2, .name = (char *) "Do All\nof It", .edit = edit, .joins = TRUE },
    { .kind = STRATA_JOURNAL_UNDO, .time = 3 },
    { .kind = STRATA_JOURNAL_SAVING, .time = 4, .uri = (char *) "file:///q", .hash = (char *) "def" },
    { .kind = STRATA_JOURNAL_SAVED, .time = G_MAXINT64 },
  };

  strata_edit_set (edit, "title", value);
  strata_edit_unset (edit, "client");
  strata_edit_insert (edit, "scenarios", 3, strata_plan_get_value (plan));
  strata_edit_insert (edit, "scenarios", G_MAXUINT, value);
  strata_edit_move (edit, "scenarios/s", 0);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      strata_journal_record_append (&records[i], &chain, text);
      ends[i] = text->len;
    }
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static guint
count_records (GBytes *bytes)
{
  StrataJournalChain chain = { 0 };
  gsize offset = 0;
  guint n_records = 0;

  while (TRUE)
    {
      g_autoptr (StrataJournalRecord) record = strata_journal_record_read (bytes, &offset, &chain);

      if (record == NULL)
        return n_records;
      n_records++;
      g_assert_cmpuint (chain.n_lines, ==, n_records);
    }
}

static guint
count_whole (const gsize *ends,
             gsize        size)
{
  guint n_whole = 0;

  while (n_whole < N_RECORDS && ends[n_whole] <= size)
    n_whole++;
  return n_whole;
}

static void
test_comes_back (void)
{
  gsize ends[N_RECORDS];
  g_autoptr (GBytes) bytes = make_journal (ends);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_journal_record_free);
  StrataJournalRecord *const *records;
  StrataJournalChain chain = { 0 };
  gsize offset = 0;
  const StrataEditOperation *operation;

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_ptr_array_add (array, strata_journal_record_read (bytes, &offset, &chain));
      g_assert_nonnull (g_ptr_array_index (array, i));
      g_assert_cmpuint (offset, ==, ends[i]);
    }
  records = (gpointer) array->pdata;
  g_assert_cmpint (records[0]->kind, ==, STRATA_JOURNAL_BASE);
  g_assert_cmpstr (records[0]->uri, ==, "file:///p");
  g_assert_cmpstr (records[0]->hash, ==, "abc");
  g_assert_cmpint (strata_value_get_kind (records[0]->plan), ==, STRATA_VALUE_OBJECT);
  g_assert_cmpint (records[1]->kind, ==, STRATA_JOURNAL_EDIT);
  g_assert_true (records[1]->joins);
  g_assert_cmpstr (strata_edit_get_name (records[1]->edit), ==, "Do All\nof It");
  g_assert_cmpuint (strata_edit_get_n_operations (records[1]->edit), ==, 5);
  operation = strata_edit_get_operation (records[1]->edit, 0);
  g_assert_cmpint (operation->kind, ==, STRATA_EDIT_SET);
  g_assert_cmpstr (operation->path, ==, "title");
  g_assert_cmpstr (strata_value_get_string (operation->value), ==, "a\tb");
  g_assert_cmpint (strata_edit_get_operation (records[1]->edit, 1)->kind, ==, STRATA_EDIT_UNSET);
  operation = strata_edit_get_operation (records[1]->edit, 2);
  g_assert_cmpuint (operation->position, ==, 3);
  g_assert_true (strata_value_equal (operation->value, records[0]->plan));
  g_assert_cmpuint (strata_edit_get_operation (records[1]->edit, 3)->position, ==, G_MAXUINT);
  g_assert_cmpint (strata_edit_get_operation (records[1]->edit, 4)->kind, ==, STRATA_EDIT_MOVE);
  g_assert_cmpint (records[2]->kind, ==, STRATA_JOURNAL_UNDO);
  g_assert_cmpstr (records[3]->hash, ==, "def");
  g_assert_cmpint (records[4]->time, ==, G_MAXINT64);
}

/* Cut anywhere, a journal has the records that are whole. */
static void
test_torn (void)
{
  gsize ends[N_RECORDS];
  g_autoptr (GBytes) bytes = make_journal (ends);

  for (gsize size = 0; size <= g_bytes_get_size (bytes); size++)
    {
      g_autoptr (GBytes) torn = g_bytes_new_from_bytes (bytes, 0, size);

      g_assert_cmpuint (count_records (torn), ==, count_whole (ends, size));
    }
}

/* With any byte changed, it has the records before that one. */
static void
test_changed (void)
{
  static const char changes[] = { 0x01, 0x20, (char) 0x80 };
  gsize ends[N_RECORDS];
  g_autoptr (GBytes) bytes = make_journal (ends);
  gsize size = g_bytes_get_size (bytes);

  for (gsize i = 0; i < size; i++)
    for (guint j = 0; j < G_N_ELEMENTS (changes); j++)
      {
        g_autofree char *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
        g_autoptr (GBytes) changed = NULL;

        data[i] ^= changes[j];
        changed = g_bytes_new (data, size);
        g_assert_cmpuint (count_records (changed), ==, count_whole (ends, i));
      }
}

/* A line that is whole but not in its place does not count. */
static void
test_out_of_place (void)
{
  gsize ends[N_RECORDS];
  g_autoptr (GBytes) bytes = make_journal (ends);
  const char *data = g_bytes_get_data (bytes, NULL);
  g_autoptr (GString) without = g_string_new_len (data, ends[1]);
  g_autoptr (GString) twice = g_string_new_len (data, ends[1]);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  g_string_append_len (without, data + ends[2], ends[4] - ends[2]);
  g_string_append_len (twice, data + ends[0], ends[1] - ends[0]);
  first = g_string_free_to_bytes (g_steal_pointer (&without));
  second = g_string_free_to_bytes (g_steal_pointer (&twice));
  g_assert_cmpuint (count_records (first), ==, 2);
  g_assert_cmpuint (count_records (second), ==, 2);
}

/* Lines with a right checksum that Strata never wrote. */
static void
test_hostile (void)
{
  static const char *const heads[] = {
    "null", "[]", "{}", "{\"n\": 0}", "{\"n\": 0, \"time\": 1}",
    "{\"n\": 1, \"time\": 1, \"kind\": \"undo\"}",
    "{\"n\": 0, \"time\": \"1\", \"kind\": \"undo\"}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"explode\"}",
    "{\"n\": 0, \"time\": 1, \"kind\": [\"undo\"]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"base\"}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"plan\", \"name\": \"x\"}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"saving\", \"uri\": \"x\"}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\"}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"operations\": []}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": {}}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [\"set\"]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"set\"]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"set\", \"title\"]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"unset\", 7]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"unset\", \"a\", 7]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"move\", \"a\"]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"move\", \"a\", -2]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"move\", \"a\", 4294967295]]}",
    "{\"n\": 0, \"time\": 1, \"kind\": \"edit\", \"name\": \"x\", \"operations\": [[\"move\", \"a\", \"b\"]]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *body = g_strconcat ("\t", heads[i], NULL);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
      g_autoptr (GBytes) bytes = NULL;

      g_string_append_len (text, sum, STRATA_JOURNAL_SUM_LENGTH);
      g_string_append_printf (text, "%s\n", body);
      bytes = g_string_free_to_bytes (g_steal_pointer (&text));
      g_assert_cmpuint (count_records (bytes), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal-record/comes-back", test_comes_back);
  g_test_add_func ("/journal-record/torn", test_torn);
  g_test_add_func ("/journal-record/changed", test_changed);
  g_test_add_func ("/journal-record/out-of-place", test_out_of_place);
  g_test_add_func ("/journal-record/hostile", test_hostile);
  return g_test_run ();
}
