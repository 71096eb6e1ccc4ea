/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL: expressions and the values that they come to, cells and what passes.
 */

#include "config.h"

#include "dmn/feel-evaluate.h"
#include "dmn/feel-parser.h"

typedef struct
{
  const char *expression;
  const char *expected; /* as FEEL writes it; "null" where it comes to nothing */
} Expression;

static const Expression expressions[] = {
  /* Numbers: 34 digits, unary minus tighter than powers, powers from the left. */
  { "1 + 2 * 3", "7" },
  { "-3 ** 2", "9" },
  { "2 ** 3 ** 2", "64" },
  { "10 - 4 - 3", "3" },
  { "0.1 + 0.2", "0.3" },
  { "1 / 3", "0.3333333333333333333333333333333333" },
  { "1 / 0", "null" },
  { "0 ** -1", "null" },
  { "12345678901234567890 * 10", "123456789012345678900" },
  { "9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000" },
  { ".5 + 1.50", "2" },
  { "1e3", "1000" },
  { "- - 2", "2" },
  { "\"a\" + \"b\"", "ab" },
  { "\"a\" + 1", "null" },
  { "null + 1", "null" },

  /* Comparison and three-valued logic. */
  { "1 = 1.0", "true" },
  { "1 = \"1\"", "null" },
  { "null = null", "true" },
  { "1 != null", "true" },
  { "1 < \"a\"", "null" },
  { "true and null", "null" },
  { "false and null", "false" },
  { "true or null", "true" },
  { "false or null", "null" },
  { "1 and true", "null" },
  { "5 between 1 and 5", "true" },
  { "6 between 1 and 5", "false" },
  { "5 in [1..5)", "false" },
  { "5 in ]1..5]", "true" },
  { "(< 5)", "(..5)" },
  { "(<= 5).end included", "true" },
  { "(> 5).start", "5" },
  { "(>= 5).end", "null" },
  { "[4, 5, 6][item in (>= 5)]", "[5, 6]" },
  { "(= 5).start included", "true" },
  { "(< 5) = (< 5)", "true" },
  { "(< 5) = (<= 5)", "false" },
  { "(< null)", "null" },
  { "1 in ]1..5[", "false" },
  { "3 in (1, 2, 3)", "true" },
  { "3 in > 2", "true" },
  { "3 in (< 2, > 5)", "false" },
  { "not(true)", "false" },
  { "not(1)", "null" },
  { "[1, 2] = [1, 2]", "true" },
  { "{a: 1, b: 2} = {b: 2, a: 1}", "true" },

  /* Structures. */
  { "if 1 > 0 then \"yes\" else \"no\"", "yes" },
  { "if null then 1 else 2", "2" },
  { "for i in 1..3 return i * i", "[1, 4, 9]" },
  { "for i in 3..1 return i", "[3, 2, 1]" },
  { "for i in [1, 2], j in [3, 4] return i * j", "[3, 4, 6, 8]" },
  { "for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]" },
  { "for i in @\"2026-02-27\"..@\"2026-03-01\" return i.day", "[27, 28, 1]" },
  { "for i in @\"2026-01-02\"..@\"2026-01-01\" return i.day", "[2, 1]" },
  { "for i in [1..3] return i", "[1, 2, 3]" },
  { "for i in (1..3] return i", "null" },
  { "for i in [\"a\"..\"c\"] return i", "null" },
  { "for i in 1..@\"2026-01-01\" return i", "null" },
  { "some i in [1, 2] satisfies i > 1", "true" },
  { "every i in [1, 2] satisfies i > 1", "false" },
  { "every i in [] satisfies false", "true" },
  { "some i in [1, 2] satisfies if i = 2 then true else \"no\"", "null" },
  { "some i in [1, 2] satisfies if i = 2 then true else null", "true" },
  { "every i in [1, 2] satisfies 5", "null" },
  { "[1, 2][if item = 1 then true else \"no\"]", "null" },
  { "[1, 2][if item = 1 then true else null]", "[1]" },
  { "[1, 2, 3][item > 1]", "[2, 3]" },
  { "[1, 2, 3][2]", "2" },
  { "[1, 2, 3][-1]", "3" },
  { "[1, 2, 3][0]", "null" },
  { "[1, 2, 3][4]", "null" },
  { "[{a: 1}, {a: 2}][a = 2].a", "[2]" },
  { "{a: 1, b: a + 1}.b", "2" },
  { "{first name: \"Ada\"}.first name", "Ada" },
  { "{a: 1, a: 2}", "null" },
  { "{\"\": 1}", "{: 1}" },
  { "{: 1}", NULL },
  { "@\"2026-02-30\" = null", "true" },
  { "(function(x, y) x + y)(1, 2)", "3" },
  { "{f: function(n) n * 2, r: f(4)}.r", "8" },
  { "(function(x) x)(1, 2)", "null" },
  { "1 instance of number", "true" },
  { "[1] instance of list<number>", "true" },
  { "[1, \"a\"] instance of list<number>", "false" },
  { "[[1]] instance of list<list<number>>", "true" },
  { "{a: 1} instance of context<a: number>", "true" },
  { "{a: \"1\"} instance of context<a: number>", "false" },
  { "{b: 1} instance of context<a: number>", "false" },
  { "{a: {b: 1}} instance of context<a: context<b: string>>", "false" },
  { "[1..2] instance of range<number>", "true" },
  { "[1..2] instance of range<string>", "false" },
  { "duration(\"P1D\") instance of days and time duration", "true" },
  { "(function(n) n) instance of function<number>->number", "true" },
  { "null instance of number", "false" },
  { "1 instance of tUnknown", "false" },
  { "(function(n: number) n)(1)", "1" },
  { "(function(n: number) n)(\"1\")", "null" },
  { "(function(n: list<number>, m) m)([1], \"1\")", "1" },
  { "\"a\" instance of number", "false" },
  { "nothing of the kind", NULL },

  /* Built-in functions. */
  { "count([1, 2, 3])", "3" },
  { "count(1, 2)", "2" },
  { "min(3, 1, 2)", "1" },
  { "max([\"a\", \"b\"])", "b" },
  { "min([1, \"a\"])", "null" },
  { "sum([0.1, 0.2])", "0.3" },
  { "sum([])", "null" },
  { "mean([1, 2, 3, 4])", "2.5" },
  { "median([8, 2, 5, 3])", "4" },
  { "mode([6, 3, 9, 6, 6])", "[6]" },
  { "stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931" },
  { "all([true, null])", "null" },
  { "all(list: [true, true])", "true" },
  { "any(list: [false])", "false" },
  { "any([false, true])", "true" },
  { "list contains([\"cdp\"], \"cdp\")", "true" },
  { "list contains([1], 2)", "false" },
  { "index of([1, 2, 1], 1)", "[1, 3]" },
  { "distinct values([1, 2, 1])", "[1, 2]" },
  { "union([1, 2], [2, 3])", "[1, 2, 3]" },
  { "flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]" },
  { "sublist([4, 5, 6], 2)", "[5, 6]" },
  { "sublist([4, 5, 6], -2, 1)", "[5]" },
  { "insert before([1, 3], 2, 2)", "[1, 2, 3]" },
  { "remove([1, 2, 3], -1)", "[1, 2]" },
  { "reverse([1, 2])", "[2, 1]" },
  { "append([1], 2, 3)", "[1, 2, 3]" },
  { "sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]" },
  { "list replace(null, 1, 4)", "null" },
  { "string join([null, \"a\"])", "a" },
  { "string join(null)", "null" },
  { "upper case([\"a\"])", "A" },
  { "upper case([\"a\", \"b\"])", "null" },
  { "number(5)", "5" },
  { "number(5, \",\", \".\")", "null" },
  { "2 in range(\"[1..3]\")", "true" },
  { "range(\"(1..3]\") = (1..3]", "true" },
  { "range(\"[-3..-1]\").start", "-3" },
  { "range(\"[date(\\\"2026-01-01\\\")..@\\\"2026-01-31\\\"]\").end.day", "31" },
  { "range(\"[3..1]\")", "null" },
  { "range(\"[1..]\")", "null" },
  { "range(\"[1..string(3)]\")", "null" },
  { "range(\"5\")", "null" },
  { "range(5)", "null" },
  { "overlaps after((1..5], [1..5])", "true" },
  { "overlaps after([1..5], [1..5))", "false" },
  { "5 in [1..null]", "null" },
  { "is(@\"10:00:00Z\", @\"10:00:00Z\")", "true" },
  { "is(@\"10:00:00Z\", @\"11:00:00+01:00\")", "false" },
  { "is(@\"2026-01-01T10:00:00@Etc/UTC\", @\"2026-01-01T10:00:00Z\")", "false" },
  { "is(value1: 1)", "false" },
  { "@\"2026-12-31T24:00:00\"", "2027-01-01T00:00:00" },
  { "@\"2026-12-31T24:00:01\"", "null" },
  { "@\"24:00:00\"", "null" },
  { "@\"2026-01-02\" - @\"2026-01-01T00:00:00Z\" = duration(\"P1D\")", "true" },
  { "@\"2026-01-02\" - @\"2026-01-01T00:00:00\"", "null" },
  { "decimal(1 / 3, 2)", "0.33" },
  { "decimal(2.5, 0)", "2" },
  { "floor(-1.5)", "-2" },
  { "ceiling(-1.5)", "-1" },
  { "round up(5.5, 0)", "6" },
  { "round half up(-2.5, 0)", "-3" },
  { "modulo(-12, 5)", "3" },
  { "modulo(12, -5)", "-3" },
  { "sqrt(16)", "4" },
  { "sqrt(-1)", "null" },
  { "even(0)", "true" },
  { "odd(5)", "true" },
  { "substring(\"foobar\", 3)", "obar" },
  { "substring(\"foobar\", -2, 1)", "a" },
  { "substring(\"\\U01F40Eab\", 2)", "ab" },
  { "string length(\"\\uD83D\\uDC0E\")", "1" },
  { "upper case(\"aBc4\")", "ABC4" },
  { "substring before(\"foobar\", \"bar\")", "foo" },
  { "substring after(\"foobar\", \"ob\")", "ar" },
  { "replace(\"abracadabra\", \"bra\", \"*\")", "a*cada*" },
  { "replace(\"foobar\", \"^(o*)(bar)$\", \"$2\")", "foobar" },
  { "matches(\"foobar\", \"^fo*b\")", "true" },
  { "matches(\"a\", \"[\")", "null" },
  { "split(\"a;b;;c\", \";\")", "[\"a\", \"b\", \"\", \"c\"]" },
  { "string join([\"a\", null, \"c\"], \" and \")", "a and c" },
  { "number(\"1 000,5\", \" \", \",\")", "1000.5" },
  { "string(1.50)", "1.5" },
  { "string(null)", "null" },
  { "substring(start position: 2, string: \"abc\")", "bc" },
  { "substring(wrong: 2, string: \"abc\")", "null" },
  { "get value({a: 1}, \"a\")", "1" },
  { "get entries({a: 1})[1].key", "a" },
  { "context([{key: \"a\", value: 1}])", "{a: 1}" },
  { "context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}" },
  { "context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}" },
  { "before([1..5), 5)", "true" },
  { "meets([1..5], [5..10])", "true" },
  { "overlaps([1..5], [3..8])", "true" },
  { "overlaps before([1..5], [3..8])", "true" },
  { "includes([1..10], 5)", "true" },
  { "during(5, [1..10])", "true" },
  { "coincides([1..5], [1..5])", "true" },

  /* Dates, times, durations. */
  { "date(\"2026-02-29\")", "null" },
  { "date(2024, 2, 29)", "2024-02-29" },
  { "date(\"2026-01-31\") + duration(\"P1M\")", "2026-02-28" },
  { "date(\"2026-03-01\") - date(\"2026-02-01\")", "P28D" },
  { "date(\"2026-01-31\").weekday", "6" },
  { "time(\"23:59:00\") + duration(\"PT2M\")", "00:01:00" },
  { "time(\"10:00:00Z\") = time(\"12:00:00+02:00\")", "true" },
  { "time(\"10:00:00\") = time(\"10:00:00Z\")", "false" },
  { "date and time(\"2026-01-31T10:00:00\").hour", "10" },
  { "date and time(\"2026-07-01T12:00:00@Europe/Paris\") = date and time(\"2026-07-01T10:00:00Z\")", "true" },
  { "duration(\"P1Y2M\").months", "2" },
  { "duration(\"P1Y\") > duration(\"P11M\")", "true" },
  { "duration(\"P1D\") > duration(\"P1M\")", "null" },
  { "duration(\"P2DT20H14M\")", "P2DT20H14M" },
  { "duration(\"P1Y2D\")", "null" },
  { "duration(\"P1D\") / 2", "PT12H" },
  { "-duration(\"P1D\")", "-P1D" },
  { "duration(\"P1Y\") / duration(\"P6M\")", "2" },
  { "@\"2026-01-31\"", "2026-01-31" },
  { "years and months duration(date(\"2011-12-22\"), date(\"2013-08-24\"))", "P1Y8M" },
  { "day of year(date(\"2019-09-17\"))", "260" },
  { "day of week(date(\"2019-09-17\"))", "Tuesday" },
  { "week of year(date(\"2005-01-01\"))", "53" },

  /* Names with blanks and signs, comments. */
  { "Pre-bureau risk", "8" },
  { "Rate - Rates", "-1" },
  { "Rate // no more", "3" },
  { "Rate /* nothing */ + 1", "4" },
};

