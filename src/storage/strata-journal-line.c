/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a journal: values with a checksum, so that a torn one shows.
 *
 * A line is its checksum, then its values as JSON without line breaks, each
 * after a tab. The checksum covers the one of the line before, too: where one
 * line is not whole, none of those behind it counts.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include <string.h>

#include "strata-journal-line.h"
#include "strata-json-reader.h"
#include "strata-json-writer.h"

static void
compute_sum (const StrataJournalChain *chain,
             const char               *values,
             gsize                     length,
             char                     *sum)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) chain->sum, -1);
  g_checksum_update (checksum, (const guchar *) values, length);
  g_strlcpy (sum, g_checksum_get_string (checksum), STRATA_JOURNAL_SUM_LENGTH + 1);
}

static void
advance (StrataJournalChain *chain,
         const char         *sum)
{
  memcpy (chain->sum, sum, sizeof chain->sum);
  chain->n_lines++;
}

/* The values after their tabs, or NULL where one is no JSON. */
static GPtrArray *
parse_values (GBytes *bytes,
              gsize   start,
              gsize   end)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  const char *data = g_bytes_get_data (bytes, NULL);

  while (start < end)
    {
      const char *tab = memchr (data + start + 1, '\t', end - start - 1);
      gsize next = tab != NULL ? (gsize) (tab - data) : end;
      g_autoptr (GBytes) text = g_bytes_new_from_bytes (bytes, start + 1, next - start - 1);
      StrataValue *value = data[start] == '\t' ? strata_json_reader_parse (text, "journal", NULL) : NULL;

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
      start = next;
    }
  return g_steal_pointer (&values);
}

/**
 * strata_journal_line_append:
 * @text: what to write to
 * @chain: (inout): what the line depends on; then what the next one does
 * @values: (element-type StrataValue): one value or more
 *
 * Writes a line.
 */
void
strata_journal_line_append (GString            *text,
                            StrataJournalChain *chain,
                            GPtrArray          *values)
{
  g_autoptr (GString) body = NULL;
  char sum[STRATA_JOURNAL_SUM_LENGTH + 1];

  g_return_if_fail (text != NULL);
  g_return_if_fail (chain != NULL);
  g_return_if_fail (values != NULL && values->len > 0);

  body = g_string_new (NULL);
  for (guint i = 0; i < values->len; i++)
    {
      g_string_append_c (body, '\t');
      strata_json_writer_append_line (body, g_ptr_array_index (values, i));
    }
  compute_sum (chain, body->str, body->len, sum);
  g_string_append (text, sum);
  g_string_append_len (text, body->str, body->len);
  g_string_append_c (text, '\n');
  advance (chain, sum);
}

/**
 * strata_journal_line_read:
 * @bytes: a journal
 * @offset: (inout): where a line begins; then where the next one does
 * @chain: (inout): what the line depends on; then what the next one does
 *
 * Reads a line. One that is not whole, or not what was written after the line
 * before, is none.
 *
 * Returns: (transfer full) (element-type StrataValue) (nullable): its values,
 *   or %NULL, with @offset and @chain as they were, where no line follows
 */
GPtrArray *
strata_journal_line_read (GBytes             *bytes,
                          gsize              *offset,
                          StrataJournalChain *chain)
{
  const char *data, *end;
  char sum[STRATA_JOURNAL_SUM_LENGTH + 1];
  GPtrArray *values;
  gsize size, body;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (offset != NULL, NULL);
  g_return_val_if_fail (chain != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size <= *offset || size - *offset < STRATA_JOURNAL_SUM_LENGTH)
    return NULL;
  body = *offset + STRATA_JOURNAL_SUM_LENGTH;
  end = memchr (data + body, '\n', size - body);
  if (end == NULL || end == data + body)
    return NULL;
  compute_sum (chain, data + body, end - data - body, sum);
  if (memcmp (sum, data + *offset, STRATA_JOURNAL_SUM_LENGTH) != 0)
    return NULL;
  values = parse_values (bytes, body, end - data);
  if (values == NULL)
    return NULL;
  *offset = end + 1 - data;
  advance (chain, sum);
  return values;
}
