/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decision models: hit policies, chains, boxed expressions, services.
 */

#include "config.h"

#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-json.h"

#define DEFINITIONS "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" namespace=\"n\">\n"

static DmnModel *
read_model (const char  *content,
            GError     **error)
{
  g_autofree char *text = g_strconcat (DEFINITIONS, content, "\n</definitions>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dmn_model_new (bytes, "m.dmn", error);
}

/* What a decision comes to, as JSON. */
static char *
decide (DmnModel   *model,
        const char *inputs,
        const char *decision)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnValue) values = dmn_value_from_json (inputs, &error);
  g_autoptr (DmnEvaluation) evaluation = NULL;
  guint number;

  g_assert_no_error (error);
  g_assert_true (dmn_model_find_decision (model, decision, &number));
  evaluation = dmn_evaluation_new (model, values);

  return dmn_value_to_json (dmn_evaluation_get (evaluation, number));
}

/* One input `x`, outputs and rows as XML is tedious to read. */
typedef struct
{
  const char *attributes; /* of the table */
  const char *outputs;    /* elements */
  const char *rows[6];    /* "test | output | output" */
  const char *x;          /* the input */
  const char *expected;   /* as JSON */
} TableCase;

#define ONE "<output/>"
#define RANKED "<output><outputValues><text>\"high\",\"mid\",\"low\"</text></outputValues></output>"
#define DEFAULTED "<output><defaultOutputEntry><text>\"none\"</text></defaultOutputEntry></output>"
#define TWO "<output name=\"a\"><outputValues><text>\"high\",\"low\"</text></outputValues></output>" \
            "<output name=\"b\"><outputValues><text>1,2,3</text></outputValues></output>"

static const TableCase tables[] = {
  /* UNIQUE: one hit, none, two. */
  { "", ONE, { "< 5 | \"a\"", ">= 5 | \"b\"" }, "5", "\"b\"" },
  { "", ONE, { "< 5 | \"a\"" }, "7", "null" },
  { "", ONE, { "< 5 | \"a\"", "< 9 | \"a\"" }, "1", "null" },
  { "", DEFAULTED, { "< 5 | \"a\"" }, "7", "\"none\"" },
  { "", ONE, { "- | \"a\"" }, "null", "\"a\"" },
  { "", ONE, { " | \"a\"" }, "1", "\"a\"" },
  /* ANY: equal hits, unequal ones, none. */
  { "hitPolicy=\"ANY\"", ONE, { "< 5 | \"a\"", "< 9 | \"a\"" }, "1", "\"a\"" },
  { "hitPolicy=\"ANY\"", ONE, { "< 5 | \"a\"", "< 9 | \"b\"" }, "1", "null" },
  { "hitPolicy=\"ANY\"", ONE, { "< 5 | \"a\"" }, "6", "null" },
  /* PRIORITY: by the output's values, then by the second column's. */
  { "hitPolicy=\"PRIORITY\"", RANKED, { "< 9 | \"low\"", "< 9 | \"high\"", "< 9 | \"mid\"" }, "1", "\"high\"" },
  { "hitPolicy=\"PRIORITY\"", RANKED, { "< 5 | \"high\"", "< 9 | \"low\"" }, "7", "\"low\"" },
  { "hitPolicy=\"PRIORITY\"", TWO, { "- | \"low\" | 1", "- | \"high\" | 3", "- | \"high\" | 2" }, "1",
    "{\"a\": \"high\", \"b\": 2}" },
  /* FIRST */
  { "hitPolicy=\"FIRST\"", ONE, { "< 9 | \"a\"", "< 5 | \"b\"" }, "1", "\"a\"" },
  { "hitPolicy=\"FIRST\"", DEFAULTED, { "< 5 | \"b\"" }, "5", "\"none\"" },
  /* RULE ORDER and OUTPUT ORDER */
  { "hitPolicy=\"RULE ORDER\"", RANKED, { "< 9 | \"low\"", "< 9 | \"high\"" }, "1", "[\"low\", \"high\"]" },
  { "hitPolicy=\"RULE ORDER\"", ONE, { "< 9 | 1" }, "9", "[]" },
  { "hitPolicy=\"OUTPUT ORDER\"", RANKED, { "< 9 | \"low\"", "< 9 | \"high\"", "< 9 | \"mid\"" }, "1",
    "[\"high\", \"mid\", \"low\"]" },
  /* COLLECT and its aggregators */
  { "hitPolicy=\"COLLECT\"", ONE, { "< 9 | 1", "< 5 | 2", "> 5 | 4" }, "1", "[1, 2]" },
  { "hitPolicy=\"COLLECT\"", ONE, { "< 9 | 1" }, "10", "[]" },
  { "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", ONE, { "< 9 | 1.5", "< 5 | 2" }, "1", "3.5" },
  { "hitPolicy=\"COLLECT\" aggregation=\"MIN\"", ONE, { "< 9 | 3", "< 5 | 2" }, "1", "2" },
  { "hitPolicy=\"COLLECT\" aggregation=\"MAX\"", ONE, { "< 9 | 3", "< 5 | 2" }, "1", "3" },
  { "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", ONE, { "< 9 | 3", "< 5 | 3" }, "1", "2" },
  { "hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", ONE, { "< 9 | 3" }, "9", "0" },
  { "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", ONE, { "< 9 | 3" }, "9", "null" },
  { "hitPolicy=\"COLLECT\" aggregation=\"SUM\"", ONE, { "< 9 | \"a\"" }, "1", "null" },
  /* Wrong types match nothing. */
  { "hitPolicy=\"FIRST\"", ONE, { "< 5 | \"a\"", "- | \"b\"" }, "\"text\"", "\"b\"" },
  { "hitPolicy=\"FIRST\"", ONE, { "< 5 | \"a\"", "- | \"b\"" }, "null", "\"b\"" },
  { "hitPolicy=\"FIRST\"", ONE, { "true | \"a\"", "- | \"b\"" }, "1", "\"b\"" },
  /* An output is an expression. */
  { "", ONE, { "< 5 | x * 2" }, "4", "8" },
};

