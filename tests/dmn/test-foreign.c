/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Models as other editors write them, and tables that they leave half filled.
 */

#include "config.h"

#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-json.h"

/* As Camunda Modeler writes it: extensions of its own, inputs that nobody
 * declared, a required decision that is named by its id. */
#define CAMUNDA(model, extra)                                                                                \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                             \
  "<definitions xmlns=\"" model "\" xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\""                     \
  " xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\" xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\"" \
  " id=\"definitions_1\" name=\"DRD\" namespace=\"http://camunda.org/schema/1.0/dmn\" exporter=\"Camunda Modeler\""  \
  " exporterVersion=\"5.50.0\" modeler:executionPlatform=\"Camunda Cloud\">\n"                               \
  "  <decision id=\"season_id\" name=\"What season\">\n" extra                                               \
  "    <decisionTable id=\"t1\" hitPolicy=\"UNIQUE\" biodi:annotationsWidth=\"400\">\n"                      \
  "      <input id=\"i1\" label=\"Month\" biodi:width=\"192\" camunda:inputVariable=\"m\">"                  \
  "<inputExpression id=\"e1\" typeRef=\"integer\"><text>month of launch</text></inputExpression></input>\n"  \
  "      <output id=\"o1\" label=\"Season\" name=\"season\" typeRef=\"string\" biodi:width=\"192\"/>\n"      \
  "      <rule id=\"r1\"><inputEntry id=\"c1\"><text>[4..9]</text></inputEntry>"                             \
  "<outputEntry id=\"c2\"><text>\"summer\"</text></outputEntry></rule>\n"                                    \
  "      <rule id=\"r2\"><inputEntry id=\"c3\"><text>not([4..9])</text></inputEntry>"                        \
  "<outputEntry id=\"c4\"><text>\"winter\"</text></outputEntry></rule>\n"                                    \
  "    </decisionTable>\n  </decision>\n"                                                                    \
  "  <decision id=\"dish\" name=\"Dish\"><variable id=\"v\" name=\"dish\" typeRef=\"string\"/>\n"            \
  "    <informationRequirement id=\"q\"><requiredDecision href=\"#season_id\"/></informationRequirement>\n"  \
  "    <decisionTable id=\"t2\" hitPolicy=\"FIRST\">"                                                        \
  "<input id=\"i2\"><inputExpression id=\"e2\" typeRef=\"string\"><text>season_id</text></inputExpression></input>" \
  "<input id=\"i3\"><inputExpression id=\"e3\" typeRef=\"double\"><text>guests</text></inputExpression></input>" \
  "<output id=\"o2\" name=\"dish\" typeRef=\"string\"/>"                                                     \
  "<rule id=\"r3\"><inputEntry id=\"c5\"><text>\"summer\",\"autumn\"</text></inputEntry><inputEntry id=\"c6\"><text/></inputEntry>" \
  "<outputEntry id=\"c7\"><text>\"salad\"</text></outputEntry></rule>"                                       \
  "<rule id=\"r4\"><inputEntry id=\"c8\"><text>-</text></inputEntry><inputEntry id=\"c9\"><text>&gt; 8</text></inputEntry>" \
  "<outputEntry id=\"c10\"><text>\"stew for \" + string(guests)</text></outputEntry></rule>"                 \
  "</decisionTable>\n  </decision>\n</definitions>\n"

#define OLD "http://www.omg.org/spec/DMN/20151101/dmn.xsd"
#define MIDDLE "http://www.omg.org/spec/DMN/20180521/MODEL/"
#define CURRENT "https://www.omg.org/spec/DMN/20191111/MODEL/"
#define BOUNDS "<extensionElements><biodi:bounds x=\"157\" y=\"81\" width=\"180\" height=\"80\"/></extensionElements>\n"

/* One decision `d`, a table of it. */
#define TABLE(attributes, content)                                                                           \
  "<definitions xmlns=\"" CURRENT "\" name=\"m\" namespace=\"n\"><decision name=\"d\"><decisionTable " attributes ">" \
  content "</decisionTable></decision></definitions>"
#define IN(text, type) "<input><inputExpression typeRef=\"" type "\"><text>" text "</text></inputExpression></input>"
#define OUT(name, type) "<output name=\"" name "\" typeRef=\"" type "\"/>"
#define BEST(name, values, standard)                                                                         \
  "<output name=\"" name "\"><outputValues><text>" values "</text></outputValues>"                           \
  "<defaultOutputEntry><text>" standard "</text></defaultOutputEntry></output>"
#define I(text) "<inputEntry><text>" text "</text></inputEntry>"
#define O(text) "<outputEntry><text>" text "</text></outputEntry>"
#define R(cells) "<rule>" cells "</rule>"

