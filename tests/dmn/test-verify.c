/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying tables: what is found in tables that were made for it, and where
 * tables and their types are found.
 */

#include "config.h"

#include "verify.h"

static void
append_boxes (GString    *text,
              const char *name,
              GPtrArray  *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const DmnBox *box = boxes->pdata[i];

      g_string_append (text, name);
      if (box->rows[0] > 0)
        g_string_append_printf (text, " %u+%u", box->rows[0], box->rows[1]);
      for (guint j = 0; j < box->sides->len; j++)
        g_string_append_printf (text, " {%s: %s}", g_array_index (box->sides, DmnBoxSide, j).input,
                                g_array_index (box->sides, DmnBoxSide, j).range);
      g_string_append_c (text, '\n');
    }
}

static char *
describe (const DmnVerification *verification)
{
  GString *text = g_string_new (NULL);

  if (verification->obstacle != NULL)
    g_string_append_printf (text, "not verified: %s\n", verification->obstacle);
  append_boxes (text, "gap", verification->gaps);
  append_boxes (text, "conflict", verification->conflicts);
  append_boxes (text, "overlap", verification->overlaps);
  for (guint i = 0; i < verification->shadows->len; i++)
    {
      const DmnShadow *shadow = &g_array_index (verification->shadows, DmnShadow, i);

      g_string_append_printf (text, "shadow %u", shadow->row);
      if (shadow->barrier != NULL)
        g_string_append_printf (text, " {%s}", shadow->barrier);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *policy;    /* and what else stands in the tag */
  const char *inputs[4];
  const char *rows[7];
  const char *expected;  /* one finding a line */
} TableCase;

static const TableCase tables[] = {
  /* Gaps, and near misses: bounds that are open and closed, points. */
  { UNIQUE, { "x number" }, { "< 5 | 1", ">= 5 | 2" }, "" },
  { UNIQUE, { "x number" }, { "< 5 | 1", "> 5 | 2" }, "gap {x: 5}\n" },
  { UNIQUE, { "x number" }, { "<= 5 | 1", "> 5 | 2" }, "" },
  { UNIQUE, { "x number" }, { "[1..2] | 1", "(2..3) | 2", "]3..4[ | 3" },
    "gap {x: < 1}\ngap {x: 3}\ngap {x: >= 4}\n" },
  { UNIQUE, { "x number" }, { "< 1.5 | 1", ">= 2.25 | 2" }, "gap {x: [1.5..2.25)}\n" },
  { UNIQUE, { "x number" }, { "1,2 | 1", "< 1 | 2", "> 2 | 2" }, "gap {x: (1..2)}\n" },
  { UNIQUE, { "x number" }, { "!= 3 | 1" }, "gap {x: 3}\n" },
  { UNIQUE, { "x number" }, { "not(3, > 7) | 1" }, "gap {x: 3}\ngap {x: > 7}\n" },
  { UNIQUE, { "x number" }, { "[1, 2] | 1", "not(1, 2) | 1" }, "" },
  { UNIQUE, { "x number" }, { "< -2 | 1", "> -2 | 1" }, "gap {x: -2}\n" },
  /* Whole numbers, where the type says so. */
  { UNIQUE, { "x integer" }, { "<= 5 | 1", ">= 6 | 2" }, "" },
  { UNIQUE, { "x integer" }, { "<= 5 | 1", ">= 7 | 2" }, "gap {x: (5..7)}\n" },
  { UNIQUE, { "x number" }, { "<= 5 | 1", ">= 6 | 2" }, "gap {x: (5..6)}\n" },
  /* Two inputs; boxes are as large as they get. */
  { UNIQUE, { "x number", "y boolean" }, { "< 5 | true | 1", ">= 5 | - | 2" }, "gap {x: < 5} {y: false}\n" },
  { UNIQUE, { "x number", "y number" }, { "< 5 | < 5 | 1", ">= 5 | >= 5 | 2" },
    "gap {x: < 5} {y: >= 5}\ngap {x: >= 5} {y: < 5}\n" },
  { UNIQUE, { "x number", "y number" }, { "[1..2] | [1..2] | 1" },
    "gap {x: < 1}\ngap {x: [1..2]} {y: < 1}\ngap {x: [1..2]} {y: > 2}\ngap {x: > 2}\n" },
  /* Boxes that rows divided are joined again. */
  { UNIQUE, { "x number", "y number" }, { "[0..5) | < 3 | 1", "[5..9) | < 3 | 1" },
    "gap {x: < 0}\ngap {x: [0..9)} {y: >= 3}\ngap {x: >= 9}\n" },
  { UNIQUE, { "x number", "y number" }, { "[0..5) | < 3 | 1", "[5..9) | < 4 | 1" },
    "gap {x: < 0}\ngap {x: [0..5)} {y: >= 3}\ngap {x: [5..9)} {y: >= 4}\ngap {x: >= 9}\n" },
  { UNIQUE, { "s string \"a\",\"b\",\"c\"", "y number" }, { "\"a\" | < 3 | 1", "\"b\" | - | 1", "\"c\" | < 3 | 1" },
    "gap {s: \"a\", \"c\"} {y: >= 3}\n" },
  { UNIQUE, { "x number", "y number" }, { "[0..5) | [0..3) | 1", "[5..9) | [0..3) | 1" },
    "gap {x: < 0}\ngap {x: [0..9)} {y: < 0}\ngap {x: [0..9)} {y: >= 3}\ngap {x: >= 9}\n" },
  /* Texts: with allowed values and without. */
  { UNIQUE, { "s string \"a\",\"b\"" }, { "\"a\" | 1", "\"b\" | 2" }, "" },
  { UNIQUE, { "s string \"a\",\"b\",\"c\"" }, { "\"a\" | 1" }, "gap {s: \"b\", \"c\"}\n" },
  { UNIQUE, { "s string" }, { "\"a\",\"b\" | 1" }, "gap {s: not(\"a\", \"b\")}\n" },
  { UNIQUE, { "s string" }, { "\"a\" | 1", "not(\"a\") | 2" }, "" },
  { UNIQUE, { "s string" }, { "not(\"a\") | 2" }, "gap {s: \"a\"}\n" },
  { UNIQUE, { "s string" }, { "< \"b\" | 1", "\"c\" | 2" }, "gap {s: [\"b\"..\"c\"), > \"c\"}\n" },
  /* Booleans, days, durations. */
  { UNIQUE, { "b boolean" }, { "true | 1" }, "gap {b: false}\n" },
  { UNIQUE, { "b boolean" }, { "true | 1", "not(true) | 1" }, "" },
  { UNIQUE, { "b boolean" }, { "true | 1", "!= true | 1" }, "" },
  { UNIQUE, { "d date" }, { "<= date(\"2026-01-31\") | 1", ">= date(\"2026-02-01\") | 1" }, "" },
  { UNIQUE, { "d date" }, { "<= date(\"2026-01-30\") | 1", ">= @\"2026-02-01\" | 1" },
    "gap {d: (date(\"2026-01-30\")..date(\"2026-02-01\"))}\n" },
  { UNIQUE, { "d date" }, { "< date(\"2026-01-30\") | 1", "> date(\"2026-01-31\") | 1" },
    "gap {d: [date(\"2026-01-30\")..date(\"2026-01-31\")]}\n" },
  { UNIQUE, { "d -" }, { "<= duration(\"P1M\") | 1", ">= duration(\"P2M\") | 1" }, "" },
  { UNIQUE, { "d -" }, { "< duration(\"PT1H\") | 1", "> duration(\"PT1H\") | 1" }, "gap {d: duration(\"PT1H\")}\n" },
  { UNIQUE, { "t time" }, { "[time(\"00:00:00\")..time(\"12:00:00\")) | 1", ">= time(\"12:00:00\") | 1" }, "" },
  { UNIQUE, { "t time" }, { "< time(\"12:00:00\") | 1", "> time(\"12:00:00\") | 1" }, "gap {t: time(\"12:00:00\")}\n" },
  { UNIQUE, { "t time" }, { "<= time(\"23:59:59\") | 1" }, "gap {t: > time(\"23:59:59\")}\n" },
  { UNIQUE, { "t -" }, { "< date and time(\"2026-01-31T12:00:00\") | 1" },
    "gap {t: >= date and time(\"2026-01-31T12:00:00\")}\n" },
  /* Allowed values bound numbers too. */
  { UNIQUE, { "x number [0..10]" }, { "[0..5] | 1", "(5..10] | 1" }, "" },
  { UNIQUE, { "x number >= 0" }, { "> 0 | 1" }, "gap {x: 0}\n" },
  { UNIQUE, { "x number [0..10],[20..30]" }, { "< 5 | 1", "> 25 | 1" }, "gap {x: [5..10], [20..25]}\n" },
  /* Null is no input, unless a cell speaks of it. */
  { UNIQUE, { "x number" }, { "null | 1", "< 5 | 2" }, "gap {x: >= 5}\n" },
  { UNIQUE, { "x number" }, { "not(null) | 1" }, "gap {x: null}\n" },
  { UNIQUE, { "x number" }, { "not(null) | 1", "null | 1" }, "" },
  { UNIQUE, { "x -" }, { "null | 1" }, "gap {x: not(null)}\n" },
  { UNIQUE, { "s string" }, { "null | 1", "\"a\" | 2" }, "gap {s: not(\"a\", null)}\n" },
  { UNIQUE, { "b boolean" }, { "null | 1", "true | 2" }, "gap {b: false}\n" },
  /* No input, no row, one row; empty cells. */
  { UNIQUE, { NULL }, { "1" }, "" },
  { UNIQUE, { NULL }, { NULL }, "gap\n" },
  { UNIQUE, { "x number" }, { NULL }, "gap\n" },
  { UNIQUE, { "x number" }, { "- | 1" }, "" },
  { UNIQUE, { "x number", "y number" }, { " | > 5 | 1" }, "gap {y: <= 5}\n" },
  /* Conflicts: UNIQUE forbids any, ANY those that disagree. */
  { UNIQUE, { "x number" }, { "< 5 | 1", ">= 4 | 1" }, "conflict 1+2 {x: [4..5)}\n" },
  { UNIQUE, { "x number" }, { "<= 5 | 1", ">= 5 | 1" }, "conflict 1+2 {x: 5}\n" },
  { UNIQUE, { "x number" }, { "- | 1", "- | 1" }, "conflict 1+2\n" },
  { ANY, { "x number" }, { "< 5 | 1", "- | 1" }, "" },
  { ANY, { "x number" }, { "< 5 | 1", "- | 1.0" }, "" },
  { ANY, { "x number" }, { "< 5 | 1", "- | 2" }, "conflict 1+2 {x: < 5}\n" },
  { ANY, { "x number" }, { "< 5 | x * 2", "- | x * 2" }, "" },
  { ANY, { "x number" }, { "< 5 | x * 2", "- | x + x" }, "conflict 1+2 {x: < 5}\n" },
  /* Overlaps: where one gives way, and where both are heard. */
  { FIRST, { "x number" }, { "< 5 | 1", "- | 2" }, "overlap 1+2 {x: < 5}\n" },
  { FIRST, { "x number" }, { "< 5 | 1", "- | 1" }, "" },
  { COLLECT, { "x number" }, { "< 5 | 1", "< 9 | 2" }, "gap {x: >= 9}\noverlap 1+2 {x: < 5}\n" },
  { "RULE ORDER\"", { "x number" }, { "< 5 | 1", "- | 2" }, "overlap 1+2 {x: < 5}\n" },
  { "OUTPUT ORDER\"", { "x number" }, { "< 5 | 1", "- | 2" }, "overlap 1+2 {x: < 5}\n" },
  /* Shadows: of one row, of two together, and not quite. */
  { FIRST, { "x number" }, { "< 9 | 1", "< 5 | 1", "- | 1" }, "shadow 2\n" },
  { FIRST, { "x number" }, { "< 5 | 1", ">= 5 | 1", "- | 1" }, "shadow 3\n" },
  { FIRST, { "x number" }, { "< 5 | 1", "> 5 | 1", "- | 1" }, "" },
  { FIRST, { "x number" }, { "< 5 | 1", "< 9 | 1", "- | 1" }, "" },
  { PRIORITY, { "x number" }, { "< 5 | 2", "- | 1" }, "overlap 1+2 {x: < 5}\nshadow 1\n" },
  { PRIORITY, { "x number" }, { "< 5 | 1", "- | 2" }, "overlap 1+2 {x: < 5}\n" },
  { PRIORITY, { "x number" }, { "- | 1", "< 5 | 1" }, "shadow 2\n" },
  { PRIORITY, { "x number" }, { "- | x", "< 5 | 1" }, "overlap 1+2 {x: < 5}\n" },
  { UNIQUE, { "x number" }, { "- | 1", "< 5 | 1" }, "conflict 1+2 {x: < 5}\n" },
  { COLLECT, { "x number" }, { "- | 1", "< 5 | 1" }, "" },
  /* Cells that nothing passes. */
  { UNIQUE, { "x number" }, { "[10..5] | 1", "- | 1" }, "shadow 1 {x}\n" },
  { UNIQUE, { "x number" }, { "(5..5) | 1", "- | 1" }, "shadow 1 {x}\n" },
  { UNIQUE, { "x number [0..10]" }, { "> 10 | 1", "- | 1" }, "shadow 1 {x}\n" },
  { UNIQUE, { "s string \"a\",\"b\"" }, { "\"c\" | 1", "- | 1" }, "shadow 1 {s}\n" },
  { UNIQUE, { "x number" }, { "\"text\" | 1", "- | 1" }, "shadow 1 {x}\n" },
  { UNIQUE, { "x number" }, { "not(\"text\") | 1", "- | 1" }, "shadow 1 {x}\n" },
  /* An input that stands twice is one. */
  { UNIQUE, { "x number", "x number" }, { ">= 5 | < 9 | 1", "< 5 | - | 1" }, "gap {x: >= 9}\n" },
  { UNIQUE, { "x number", "x number" }, { ">= 5 | < 5 | 1", "- | - | 1" }, "shadow 1 {x}\n" },
  /* What cannot be verified. */
  { UNIQUE, { "x number", "y number" }, { "< y | - | 1" }, "not verified: row 1, “x”: “< y” is not made of constants alone\n" },
  { UNIQUE, { "x number" }, { "- | 1", "? > 5 | 1" }, "not verified: row 2, “x”: “? > 5” is not made of constants alone\n" },
  { UNIQUE, { "x number" }, { "1 + 2 | 1" }, "not verified: row 1, “x”: “1 + 2” is not made of constants alone\n" },
  { UNIQUE, { "x -" }, { "1 | 1", "\"a\" | 1" },
    "not verified: “x” has cells of several kinds, and no type says which it is\n" },
  { UNIQUE, { "t time" }, { "< time(\"10:00:00Z\") | 1" },
    "not verified: “t” has times in a zone, which have no order among all times\n" },
  { UNIQUE, { "x list" }, { "1 | 1" }, "not verified: “x” is made of parts, and only single values are verified\n" },
  { UNIQUE, { "x list" }, { "- | 1" }, "" },
};

static void
test_table (gconstpointer data)
{
  const TableCase *row = data;
  g_autoptr (GPtrArray) verifications = verify_table (row->policy, row->inputs, RANKED, row->rows);
  g_autofree char *found = NULL;

  g_assert_cmpuint (verifications->len, ==, 1);
  found = describe (verifications->pdata[0]);
  g_assert_cmpstr (found, ==, row->expected);
}

/* Tables in models: where their inputs' types are found, and where they are
 * found themselves. The answer of every table, one after the other. */

typedef struct
{
  const char *content;
  const char *expected;
} ModelCase;

#define ENUMERATION "<itemDefinition name=\"tStage\"><typeRef>string</typeRef>" \
  "<allowedValues><text>\"early\",\"late\"</text></allowedValues></itemDefinition>"
#define INPUT(expression) "<input><inputExpression><text>" expression "</text></inputExpression></input>"
#define ROW(test) "<rule><inputEntry><text>" test "</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"
#define TABLE(input, rows) "<decisionTable>" input "<output/>" rows "</decisionTable>"

static const ModelCase models[] = {
  /* The input data says what is allowed, or the decision that is required. */
  { ENUMERATION "<inputData name=\"stage\" id=\"_s\"><variable name=\"stage\" typeRef=\"tStage\"/></inputData>"
    "<decision name=\"d\"><informationRequirement><requiredInput href=\"#_s\"/></informationRequirement>"
    TABLE (INPUT ("stage"), ROW ("\"early\"")) "</decision>", "gap {stage: \"late\"}\n" },
  { ENUMERATION "<decision name=\"stage\"><variable name=\"stage\" typeRef=\"tStage\"/>"
    "<literalExpression><text>\"late\"</text></literalExpression></decision>"
    "<decision name=\"d\">" TABLE (INPUT ("stage"), ROW ("\"early\"")) "</decision>", "gap {stage: \"late\"}\n" },
  /* Part of a structure; a type on top of another, both with allowed values. */
  { ENUMERATION "<itemDefinition name=\"tClient\"><itemComponent name=\"stage\"><typeRef>tStage</typeRef></itemComponent></itemDefinition>"
    "<inputData name=\"client\"><variable name=\"client\" typeRef=\"tClient\"/></inputData>"
    "<decision name=\"d\">" TABLE (INPUT ("client.stage"), ROW ("\"early\"")) "</decision>",
    "gap {client.stage: \"late\"}\n" },
  { "<itemDefinition name=\"tCount\"><typeRef>number</typeRef><allowedValues><text>&gt;= 0</text></allowedValues></itemDefinition>"
    "<itemDefinition name=\"tFew\"><typeRef>tCount</typeRef><allowedValues><text>&lt; 9</text></allowedValues></itemDefinition>"
    "<inputData name=\"n\"><variable name=\"n\" typeRef=\"tFew\"/></inputData>"
    "<decision name=\"d\">" TABLE (INPUT ("n"), ROW ("[1..5]")) "</decision>", "gap {n: [0..1)}\ngap {n: (5..9)}\n" },
  /* A list is no single value. */
  { "<itemDefinition name=\"tList\" isCollection=\"true\"><typeRef>string</typeRef></itemDefinition>"
    "<inputData name=\"l\"><variable name=\"l\" typeRef=\"tList\"/></inputData>"
    "<decision name=\"d\">" TABLE (INPUT ("l"), ROW ("\"a\"")) "</decision>",
    "not verified: “l” is made of parts, and only single values are verified\n" },
  /* Knowledge, with the type of a parameter; tables deep inside. */
  { ENUMERATION "<businessKnowledgeModel name=\"k\"><encapsulatedLogic><formalParameter name=\"p\" typeRef=\"tStage\"/>"
    TABLE (INPUT ("p"), ROW ("\"late\"")) "</encapsulatedLogic></businessKnowledgeModel>"
    "<decision name=\"d\"><context><contextEntry><variable name=\"a\"/>" TABLE (INPUT ("x"), ROW ("&lt; 1"))
    "</contextEntry><contextEntry>" TABLE (INPUT ("a"), ROW ("1") ROW ("!= 1")) "</contextEntry></context></decision>",
    "gap {p: \"early\"}\n" "gap {x: >= 1}\n" },
  /* An expression that nothing is declared of; decisions that are no table. */
  { "<decision name=\"d\">" TABLE (INPUT ("count(l) + 1"), ROW ("&gt; 3")) "</decision>"
    "<decision name=\"e\"><literalExpression><text>1</text></literalExpression></decision>",
    "gap {count(l) + 1: <= 3}\n" },
  /* As the Camunda Modeler writes it. */
  { "<decision id=\"Decision_1\" name=\"Dish\"><decisionTable id=\"DecisionTable_1\">"
    "<input id=\"Input_1\" label=\"Season\"><inputExpression id=\"InputExpression_1\" typeRef=\"string\"><text>season</text></inputExpression></input>"
    "<input id=\"Input_2\" label=\"Guests\"><inputExpression id=\"InputExpression_2\" typeRef=\"integer\"><text>guests</text></inputExpression></input>"
    "<output id=\"Output_1\" label=\"Dish\" name=\"dish\" typeRef=\"string\"/>"
    "<rule id=\"Rule_1\"><inputEntry id=\"a\"><text>\"Winter\"</text></inputEntry><inputEntry id=\"b\"><text>&lt;= 8</text></inputEntry>"
    "<outputEntry id=\"c\"><text>\"Roastbeef\"</text></outputEntry></rule>"
    "<rule id=\"Rule_2\"><inputEntry id=\"d\"><text>\"Winter\"</text></inputEntry><inputEntry id=\"e\"><text>[9..20]</text></inputEntry>"
    "<outputEntry id=\"f\"><text>\"Stew\"</text></outputEntry></rule>"
    "<rule id=\"Rule_3\"><inputEntry id=\"g\"><text>not(\"Winter\")</text></inputEntry><inputEntry id=\"h\"><text></text></inputEntry>"
    "<outputEntry id=\"i\"><text>\"Salad\"</text></outputEntry></rule></decisionTable></decision>",
    "gap {season: \"Winter\"} {guests: > 20}\n" },
};

static void
test_model (gconstpointer data)
{
  const ModelCase *row = data;
  g_autoptr (DmnModel) model = read_model (row->content);
  g_autoptr (GPtrArray) verifications = dmn_verify_model (model);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_cmpuint (verifications->len, >, 0);
  for (guint i = 0; i < verifications->len; i++)
    {
      g_autofree char *one = describe (verifications->pdata[i]);

      g_string_append (found, one);
    }
  g_assert_cmpstr (found->str, ==, row->expected);
}

/* A table of more rows and values than one word has bits. */
static void
test_long (void)
{
  g_auto (GStrv) rows = g_new0 (char *, 151);
  const char *inputs[] = { "x number", "s string", NULL };
  g_autoptr (GPtrArray) verifications = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 150; i++)
    if (i == 77)
      rows[i] = g_strdup ("[77..78) | \"s77\" | 1");
    else if (i == 149)
      rows[i] = g_strdup ("not([0..149)) | - | 1");
    else
      rows[i] = g_strdup_printf ("[%u..%u) | - | 1", i, i + 1);
  verifications = verify_table (UNIQUE, inputs, RANKED, (const char *const *) rows);
  found = describe (verifications->pdata[0]);
  g_assert_cmpstr (found, ==, "gap {x: [77..78)} {s: not(\"s77\")}\n");
}

