/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splits a FEEL text into tokens.
 */

#pragma once

#include "dmn/feel-names.h"

G_BEGIN_DECLS

typedef enum
{
  FEEL_TOKEN_END,
  FEEL_TOKEN_NUMBER,
  FEEL_TOKEN_STRING,   /* text: without quotes, escapes resolved */
  FEEL_TOKEN_TEMPORAL, /* text: what stands between @" and " */
  FEEL_TOKEN_NAME,     /* text: normalized */
  FEEL_TOKEN_SYMBOL,   /* symbol: a keyword or a sign */
  FEEL_TOKEN_ERROR,    /* text: what is wrong */
} FeelTokenKind;

/**
 * FeelLexer:
 *
 * Stands before one token at a time.
 */
typedef struct
{
  FeelNames     *names;  /* borrowed */
  const char    *text;   /* borrowed */
  const char    *at;     /* behind the token */

  FeelTokenKind  kind;
  const char    *start;  /* of the token */
  char          *token;  /* its text, where it has one */
  const char    *symbol; /* static; NULL unless a symbol */
} FeelLexer;

void      feel_lexer_init    (FeelLexer  *lexer,
                              FeelNames  *names,
                              const char *text);
void      feel_lexer_clear   (FeelLexer  *lexer);
void      feel_lexer_advance (FeelLexer  *lexer);
/* Goes back to a token's start and reads from there. */
void      feel_lexer_rewind  (FeelLexer  *lexer,
                              const char *start);
gboolean  feel_lexer_is      (FeelLexer  *lexer,
                              const char *symbol);

G_END_DECLS
