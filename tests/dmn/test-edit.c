/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing a model's texts and writing it back: what is touched, what survives
 * and what is refused.
 */

#include "config.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>

#include "dmn/dmn-edit.h"
#include "dmn/dmn-error.h"
#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-json.h"

#define MODEL_1_3 "https://www.omg.org/spec/DMN/20191111/MODEL/"

/* As an editor with extensions of its own writes it: comments, an instruction,
 * a section, characters by number, a picture. */
#define SOURCE(model, di, feel)                                                                           \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                          \
  "<!-- kept -->\n"                                                                                       \
  "<dmn:definitions xmlns:dmn=\"" model "\" xmlns:dmndi=\"" di "\" xmlns:feel=\"" feel "\"\n"             \
  "    xmlns:dc=\"http://www.omg.org/spec/DMN/20180521/DC/\" xmlns:own=\"urn:own\" expressionLanguage=\"" feel "\"\n" \
  "    id=\"_m\" name=\"m\" namespace=\"n\" own:version=\"1&#10;2\">\n"                                   \
  "  <?own instruction?>\n"                                                                               \
  "  <dmn:extensionElements><own:thing xmlns:other=\"urn:other\" other:a='\"'>some <b>mixed</b> text</own:thing></dmn:extensionElements>\n" \
  "  <dmn:decision id=\"_d\" name=\"d\">\n"                                                               \
  "    <dmn:decisionTable id=\"_t\" hitPolicy=\"FIRST\" own:width=\"5\">\n"                               \
  "      <dmn:input id=\"_i\" own:width=\"192\"><dmn:inputExpression><dmn:text>x</dmn:text></dmn:inputExpression></dmn:input>\n" \
  "      <dmn:output id=\"_o\"/>\n"                                                                       \
  "      <dmn:annotation name=\"by\"/>\n"                                                                 \
  "      <dmn:rule id=\"_r1\"><dmn:description>few &#x263A;</dmn:description>\n"                          \
  "        <dmn:inputEntry id=\"_c1\"><!-- why --><dmn:text><![CDATA[< 50]]></dmn:text></dmn:inputEntry>\n" \
  "        <dmn:outputEntry><dmn:text>\"few\"</dmn:text></dmn:outputEntry>\n"                             \
  "        <dmn:annotationEntry><dmn:text>Ada</dmn:text></dmn:annotationEntry>\n"                         \
  "      </dmn:rule>\n"                                                                                   \
  "      <dmn:rule id=\"rule_1\">\n"                                                                      \
  "        <dmn:inputEntry own:seen=\"yes\"><dmn:text>&gt;= 50</dmn:text></dmn:inputEntry>\n"             \
  "        <dmn:outputEntry><dmn:text>\"many\"</dmn:text></dmn:outputEntry>\n"                            \
  "        <dmn:annotationEntry><dmn:text>Ben</dmn:text></dmn:annotationEntry>\n"                         \
  "      </dmn:rule>\n"                                                                                   \
  "    </dmn:decisionTable>\n"                                                                            \
  "  </dmn:decision>\n"                                                                                   \
  "  <dmn:decision name=\"e\"><dmn:literalExpression><dmn:text>1 + 1</dmn:text></dmn:literalExpression></dmn:decision>\n" \
  "  <dmndi:DMNDI><dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef=\"_d\"><dc:Bounds height=\"80\" width=\"180\" x=\"160\" y=\"100\"/>" \
  "</dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI>\n"                                                  \
  "</dmn:definitions>\n"                                                                                  \
  "<!-- kept, too -->\n"

#define SOURCE_1_3 SOURCE (MODEL_1_3, "https://www.omg.org/spec/DMN/20191111/DMNDI/", "https://www.omg.org/spec/DMN/20191111/FEEL/")

static DmnModel *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dmn_model_new (bytes, "m.dmn", error);
}

