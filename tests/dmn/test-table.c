/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decision tables made ready: whatever stands in their cells and whatever
 * comes in, they answer what their cells say one by one, and for the same
 * reasons.
 */

#include "config.h"

#include "dmn/dmn-json.h"
#include "dmn/dmn-model.h"
#include "dmn/dmn-table-private.h"
#include "dmn/feel-parser.h"

#define N_TABLES 600
#define N_DECISIONS 60
#define MAX_INPUTS 3

#define DEFINITIONS "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" namespace=\"n\">" \
                    "<itemDefinition name=\"tSmall\"><typeRef>number</typeRef><allowedValues><text>&lt; 1000000</text></allowedValues></itemDefinition>" \
                    "<decision name=\"d\">"

/* Both made of constants alone and not; some complain whenever they are read. */
static const char *const cells[] = {
  "-", "-", "-", "", "null", "not(null)", "true", "false", "not(true)", "true,null",
  "5", "-5", "< 5", "<= 5", "> 5", ">= 5", "= 5", "!= 5", "not(5)", "not(< 5)", "1,3,5", "not(1,3)", "< 1, > 5",
  "[1..5]", "(1..5)", "[1..5[", "]1..5]", "[5..1]", "[1..\"a\"]", "[1..5],null", "not([1..5])", "[-5..-1]",
  "1.5", "0.0001", "(0.0001..0.0002)", "> 0.00001", "= 0.00005", "< 1234567890123456789012345678901234",
  "[1234567890123456789012345678901233..1234567890123456789012345678901234)", "> 1e30", "< 1e40", "[1,5]", "[[1..3],[5..9]]",
  "\"a\"", "\"a\",\"b\"", "not(\"a\")", "< \"b\"", "[\"a\"..\"c\"]", "(\"a\"..\"b\")", ">= \"\"", "\"longer than a word\"", "> \"longer than a word\"", "\"longer than any\"", "<= \"longer t\"", "\"ä\",\"z\"", "[\"a\",\"b\"]",
  "date(\"2024-02-29\")", "< date(\"2024-02-29\")", "[date(\"2024-01-01\")..date(\"2024-03-01\")]",
  "(date(\"2024-02-28\")..date(\"2024-03-01\"))", "@\"2024-02-29\"", "date(\"nonsense\")", "date(2024, 2, 29)",
  "duration(\"P1Y\")", "> duration(\"P1Y\")", "[duration(\"P1D\")..duration(\"P2D\")]", "< duration(\"P1D\")",
  "date and time(\"2024-02-29T10:00:00\")", "> time(\"10:00:00\")", "not(time(\"10:00:00Z\"))",
  "[time(\"00:00:00\")..time(\"10:00:00\")]", "< time(\"00:00:00\")", "not(time(\"00:00:00\"))", "< time(\"11:00:00+01:00\")",
  "not(date and time(\"2024-02-29T10:00:00\"))", "> date and time(\"2024-02-29T09:00:00Z\")", "not(date(\"2024-02-29\"), 5)",
  "k", "< k", "[1..k]", "? > 3", "? + 1", "list contains(?, 1)", "nothing", "not(k)", "5,k", "y", "{a: 1}", "-\"a\"",
  "3,nothing", "k > 3", "count(?) > 1",
};

static const char *const inputs[] = {
  "null", "true", "false", "0", "1", "2", "3", "4.9999", "5", "5.0001", "5.00001", "-5", "-1", "-6", "1.5", "0.0001",
  "0.00015", "0.0002", "0.00005", "0.00001", "1234567890123456789012345678901233", "1234567890123456789012345678901234",
  "1e30", "1e31", "1e50", "\"\"", "\"a\"", "\"a\001\"", "\"ab\"", "\"b\"", "\"c\"", "\"z\"", "\"ä\"",
  "\"longer t\"", "\"longer than\"", "\"longer than a word\"", "\"longer than a worm\"", "\"longer than any\"", "\"longer tz\"", "[]", "[1]", "[1,5]", "[\"a\",\"b\"]",
  "date(\"2024-02-28\")", "date(\"2024-02-29\")", "date(\"2024-03-01\")", "date(\"1999-01-01\")", "date(\"2030-01-01\")",
  "duration(\"P1Y\")", "duration(\"P13M\")", "duration(\"P1D\")", "duration(\"P1DT0.5S\")", "duration(\"PT0S\")",
  "date and time(\"2024-02-29T10:00:00\")", "date and time(\"2024-02-29T10:00:00Z\")",
  "date and time(\"2024-02-29T10:00:01\")", "time(\"00:00:00\")", "time(\"10:00:00\")", "time(\"10:00:00Z\")",
  "time(\"23:59:59\")", "time(\"11:00:00\")", "{a: 1}", "[1..5]", "\"2024-02-29\"",
};

