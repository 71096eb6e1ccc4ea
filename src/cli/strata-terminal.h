/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text for a terminal, or for a file in place of one.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STRATA_STYLE_PLAIN,
  STRATA_STYLE_HEADING,
  STRATA_STYLE_DIM,
  STRATA_STYLE_ERROR,
  STRATA_STYLE_WARNING,
  STRATA_STYLE_ADVICE,
} StrataStyle;

/**
 * StrataPrinter:
 *
 * Writes words, one after the other, into lines that fit.
 */
typedef struct
{
  GString  *text;
  guint     width;      /* columns of a line; 0: lines are not broken */
  gboolean  has_colors;
  guint     indent;     /* of the lines that follow a break */
  guint     column;     /* columns that the present line has used */
} StrataPrinter;

guint    strata_terminal_get_width   (int            fd);
gboolean strata_terminal_has_colors  (int            fd);

void     strata_printer_begin        (StrataPrinter *printer,
                                      guint          indent);
void     strata_printer_add          (StrataPrinter *printer,
                                      StrataStyle    style,
                                      const char    *words);
void     strata_printer_end          (StrataPrinter *printer);
/* All three in one. */
void     strata_printer_print_line   (StrataPrinter *printer,
                                      StrataStyle    style,
                                      guint          indent,
                                      const char    *words);

G_END_DECLS