typedef struct
{
  const char *cell;
  const char *input;
  DmnTruth    expected;
} Cell;

static const Cell cells[] = {
  { "", "1", DMN_TRUTH_TRUE },
  { "-", "null", DMN_TRUTH_TRUE },
  { "5", "5", DMN_TRUTH_TRUE },
  { "5", "4", DMN_TRUTH_FALSE },
  { "-5", "-5", DMN_TRUTH_TRUE },
  { "< 5", "4.99", DMN_TRUTH_TRUE },
  { "< 5", "5", DMN_TRUTH_FALSE },
  { "<= 5", "5", DMN_TRUTH_TRUE },
  { "> 5", "5", DMN_TRUTH_FALSE },
  { ">= 5", "5", DMN_TRUTH_TRUE },
  { "< 5", "\"a\"", DMN_TRUTH_NULL },
  { "< 5", "null", DMN_TRUTH_NULL },
  { "[1..5]", "5", DMN_TRUTH_TRUE },
  { "]1..5[", "5", DMN_TRUTH_FALSE },
  { "(1..5)", "1", DMN_TRUTH_FALSE },
  { "[1..5)", "1", DMN_TRUTH_TRUE },
  { "1, 2, [5..7]", "6", DMN_TRUTH_TRUE },
  { "1, 2, [5..7]", "3", DMN_TRUTH_FALSE },
  { "\"a\",\"b\"", "\"b\"", DMN_TRUTH_TRUE },
  { "not(\"a\",\"b\")", "\"b\"", DMN_TRUTH_FALSE },
  { "not(\"a\",\"b\")", "\"c\"", DMN_TRUTH_TRUE },
  { "not([1..5])", "6", DMN_TRUTH_TRUE },
  { "not(< 5)", "6", DMN_TRUTH_TRUE },
  { "true", "true", DMN_TRUTH_TRUE },
  { "false", "true", DMN_TRUTH_FALSE },
  { "null", "null", DMN_TRUTH_TRUE },
  { "null", "1", DMN_TRUTH_FALSE },
  { "not(null)", "1", DMN_TRUTH_TRUE },
  { "[0..999], null", "null", DMN_TRUTH_TRUE },
  { "? > 5", "6", DMN_TRUTH_TRUE },
  { "list contains(?, \"cdp\")", "[\"cdp\", \"map\"]", DMN_TRUTH_TRUE },
  { "list contains(?, \"cdp\")", "[\"map\"]", DMN_TRUTH_FALSE },
  { "Rate", "3", DMN_TRUTH_TRUE },
  { "< Rate", "2", DMN_TRUTH_TRUE },
  { "Rate + 1", "4", DMN_TRUTH_TRUE },
  { "< date(\"2026-02-01\")", "date(\"2026-01-31\")", DMN_TRUTH_TRUE },
  { "[date(\"2026-01-01\")..date(\"2026-01-31\")]", "date(\"2026-01-31\")", DMN_TRUTH_TRUE },
  { "[1, 2, 3]", "2", DMN_TRUTH_TRUE },
  { "duration(\"P1Y2M\")", "duration(\"P14M\")", DMN_TRUTH_TRUE },
};

