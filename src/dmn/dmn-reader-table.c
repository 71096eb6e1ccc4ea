/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a model: decision tables.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

/* The text of an <inputEntry>, an <outputEntry> or the like; never NULL. */
static char *
dup_text (xmlNode *node)
{
  char *text = dmn_xml_dup_child_text (node, "text");

  return text != NULL ? g_strstrip (text) : g_strdup ("");
}

/* Allowed values, as tests; NULL where none are given. */
static FeelNode *
read_values (DmnReader  *reader,
             xmlNode    *parent,
             const char *name,
             const char *where)
{
  xmlNode *node = dmn_xml_find (parent, name);
  g_autofree char *text = node != NULL ? dup_text (node) : NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  return dmn_reader_parse (reader, node, text, TRUE, where);
}

static void
read_input (DmnReader *reader,
            DmnTable  *table,
            xmlNode   *node)
{
  DmnInputClause input = { NULL };
  xmlNode *expression = dmn_xml_find (node, "inputExpression");
  g_autofree char *where = g_strdup_printf ("input %u", table->inputs->len + 1);
  g_autofree char *values = g_strdup_printf ("input %u, its values", table->inputs->len + 1);

  if (expression == NULL)
    {
      dmn_reader_fail (reader, node, "%s has no inputExpression", where);
      return;
    }

  input.text = dup_text (expression);
  input.type = dmn_reader_get_type (reader, expression, "typeRef");
  input.expression = dmn_reader_parse (reader, expression, input.text, FALSE, where);
  input.allowed = read_values (reader, node, "inputValues", values);
  g_array_append_val (table->inputs, input);
}

static void
read_output (DmnReader *reader,
             DmnTable  *table,
             xmlNode   *node)
{
  DmnOutputClause output = { NULL };
  xmlNode *default_entry = dmn_xml_find (node, "defaultOutputEntry");
  g_autofree char *values = g_strdup_printf ("output %u, its values", table->outputs->len + 1);
  g_autofree char *otherwise = g_strdup_printf ("output %u, its default", table->outputs->len + 1);

  output.name = dmn_xml_dup_attribute (node, "name");
  output.type = dmn_reader_get_type (reader, node, "typeRef");
  output.values = read_values (reader, node, "outputValues", values);
  if (default_entry != NULL)
    {
      g_autofree char *text = dup_text (default_entry);

      if (*text != '\0')
        output.default_value = dmn_reader_parse (reader, default_entry, text, FALSE, otherwise);
    }
  g_array_append_val (table->outputs, output);
}

static xmlNode *
next_named (xmlNode    *node,
            const char *name)
{
  do
    node = dmn_xml_next (node);
  while (node != NULL && !dmn_xml_is (node, name));

  return node;
}

/* One entry a column; NULL with an error where there are more or fewer. An
 * empty output says nothing: null. */
static FeelNode **
read_entries (DmnReader  *reader,
              xmlNode    *rule,
              guint       number,
              const char *element,
              guint       n_columns,
              gboolean    tests)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) feel_node_unref);

  for (xmlNode *entry = dmn_xml_find (rule, element); entry != NULL; entry = next_named (entry, element))
    {
      g_autofree char *where = g_strdup_printf ("row %u, %s %u", number, tests ? "input" : "output", nodes->len + 1);
      g_autofree char *text = dup_text (entry);
      FeelNode *node = dmn_reader_parse (reader, entry, !tests && *text == '\0' ? "null" : text, tests, where);

      if (node == NULL)
        return NULL;
      g_ptr_array_add (nodes, node);
    }

  if (nodes->len != n_columns)
    {
      dmn_reader_fail (reader, rule, "row %u has %u %s; the table has %u", number, nodes->len,
                       tests ? "inputs" : "outputs", n_columns);
      return NULL;
    }
  g_ptr_array_add (nodes, NULL);

  return (FeelNode **) g_ptr_array_free (g_steal_pointer (&nodes), FALSE);
}