static char *
escape (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return g_markup_escape_text (g_strstrip (copy), -1);
}

static char *
build_table (const TableCase *row)
{
  GString *xml = g_string_new ("<decision name=\"d\" id=\"_d\"><decisionTable ");

  g_string_append_printf (xml, "%s><input><inputExpression><text>x</text></inputExpression></input>%s",
                          row->attributes, row->outputs);
  for (guint i = 0; row->rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (row->rows[i], "|", -1);

      g_string_append (xml, "<rule>");
      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_autofree char *cell = escape (cells[j]);

          g_string_append_printf (xml, j == 0 ? "<inputEntry><text>%s</text></inputEntry>"
                                              : "<outputEntry><text>%s</text></outputEntry>", cell);
        }
      g_string_append (xml, "</rule>");
    }
  g_string_append (xml, "</decisionTable></decision>");

  return g_string_free (xml, FALSE);
}

static void
test_table (gconstpointer data)
{
  const TableCase *row = data;
  g_autofree char *xml = build_table (row);
  g_autofree char *inputs = g_strdup_printf ("{\"x\": %s}", row->x);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_model (xml, &error);
  g_autofree char *answer = NULL;

  g_assert_no_error (error);
  answer = decide (model, inputs, "d");
  g_assert_cmpstr (answer, ==, row->expected);
}

#define LITERAL(text) "<literalExpression><text>" text "</text></literalExpression>"

#define PERSON "<itemDefinition name=\"tPerson\"><itemComponent name=\"name\"><typeRef>string</typeRef></itemComponent>" \
               "<itemComponent name=\"age\"><typeRef>number</typeRef></itemComponent></itemDefinition>"

/* n * 10 + other, where a caller says what the other is. */
#define SERVICE(outputs) \
  "<decisionService name=\"sum of\" id=\"_s\">" outputs "<inputDecision href=\"#_p\"/><inputData href=\"#_n\"/></decisionService>" \
  "<inputData name=\"n\" id=\"_n\"><variable name=\"n\" typeRef=\"number\"/></inputData>" \
  "<decision name=\"out\" id=\"_o\"><informationRequirement><requiredInput href=\"#_n\"/></informationRequirement>" \
  "<informationRequirement><requiredDecision href=\"#_p\"/></informationRequirement>" LITERAL ("n * 10 + other") "</decision>" \
  "<decision name=\"other\" id=\"_p\">" LITERAL ("2") "</decision>"
#define CALLING(text) "<decision name=\"d\"><knowledgeRequirement><requiredKnowledge href=\"#_s\"/></knowledgeRequirement>" LITERAL (text)

typedef struct
{
  const char *content;
  const char *inputs;
  const char *expected;
} ModelCase;

