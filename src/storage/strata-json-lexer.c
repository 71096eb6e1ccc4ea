/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strict pass over JSON text.
 *
 * json-glib takes comments, trailing commas and single quotes, clips large
 * numbers, drops duplicate keys without a word, and needs hours for a few
 * megabytes of keys whose hashes collide. This pass refuses what RFC 8259 and
 * the plan format do not allow, in time and memory that grow with the text
 * and no further, whoever wrote it.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/strata-plan-error.h"
#include "strata-json-lexer.h"
#include "strata-json-names.h"
#include "strata-json-scan.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* No part of the path that is looked for. */
#define ASTRAY G_MAXSIZE

/* An array or object that is open. */
typedef struct
{
  gboolean    is_object;
  guint       index;   /* of the current element */
  const char *name;    /* of the current member; NULL before the first */
  GHashTable *names;   /* of the object so far, reused by the next one */
  gsize       matched; /* how much of the path looked for leads here */
} Frame;

typedef struct
{
  const char        *start;
  const char        *real_end;
  StrataJsonCursor   cursor;
  Frame              frames[STRATA_JSON_MAX_DEPTH];
  guint              depth;
  GString           *decoded;
  GStringChunk      *chunk;
  char              *problem;
  StrataJsonBuilder *builder;      /* borrowed, or NULL */

  const char        *wanted;       /* a path, or NULL */
  const char        *value_start;  /* of the value, or of its member */
  const char        *found;
  gsize              found_length;
} Lexer;

static gboolean
fail (Lexer      *lexer,
      const char *sentence)
{
  lexer->problem = g_strdup (sentence);
  return FALSE;
}

static void
skip_space (Lexer *lexer)
{
  StrataJsonCursor *cursor = &lexer->cursor;

  while (cursor->at < cursor->end
         && (*cursor->at == ' ' || *cursor->at == '\n' || *cursor->at == '\r' || *cursor->at == '\t'))
    cursor->at++;
}

/* The next character that is not space, or NUL at the end. */
static char
peek (Lexer *lexer)
{
  skip_space (lexer);
  return lexer->cursor.at < lexer->cursor.end ? *lexer->cursor.at : '\0';
}

static gboolean
is_at_end (Lexer *lexer)
{
  return lexer->cursor.at >= lexer->cursor.end;
}

static Frame *
innermost (Lexer *lexer)
{
  return lexer->depth == 0 ? NULL : &lexer->frames[lexer->depth - 1];
}

static void
append_step (GString     *path,
             const Frame *frame)
{
  if (!frame->is_object)
    strata_json_path_append_element (path, frame->index);
  else if (frame->name != NULL)
    strata_json_path_append_member (path, frame->name);
}

static char *
describe_path (Lexer *lexer)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < lexer->depth; i++)
    append_step (path, &lexer->frames[i]);
  return g_string_free (path, FALSE);
}

/* A cheap look at whether the step into the innermost array or object can be
 * the next one of the wanted path. */
static gboolean
may_match (Lexer       *lexer,
           const Frame *frame)
{
  const char *rest = lexer->wanted + frame->matched;

  if (frame->is_object)
    return *rest != '\0';
  return *rest == '[' && g_ascii_strtoull (rest + 1, NULL, 10) == frame->index;
}

/* How much of the wanted path is behind us when the value that comes next is
 * entered; the longest part is remembered, with its place. */
static gsize
match_step (Lexer *lexer)
{
  const Frame *frame = innermost (lexer);
  gsize matched = 0;

  if (lexer->wanted == NULL)
    return ASTRAY;
  if (frame != NULL)
    {
      g_autoptr (GString) path = NULL;

      if (frame->matched == ASTRAY || !may_match (lexer, frame))
        return ASTRAY;
      path = g_string_new_len (lexer->wanted, frame->matched);
      append_step (path, frame);
      matched = path->len;
      if (!g_str_has_prefix (lexer->wanted, path->str) || strchr (".[", lexer->wanted[matched]) == NULL)
        return ASTRAY;
    }
  if (lexer->found == NULL || matched > lexer->found_length)
    {
      lexer->found = lexer->value_start;
      lexer->found_length = matched;
    }
  return matched;
}

/* A key and its colon; the value comes next. */
static gboolean
lex_name (Lexer *lexer)
{
  Frame *frame = innermost (lexer);
  const char *start;

  if (peek (lexer) != '"')
    return is_at_end (lexer) ? FALSE : fail (lexer, _("a key in double quotes is expected here"));
  start = lexer->cursor.at;
  g_string_truncate (lexer->decoded, 0);
  if (!strata_json_scan_string (&lexer->cursor, lexer->decoded, &lexer->problem))
    return FALSE;
  frame->name = g_string_chunk_insert_len (lexer->chunk, lexer->decoded->str, lexer->decoded->len);
  if (!g_hash_table_add (frame->names, (gpointer) frame->name))
    {
      lexer->cursor.at = start;
      return fail (lexer, _("this key occurs twice; an object may have it once"));
    }
  if (peek (lexer) != ':')
    return is_at_end (lexer) ? FALSE : fail (lexer, _("a colon is expected here"));
  lexer->cursor.at++;
  lexer->value_start = start;
  if (lexer->builder != NULL)
    strata_json_builder_name (lexer->builder, frame->name);
  return TRUE;
}