static DmnModel *
read_source (const char *text)
{
  g_autoptr (GError) error = NULL;
  DmnModel *model = read_text (text, &error);

  g_assert_no_error (error);

  return model;
}

static char *
write_text (DmnModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dmn_model_to_bytes (model, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Two files with the same canonical form say the same in all that XML is. */
static char *
canonical (const char *text)
{
  xmlDoc *document = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);
  xmlChar *canonical_text = NULL;
  char *copy;

  g_assert_nonnull (document);
  g_assert_cmpint (xmlC14NDocDumpMemory (document, NULL, XML_C14N_1_0, NULL, 1, &canonical_text), >, 0);
  copy = g_strdup ((const char *) canonical_text);
  xmlFree (canonical_text);
  xmlFreeDoc (document);

  return copy;
}

static void
assert_same (const char *text,
             const char *expected)
{
  g_autofree char *is = canonical (text);
  g_autofree char *should_be = canonical (expected);

  g_assert_cmpstr (is, ==, should_be);
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, old, new, 0), >, 0);

  return g_strdup (string->str);
}

static char *
decide (DmnModel   *model,
        const char *inputs,
        const char *decision)
{
  g_autoptr (DmnValue) values = dmn_value_from_json (inputs, NULL);
  g_autoptr (DmnEvaluation) evaluation = dmn_evaluation_new (model, values);
  guint number;

  g_assert_true (dmn_model_find_decision (model, decision, &number));

  return dmn_value_to_json (dmn_evaluation_get (evaluation, number));
}

/* One edit, and what it makes of the file: a part and what stands there. */
typedef struct
{
  DmnEdit     edit;
  const char *old;
  const char *new;
} TextCase;

static const TextCase texts[] = {
  { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, ">= 60" }, "&gt;= 50", "&gt;= 60" },
  { { DMN_EDIT_SET_INPUT, "_d", 0, 0, 0, "< 60" }, "<![CDATA[< 50]]>", "&lt; 60" },
  { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, "" }, "<dmn:text>&gt;= 50</dmn:text>", "<dmn:text/>" },
  { { DMN_EDIT_SET_INPUT, "d", 0, 0, 0, "< 50" }, "<![CDATA[< 50]]>", "<![CDATA[< 50]]>" },
  { { DMN_EDIT_SET_OUTPUT, "d", 0, 0, 0, "\"]]>&\t<b/>\"" }, "\"few\"", "\"]]&gt;&amp;\t&lt;b/&gt;\"" },
  { { DMN_EDIT_SET_OUTPUT, "d", 1, 0, 0, "\"z\xc3\xa4h\"" }, "\"many\"", "\"zäh\"" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 0, 0, 0, "rather\nfew" }, "few &#x263A;", "rather\nfew" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 0, 0, 0, "" }, "<dmn:description>few &#x263A;</dmn:description>", "" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 1, 0, 0, "all" }, "\"rule_1\">\n",
    "\"rule_1\">\n        <dmn:description>all</dmn:description>\n" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 1, 0, 0, "" }, "Ben", "Ben" },
  { { DMN_EDIT_SET_EXPRESSION, "e", 0, 0, 0, "1 < 2" }, "1 + 1", "1 &lt; 2" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_source (SOURCE_1_3);
  g_autoptr (DmnModel) edited = dmn_model_edit (model, &row->edit, 1, &error);
  g_autofree char *written = NULL, *untouched = NULL, *expected = replace (SOURCE_1_3, row->old, row->new);

  g_assert_no_error (error);
  written = write_text (edited);
  assert_same (written, expected);

  /* The model that was edited is as it was. */
  untouched = write_text (model);
  assert_same (untouched, SOURCE_1_3);
}

