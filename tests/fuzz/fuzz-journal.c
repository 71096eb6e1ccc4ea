/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes journals: as they are, and line by line with the number and the sum
 * that a fuzzer would never guess. What is read is written the same each time.
 */

#include "config.h"

#include <string.h>

#include "document/strata-replay.h"
#include "fuzz.h"
#include "storage/strata-json-reader.h"
#include "storage/strata-plan-file.h"

static void
replay (GBytes *journal)
{
  g_autoptr (StrataReplay) reached = strata_replay_read (journal);
  g_autoptr (GBytes) bytes = reached != NULL ? strata_plan_file_to_bytes (reached->plan) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = NULL;

  if (reached == NULL)
    return;

  g_assert_cmpuint (reached->size, <=, g_bytes_get_size (journal));
  g_assert_cmpuint (reached->marks->len, >, 0);
  plan = strata_plan_file_parse (bytes, "fuzz", &error);
  g_assert_no_error (error);
}

/* Each record's own text, which ends where it cannot be read. */
static GBytes *
write_again (GBytes *journal)
{
  GString *text = g_string_new (NULL);
  StrataJournalChain read = { 0 };
  StrataJournalChain written = { 0 };
  gsize offset = 0;

  for (;;)
    {
      g_autoptr (StrataJournalRecord) record = strata_journal_record_read (journal, &offset, &read);

      if (record == NULL)
        return g_string_free_to_bytes (text);
      strata_journal_record_append (record, &written, text);
    }
}

/* The values of a line, each after a tab; none where one is no JSON. */
static GPtrArray *
read_values (const char *line)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_auto (GStrv) texts = g_strsplit (line, "\t", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      StrataValue *value = strata_json_reader_parse (bytes, "fuzz", NULL);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
    }

  return values->len > 0 ? g_steal_pointer (&values) : NULL;
}

static void
set_number (GPtrArray *values,
            guint      number)
{
  StrataValue *head = g_ptr_array_index (values, 0);
  g_autoptr (StrataValue) n = strata_value_new_integer (number);

  if (strata_value_get_kind (head) != STRATA_VALUE_OBJECT)
    return;
  g_ptr_array_index (values, 0) = strata_value_with_member (head, "n", n, 0);
  strata_value_unref (head);
}

static GBytes *
make_journal (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  StrataJournalChain chain = { 0 };
  GString *journal = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) values = read_values (lines[i]);

      if (values == NULL)
        continue;
      set_number (values, chain.n_lines);
      strata_journal_line_append (journal, &chain, values);
    }

  return g_string_free_to_bytes (journal);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) raw = g_bytes_new_static (data, size);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) journal = make_journal (text);
  g_autoptr (GBytes) once = write_again (journal);
  g_autoptr (GBytes) twice = write_again (once);

  replay (raw);
  replay (journal);
  g_assert_true (g_bytes_equal (once, twice));

  return 0;
}