static char **
dup_cells (xmlNode *rule)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (xmlNode *entry = dmn_xml_find (rule, "inputEntry"); entry != NULL; entry = next_named (entry, "inputEntry"))
    g_strv_builder_take (cells, dup_text (entry));

  return g_strv_builder_end (cells);
}

static void
read_rule (DmnReader *reader,
           DmnTable  *table,
           xmlNode   *node)
{
  DmnRule rule = { NULL };
  guint number = table->rules->len + 1;

  rule.line = (int) xmlGetLineNo (node);
  rule.id = dmn_xml_dup_attribute (node, "id");
  rule.description = dmn_xml_dup_child_text (node, "description");
  rule.tests = read_entries (reader, node, number, "inputEntry", table->inputs->len, TRUE);
  rule.cells = dup_cells (node);
  if (rule.tests != NULL)
    rule.results = read_entries (reader, node, number, "outputEntry", table->outputs->len, FALSE);
  g_array_append_val (table->rules, rule);
}

static void
read_policy (DmnReader *reader,
             DmnTable  *table,
             xmlNode   *node)
{
  g_autofree char *policy = dmn_xml_dup_attribute (node, "hitPolicy");
  g_autofree char *aggregation = dmn_xml_dup_attribute (node, "aggregation");

  if (policy != NULL && !dmn_hit_policy_lookup (policy, &table->hit_policy))
    dmn_reader_fail (reader, node, "the hit policy is “%s”; allowed are UNIQUE, ANY, PRIORITY, FIRST, "
                     "RULE ORDER, OUTPUT ORDER and COLLECT", policy);
  if (aggregation != NULL && !dmn_aggregation_lookup (aggregation, &table->aggregation))
    dmn_reader_fail (reader, node, "the aggregation is “%s”; allowed are SUM, COUNT, MIN and MAX", aggregation);
}

static const char *
output_name (const DmnTable *table,
             guint           output)
{
  return g_array_index (table->outputs, DmnOutputClause, output).name;
}

/* The answer of several outputs is a context with their names. */
static void
check_outputs (DmnReader *reader,
               DmnTable  *table,
               xmlNode   *node)
{
  guint n_outputs = table->outputs->len;

  if (n_outputs == 0)
    dmn_reader_fail (reader, node, "the table has no output; it needs at least one");

  for (guint i = 0; n_outputs > 1 && i < n_outputs; i++)
    {
      if (output_name (table, i) == NULL)
        dmn_reader_fail (reader, node, "output %u has no name, and there is more than one", i + 1);
      for (guint j = 0; j < i; j++)
        if (g_strcmp0 (output_name (table, i), output_name (table, j)) == 0)
          dmn_reader_fail (reader, node, "outputs %u and %u are both called “%s”", j + 1, i + 1, output_name (table, i));
    }
}

static void
read_columns (DmnReader *reader,
              DmnTable  *table,
              xmlNode   *node)
{
  for (xmlNode *child = dmn_xml_first (node); child != NULL && reader->error == NULL; child = dmn_xml_next (child))
    if (dmn_xml_is (child, "input"))
      read_input (reader, table, child);
    else if (dmn_xml_is (child, "output"))
      read_output (reader, table, child);
  check_outputs (reader, table, node);
}

DmnTable *
dmn_reader_table (DmnReader *reader,
                  xmlNode   *node)
{
  g_autoptr (DmnTable) table = dmn_table_new (reader->decision != NULL ? reader->decision : "a table");

  table->description = dmn_xml_dup_child_text (node, "description");
  if (table->description == NULL)
    table->description = dmn_xml_dup_child_text (node->parent, "description");
  read_policy (reader, table, node);
  read_columns (reader, table, node);
  for (xmlNode *child = dmn_xml_first (node); child != NULL && reader->error == NULL; child = dmn_xml_next (child))
    if (dmn_xml_is (child, "rule"))
      read_rule (reader, table, child);

  return reader->error == NULL ? g_steal_pointer (&table) : NULL;
}