/* Rows in and out, by what they decide and what is left of the file. */
static const struct
{
  DmnEdit     edits[3];
  guint       n_edits;
  const char *x;
  const char *answer;
} rows[] = {
  { { { DMN_EDIT_REMOVE_RULE, "d", 0 } }, 1, "1", "null" },
  { { { DMN_EDIT_REMOVE_RULE, "d", 1 } }, 1, "1", "\"few\"" },
  { { { DMN_EDIT_REMOVE_RULE, "d", 0 }, { DMN_EDIT_REMOVE_RULE, "d", 0 } }, 2, "1", "null" },
  { { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, "-" }, { DMN_EDIT_MOVE_RULE, "d", 1, 0, 0 } }, 2, "1", "\"many\"" },
  { { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, "-" }, { DMN_EDIT_MOVE_RULE, "d", 0, 0, 1 } }, 2, "1", "\"many\"" },
  { { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, "-" }, { DMN_EDIT_MOVE_RULE, "d", 0, 0, 0 } }, 2, "1", "\"few\"" },
  { { { DMN_EDIT_ADD_RULE, "d", .to = 0 }, { DMN_EDIT_SET_OUTPUT, "d", 0, 0, 0, "\"new\"" } }, 2, "1", "\"new\"" },
  { { { DMN_EDIT_ADD_RULE, "d", .to = 2 }, { DMN_EDIT_SET_OUTPUT, "d", 2, 0, 0, "\"new\"" } }, 2, "1", "\"few\"" },
  { { { DMN_EDIT_ADD_RULE, "d", .to = 2 }, { DMN_EDIT_SET_OUTPUT, "d", 2, 0, 0, "\"new\"" },
      { DMN_EDIT_REMOVE_RULE, "d", 0 } }, 3, "1", "\"new\"" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = read_source (SOURCE_1_3);
      g_autoptr (DmnModel) edited = dmn_model_edit (model, rows[i].edits, rows[i].n_edits, &error);
      g_autoptr (DmnModel) again = NULL;
      g_autofree char *inputs = g_strdup_printf ("{\"x\": %s}", rows[i].x);
      g_autofree char *answer = NULL, *written = NULL;

      g_assert_no_error (error);
      written = write_text (edited);
      again = read_source (written);
      answer = decide (again, inputs, "d");
      g_assert_cmpstr (answer, ==, rows[i].answer);
    }
}