static void
leave (Lexer *lexer)
{
  lexer->cursor.at++;
  lexer->depth--;
  if (lexer->builder != NULL)
    strata_json_builder_close (lexer->builder);
}

static gboolean
push_frame (Lexer    *lexer,
            gboolean  is_object)
{
  gsize matched = match_step (lexer);
  Frame *frame;

  if (lexer->depth == STRATA_JSON_MAX_DEPTH)
    {
      lexer->problem = g_strdup_printf (_("arrays and objects are nested more than %d levels deep"), STRATA_JSON_MAX_DEPTH);
      return FALSE;
    }
  frame = &lexer->frames[lexer->depth++];
  frame->is_object = is_object;
  frame->index = 0;
  frame->name = NULL;
  frame->matched = matched;
  if (lexer->builder != NULL)
    strata_json_builder_open (lexer->builder, is_object);
  return TRUE;
}

/* Goes into an array or object; complete tells that it is empty. */
static gboolean
enter (Lexer    *lexer,
       gboolean  is_object,
       gboolean *complete)
{
  Frame *frame;

  if (!push_frame (lexer, is_object))
    return FALSE;
  lexer->cursor.at++;
  *complete = peek (lexer) == (is_object ? '}' : ']');
  if (*complete)
    leave (lexer);
  if (*complete || !is_object)
    return TRUE;

  frame = innermost (lexer);
  if (frame->names == NULL)
    frame->names = strata_json_names_new ();
  g_hash_table_remove_all (frame->names);
  return lex_name (lexer);
}

static gboolean
lex_string (Lexer *lexer)
{
  if (lexer->builder == NULL)
    return strata_json_scan_string (&lexer->cursor, NULL, &lexer->problem);
  g_string_truncate (lexer->decoded, 0);
  if (!strata_json_scan_string (&lexer->cursor, lexer->decoded, &lexer->problem))
    return FALSE;
  strata_json_builder_add (lexer->builder, strata_value_new_string (lexer->decoded->str));
  return TRUE;
}

static gboolean
lex_number (Lexer *lexer)
{
  StrataJsonNumber number;

  if (!strata_json_scan_number (&lexer->cursor, &number, &lexer->problem))
    return FALSE;
  if (lexer->builder == NULL)
    return TRUE;
  strata_json_builder_add (lexer->builder,
                           number.is_integer ? strata_value_new_integer (number.integer)
                                             : strata_value_new_double (number.number));
  return TRUE;
}

static gboolean
lex_word (Lexer *lexer)
{
  char first = *lexer->cursor.at;

  if (!strata_json_scan_word (&lexer->cursor, &lexer->problem))
    return FALSE;
  if (lexer->builder == NULL)
    return TRUE;
  strata_json_builder_add (lexer->builder,
                           first == 'n' ? strata_value_new_null ()
                                        : strata_value_new_boolean (first == 't'));
  return TRUE;
}

static gboolean
lex_scalar (Lexer *lexer)
{
  char first = *lexer->cursor.at;

  match_step (lexer);
  if (first == '"')
    return lex_string (lexer);
  if (first == '-' || g_ascii_isdigit (first))
    return lex_number (lexer);
  return lex_word (lexer);
}

/* A scalar, or the beginning of an array or object. */
static gboolean
lex_value (Lexer    *lexer,
           gboolean *complete)
{
  const Frame *frame = innermost (lexer);
  char first = peek (lexer);

  if (is_at_end (lexer))
    return FALSE;
  if (frame == NULL || !frame->is_object)
    lexer->value_start = lexer->cursor.at;
  if (first == '{' || first == '[')
    return enter (lexer, first == '{', complete);
  *complete = TRUE;
  return lex_scalar (lexer);
}

/* What follows a complete value: the next one's beginning, or the end of one
 * or more arrays and objects. */
static gboolean
lex_after_value (Lexer *lexer)
{
  Frame *frame;

  while ((frame = innermost (lexer)) != NULL)
    {
      char next = peek (lexer);

      if (is_at_end (lexer))
        return FALSE;
      if (next == ',')
        {
          lexer->cursor.at++;
          frame->index++;
          frame->name = NULL;
          return !frame->is_object || lex_name (lexer);
        }
      if (next != (frame->is_object ? '}' : ']'))
        return fail (lexer, frame->is_object ? _("a comma or “}” is expected here") : _("a comma or “]” is expected here"));
      leave (lexer);
    }
  return TRUE;
}