static FeelNames *
new_names (void)
{
  FeelNames *names = feel_names_new ();

  feel_names_add (names, "Pre-bureau risk");
  feel_names_add (names, "Rate");
  feel_names_add (names, "Rates");

  return names;
}

static FeelScope *
new_scope (void)
{
  g_autoptr (DmnValue) eight = dmn_value_new_integer (8);
  g_autoptr (DmnValue) three = dmn_value_new_integer (3);
  g_autoptr (DmnValue) four = dmn_value_new_integer (4);
  FeelScope *scope = NULL;

  feel_scope_extend (&scope, "Pre-bureau risk", eight);
  feel_scope_extend (&scope, "Rate", three);
  feel_scope_extend (&scope, "Rates", four);

  return scope;
}

static DmnValue *
evaluate (const char *text)
{
  g_autoptr (FeelNames) names = new_names ();
  g_autoptr (FeelScope) scope = new_scope ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FeelNode) node = feel_parse_expression (text, names, &error);
  DmnValue *value;
  FeelRun run;

  if (node == NULL)
    return NULL;

  feel_run_init (&run);
  value = feel_evaluate (&run, node, scope);
  /* What comes to null without saying so has said why. */
  g_assert_true (!dmn_value_is_null (value) || run.reasons != NULL);
  feel_run_clear (&run);

  return value;
}