typedef struct
{
  const char *model;
  const char *decision;
  const char *inputs;
  const char *expected;
} Case;

#define TYPED(type, cell) TABLE ("hitPolicy=\"FIRST\"", IN ("x", type) OUT ("o", "string") R (I (cell) O ("\"hit\"")) R (I ("-") O ("\"rest\"")))
#define TWO_INPUTS TABLE ("hitPolicy=\"UNIQUE\"", IN ("a", "number") IN ("b", "string") OUT ("o", "number")         \
                          R (I ("&lt; 5") I ("\"x\"") O ("1")) R (I ("&lt; 5") I ("not(\"x\")") O ("2")) R (I ("&gt;= 5") I ("") O ("3")))
#define RANKED(policy) TABLE ("hitPolicy=\"" policy "\"", IN ("x", "number") BEST ("a", "\"hi\",\"lo\"", "\"lo\"") BEST ("b", "3,2,1", "0")  \
                              R (I ("&gt; 0") O ("\"lo\"") O ("3")) R (I ("&gt; 1") O ("\"hi\"") O ("1")) R (I ("&gt; 2") O ("\"hi\"") O ("2")))
#define COLLECTED(aggregation) TABLE ("hitPolicy=\"COLLECT\" " aggregation, IN ("x", "number") OUT ("o", "number")   \
                                      R (I ("&gt; 0") O ("2")) R (I ("&gt; 1") O ("2")) R (I ("&gt; 2") O ("7")))
#define SAME(policy) TABLE ("hitPolicy=\"" policy "\"", IN ("x", "number") OUT ("a", "string") OUT ("b", "number")   \
                            R (I ("&gt; 0") O ("\"p\"") O ("1")) R (I ("&gt; 1") O ("\"p\"") O ("1")) R (I ("&gt; 2") O ("\"p\"") O ("2")))