/* Which of three hundred clauses leave a choice that breaks none of them is
 * hard to tell; that it is, is said in time. */
static void
test_limits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_auto (GStrv) rows = g_new0 (char *, 301);
  g_auto (GStrv) inputs = g_new0 (char *, 67);
  g_autoptr (GPtrArray) verifications = NULL;
  const DmnVerification *verification;

  for (guint i = 0; i < 66; i++)
    inputs[i] = g_strdup_printf ("x%u boolean", i);
  for (guint i = 0; i < 300; i++)
    {
      const char *cells[66];
      g_autoptr (GString) row = g_string_new (NULL);

      for (guint j = 0; j < 66; j++)
        cells[j] = "-";
      for (guint j = 0; j < 3; j++)
        cells[g_rand_int_range (rand, 0, 66)] = g_rand_boolean (rand) ? "true" : "false";
      for (guint j = 0; j < 66; j++)
        g_string_append_printf (row, "%s | ", cells[j]);
      rows[i] = g_strdup_printf ("%s%u", row->str, i);
    }

  verifications = verify_table (FIRST, (const char *const *) inputs, RANKED, (const char *const *) rows);
  verification = verifications->pdata[0];
  g_assert_cmpint (verification->limits & DMN_LIMIT_PAIRS, ==, DMN_LIMIT_PAIRS);
  g_assert_cmpint (verification->limits & DMN_LIMIT_SHADOWS, ==, DMN_LIMIT_SHADOWS);
  g_assert_cmpuint (verification->overlaps->len, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dmn/verify/table/%u", i + 1);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dmn/verify/model/%u", i + 1);

      g_test_add_data_func (path, &models[i], test_model);
    }
  g_test_add_func ("/dmn/verify/long", test_long);
  g_test_add_func ("/dmn/verify/limits", test_limits);

  return g_test_run ();
}