static const char *const policies[] = {
  "UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT", "COLLECT\" aggregation=\"SUM",
  "COLLECT\" aggregation=\"COUNT", "COLLECT\" aggregation=\"MIN", "COLLECT\" aggregation=\"MAX",
};

static const char *const results[] = { "1", "2", "3", "\"high\"", "-1", "k", "1 / 0", "nothing", "", "[1, 2]", "true" };
static const char *const types[] = { "", "", "", " typeRef=\"number\"", " typeRef=\"string\"", " typeRef=\"date\"", " typeRef=\"tSmall\"" };
static const char *const allowed[] = { "", "", "", "1,2,3,5", "< 10, null", "\"a\",\"b\"", "not(k)", "date(\"2024-02-29\")", "[1..nothing]" };

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

static void
append_text (GString    *xml,
             const char *element,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xml, "<%s><text>%s</text></%s>", element, escaped, element);
}

static void
append_clauses (GString *xml,
                guint    n_inputs,
                guint    n_outputs)
{
  static const char *const names[MAX_INPUTS] = { "x", "y", "z" };

  for (guint i = 0; i < n_inputs; i++)
    {
      g_string_append_printf (xml, "<input><inputExpression%s><text>%s</text></inputExpression>", PICK (types), names[i]);
      append_text (xml, "inputValues", PICK (allowed));
      g_string_append (xml, "</input>");
    }
  for (guint i = 0; i < n_outputs; i++)
    {
      g_string_append_printf (xml, "<output name=\"o%u\"%s>", i, g_test_rand_bit () ? "" : " typeRef=\"number\"");
      append_text (xml, "outputValues", g_test_rand_bit () ? "3,2,\"high\"" : "");
      if (g_test_rand_bit ())
        append_text (xml, "defaultOutputEntry", PICK (results));
      g_string_append (xml, "</output>");
    }
}

static DmnModel *
make_table (guint n_inputs,
            guint n_rules)
{
  g_autoptr (GString) xml = g_string_new (DEFINITIONS);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint n_outputs = 1 + (guint) g_test_rand_bit ();
  DmnModel *model;

  g_string_append_printf (xml, "<decisionTable hitPolicy=\"%s\">", PICK (policies));
  append_clauses (xml, n_inputs, n_outputs);
  for (guint i = 0; i < n_rules; i++)
    {
      g_string_append (xml, "<rule>");
      for (guint j = 0; j < n_inputs; j++)
        append_text (xml, "inputEntry", PICK (cells));
      for (guint j = 0; j < n_outputs; j++)
        append_text (xml, "outputEntry", PICK (results));
      g_string_append (xml, "</rule>");
    }
  g_string_append (xml, "</decisionTable></decision></definitions>");

  bytes = g_bytes_new (xml->str, xml->len);
  model = dmn_model_new (bytes, "m.dmn", &error);
  g_assert_no_error (error);

  return model;
}

static DmnValue *
value_of (const char *text)
{
  g_autoptr (FeelNames) names = feel_names_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FeelNode) node = feel_parse_expression (text, names, &error);
  FeelRun run;
  DmnValue *value;

  g_assert_no_error (error);
  feel_run_init (&run);
  value = feel_evaluate (&run, node, NULL);
  g_assert_cmpuint (run.reasons->len, ==, 0);
  feel_run_clear (&run);

  return value;
}

