/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splits a FEEL text into tokens.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-lexer.h"

#include <string.h>

static const char *const keywords[] = {
  "and", "between", "else", "every", "false", "for", "function", "if", "in", "instance",
  "null", "or", "return", "satisfies", "some", "then", "true",
};

/* The longer of two that begin alike stands first. */
static const char *const signs[] = {
  "**", "..", "<=", ">=", "!=", "->", "<", ">", "=", "+", "-", "*", "/", "(", ")", "[", "]",
  "{", "}", ",", ":", ".",
};

static void
skip_line (const char **at)
{
  while (**at != '\0' && **at != '\n')
    *at = g_utf8_next_char (*at);
}

/* White space and comments, both of Java's forms. */
static void
skip_blank (FeelLexer *lexer)
{
  while (*lexer->at != '\0')
    {
      if (g_unichar_isspace (g_utf8_get_char (lexer->at)) ||
          g_utf8_get_char (lexer->at) == 0xfeff)
        lexer->at = g_utf8_next_char (lexer->at);
      else if (g_str_has_prefix (lexer->at, "//"))
        skip_line (&lexer->at);
      else if (g_str_has_prefix (lexer->at, "/*"))
        {
          const char *end = strstr (lexer->at + 2, "*/");

          lexer->at = end != NULL ? end + 2 : lexer->at + strlen (lexer->at);
        }
      else
        return;
    }
}

static void
set_text (FeelLexer     *lexer,
          FeelTokenKind  kind,
          char          *text)
{
  lexer->kind = kind;
  lexer->token = text;
}

static void
read_number (FeelLexer *lexer)
{
  const char *at = lexer->at;

  while (g_ascii_isdigit (*at))
    at++;
  if (at[0] == '.' && g_ascii_isdigit (at[1]))
    for (at++; g_ascii_isdigit (*at); at++)
      ;
  if ((at[0] == 'e' || at[0] == 'E') &&
      (g_ascii_isdigit (at[1]) ||
       ((at[1] == '+' || at[1] == '-') && g_ascii_isdigit (at[2]))))
    for (at += 2; g_ascii_isdigit (*at); at++)
      ;

  set_text (lexer, FEEL_TOKEN_NUMBER, g_strndup (lexer->at, at - lexer->at));
  lexer->at = at;
}

/* Reads up to that many hexadecimal digits. */
static gboolean
read_code_point (const char **at,
                 guint        digits,
                 gunichar    *code)
{
  *code = 0;
  for (guint i = 0; i < digits; i++)
    {
      if (!g_ascii_isxdigit (**at))
        return FALSE;
      *code = *code * 16 + g_ascii_xdigit_value (**at);
      (*at)++;
    }

  return TRUE;
}

/* \uXXXX, in pairs for what lies beyond, and \UXXXXXX. */
static gboolean
append_code_point (GString     *string,
                   const char **at,
                   guint        digits)
{
  gunichar code, low;

  if (!read_code_point (at, digits, &code))
    return FALSE;

  if (code >= 0xd800 && code < 0xdc00 && g_str_has_prefix (*at, "\\u"))
    {
      *at += 2;
      if (!read_code_point (at, 4, &low) || low < 0xdc00 || low > 0xdfff)
        return FALSE;
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    }

  if (code == 0 || !g_unichar_validate (code))
    return FALSE;

  g_string_append_unichar (string, code);

  return TRUE;
}

static gboolean
append_escape (GString     *string,
               const char **at)
{
  static const char letters[] = "\"\\/nrtbf'";
  static const char meanings[] = "\"\\/\n\r\t\b\f'";
  char letter = **at;
  const char *found;

  (*at)++;
  if (letter == 'u' || letter == 'U')
    return append_code_point (string, at, letter == 'u' ? 4 : 6);

  found = letter != '\0' ? strchr (letters, letter) : NULL;
  if (found == NULL)
    {
      /* Any other backslash is one: regular expressions are written so. */
      (*at)--;
      g_string_append_c (string, '\\');
      return TRUE;
    }
  g_string_append_c (string, meanings[found - letters]);

  return TRUE;
}

static void
read_string (FeelLexer     *lexer,
             FeelTokenKind  kind)
{
  g_autoptr (GString) string = g_string_new (NULL);
  const char *at = lexer->at + 1;

  while (*at != '"')
    {
      if (*at == '\0')
        {
          set_text (lexer, FEEL_TOKEN_ERROR, g_strdup ("a string that does not end"));
          lexer->at = at;
          return;
        }
      if (*at != '\\')
        g_string_append_c (string, *at++);
      else
        {
          at++;
          if (!append_escape (string, &at))
            {
              set_text (lexer, FEEL_TOKEN_ERROR, g_strdup ("an escape that names no character"));
              lexer->at = at;
              return;
            }
        }
    }

  set_text (lexer, kind, g_string_free (g_steal_pointer (&string), FALSE));
  lexer->at = at + 1;
}

