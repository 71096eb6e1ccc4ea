/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes FEEL: an expression comes to a value that can be written, a cell's
 * tests pass or do not. A first byte of `?` makes the rest a cell.
 */

#include "config.h"

#include "dmn/dmn-json.h"
#include "dmn/feel-evaluate.h"
#include "dmn/feel-parser.h"
#include "dmn/feel-scope.h"
#include "fuzz.h"

/* What an input may still do: enough for its own faults. */
#define STEPS_LEFT 2000

static FeelScope *
new_scope (FeelNames *names)
{
  g_autoptr (DmnValue) context = dmn_value_from_json ("{\"n\": 3, \"text\": \"abc\", \"list\": [1, 2, 3],"
                                                      " \"one\": {\"n\": 1}}", NULL);
  static const char * const known[] = { "n", "text", "list", "one" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    feel_names_add (names, known[i]);

  return feel_scope_bind_members (NULL, context);
}

static void
run_expression (FeelRun   *run,
                FeelNode  *node,
                FeelScope *scope)
{
  g_autoptr (DmnValue) value = feel_evaluate (run, node, scope);
  g_autofree char *json = dmn_value_to_json (value);
  g_autofree char *text = dmn_value_to_string (value);

  g_assert_nonnull (json);
  g_assert_nonnull (text);
}

static void
run_cell (FeelRun   *run,
          FeelNode  *node,
          FeelScope *scope)
{
  static const char * const inputs[] = { "3", "\"abc\"", "[1, 2]", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (DmnValue) input = dmn_value_from_json (inputs[i], NULL);

      feel_test (run, node, input, scope);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gboolean is_cell = *text == '?';
  g_autoptr (FeelNames) names = feel_names_new ();
  g_autoptr (FeelScope) scope = new_scope (names);
  g_autoptr (GError) error = NULL;
  g_autoptr (FeelNode) node = NULL;
  FeelRun run;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  node = is_cell ? feel_parse_unary_tests (text + 1, names, &error) : feel_parse_expression (text, names, &error);
  g_assert_true ((node == NULL) == (error != NULL));
  if (node == NULL)
    return 0;

  feel_run_init (&run);
  run.steps = FEEL_MAX_STEPS - STEPS_LEFT;
  if (is_cell)
    run_cell (&run, node, scope);
  else
    run_expression (&run, node, scope);
  feel_run_clear (&run);

  return 0;
}
