/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL.
 */

#pragma once

#include "dmn/feel-evaluate.h"

G_BEGIN_DECLS

/* Arguments that were left out at the end are NULL. */
typedef DmnValue *(*FeelBuiltinFunction) (FeelRun         *run,
                                          DmnValue *const *arguments,
                                          guint            n_arguments);

/**
 * FeelBuiltin:
 *
 * One row of a table: a function and how it is called.
 */
typedef struct
{
  const char          *name;
  const char          *parameters; /* in commas; "…" at the end: any number more */
  guint                required;   /* how many must be there */
  FeelBuiltinFunction  function;
} FeelBuiltin;

#define FEEL_MAX_ARGUMENTS 255

/* The names in no order, and then NULL. */
const char        *feel_builtin_get_name (guint index);
/* One of several of a name, by how its arguments are named; NULL: by number. */
const FeelBuiltin *feel_builtin_find     (const char          *name,
                                          guint                n_arguments,
                                          const char * const  *names);
DmnValue          *feel_builtin_call     (FeelRun             *run,
                                          const FeelBuiltin   *builtin,
                                          DmnValue *const     *arguments,
                                          guint                n_arguments,
                                          const char * const  *names) G_GNUC_WARN_UNUSED_RESULT;
gboolean           feel_builtin_exists   (const char          *name);

/* The tables, each closed by a row without a name. */
extern const FeelBuiltin feel_builtins_conversion[];
extern const FeelBuiltin feel_builtins_text[];
extern const FeelBuiltin feel_builtins_number[];
extern const FeelBuiltin feel_builtins_list[];
extern const FeelBuiltin feel_builtins_aggregate[];
extern const FeelBuiltin feel_builtins_context[];
extern const FeelBuiltin feel_builtins_range[];
extern const FeelBuiltin feel_builtins_temporal[];

G_END_DECLS