static const char *
find_keyword (const char *word,
              gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (strlen (keywords[i]) == length && strncmp (keywords[i], word, length) == 0)
      return keywords[i];

  return NULL;
}

static void
set_symbol (FeelLexer  *lexer,
            const char *symbol,
            gsize       length)
{
  lexer->kind = FEEL_TOKEN_SYMBOL;
  lexer->symbol = symbol;
  lexer->at += length;
}

static gsize
simple_name_length (const char *text)
{
  const char *at = text;

  if (!feel_is_name_start (g_utf8_get_char (at)))
    return 0;

  while (*at != '\0' && feel_is_name_part (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at - text;
}

/* The longest known name wins, even over a keyword that it begins with. */
static gboolean
read_name (FeelLexer *lexer)
{
  g_autofree char *known = NULL;
  gsize simple = simple_name_length (lexer->at);
  gsize length = feel_names_match (lexer->names, lexer->at, &known);
  const char *keyword;

  if (simple == 0 && length == 0)
    return FALSE;

  keyword = find_keyword (lexer->at, simple);
  if (keyword != NULL && length <= simple)
    {
      set_symbol (lexer, keyword, simple);
      return TRUE;
    }

  if (length >= simple)
    set_text (lexer, FEEL_TOKEN_NAME, g_steal_pointer (&known));
  else
    set_text (lexer, FEEL_TOKEN_NAME, g_strndup (lexer->at, simple));
  lexer->at += MAX (length, simple);

  return TRUE;
}

static void
read_sign (FeelLexer *lexer)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (lexer->at, signs[i]))
      {
        set_symbol (lexer, signs[i], strlen (signs[i]));
        return;
      }

  set_text (lexer, FEEL_TOKEN_ERROR, g_strdup_printf ("“%.*s”",
                                                      (int) (g_utf8_next_char (lexer->at) - lexer->at),
                                                      lexer->at));
  lexer->at = g_utf8_next_char (lexer->at);
}

/**
 * feel_lexer_init:
 * @lexer: to be set up
 * @names: the names that are known
 * @text: valid UTF-8
 *
 * Stands the lexer before the first token. The text and the names must
 * outlive it.
 */
void
feel_lexer_init (FeelLexer  *lexer,
                 FeelNames  *names,
                 const char *text)
{
  *lexer = (FeelLexer) { .names = names, .text = text, .at = text };
  feel_lexer_advance (lexer);
}

/**
 * feel_lexer_clear:
 * @lexer: a lexer
 *
 * Frees what the lexer holds.
 */
void
feel_lexer_clear (FeelLexer *lexer)
{
  g_clear_pointer (&lexer->token, g_free);
}

/**
 * feel_lexer_advance:
 * @lexer: a lexer
 *
 * Goes to the next token.
 */
void
feel_lexer_advance (FeelLexer *lexer)
{
  g_clear_pointer (&lexer->token, g_free);
  lexer->symbol = NULL;

  skip_blank (lexer);
  lexer->start = lexer->at;

  if (*lexer->at == '\0')
    lexer->kind = FEEL_TOKEN_END;
  else if (*lexer->at == '"')
    read_string (lexer, FEEL_TOKEN_STRING);
  else if (g_str_has_prefix (lexer->at, "@\""))
    {
      lexer->at++;
      read_string (lexer, FEEL_TOKEN_TEMPORAL);
    }
  else if (g_ascii_isdigit (lexer->at[0]) || (lexer->at[0] == '.' && g_ascii_isdigit (lexer->at[1])))
    read_number (lexer);
  else if (!read_name (lexer))
    read_sign (lexer);
}

/**
 * feel_lexer_rewind:
 * @lexer: a lexer
 * @start: where one of its tokens began
 *
 * Reads once more from there.
 */
void
feel_lexer_rewind (FeelLexer  *lexer,
                   const char *start)
{
  lexer->at = start;
  feel_lexer_advance (lexer);
}

/**
 * feel_lexer_is:
 * @lexer: a lexer
 * @symbol: a keyword or a sign
 *
 * Returns: whether the lexer stands before it
 */
gboolean
feel_lexer_is (FeelLexer  *lexer,
               const char *symbol)
{
  return lexer->kind == FEEL_TOKEN_SYMBOL && strcmp (lexer->symbol, symbol) == 0;
}
