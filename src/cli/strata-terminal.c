/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text for a terminal, or for a file in place of one.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-terminal.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_WIDTH    80
#define NARROWEST      40
#define WIDEST         100

static const char * const style_codes[] = {
  [STRATA_STYLE_PLAIN] = NULL,
  [STRATA_STYLE_HEADING] = "\033[1m",
  [STRATA_STYLE_DIM] = "\033[2m",
  [STRATA_STYLE_ERROR] = "\033[1;31m",
  [STRATA_STYLE_WARNING] = "\033[1;33m",
  [STRATA_STYLE_ADVICE] = "\033[1;34m",
};

/* A plan comes from anywhere: what a terminal would obey is shown, not sent. */
static char *
make_printable (const char *word,
                gsize       length)
{
  GString *printable = g_string_sized_new (length);

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (printable, g_unichar_isprint (c) || c == 0x200d ? c : 0xfffd);
    }
  return g_string_free (printable, FALSE);
}

static guint
count_columns (const char *word)
{
  guint n_columns = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        n_columns += g_unichar_iswide (c) ? 2 : 1;
    }
  return n_columns;
}

static void
break_line (StrataPrinter *printer)
{
  g_string_append_c (printer->text, '\n');
  for (guint i = 0; i < printer->indent; i++)
    g_string_append_c (printer->text, ' ');
  printer->column = printer->indent;
}

static void
add_word (StrataPrinter *printer,
          StrataStyle    style,
          const char    *start,
          gsize          length)
{
  g_autofree char *word = make_printable (start, length);
  const char *code = printer->has_colors ? style_codes[style] : NULL;
  guint n_columns = count_columns (word);

  if (printer->column > printer->indent)
    {
      if (printer->width > 0 && printer->column + 1 + n_columns > printer->width)
        break_line (printer);
      else
        {
          g_string_append_c (printer->text, ' ');
          printer->column++;
        }
    }
  if (code != NULL)
    g_string_append_printf (printer->text, "%s%s\033[0m", code, word);
  else
    g_string_append (printer->text, word);
  printer->column += n_columns;
}

/**
 * strata_terminal_get_width:
 * @fd: a file descriptor
 *
 * Returns: columns that a line may take; 0 when @fd is not a terminal
 */
guint
strata_terminal_get_width (int fd)
{
  struct winsize size;

  if (!isatty (fd))
    return 0;
  if (ioctl (fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return USUAL_WIDTH;
  return CLAMP (size.ws_col, NARROWEST, WIDEST);
}

/**
 * strata_terminal_has_colors:
 * @fd: a file descriptor
 *
 * Returns: whether @fd is a terminal that shows colours, and the person has
 *   not asked for none with `NO_COLOR`
 */
gboolean
strata_terminal_has_colors (int fd)
{
  const char *no_color = g_getenv ("NO_COLOR");

  if (no_color != NULL && *no_color != '\0')
    return FALSE;
  return isatty (fd) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/**
 * strata_printer_begin:
 * @printer: the printer
 * @indent: columns before the words
 *
 * Begins a paragraph.
 */
void
strata_printer_begin (StrataPrinter *printer,
                      guint          indent)
{
  g_return_if_fail (printer != NULL);

  printer->indent = indent;
  for (guint i = 0; i < indent; i++)
    g_string_append_c (printer->text, ' ');
  printer->column = indent;
}

/**
 * strata_printer_add:
 * @printer: the printer
 * @style: how the words look where colours are shown
 * @words: words, parted by spaces
 *
 * Continues the paragraph.
 */
void
strata_printer_add (StrataPrinter *printer,
                    StrataStyle    style,
                    const char    *words)
{
  g_return_if_fail (printer != NULL);
  g_return_if_fail (words != NULL);

  while (*words != '\0')
    {
      gsize length = strcspn (words, " \t\n");

      if (length > 0)
        add_word (printer, style, words, length);
      words += length;
      words += strspn (words, " \t\n");
    }
}

/**
 * strata_printer_end:
 * @printer: the printer
 *
 * Ends the paragraph.
 */
void
strata_printer_end (StrataPrinter *printer)
{
  g_return_if_fail (printer != NULL);

  g_string_append_c (printer->text, '\n');
  printer->column = 0;
}

/**
 * strata_printer_print_line:
 * @printer: the printer
 * @style: how the words look where colours are shown
 * @indent: columns before the words
 * @words: words, parted by spaces
 *
 * Prints a paragraph of words that all look alike.
 */
void
strata_printer_print_line (StrataPrinter *printer,
                           StrataStyle    style,
                           guint          indent,
                           const char    *words)
{
  strata_printer_begin (printer, indent);
  strata_printer_add (printer, style, words);
  strata_printer_end (printer);
}