static gboolean
lex_document (Lexer *lexer)
{
  if (lexer->real_end - lexer->start >= 3 && memcmp (lexer->start, BYTE_ORDER_MARK, 3) == 0)
    return fail (lexer, _("the text begins with a byte order mark, which is not allowed"));
  do
    {
      gboolean complete = FALSE;

      if (!lex_value (lexer, &complete))
        return FALSE;
      if (complete && !lex_after_value (lexer))
        return FALSE;
    }
  while (lexer->depth > 0);

  skip_space (lexer);
  if (!is_at_end (lexer))
    return fail (lexer, _("nothing may follow the outermost value"));
  return lexer->cursor.end == lexer->real_end;
}

/* The text ended where it should not: it is cut off, or no text from here. */
static char *
describe_end (Lexer *lexer)
{
  const char *end = lexer->cursor.end;

  if (end < lexer->real_end && *end == '\0')
    return g_strdup_printf (_("byte %lu is a NUL character, which is not allowed"), (gulong) (end - lexer->start));
  if (end < lexer->real_end)
    return g_strdup_printf (_("byte %lu is not UTF-8"), (gulong) (end - lexer->start));
  if (lexer->start == lexer->real_end)
    return g_strdup (_("the text is empty"));
  return g_strdup (_("the text ends too early"));
}

static void
count_lines (const char *start,
             const char *at,
             guint      *line,
             guint      *column)
{
  const char *line_start = start;
  const char *newline;

  *line = 1;
  while ((newline = memchr (line_start, '\n', at - line_start)) != NULL)
    {
      ++*line;
      line_start = newline + 1;
    }
  *column = g_utf8_strlen (line_start, at - line_start) + 1;
}

static void
lexer_init (Lexer  *lexer,
            GBytes *bytes)
{
  gsize size;

  memset (lexer, 0, sizeof *lexer);
  lexer->start = g_bytes_get_data (bytes, &size);
  if (lexer->start == NULL)
    lexer->start = "";
  lexer->real_end = lexer->start + size;
  lexer->cursor.at = lexer->start;
  g_utf8_validate_len (lexer->start, size, &lexer->cursor.end);
  lexer->decoded = g_string_new (NULL);
  lexer->chunk = g_string_chunk_new (4096);
}

static void
lexer_clear (Lexer *lexer)
{
  for (guint i = 0; i < STRATA_JSON_MAX_DEPTH; i++)
    g_clear_pointer (&lexer->frames[i].names, g_hash_table_unref);
  g_string_free (lexer->decoded, TRUE);
  g_string_chunk_free (lexer->chunk);
  g_free (lexer->problem);
}

/**
 * strata_json_fault_clear:
 * @fault: a fault
 *
 * Frees what a fault holds, not the fault.
 */
void
strata_json_fault_clear (StrataJsonFault *fault)
{
  g_return_if_fail (fault != NULL);

  g_clear_pointer (&fault->path, g_free);
  g_clear_pointer (&fault->problem, g_free);
}

/**
 * strata_json_lex:
 * @bytes: a text
 * @builder: (nullable): what is told of every value
 * @fault: (out caller-allocates): what is wrong with it, where something is
 *
 * Goes over a text from beginning to end. It must be UTF-8 without a byte
 * order mark and one JSON value by RFC 8259, no deeper than
 * %STRATA_JSON_MAX_DEPTH, with no key twice in an object, no half surrogate
 * pair and no NUL in a string, no number that loses what is written.
 *
 * Returns: whether it is all of that; only otherwise is @fault set
 */
gboolean
strata_json_lex (GBytes            *bytes,
                 StrataJsonBuilder *builder,
                 StrataJsonFault   *fault)
{
  Lexer lexer;
  gboolean success;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (fault != NULL, FALSE);

  lexer_init (&lexer, bytes);
  lexer.builder = builder;
  success = lex_document (&lexer);
  if (!success)
    {
      fault->offset = lexer.cursor.at - lexer.start;
      fault->path = describe_path (&lexer);
      fault->problem = lexer.problem != NULL ? g_steal_pointer (&lexer.problem) : describe_end (&lexer);
      count_lines (lexer.start, lexer.cursor.at, &fault->line, &fault->column);
    }
  lexer_clear (&lexer);
  return success;
}

/**
 * strata_json_locate:
 * @bytes: a text that [func@Strata.json_lex] found nothing wrong with
 * @path: `scenarios[0].placements[3].layer`
 * @line: (out): a line, from 1
 * @column: (out): a column, in characters from 1
 *
 * Finds where the member or element of a path begins, or that of as much of
 * the path as there is. Where a key is written, it begins there.
 */
void
strata_json_locate (GBytes     *bytes,
                    const char *path,
                    guint      *line,
                    guint      *column)
{
  Lexer lexer;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (path != NULL);

  lexer_init (&lexer, bytes);
  lexer.wanted = path;
  lex_document (&lexer);
  count_lines (lexer.start, lexer.found != NULL ? lexer.found : lexer.start, line, column);
  lexer_clear (&lexer);
}
