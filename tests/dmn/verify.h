/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of verification share: tables as text.
 */

#pragma once

#include "dmn/dmn-verify.h"

#define UNIQUE "UNIQUE\""
#define ANY "ANY\""
#define FIRST "FIRST\""
#define PRIORITY "PRIORITY\""
#define COLLECT "COLLECT\""
#define RANKED "<output><outputValues><text>1,2,3</text></outputValues></output>"

#define DEFINITIONS "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" namespace=\"n\">\n"

static inline DmnModel *
read_model (const char *content)
{
  g_autofree char *text = g_strconcat (DEFINITIONS, content, "\n</definitions>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DmnModel *model = dmn_model_new (bytes, "m.dmn", &error);

  g_assert_no_error (error);

  return model;
}

static inline void
append_element (GString    *xml,
                const char *name,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xml, "<%s><text>%s</text></%s>", name, escaped, name);
}

/* "x number", "s string "a","b"": expression, type or -, allowed values. */
static inline void
append_input (GString    *xml,
              const char *input)
{
  g_auto (GStrv) words = g_strsplit (input, " ", 3);
  g_autofree char *type = NULL;

  g_string_append (xml, "<input><inputExpression");
  if (words[1] != NULL && !g_str_equal (words[1], "-"))
    g_string_append_printf (xml, " typeRef=\"%s\"", words[1]);
  g_string_append_printf (xml, "><text>%s</text></inputExpression>", words[0]);
  if (words[1] != NULL && words[2] != NULL)
    append_element (xml, "inputValues", words[2]);
  g_string_append (xml, "</input>");
}

/* "test | test | output" */
static inline void
append_row (GString    *xml,
            const char *row,
            guint       n_inputs)
{
  g_auto (GStrv) cells = g_strsplit (row, "|", -1);

  g_string_append (xml, "<rule>");
  for (guint i = 0; cells[i] != NULL; i++)
    append_element (xml, i < n_inputs ? "inputEntry" : "outputEntry", g_strstrip (cells[i]));
  g_string_append (xml, "</rule>");
}

static inline char *
build_table (const char        *policy,
             const char *const *inputs,
             const char        *outputs,
             const char *const *rows)
{
  GString *xml = g_string_new ("<decision name=\"d\"><decisionTable hitPolicy=\"");
  guint n_inputs = 0;

  g_string_append_printf (xml, "%s>", policy);
  for (; inputs[n_inputs] != NULL; n_inputs++)
    append_input (xml, inputs[n_inputs]);
  g_string_append (xml, outputs);
  for (guint i = 0; rows[i] != NULL; i++)
    append_row (xml, rows[i], n_inputs);
  g_string_append (xml, "</decisionTable></decision>");

  return g_string_free (xml, FALSE);
}

static inline GPtrArray *
verify_table (const char        *policy,
              const char *const *inputs,
              const char        *outputs,
              const char *const *rows)
{
  g_autofree char *xml = build_table (policy, inputs, outputs, rows);
  g_autoptr (DmnModel) model = read_model (xml);

  return dmn_verify_model (model);
}