static void
test_expression (gconstpointer data)
{
  const Expression *row = data;
  g_autoptr (DmnValue) value = evaluate (row->expression);
  g_autofree char *text = NULL;

  if (row->expected == NULL)
    {
      g_assert_null (value);
      return;
    }

  g_assert_nonnull (value);
  text = dmn_value_to_string (value);
  g_assert_cmpstr (text, ==, row->expected);
}

static void
test_cell (gconstpointer data)
{
  const Cell *row = data;
  g_autoptr (FeelNames) names = new_names ();
  g_autoptr (FeelScope) scope = new_scope ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FeelNode) tests = feel_parse_unary_tests (row->cell, names, &error);
  g_autoptr (DmnValue) input = evaluate (row->input);
  FeelRun run;

  g_assert_no_error (error);
  feel_run_init (&run);
  g_assert_cmpint (feel_test (&run, tests, input, scope), ==, row->expected);
  feel_run_clear (&run);
}

static void
test_refusals (void)
{
  static const char *const texts[] = {
    "", "1 +", "(1", "[1", "[1..", "{a 1}", "\"a", "1 2", "if 1 then 2", "for in [1] return 1",
    "f(a: 1, 2)", "1 instance of", "1 instance of list<", "1 instance of context<a>", "function(a:) 1", "(< )", "(< 1", "\"\\uD800\"", "1 = = 2", "#", "\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FeelNames) names = new_names ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FeelNode) node = feel_parse_expression (texts[i], names, &error);

      g_assert_null (node);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }
}

static char *
repeat (const char *text,
        guint       times)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (string, text);

  return g_string_free (string, FALSE);
}

static void
test_hostile (void)
{
  static const char *const openings[] = { "(", "(<", "[", "-", "{a:", "if ", "f(", "not(" };
  g_autoptr (DmnValue) endless = NULL, wide = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *text = repeat (openings[i], 100000);

      g_assert_null (evaluate (text));
    }

  /* Neither endless recursion nor endless rounds. */
  endless = evaluate ("{f: function(g) g(g), r: f(f)}.r");
  g_assert_true (dmn_value_is_null (endless));
  wide = evaluate ("for a in 1..100000, b in 1..100000 return 1");
  g_assert_true (dmn_value_is_null (wide));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/feel/expression/%03u", i);

      g_test_add_data_func (path, &expressions[i], test_expression);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strdup_printf ("/feel/cell/%03u", i);

      g_test_add_data_func (path, &cells[i], test_cell);
    }
  g_test_add_func ("/feel/refusals", test_refusals);
  g_test_add_func ("/feel/hostile", test_hostile);

  return g_test_run ();
}