typedef DmnValue *(*Evaluate) (FeelRun   *run,
                               DmnTable  *table,
                               FeelScope *scope);

/* An answer and its reasons, as one text. */
static char *
tell (Evaluate   evaluate,
      DmnTable  *table,
      FeelScope *scope)
{
  g_autoptr (DmnValue) answer = NULL;
  g_autofree char *json = NULL;
  g_autofree char *reasons = NULL;
  FeelRun run;

  feel_run_init (&run);
  answer = evaluate (&run, table, scope);
  json = dmn_value_to_json (answer);
  g_ptr_array_add (run.reasons, NULL);
  reasons = g_strjoinv ("\n  ", (char **) run.reasons->pdata);
  feel_run_clear (&run);

  return g_strdup_printf ("%s\n  %s", json, reasons);
}

/* Sometimes a name of the model's hides a function that cells call. */
static FeelScope *
make_scope (DmnValue *const *values)
{
  static const char *const names[MAX_INPUTS] = { "x", "y", "z" };
  g_autoptr (DmnValue) five = dmn_value_new_integer (5);
  FeelScope *scope = feel_scope_bind (NULL, "k", five);

  for (guint i = 0; i < MAX_INPUTS; i++)
    feel_scope_extend (&scope, names[i], values[i]);
  if (g_test_rand_int_range (0, 8) == 0)
    feel_scope_extend (&scope, "date", five);

  return scope;
}

static guint
decide_some (DmnTable  *table,
             GPtrArray *values)
{
  guint n_answers = 0;

  for (guint i = 0; i < N_DECISIONS; i++)
    {
      DmnValue *const picked[MAX_INPUTS] = {
        values->pdata[g_test_rand_int_range (0, (int) values->len)],
        values->pdata[g_test_rand_int_range (0, (int) values->len)],
        values->pdata[g_test_rand_int_range (0, (int) values->len)],
      };
      g_autoptr (FeelScope) scope = make_scope (picked);
      g_autofree char *compiled = tell (dmn_table_evaluate, table, scope);
      g_autofree char *interpreted = tell (dmn_table_interpret, table, scope);

      g_assert_cmpstr (compiled, ==, interpreted);
      n_answers += !g_str_has_prefix (compiled, "null") && !g_str_has_prefix (compiled, "[]");
    }

  return n_answers;
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  guint n_answers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    g_ptr_array_add (values, value_of (inputs[i]));

  for (guint i = 0; i < N_TABLES; i++)
    {
      guint n_rules = (guint) g_test_rand_int_range (0, i % 20 == 0 ? 150 : 12);
      g_autoptr (DmnModel) model = make_table ((guint) g_test_rand_int_range (0, MAX_INPUTS + 1), n_rules);

      n_answers += decide_some (dmn_model_get_table (model, 0), values);
    }

  /* Not everything may come to nothing. */
  g_assert_cmpuint (n_answers, >, N_TABLES * N_DECISIONS / 20);
}

/* Every cell against every input: the random ones may miss a pair. */
static void
test_each (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *escaped = g_markup_escape_text (cells[i], -1);
      g_autofree char *text = g_strdup_printf (DEFINITIONS "<decisionTable hitPolicy=\"COLLECT\"><input><inputExpression>"
                                               "<text>x</text></inputExpression></input><output/><rule><inputEntry><text>%s"
                                               "</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"
                                               "</decisionTable></decision></definitions>", escaped);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = dmn_model_new (bytes, "m.dmn", &error);

      g_assert_no_error (error);
      for (guint j = 0; j < G_N_ELEMENTS (inputs); j++)
        {
          g_autoptr (DmnValue) value = value_of (inputs[j]);
          g_autoptr (FeelScope) scope = feel_scope_bind (NULL, "x", value);
          g_autofree char *compiled = tell (dmn_table_evaluate, dmn_model_get_table (model, 0), scope);
          g_autofree char *interpreted = tell (dmn_table_interpret, dmn_model_get_table (model, 0), scope);

          if (g_strcmp0 (compiled, interpreted) != 0)
            g_error ("“%s” for %s: %s, not %s", cells[i], inputs[j], compiled, interpreted);
        }
    }
}