/* Out and in again is the same file, white space included. */
static void
test_back_and_forth (void)
{
  static const DmnEdit edits[] = {
    { DMN_EDIT_ADD_RULE, "d", .to = 1 },
    { DMN_EDIT_MOVE_RULE, "d", 2, 0, 0 },
    { DMN_EDIT_MOVE_RULE, "d", 0, 0, 2 },
    { DMN_EDIT_REMOVE_RULE, "d", 1 },
    { DMN_EDIT_MOVE_RULE, "d", 0, 0, 1 },
    { DMN_EDIT_MOVE_RULE, "d", 1, 0, 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_source (SOURCE_1_3);
  g_autoptr (DmnModel) edited = dmn_model_edit (model, edits, G_N_ELEMENTS (edits), &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = write_text (edited);
  assert_same (written, SOURCE_1_3);
}

/* A new row has a cell for each column, and ids that nothing else has. */
static void
test_new_row (void)
{
  static const DmnEdit edits[] = { { DMN_EDIT_ADD_RULE, "d", .to = 1 }, { DMN_EDIT_ADD_RULE, "d", .to = 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_source (SOURCE_1_3);
  g_autoptr (DmnModel) edited = dmn_model_edit (model, edits, G_N_ELEMENTS (edits), &error);
  g_autofree char *written = NULL, *expected = NULL, *once = NULL;

#define NEW_ROW(id)                                                                                             \
  "\n      <dmn:rule id=\"" id "\"><dmn:inputEntry id=\"" id "_inputEntry_1\"><dmn:text/></dmn:inputEntry>"     \
  "<dmn:outputEntry id=\"" id "_outputEntry_1\"><dmn:text/></dmn:outputEntry>"                                  \
  "<dmn:annotationEntry><dmn:text/></dmn:annotationEntry></dmn:rule>"

  g_assert_no_error (error);
  written = write_text (edited);
  once = replace (SOURCE_1_3, "\n      <dmn:rule id=\"rule_1\">", NEW_ROW ("rule_2") "\n      <dmn:rule id=\"rule_1\">");
  expected = replace (once, "\n      <dmn:rule id=\"_r1\">", NEW_ROW ("rule_3") "\n      <dmn:rule id=\"_r1\">");
  assert_same (written, expected);
}

static const struct
{
  DmnEdit     edit;
  DmnError    code;
  const char *message;
} refusals[] = {
  { { DMN_EDIT_SET_INPUT, "nobody", 0, 0, 0, "1" }, DMN_ERROR_INPUT, "m.dmn has no decision “nobody”" },
  { { DMN_EDIT_SET_INPUT, "d", 2, 0, 0, "1" }, DMN_ERROR_INPUT, "“d”: there is no row 3; the table has 2" },
  { { DMN_EDIT_SET_INPUT, "d", 0, 1, 0, "1" }, DMN_ERROR_INPUT, "“d”: there is no input 2; the table has 1" },
  { { DMN_EDIT_SET_OUTPUT, "d", 0, 1, 0, "1" }, DMN_ERROR_INPUT, "there is no output 2" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 2, 0, 0, "1" }, DMN_ERROR_INPUT, "there is no row 3" },
  { { DMN_EDIT_SET_INPUT, "e", 0, 0, 0, "1" }, DMN_ERROR_INPUT, "“e” is no <decisionTable>" },
  { { DMN_EDIT_SET_EXPRESSION, "d", 0, 0, 0, "1" }, DMN_ERROR_INPUT, "“d” is no <literalExpression>" },
  { { DMN_EDIT_REMOVE_RULE, "d", 2 }, DMN_ERROR_INPUT, "there is no row 3" },
  { { DMN_EDIT_ADD_RULE, "d", .to = 3 }, DMN_ERROR_INPUT, "a rule cannot become row 4; the table has 2" },
  { { DMN_EDIT_MOVE_RULE, "d", 0, 0, 2 }, DMN_ERROR_INPUT, "a rule cannot become row 3" },
  { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, "< " }, DMN_ERROR_MODEL, "“d”: row 2, input 1: the text ends" },
  { { DMN_EDIT_SET_OUTPUT, "d", 1, 0, 0, "1 +" }, DMN_ERROR_MODEL, "“d”: row 2, output 1: the text ends" },
  { { DMN_EDIT_SET_EXPRESSION, "e", 0, 0, 0, "(" }, DMN_ERROR_MODEL, "“e”: expression: the text ends" },
  { { DMN_EDIT_SET_INPUT, "d", 1, 0, 0, "\"a\x01\"" }, DMN_ERROR_XML, "“d”, row 2, column 1: byte 3 of the text" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 0, 0, 0, "\xff" }, DMN_ERROR_XML, "byte 1 of the text" },
  { { DMN_EDIT_SET_DESCRIPTION, "d", 0, 0, 0, "a\xef\xbf\xbf" }, DMN_ERROR_XML, "byte 2 of the text" },
};

static void
test_refusals (void)
{
  g_autoptr (DmnModel) model = read_source (SOURCE_1_3);
  g_autofree char *written = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const DmnEdit edits[] = { { DMN_EDIT_SET_INPUT, "d", 0, 0, 0, "< 60" }, refusals[i].edit };
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) edited = dmn_model_edit (model, edits, G_N_ELEMENTS (edits), &error);

      g_assert_null (edited);
      g_assert_error (error, DMN_ERROR, (int) refusals[i].code);
      if (strstr (error->message, refusals[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, refusals[i].message);
    }

  written = write_text (model);
  assert_same (written, SOURCE_1_3);
}

/* Older and later files become what 1.3 would have said. */
static void
test_versions (void)
{
  static const char *const sources[] = {
    SOURCE ("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/FEEL/20140401"),
    SOURCE ("http://www.omg.org/spec/DMN/20180521/MODEL/", "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/FEEL/"),
    SOURCE_1_3,
    SOURCE ("https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/"),
    SOURCE ("https://www.omg.org/spec/DMN/20230324/MODEL/", "https://www.omg.org/spec/DMN/20230324/DMNDI/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (DmnModel) model = read_source (sources[i]);
      g_autofree char *written = write_text (model);

      assert_same (written, SOURCE_1_3);
    }
}

/* What 1.1 spells in another way. */
static void
test_spelling (void)
{
  static const char source[] =
    "<definitions xmlns=\"http://www.omg.org/spec/DMN/20151101/dmn.xsd\" xmlns:f=\"http://www.omg.org/spec/FEEL/20140401\""
    " xmlns:t=\"urn:n\" name=\"m\" namespace=\"n\">"
    "<itemDefinition name=\"tAge\"><typeRef>f:number</typeRef></itemDefinition>"
    "<inputData name=\"x\"><variable name=\"x\" typeRef=\"t:tAge\"/></inputData>"
    "<businessKnowledgeModel name=\"k\">\n<encapsulatedLogic><formalParameter name=\"n\" typeRef=\"f:string\"/>"
    "<literalExpression><text>n</text></literalExpression></encapsulatedLogic>\n<variable name=\"k\"/></businessKnowledgeModel>"
    "</definitions>";
  static const char expected[] =
    "<definitions xmlns=\"" MODEL_1_3 "\" xmlns:f=\"https://www.omg.org/spec/DMN/20191111/FEEL/\""
    " xmlns:t=\"urn:n\" name=\"m\" namespace=\"n\">"
    "<itemDefinition name=\"tAge\"><typeRef>number</typeRef></itemDefinition>"
    "<inputData name=\"x\"><variable name=\"x\" typeRef=\"t:tAge\"/></inputData>"
    "<businessKnowledgeModel name=\"k\">\n<variable name=\"k\"/>\n<encapsulatedLogic><formalParameter name=\"n\" typeRef=\"string\"/>"
    "<literalExpression><text>n</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>"
    "</definitions>";
  g_autoptr (DmnModel) model = read_source (source);
  g_autofree char *written = write_text (model);

  assert_same (written, expected);
}

static void
test_unwritable (void)
{
  static const struct
  {
    const char *source;
    const char *message;
  } sources[] = {
    { "<definitions xmlns=\"https://www.omg.org/spec/DMN/20211108/MODEL/\" name=\"m\" namespace=\"n\">\n<decision name=\"d\"><conditional>"
      "<if><literalExpression><text>true</text></literalExpression></if><then><literalExpression><text>1</text></literalExpression></then>"
      "<else><literalExpression><text>2</text></literalExpression></else></conditional></decision></definitions>",
      "m.dmn:2: “conditional” is of a later version than DMN 1.3" },
    { "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" namespace=\"n\">"
      "<itemDefinition name=\"t\"><typeRef>number</typeRef><typeConstraint><text>&gt; 1</text></typeConstraint></itemDefinition></definitions>",
      "m.dmn:1: “typeConstraint” is of a later version" },
    { "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" namespace=\"n\">"
      "<DMNDI xmlns=\"https://www.omg.org/spec/DMN/20230324/DMNDI/\"><DMNDiagram useAlternativeInputDataShape=\"true\"/></DMNDI></definitions>",
      "m.dmn:1: “useAlternativeInputDataShape” is of a later version" },
    { "<definitions xmlns=\"urn:future\" name=\"m\" namespace=\"n\"/>", "the namespace “urn:future”; DMN 1.1 to 1.5" },
    { "<definitions name=\"m\" namespace=\"n\"/>", "the namespace “”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = read_source (sources[i].source);
      g_autoptr (GBytes) bytes = dmn_model_to_bytes (model, &error);

      g_assert_null (bytes);
      g_assert_error (error, DMN_ERROR, DMN_ERROR_VERSION);
      if (strstr (error->message, sources[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, sources[i].message);
    }
}

/* What could not be read again is not written. */
static void
test_too_large (void)
{
  g_autofree char *text = g_strnfill (16 * 1024 * 1024, 'x');
  const DmnEdit edit = { DMN_EDIT_SET_DESCRIPTION, "d", 0, 0, 0, text };
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = read_source (SOURCE_1_3);
  g_autoptr (DmnModel) edited = dmn_model_edit (model, &edit, 1, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = dmn_model_to_bytes (edited, &error);
  g_assert_null (bytes);
  g_assert_error (error, DMN_ERROR, DMN_ERROR_XML);
}

/* A word of 1.5 that says what 1.3 does anyway. */
static void
test_later_shape (void)
{
  static const char source[] =
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"m\" namespace=\"n\">"
    "<DMNDI xmlns=\"https://www.omg.org/spec/DMN/20230324/DMNDI/\"><DMNDiagram useAlternativeInputDataShape=\"false\"/></DMNDI></definitions>";
  g_autoptr (DmnModel) model = read_source (source);
  g_autofree char *written = write_text (model);

  assert_same (written, "<definitions xmlns=\"" MODEL_1_3 "\" name=\"m\" namespace=\"n\">"
                        "<DMNDI xmlns=\"https://www.omg.org/spec/DMN/20191111/DMNDI/\"><DMNDiagram/></DMNDI></definitions>");
}

/* The shipped model: a threshold moves, and with it the decision. */
static void
test_threshold (void)
{
  static const DmnEdit edits[] = {
    { DMN_EDIT_SET_INPUT, "data_layer", 2, 3, 0, "< 60000" },
    { DMN_EDIT_SET_DESCRIPTION, "data_layer", 2, 0, 0, "Below 60K a bill is too high." },
  };
  static const char inputs[] = "{\"regulated\": false, \"multi_region\": false, \"stage\": \"scaling\", \"mau\": 55000, "
                               "\"only_messaging_channel\": \"email\", \"destinations\": 4, \"engineers\": 1}";
  g_autofree char *path = g_build_filename (g_getenv ("STRATA_DATADIR"), "model", "martech.dmn", NULL);
  g_autofree char *source = NULL, *unchanged = NULL, *written = NULL, *before = NULL, *after = NULL;
  g_autoptr (DmnModel) model = NULL, edited = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  model = read_source (source);
  unchanged = write_text (model);
  g_assert_cmpstr (unchanged, ==, source);

  edited = dmn_model_edit (model, edits, G_N_ELEMENTS (edits), &error);
  g_assert_no_error (error);
  written = write_text (edited);
  again = read_source (written);
  before = decide (model, inputs, "data_layer");
  after = decide (again, inputs, "data_layer");
  g_assert_cmpstr (before, ==, "\"cdp\"");
  g_assert_cmpstr (after, ==, "\"warehouse\"");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/edit/text/%02u", i);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  g_test_add_func ("/edit/rows", test_rows);
  g_test_add_func ("/edit/back-and-forth", test_back_and_forth);
  g_test_add_func ("/edit/new-row", test_new_row);
  g_test_add_func ("/edit/refusals", test_refusals);
  g_test_add_func ("/edit/versions", test_versions);
  g_test_add_func ("/edit/spelling", test_spelling);
  g_test_add_func ("/edit/unwritable", test_unwritable);
  g_test_add_func ("/edit/too-large", test_too_large);
  g_test_add_func ("/edit/later-shape", test_later_shape);
  g_test_add_func ("/edit/threshold", test_threshold);

  return g_test_run ();
}