static const Case cases[] = {
  /* Camunda's, of three versions: a name with blanks, an id as a name. */
  { CAMUNDA (OLD, BOUNDS), "season_id", "{\"month of launch\": 4}", "\"summer\"" },
  { CAMUNDA (OLD, BOUNDS), "dish", "{\"month of launch\": 4}", "\"salad\"" },
  { CAMUNDA (MIDDLE, ""), "Dish", "{\"month of launch\": 3, \"guests\": 9}", "\"stew for 9\"" },
  { CAMUNDA (CURRENT, ""), "What season", "{\"month of launch\": 10}", "\"winter\"" },
  { CAMUNDA (CURRENT, ""), "Dish", "{\"month of launch\": 10, \"guests\": 8}", "null" },
  { CAMUNDA (CURRENT, ""), "Dish", "{\"guests\": 9}", "\"stew for 9\"" },
  { CAMUNDA (CURRENT, ""), "dish", "{\"month of launch\": \"May\", \"guests\": 9}", "\"stew for 9\"" },

  /* Two inputs, an empty cell, an input that is missing. */
  { TWO_INPUTS, "d", "{\"a\": 4, \"b\": \"x\"}", "1" },
  { TWO_INPUTS, "d", "{\"a\": 4, \"b\": \"y\"}", "2" },
  { TWO_INPUTS, "d", "{\"a\": 5}", "3" },
  { TWO_INPUTS, "d", "{\"a\": 4}", "2" },
  { TWO_INPUTS, "d", "{}", "null" },

  /* PRIORITY and OUTPUT ORDER go by the first column, then by the second. */
  { RANKED ("PRIORITY"), "d", "{\"x\": 3}", "{\"a\": \"hi\", \"b\": 2}" },
  { RANKED ("PRIORITY"), "d", "{\"x\": 2}", "{\"a\": \"hi\", \"b\": 1}" },
  { RANKED ("PRIORITY"), "d", "{\"x\": 1}", "{\"a\": \"lo\", \"b\": 3}" },
  { RANKED ("PRIORITY"), "d", "{\"x\": 0}", "{\"a\": \"lo\", \"b\": 0}" },
  { RANKED ("OUTPUT ORDER"), "d", "{\"x\": 3}",
    "[{\"a\": \"hi\", \"b\": 2}, {\"a\": \"hi\", \"b\": 1}, {\"a\": \"lo\", \"b\": 3}]" },
  { RANKED ("RULE ORDER"), "d", "{\"x\": 2}", "[{\"a\": \"lo\", \"b\": 3}, {\"a\": \"hi\", \"b\": 1}]" },
  { RANKED ("FIRST"), "d", "{\"x\": 3}", "{\"a\": \"lo\", \"b\": 3}" },
  { RANKED ("COLLECT"), "d", "{\"x\": 2}", "[{\"a\": \"lo\", \"b\": 3}, {\"a\": \"hi\", \"b\": 1}]" },

  /* Several hits that are equal in all outputs, and in one alone. */
  { SAME ("ANY"), "d", "{\"x\": 2}", "{\"a\": \"p\", \"b\": 1}" },
  { SAME ("ANY"), "d", "{\"x\": 3}", "null" },
  { SAME ("UNIQUE"), "d", "{\"x\": 1}", "{\"a\": \"p\", \"b\": 1}" },
  { SAME ("UNIQUE"), "d", "{\"x\": 2}", "null" },

  /* COLLECT counts, adds and compares what it has, equal hits included. */
  { COLLECTED (""), "d", "{\"x\": 2}", "[2, 2]" },
  { COLLECTED ("aggregation=\"SUM\""), "d", "{\"x\": 3}", "11" },
  { COLLECTED ("aggregation=\"COUNT\""), "d", "{\"x\": 3}", "3" },
  { COLLECTED ("aggregation=\"MIN\""), "d", "{\"x\": 3}", "2" },
  { COLLECTED ("aggregation=\"MAX\""), "d", "{\"x\": 2}", "2" },
  { COLLECTED ("aggregation=\"COUNT\""), "d", "{\"x\": 0}", "0" },
  { COLLECTED ("aggregation=\"MAX\""), "d", "{\"x\": 0}", "null" },

  /* Cells as editors make them, on the boundary and beside it. */
  { TYPED ("number", "]1..5]"), "d", "{\"x\": 1}", "\"rest\"" },
  { TYPED ("number", "]1..5]"), "d", "{\"x\": 5}", "\"hit\"" },
  { TYPED ("number", "[1..5["), "d", "{\"x\": 5}", "\"rest\"" },
  { TYPED ("string", "\"a\",\"b\""), "d", "{\"x\": \"b\"}", "\"hit\"" },
  { TYPED ("string", "not(\"a\",\"b\")"), "d", "{\"x\": \"b\"}", "\"rest\"" },
  { TYPED ("boolean", "false"), "d", "{\"x\": false}", "\"hit\"" },
  { TYPED ("date", "&lt; date(\"2026-01-31\")"), "d", "{\"x\": \"2026-01-30\"}", "\"hit\"" },
  { TYPED ("date", "[date(\"2026-01-01\")..date(\"2026-01-31\")]"), "d", "{\"x\": \"2026-02-01\"}", "\"rest\"" },
  { TYPED ("dateTime", "&gt; date and time(\"2026-01-31T12:00:00\")"), "d", "{\"x\": \"2026-01-31T12:00:01\"}", "\"hit\"" },
  { TYPED ("time", "&gt;= time(\"12:00:00\")"), "d", "{\"x\": \"11:59:59\"}", "\"rest\"" },
  { TYPED ("yearMonthDuration", "duration(\"P1Y2M\")"), "d", "{\"x\": \"P14M\"}", "\"hit\"" },
  { TYPED ("dayTimeDuration", "&lt;= duration(\"P1D\")"), "d", "{\"x\": \"PT25H\"}", "\"rest\"" },

  /* Wrong types match no cell that asks for anything. */
  { TYPED ("number", "&lt; 5"), "d", "{\"x\": \"4\"}", "\"rest\"" },
  { TYPED ("number", "&lt; 5"), "d", "{\"x\": true}", "\"rest\"" },
  { TYPED ("number", "&lt; 5"), "d", "{\"x\": {\"n\": 4}}", "\"rest\"" },
  { TYPED ("string", "\"4\""), "d", "{\"x\": 4}", "\"rest\"" },
  { TYPED ("boolean", "true"), "d", "{\"x\": \"true\"}", "\"rest\"" },
  { TYPED ("date", "&lt; date(\"2026-01-31\")"), "d", "{\"x\": \"tomorrow\"}", "\"rest\"" },
  { TYPED ("date", "&lt; date(\"2026-01-31\")"), "d", "{\"x\": 5}", "\"rest\"" },
  { TYPED ("number", "-"), "d", "{\"x\": \"anything\"}", "\"hit\"" },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->model, strlen (row->model));
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_new (bytes, "m.dmn", &error);
  g_autoptr (DmnValue) inputs = dmn_value_from_json (row->inputs, &error);
  g_autoptr (DmnEvaluation) evaluation = NULL;
  g_autofree char *answer = NULL;
  guint decision;

  g_assert_no_error (error);
  g_assert_true (dmn_model_find_decision (model, row->decision, &decision));
  evaluation = dmn_evaluation_new (model, inputs);
  answer = dmn_value_to_json (dmn_evaluation_get (evaluation, decision));
  g_assert_cmpstr (answer, ==, row->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/foreign/%02u", i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