static const ModelCase models[] = {
  /* A chain, by name and by id; an input that nobody declared. */
  { "<decision name=\"base rate\" id=\"_b\">" LITERAL ("x + 1") "</decision>"
    "<decision name=\"d\"><informationRequirement><requiredDecision href=\"#_b\"/></informationRequirement>"
    LITERAL ("base rate * _b") "</decision>", "{\"x\": 2}", "9" },
  /* A missing input is null. */
  { "<inputData name=\"x\" id=\"_x\"/><decision name=\"d\">" LITERAL ("x = null") "</decision>", "{}", "true" },
  /* Texts become what the model says that they are. */
  { "<inputData name=\"x\"><variable name=\"x\" typeRef=\"date\"/></inputData>"
    "<decision name=\"d\">" LITERAL ("x + duration(\"P1D\")") "</decision>", "{\"x\": \"2026-01-31\"}", "\"2026-02-01\"" },
  { "<inputData name=\"x\"><variable name=\"x\" typeRef=\"number\"/></inputData>"
    "<decision name=\"d\">" LITERAL ("x") "</decision>", "{\"x\": \"text\"}", "null" },
  /* Allowed values, of a collection and in a structure. */
  { "<itemDefinition name=\"tColour\"><typeRef>string</typeRef><allowedValues><text>\"red\",\"blue\"</text></allowedValues></itemDefinition>"
    "<inputData name=\"x\"><variable name=\"x\" typeRef=\"tColour\"/></inputData>"
    "<decision name=\"d\">" LITERAL ("x") "</decision>", "{\"x\": \"green\"}", "null" },
  { "<itemDefinition name=\"tList\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>"
    "<inputData name=\"x\"><variable name=\"x\" typeRef=\"tList\"/></inputData>"
    "<decision name=\"d\">" LITERAL ("sum(x)") "</decision>", "{\"x\": 5}", "5" },
  /* Knowledge: called from FEEL and by a boxed invocation; it may call itself. */
  { "<businessKnowledgeModel name=\"twice\" id=\"_k\"><encapsulatedLogic><formalParameter name=\"n\" typeRef=\"number\"/>"
    LITERAL ("n * 2") "</encapsulatedLogic></businessKnowledgeModel>"
    "<decision name=\"d\"><knowledgeRequirement><requiredKnowledge href=\"#_k\"/></knowledgeRequirement>"
    "<invocation>" LITERAL ("twice") "<binding><parameter name=\"n\"/>" LITERAL ("x") "</binding></invocation></decision>",
    "{\"x\": 4}", "8" },
  /* Boxed contexts, lists, relations, conditionals. */
  { "<decision name=\"d\"><context><contextEntry><variable name=\"a\"/>" LITERAL ("x + 1") "</contextEntry>"
    "<contextEntry>" LITERAL ("a * 2") "</contextEntry></context></decision>", "{\"x\": 1}", "4" },
  { "<decision name=\"d\"><list>" LITERAL ("x") LITERAL ("2") "</list></decision>", "{\"x\": 1}", "[1, 2]" },
  { "<decision name=\"d\"><relation><column name=\"a\"/><column name=\"b\"/><row>" LITERAL ("1") LITERAL ("2") "</row></relation></decision>",
    "{}", "[{\"a\": 1, \"b\": 2}]" },
  { "<decision name=\"d\"><conditional><if>" LITERAL ("x") "</if><then>" LITERAL ("1") "</then><else>" LITERAL ("2")
    "</else></conditional></decision>", "{\"x\": true}", "1" },
  { "<decision name=\"d\"><conditional><if>" LITERAL ("x") "</if><then>" LITERAL ("1") "</then><else>" LITERAL ("2")
    "</else></conditional></decision>", "{\"x\": null}", "2" },
  { "<decision name=\"d\"><conditional><if>" LITERAL ("x") "</if><then>" LITERAL ("1") "</then><else>" LITERAL ("2")
    "</else></conditional></decision>", "{\"x\": \"yes\"}", "null" },
  /* Boxed iterators, over texts and over boxes; a for sees what it made so far. */
  { "<decision name=\"d\"><for iteratorVariable=\"one more\"><in>" LITERAL ("x") "</in><return>" LITERAL ("one more * 2")
    "</return></for></decision>", "{\"x\": [1, 2]}", "[2, 4]" },
  { "<decision name=\"d\"><for iteratorVariable=\"i\"><in><list>" LITERAL ("1") LITERAL ("x") "</list></in><return><list>" LITERAL ("i")
    LITERAL ("count(partial)") "</list></return></for></decision>", "{\"x\": 5}", "[[1, 0], [5, 1]]" },
  { "<decision name=\"d\"><for iteratorVariable=\"i\"><in>" LITERAL ("x") "</in><return>" LITERAL ("i") "</return></for></decision>", "{}", "null" },
  { "<decision name=\"d\"><some iteratorVariable=\"i\"><in>" LITERAL ("x") "</in><satisfies>" LITERAL ("i &gt; 2")
    "</satisfies></some></decision>", "{\"x\": [1, 3]}", "true" },
  { "<decision name=\"d\"><some iteratorVariable=\"i\"><in>" LITERAL ("x") "</in><satisfies>" LITERAL ("i &gt; 2")
    "</satisfies></some></decision>", "{\"x\": [1, 2]}", "false" },
  { "<decision name=\"d\"><every iteratorVariable=\"i\"><in>" LITERAL ("x") "</in><satisfies>" LITERAL ("i &gt; 2")
    "</satisfies></every></decision>", "{\"x\": [3, 4]}", "true" },
  { "<decision name=\"d\"><every iteratorVariable=\"i\"><in>" LITERAL ("x") "</in><satisfies>" LITERAL ("i &gt; 2")
    "</satisfies></every></decision>", "{\"x\": [3, 2]}", "false" },
  { "<decision name=\"d\"><filter><in>" LITERAL ("x") "</in><match>" LITERAL ("item &gt; 2") "</match></filter></decision>",
    "{\"x\": [1, 3, 4]}", "[3, 4]" },
  { "<decision name=\"d\"><filter><in>" LITERAL ("x") "</in><match><conditional><if>" LITERAL ("a = 1") "</if><then>" LITERAL ("true")
    "</then><else>" LITERAL ("false") "</else></conditional></match></filter></decision>",
    "{\"x\": [{\"a\": 1}, {\"a\": 2}]}", "[{\"a\": 1}]" },
  /* A result has every member that its type says; inputs may leave some out. */
  { PERSON "<decision name=\"d\"><variable name=\"d\" typeRef=\"tPerson\"/>" LITERAL ("{name: \"Ada\", age: 36}") "</decision>",
    "{}", "{\"name\": \"Ada\", \"age\": 36}" },
  { PERSON "<decision name=\"d\"><variable name=\"d\" typeRef=\"tPerson\"/>" LITERAL ("{name: \"Ada\"}") "</decision>", "{}", "null" },
  { PERSON "<inputData name=\"x\"><variable name=\"x\" typeRef=\"tPerson\"/></inputData><decision name=\"d\">" LITERAL ("x.name") "</decision>",
    "{\"x\": {\"name\": \"Ada\"}}", "\"Ada\"" },
  { PERSON "<itemDefinition name=\"tPeople\" isCollection=\"true\"><typeRef>tPerson</typeRef></itemDefinition>"
    "<decision name=\"d\">" LITERAL ("[x instance of tPerson, [x] instance of tPeople, x instance of tPeople, [x] instance of list&lt;tPerson&gt;]")
    "</decision>", "{\"x\": {\"name\": \"Ada\", \"age\": 36}}", "[true, true, false, true]" },
  { PERSON "<decision name=\"d\">" LITERAL ("[x instance of tPerson, null instance of tPerson]") "</decision>",
    "{\"x\": {\"name\": \"Ada\"}}", "[false, false]" },
  /* A box has a type of its own. */
  { "<decision name=\"d\"><literalExpression typeRef=\"number\"><text>[x]</text></literalExpression></decision>", "{\"x\": 5}", "5" },
  { "<decision name=\"d\"><literalExpression typeRef=\"number\"><text>x</text></literalExpression></decision>", "{\"x\": \"5\"}", "null" },
  { "<decision name=\"d\"><list typeRef=\"&lt;Undefined&gt;\">" LITERAL ("x") "</list></decision>", "{\"x\": 5}", "[5]" },
  /* Decision services: input data before decisions, by name, from a box; one
   * answer or several; the caller's own inputs stay outside. */
  { SERVICE ("<outputDecision href=\"#_o\"/>") CALLING ("sum of(5, 6)") "</decision>", "{\"n\": 1}", "56" },
  { SERVICE ("<outputDecision href=\"#_o\"/>") CALLING ("sum of(other: 6, n: 5)") "</decision>", "{\"n\": 1}", "56" },
  { SERVICE ("<outputDecision href=\"#_o\"/>") CALLING ("sum of(5)") "</decision>", "{\"n\": 1}", "null" },
  { SERVICE ("<outputDecision href=\"#_o\"/>") CALLING ("sum of(\"5\", 6)") "</decision>", "{\"n\": 1}", "null" },
  { SERVICE ("<outputDecision href=\"#_o\"/>") CALLING ("[n, other, sum of(5, 6)]") "<informationRequirement>"
    "<requiredDecision href=\"#_p\"/></informationRequirement></decision>", "{\"n\": 1}", "[1, 2, 56]" },
  { SERVICE ("<outputDecision href=\"#_o\"/><outputDecision href=\"#_p\"/>") CALLING ("sum of(5, 6)") "</decision>",
    "{\"n\": 1}", "{\"out\": 56, \"other\": 6}" },
  { SERVICE ("<outputDecision href=\"#_o\"/>") "<decision name=\"d\"><knowledgeRequirement><requiredKnowledge href=\"#_s\"/></knowledgeRequirement>"
    "<invocation>" LITERAL ("sum of") "<binding><parameter name=\"other\"/>" LITERAL ("2") "</binding>"
    "<binding><parameter name=\"n\"/>" LITERAL ("1") "</binding></invocation></decision>", "{}", "12" },
  { SERVICE ("<outputDecision href=\"#_o\"/>") CALLING ("for f in [sum of] return f(1, 2)") "</decision>", "{}", "[12]" },
  /* A function in another language is null; the rest is decided. */
  { "<decision name=\"d\"><context><contextEntry><variable name=\"f\"/><functionDefinition kind=\"Java\"><formalParameter name=\"n\"/>"
    "<context><contextEntry><variable name=\"class\"/>" LITERAL ("\"java.lang.Math\"") "</contextEntry></context></functionDefinition></contextEntry>"
    "<contextEntry>" LITERAL ("[f(x), x]") "</contextEntry></context></decision>", "{\"x\": 1}", "[null, 1]" },
  { "<decision name=\"d\">" LITERAL ("(function(n) external {java: {class: \"Math\", method signature: \"cos(double)\"}})(1)") "</decision>",
    "{}", "null" },
  /* A result of the wrong type is null. */
  { "<decision name=\"d\"><variable name=\"d\" typeRef=\"number\"/>" LITERAL ("\"text\"") "</decision>", "{}", "null" },
  /* 34 digits there and back. */
  { "<decision name=\"d\">" LITERAL ("x") "</decision>", "{\"x\": 1234567890123456789012345678901234}",
    "1234567890123456789012345678901234" },
};

