/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a line of a journal says.
 *
 * Its first value is an object with what happened; the plan, or the values of
 * an edit's operations in their order, are values of their own behind it.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "strata-journal-record.h"
#include "strata-json-builder.h"

static const char *const kinds[] = {
  [STRATA_JOURNAL_BASE] = "base",
  [STRATA_JOURNAL_EDIT] = "edit",
  [STRATA_JOURNAL_PLAN] = "plan",
  [STRATA_JOURNAL_UNDO] = "undo",
  [STRATA_JOURNAL_REDO] = "redo",
  [STRATA_JOURNAL_SAVING] = "saving",
  [STRATA_JOURNAL_SAVED] = "saved",
};

static const char *const operations[] = {
  [STRATA_EDIT_SET] = "set",
  [STRATA_EDIT_UNSET] = "unset",
  [STRATA_EDIT_INSERT] = "insert",
  [STRATA_EDIT_MOVE] = "move",
};

static gboolean
has_value (StrataEditKind kind)
{
  return kind == STRATA_EDIT_SET || kind == STRATA_EDIT_INSERT;
}

static gboolean
has_position (StrataEditKind kind)
{
  return kind == STRATA_EDIT_INSERT || kind == STRATA_EDIT_MOVE;
}

static void
add_string (StrataJsonBuilder *head,
            const char        *name,
            const char        *string)
{
  if (string != NULL)
    strata_json_builder_add_member (head, name, strata_value_new_string (string));
}

/* An operation is its name, its path, and its position if it has one: −1 at
 * the end of the array. */
static void
add_operation (StrataJsonBuilder         *head,
               GPtrArray                 *values,
               const StrataEditOperation *operation)
{
  gint64 position = operation->position == G_MAXUINT ? -1 : (gint64) operation->position;

  strata_json_builder_open (head, FALSE);
  strata_json_builder_add (head, strata_value_new_string (operations[operation->kind]));
  strata_json_builder_add (head, strata_value_new_string (operation->path));
  if (has_position (operation->kind))
    strata_json_builder_add (head, strata_value_new_integer (position));
  strata_json_builder_close (head);
  if (has_value (operation->kind))
    g_ptr_array_add (values, strata_value_ref (operation->value));
}

static void
add_edit (StrataJsonBuilder *head,
          GPtrArray         *values,
          StrataEdit        *edit)
{
  strata_json_builder_name (head, "operations");
  strata_json_builder_open (head, FALSE);
  for (guint i = 0; i < strata_edit_get_n_operations (edit); i++)
    add_operation (head, values, strata_edit_get_operation (edit, i));
  strata_json_builder_close (head);
}

static const char *
get_string (StrataValue *head,
            const char  *name)
{
  StrataValue *member = strata_value_get_member (head, name);

  return member != NULL && strata_value_get_kind (member) == STRATA_VALUE_STRING ? strata_value_get_string (member) : NULL;
}

static gboolean
get_integer (StrataValue *head,
             const char  *name,
             gint64      *integer)
{
  StrataValue *member = strata_value_get_member (head, name);

  if (member == NULL || strata_value_get_kind (member) != STRATA_VALUE_INTEGER)
    return FALSE;
  *integer = strata_value_get_integer (member);
  return TRUE;
}

static gboolean
find_name (const char *const *names,
           guint              n_names,
           StrataValue       *value,
           guint             *index)
{
  if (value == NULL || strata_value_get_kind (value) != STRATA_VALUE_STRING)
    return FALSE;
  for (*index = 0; *index < n_names; (*index)++)
    if (g_str_equal (strata_value_get_string (value), names[*index]))
      return TRUE;
  return FALSE;
}

static gboolean
read_position (StrataValue *value,
               guint       *position)
{
  gint64 integer;

  if (strata_value_get_kind (value) != STRATA_VALUE_INTEGER)
    return FALSE;
  integer = strata_value_get_integer (value);
  *position = integer == -1 ? G_MAXUINT : (guint) integer;
  return integer >= -1 && integer < G_MAXUINT;
}

/* Adds an operation to the edit; its value is the next that was not taken. */
static gboolean
read_operation (StrataValue *value,
                GPtrArray   *values,
                guint       *n_taken,
                StrataEdit  *edit)
{
  guint length = strata_value_get_kind (value) == STRATA_VALUE_ARRAY ? strata_value_get_length (value) : 0;
  guint kind, position = 0;
  const char *path;

  if (length < 2
      || !find_name (operations, G_N_ELEMENTS (operations), strata_value_get_element (value, 0), &kind)
      || strata_value_get_kind (strata_value_get_element (value, 1)) != STRATA_VALUE_STRING
      || length != 2u + has_position (kind)
      || (has_value (kind) && *n_taken == values->len)
      || (length > 2 && !read_position (strata_value_get_element (value, 2), &position)))
    return FALSE;

  path = strata_value_get_string (strata_value_get_element (value, 1));
  if (kind == STRATA_EDIT_SET)
    strata_edit_set (edit, path, g_ptr_array_index (values, (*n_taken)++));
  else if (kind == STRATA_EDIT_UNSET)
    strata_edit_unset (edit, path);
  else if (kind == STRATA_EDIT_INSERT)
    strata_edit_insert (edit, path, position, g_ptr_array_index (values, (*n_taken)++));
  else
    strata_edit_move (edit, path, position);
  return TRUE;
}