/* Which cells are made ready: what is not stays right, but slow. */
static void
test_compiles (void)
{
  static const struct
  {
    const char *cell;
    gboolean    compiled;
  } rows[] = {
    { "-", TRUE }, { "< 5", TRUE }, { "not(\"a\",\"b\")", TRUE }, { "[1..5)", TRUE }, { "-5", TRUE },
    { "> 1234567890123456789012345678901234", TRUE }, { "date(\"2024-02-29\")", TRUE }, { "duration(\"P1D\")", TRUE },
    { "null", TRUE }, { "[1,2]", TRUE },
    { "k", FALSE }, { "? > 3", FALSE }, { "[5..1]", FALSE }, { "list contains(?, 1)", FALSE }, { "[1..k]", FALSE },
    { "< 1e40", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FeelNames) names = feel_names_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FeelNode) cell = NULL;
      DmnColumn column;

      feel_names_add (names, "k");
      cell = feel_parse_unary_tests (rows[i].cell, names, &error);
      g_assert_no_error (error);
      dmn_column_init (&column, &cell, 1);
      if (column.any_interpreted == rows[i].compiled)
        g_error ("“%s” is %scompiled", rows[i].cell, rows[i].compiled ? "not " : "");
      dmn_column_clear (&column);
    }
}

/* A column of so many bounds that it is left to the interpreter. */
static void
test_large (void)
{
  g_autoptr (FeelNames) names = feel_names_new ();
  g_autoptr (GPtrArray) tests = g_ptr_array_new_with_free_func ((GDestroyNotify) feel_node_unref);
  g_autoptr (DmnValue) value = dmn_value_new_integer (7);
  DmnColumn column;

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_ptr_array_add (tests, feel_parse_unary_tests (text, names, NULL));
    }

  dmn_column_init (&column, (FeelNode **) tests->pdata, 2000);
  g_assert_nonnull (dmn_column_find (&column, value));
  g_assert_true (dmn_rows_has (dmn_column_find (&column, value), 7));
  dmn_column_clear (&column);

  dmn_column_init (&column, (FeelNode **) tests->pdata, tests->len);
  g_assert_null (dmn_column_find (&column, value));
  dmn_column_clear (&column);
}

/* A cell of so many constants that making it ready would take too long. */
static void
test_long (void)
{
  g_autoptr (FeelNames) names = feel_names_new ();
  g_autoptr (GString) text = g_string_new ("0");
  g_autoptr (FeelNode) cell = NULL;
  DmnColumn column;

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (text, ",%u", i);
  cell = feel_parse_unary_tests (text->str, names, NULL);
  g_assert_nonnull (cell);

  dmn_column_init (&column, &cell, 1);
  g_assert_true (column.any_interpreted);
  dmn_column_clear (&column);
}

static gpointer
decide_in_thread (gpointer data)
{
  g_autoptr (DmnValue) value = dmn_value_new_integer (1);
  g_autoptr (FeelScope) scope = feel_scope_bind (NULL, "x", value);

  return tell (dmn_table_evaluate, data, scope);
}

/* Threads that come to a new table at once share what the first makes. */
static void
test_threads (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DmnModel) model = make_table (1, 100);
      DmnTable *table = dmn_model_get_table (model, 0);
      GThread *threads[4];
      g_autofree char *expected = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("decide", decide_in_thread, table);
      expected = decide_in_thread (table);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        {
          g_autofree char *told = g_thread_join (threads[j]);

          g_assert_cmpstr (told, ==, expected);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/each", test_each);
  g_test_add_func ("/table/random", test_random);
  g_test_add_func ("/table/compiles", test_compiles);
  g_test_add_func ("/table/large", test_large);
  g_test_add_func ("/table/long", test_long);
  g_test_add_func ("/table/threads", test_threads);

  return g_test_run ();
}
