/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: finding one and calling it.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

#include <string.h>

#define MORE "…"

static const FeelBuiltin *const tables[] = {
  feel_builtins_conversion, feel_builtins_text, feel_builtins_number,
  feel_builtins_list, feel_builtins_aggregate, feel_builtins_context,
  feel_builtins_range, feel_builtins_temporal,
};

/* Names that are no functions but have blanks inside. */
static const char *const other_names[] = {
  "days and time duration", "time offset", "start included", "end included",
};

typedef struct
{
  GHashTable *by_name; /* name → GPtrArray of FeelBuiltin */
  GPtrArray  *names;
} Registry;

static Registry *
registry_new (void)
{
  Registry *registry = g_new0 (Registry, 1);

  registry->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  registry->names = g_ptr_array_new ();

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (const FeelBuiltin *row = tables[t]; row->name != NULL; row++)
      {
        GPtrArray *rows = g_hash_table_lookup (registry->by_name, row->name);

        if (rows == NULL)
          {
            rows = g_ptr_array_new ();
            g_hash_table_insert (registry->by_name, (gpointer) row->name, rows);
            g_ptr_array_add (registry->names, (gpointer) row->name);
          }
        g_ptr_array_add (rows, (gpointer) row);
      }

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    g_ptr_array_add (registry->names, (gpointer) other_names[i]);

  return registry;
}

static const Registry *
get_registry (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) registry_new ());

  return (const Registry *) once;
}

static gboolean
takes_more (GStrv parameters)
{
  guint n = g_strv_length (parameters);

  return n > 0 && strcmp (parameters[n - 1], MORE) == 0;
}

/* Whether every name is a parameter, and each required one is named. */
static gboolean
names_fit (GStrv              parameters,
           guint              required,
           const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) parameters, names[i]))
      return FALSE;

  for (guint i = 0; i < required; i++)
    if (!g_strv_contains (names, parameters[i]))
      return FALSE;

  return TRUE;
}

static gboolean
fits (const FeelBuiltin *row,
      guint              n_arguments,
      const char *const *names)
{
  g_auto (GStrv) parameters = g_strsplit (row->parameters, ",", -1);

  if (names != NULL)
    return names_fit (parameters, row->required, names);

  return n_arguments >= row->required &&
         (takes_more (parameters) || n_arguments <= g_strv_length (parameters));
}

/**
 * feel_builtin_get_name:
 * @index: from 0
 *
 * Returns: (nullable): a name that the lexer has to know, or %NULL behind the
 *   last
 */
const char *
feel_builtin_get_name (guint index)
{
  const Registry *registry = get_registry ();

  return index < registry->names->len ? registry->names->pdata[index] : NULL;
}

/**
 * feel_builtin_exists:
 * @name: a name
 *
 * Returns: whether a function is built in under it
 */
gboolean
feel_builtin_exists (const char *name)
{
  return g_hash_table_contains (get_registry ()->by_name, name);
}

/**
 * feel_builtin_find:
 * @name: a function's name
 * @n_arguments: how many arguments it gets
 * @names: (nullable): how they are named
 *
 * Returns: (nullable): the function that takes them, or %NULL
 */
const FeelBuiltin *
feel_builtin_find (const char        *name,
                   guint              n_arguments,
                   const char *const *names)
{
  GPtrArray *rows = g_hash_table_lookup (get_registry ()->by_name, name);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (fits (rows->pdata[i], n_arguments, names))
      return rows->pdata[i];

  return NULL;
}

/**
 * feel_builtin_call:
 * @run: the evaluation
 * @builtin: what feel_builtin_find () found for these
 * @arguments: (array length=n_arguments): what it gets
 * @n_arguments: how many
 * @names: (nullable): how they are named
 *
 * Returns: (transfer full): what the function gives
 */
DmnValue *
feel_builtin_call (FeelRun           *run,
                   const FeelBuiltin *builtin,
                   DmnValue *const   *arguments,
                   guint              n_arguments,
                   const char *const *names)
{
  g_auto (GStrv) parameters = NULL;
  DmnValue *ordered[FEEL_MAX_ARGUMENTS] = { NULL };
  guint n_parameters;

  if (names == NULL)
    {
      memcpy (ordered, arguments, n_arguments * sizeof *ordered);
      return builtin->function (run, ordered, n_arguments);
    }

  parameters = g_strsplit (builtin->parameters, ",", -1);
  n_parameters = g_strv_length (parameters);
  for (guint i = 0; i < n_parameters; i++)
    for (guint j = 0; j < n_arguments; j++)
      if (strcmp (parameters[i], names[j]) == 0)
        ordered[i] = arguments[j];

  /* What is left out at the end is no argument, as in a call without names. */
  while (n_parameters > 0 && ordered[n_parameters - 1] == NULL)
    n_parameters--;

  return builtin->function (run, ordered, n_parameters);
}

DmnValue *
feel_builtin_refuse (FeelRun    *run,
                     const char *function,
                     const char *parameter,
                     const char *expected)
{
  return feel_run_fail (run, "%s (): %s is not %s", function, parameter, expected);
}

gboolean
feel_argument_is (DmnValue *argument,
                  DmnKind   kind)
{
  return argument != NULL && dmn_value_get_kind (argument) == kind;
}

gboolean
feel_argument_get_integer (DmnValue *argument,
                           gint64   *integer)
{
  g_auto (DmnNumber) whole = DMN_NUMBER_ZERO;

  /* Fractions are cut off, as the conformance cases do. */
  return feel_argument_is (argument, DMN_KIND_NUMBER) &&
         dmn_number_round (dmn_value_get_number (argument), 0, DMN_ROUND_DOWN, &whole) &&
         dmn_number_get_integer (&whole, integer);
}

const char *
feel_argument_get_string (DmnValue *argument)
{
  /* A list of one text is that text (DMN 1.3, section 10.3.2.9.4). */
  if (feel_argument_is (argument, DMN_KIND_LIST) && dmn_value_get_length (argument) == 1)
    argument = dmn_value_get_item (argument, 0);

  return feel_argument_is (argument, DMN_KIND_STRING) ? dmn_value_get_string (argument) : NULL;
}

/* A list, or the list of the one thing that is none. */
DmnValue *
feel_argument_dup_list (DmnValue *argument)
{
  GPtrArray *items;

  if (dmn_value_get_kind (argument) == DMN_KIND_LIST)
    return dmn_value_ref (argument);

  items = feel_items_new (1);
  g_ptr_array_add (items, dmn_value_ref (argument));

  return dmn_value_new_list (items);
}

/* f (list), or f (item, item, …): FEEL's aggregates take both. */
DmnValue *
feel_arguments_dup_list (DmnValue *const *arguments,
                         guint            n_arguments)
{
  GPtrArray *items;

  if (n_arguments == 1)
    return feel_argument_dup_list (arguments[0]);

  items = feel_items_new (n_arguments);
  for (guint i = 0; i < n_arguments; i++)
    g_ptr_array_add (items, dmn_value_ref (arguments[i]));

  return dmn_value_new_list (items);
}

GPtrArray *
feel_items_new (guint n_items)
{
  return g_ptr_array_new_full (n_items, (GDestroyNotify) dmn_value_unref);
}