static gboolean
read_edit (StrataJournalRecord *record,
           StrataValue         *head,
           GPtrArray           *values)
{
  StrataValue *list = strata_value_get_member (head, "operations");
  guint n_taken = 1;

  if (record->name == NULL || list == NULL || strata_value_get_kind (list) != STRATA_VALUE_ARRAY)
    return FALSE;
  record->edit = strata_edit_new (record->name);
  for (guint i = 0; i < strata_value_get_length (list); i++)
    if (!read_operation (strata_value_get_element (list, i), values, &n_taken, record->edit))
      return FALSE;
  return n_taken == values->len;
}

/* Whether the record has what its kind has to have. */
static gboolean
read_contents (StrataJournalRecord *record,
               StrataValue         *head,
               GPtrArray           *values)
{
  gboolean has_plan = record->kind == STRATA_JOURNAL_BASE || record->kind == STRATA_JOURNAL_PLAN;

  if (record->kind == STRATA_JOURNAL_EDIT)
    return read_edit (record, head, values);
  if (values->len != 1u + has_plan)
    return FALSE;
  if (has_plan)
    record->plan = strata_value_ref (g_ptr_array_index (values, 1));
  if (record->kind == STRATA_JOURNAL_PLAN)
    return record->name != NULL;
  if (record->kind == STRATA_JOURNAL_SAVING)
    return record->uri != NULL && record->hash != NULL;
  return TRUE;
}

static StrataJournalRecord *
read_record (GPtrArray *values,
             guint      index)
{
  g_autoptr (StrataJournalRecord) record = g_new0 (StrataJournalRecord, 1);
  StrataValue *head = g_ptr_array_index (values, 0);
  StrataValue *joins;
  gint64 number;
  guint kind;

  if (strata_value_get_kind (head) != STRATA_VALUE_OBJECT
      || !get_integer (head, "n", &number) || number != index
      || !get_integer (head, "time", &record->time)
      || !find_name (kinds, G_N_ELEMENTS (kinds), strata_value_get_member (head, "kind"), &kind))
    return NULL;
  record->kind = kind;
  record->name = g_strdup (get_string (head, "name"));
  record->uri = g_strdup (get_string (head, "uri"));
  record->hash = g_strdup (get_string (head, "hash"));
  joins = strata_value_get_member (head, "joins");
  record->joins = joins != NULL
                  && strata_value_get_kind (joins) == STRATA_VALUE_BOOLEAN
                  && strata_value_get_boolean (joins);
  return read_contents (record, head, values) ? g_steal_pointer (&record) : NULL;
}

/**
 * strata_journal_record_append:
 * @record: what happened
 * @chain: (inout): what the line depends on; then what the next one does
 * @text: what to write to
 *
 * Writes a line.
 */
void
strata_journal_record_append (const StrataJournalRecord *record,
                              StrataJournalChain        *chain,
                              GString                   *text)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (StrataJsonBuilder) head = NULL;

  g_return_if_fail (record != NULL);
  g_return_if_fail (chain != NULL);
  g_return_if_fail (text != NULL);

  head = strata_json_builder_new ();
  strata_json_builder_open (head, TRUE);
  strata_json_builder_add_member (head, "n", strata_value_new_integer (chain->n_lines));
  add_string (head, "kind", kinds[record->kind]);
  strata_json_builder_add_member (head, "time", strata_value_new_integer (record->time));
  add_string (head, "name", record->name);
  if (record->joins)
    strata_json_builder_add_member (head, "joins", strata_value_new_boolean (TRUE));
  add_string (head, "uri", record->uri);
  add_string (head, "hash", record->hash);
  g_ptr_array_add (values, NULL);
  if (record->edit != NULL)
    add_edit (head, values, record->edit);
  if (record->plan != NULL)
    g_ptr_array_add (values, strata_value_ref (record->plan));
  strata_json_builder_close (head);
  g_ptr_array_index (values, 0) = strata_json_builder_end (head);
  strata_journal_line_append (text, chain, values);
}

/**
 * strata_journal_record_read:
 * @bytes: a journal
 * @offset: (inout): where a line begins; then where the next one does
 * @chain: (inout): what the line depends on; then what the next one does
 *
 * Reads a line.
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL, with @offset and
 *   @chain as they were, where no line follows that is whole and that Strata
 *   would have written
 */
StrataJournalRecord *
strata_journal_record_read (GBytes             *bytes,
                            gsize              *offset,
                            StrataJournalChain *chain)
{
  g_autoptr (GPtrArray) values = NULL;
  StrataJournalRecord *record;
  StrataJournalChain next;
  gsize end;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (offset != NULL, NULL);
  g_return_val_if_fail (chain != NULL, NULL);

  next = *chain;
  end = *offset;
  values = strata_journal_line_read (bytes, &end, &next);
  record = values != NULL ? read_record (values, chain->n_lines) : NULL;
  if (record == NULL)
    return NULL;
  *chain = next;
  *offset = end;
  return record;
}

/**
 * strata_journal_record_free:
 * @record: (transfer full): a record
 */
void
strata_journal_record_free (StrataJournalRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->name);
  g_free (record->uri);
  g_free (record->hash);
  g_clear_pointer (&record->edit, strata_edit_unref);
  g_clear_pointer (&record->plan, strata_value_unref);
  g_free (record);
}