static void
test_content (gconstpointer data)
{
  const ModelCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_model (row->content, &error);
  g_autofree char *answer = NULL;

  g_assert_no_error (error);
  answer = decide (model, row->inputs, "d");
  g_assert_cmpstr (answer, ==, row->expected);
}

/* A service whose decision calls it ends in null, not at the stack's end. */
static void
test_endless_service (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_model ("<decisionService name=\"s\" id=\"_s\"><outputDecision href=\"#_d\"/></decisionService>"
                                           "<decision name=\"d\" id=\"_d\"><knowledgeRequirement><requiredKnowledge href=\"#_s\"/></knowledgeRequirement>"
                                           LITERAL ("s()") "</decision>", &error);
  g_autofree char *answer = NULL;

  g_assert_no_error (error);
  answer = decide (model, "{}", "d");
  g_assert_cmpstr (answer, ==, "null");
}

/* Editors write many namespaces: elements are known by their names. */
static void
test_versions (void)
{
  static const char *const namespaces[] = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      g_autofree char *text = g_strdup_printf ("<dmn:definitions xmlns:dmn=\"%s\" name=\"m\" namespace=\"n\">"
                                               "<dmn:decision name=\"d\"><dmn:literalExpression><dmn:text>1 + 1</dmn:text>"
                                               "</dmn:literalExpression></dmn:decision></dmn:definitions>", namespaces[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = dmn_model_new (bytes, "m.dmn", &error);
      g_autofree char *answer = NULL;

      g_assert_no_error (error);
      answer = decide (model, "{}", "d");
      g_assert_cmpstr (answer, ==, "2");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/table/%02u", i);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/content/%02u", i);

      g_test_add_data_func (path, &models[i], test_content);
    }
  g_test_add_func ("/model/endless-service", test_endless_service);
  g_test_add_func ("/model/versions", test_versions);

  return g_test_run ();
}
