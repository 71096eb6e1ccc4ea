/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of a decision model's texts.
 *
 * They are made in a copy of the file's tree, which is then read as any file
 * is: whatever is not touched stays as it was, and what cannot be read is
 * refused with row and column.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-edit.h"

#include "dmn/dmn-error.h"
#include "dmn/dmn-model-private.h"

typedef gboolean (*Apply) (DmnModel       *model,
                           xmlNode        *box,
                           const DmnEdit  *edit,
                           GError        **error);

/* One row a kind of edit, and the box of a decision that it needs. */
typedef struct
{
  const char *box;
  Apply       apply;
} EditKind;

static guint
count_named (xmlNode    *parent,
             const char *name)
{
  guint count = 0;

  for (xmlNode *node = dmn_xml_first (parent); node != NULL; node = dmn_xml_next (node))
    count += dmn_xml_is (node, name) ? 1 : 0;

  return count;
}

static xmlNode *
nth_named (xmlNode    *parent,
           const char *name,
           guint       index)
{
  for (xmlNode *node = dmn_xml_first (parent); node != NULL; node = dmn_xml_next (node))
    if (dmn_xml_is (node, name) && index-- == 0)
      return node;

  return NULL;
}

/* A part of the table by its number; an error says how many there are. */
static xmlNode *
get_part (DmnModel       *model,
          const DmnEdit  *edit,
          xmlNode        *parent,
          const char     *element,
          guint           index,
          const char     *what,
          GError        **error)
{
  xmlNode *part = nth_named (parent, element, index);

  if (part == NULL)
    g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s: “%s”: there is no %s %u; the table has %u",
                 dmn_model_get_name (model), edit->decision, what, index + 1, count_named (parent, element));

  return part;
}

static xmlNode *
get_rule (DmnModel       *model,
          xmlNode        *table,
          const DmnEdit  *edit,
          GError        **error)
{
  return get_part (model, edit, table, "rule", edit->rule, "row", error);
}

static gboolean
set_cell (DmnModel       *model,
          xmlNode        *table,
          const DmnEdit  *edit,
          GError        **error)
{
  gboolean input = edit->kind == DMN_EDIT_SET_INPUT;
  xmlNode *rule = get_rule (model, table, edit, error);
  xmlNode *entry = rule != NULL ? get_part (model, edit, rule, input ? "inputEntry" : "outputEntry", edit->column,
                                            input ? "input" : "output", error)
                                : NULL;

  if (entry == NULL)
    return FALSE;
  dmn_xml_set_child_text (entry, "text", edit->text);

  return TRUE;
}

/* The first child of a rule; none rather than an empty one. */
static gboolean
set_description (DmnModel       *model,
                 xmlNode        *table,
                 const DmnEdit  *edit,
                 GError        **error)
{
  xmlNode *rule = get_rule (model, table, edit, error);
  xmlNode *description = rule != NULL ? dmn_xml_find (rule, "description") : NULL;

  if (rule == NULL)
    return FALSE;

  if (*edit->text != '\0' && description == NULL)
    dmn_xml_insert_before (xmlNewDocNode (rule->doc, rule->ns, (const xmlChar *) "description", NULL), rule,
                           dmn_xml_first (rule));
  if (*edit->text != '\0')
    dmn_xml_set_child_text (rule, "description", edit->text);
  else if (description != NULL)
    xmlFreeNode (dmn_xml_take_out (description));

  return TRUE;
}

static gboolean
set_expression (DmnModel       *model,
                xmlNode        *literal,
                const DmnEdit  *edit,
                GError        **error)
{
  if (dmn_xml_find (literal, "importedValues") != NULL)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s: “%s”: the expression is imported; it has no text to change",
                   dmn_model_get_name (model), edit->decision);
      return FALSE;
    }
  dmn_xml_set_child_text (literal, "text", edit->text);

  return TRUE;
}

static gboolean
check_place (DmnModel       *model,
             xmlNode        *table,
             const DmnEdit  *edit,
             guint           n_places,
             GError        **error)
{
  if (edit->to < n_places)
    return TRUE;

  g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s: “%s”: a rule cannot become row %u; the table has %u",
               dmn_model_get_name (model), edit->decision, edit->to + 1, count_named (table, "rule"));

  return FALSE;
}

/* rule_1, rule_2 … that no element has. Editors find rules by their ids. */
static char *
dup_new_id (DmnModel *model,
            xmlNode  *table)
{
  g_autoptr (GHashTable) ids = dmn_xml_get_ids (table->doc);

  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("rule_%u", i);

      if (!g_hash_table_contains (ids, id))
        return g_steal_pointer (&id);
    }
}

static void
add_entries (xmlNode    *rule,
             const char *id,
             const char *element,
             guint       n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    {
      xmlNode *entry = xmlNewChild (rule, rule->ns, (const xmlChar *) element, NULL);

      if (id != NULL)
        {
          g_autofree char *entry_id = g_strdup_printf ("%s_%s_%u", id, element, i + 1);

          xmlNewProp (entry, (const xmlChar *) "id", (const xmlChar *) entry_id);
        }
      xmlNewChild (entry, entry->ns, (const xmlChar *) "text", NULL);
    }
}

static gboolean
add_rule (DmnModel       *model,
          xmlNode        *table,
          const DmnEdit  *edit,
          GError        **error)
{
  g_autofree char *id = dup_new_id (model, table);
  xmlNode *rule;

  if (!check_place (model, table, edit, count_named (table, "rule") + 1, error))
    return FALSE;

  rule = xmlNewDocNode (table->doc, table->ns, (const xmlChar *) "rule", NULL);
  xmlNewProp (rule, (const xmlChar *) "id", (const xmlChar *) id);
  dmn_xml_insert_before (rule, table, nth_named (table, "rule", edit->to));
  add_entries (rule, id, "inputEntry", count_named (table, "input"));
  add_entries (rule, id, "outputEntry", count_named (table, "output"));
  add_entries (rule, NULL, "annotationEntry", count_named (table, "annotation"));

  return TRUE;
}

static gboolean
remove_rule (DmnModel       *model,
             xmlNode        *table,
             const DmnEdit  *edit,
             GError        **error)
{
  xmlNode *rule = get_rule (model, table, edit, error);

  if (rule == NULL)
    return FALSE;
  xmlFreeNode (dmn_xml_take_out (rule));

  return TRUE;
}

static gboolean
move_rule (DmnModel       *model,
           xmlNode        *table,
           const DmnEdit  *edit,
           GError        **error)
{
  xmlNode *rule = get_rule (model, table, edit, error);

  if (rule == NULL || !check_place (model, table, edit, count_named (table, "rule"), error))
    return FALSE;
  dmn_xml_take_out (rule);
  dmn_xml_insert_before (rule, table, nth_named (table, "rule", edit->to));

  return TRUE;
}

static const EditKind edit_kinds[] = {
  [DMN_EDIT_SET_INPUT] = { "decisionTable", set_cell },
  [DMN_EDIT_SET_OUTPUT] = { "decisionTable", set_cell },
  [DMN_EDIT_SET_DESCRIPTION] = { "decisionTable", set_description },
  [DMN_EDIT_SET_EXPRESSION] = { "literalExpression", set_expression },
  [DMN_EDIT_ADD_RULE] = { "decisionTable", add_rule },
  [DMN_EDIT_REMOVE_RULE] = { "decisionTable", remove_rule },
  [DMN_EDIT_MOVE_RULE] = { "decisionTable", move_rule },
};

static gboolean
check_text (DmnModel       *model,
            const DmnEdit  *edit,
            GError        **error)
{
  gsize at;

  if (edit->text == NULL || dmn_xml_can_hold (edit->text, &at))
    return TRUE;

  g_set_error (error, DMN_ERROR, DMN_ERROR_XML,
               "%s: “%s”, row %u, column %u: byte %" G_GSIZE_FORMAT " of the text is a character that XML cannot hold",
               dmn_model_get_name (model), edit->decision, edit->rule + 1, edit->column + 1, at + 1);

  return FALSE;
}

static gboolean
apply (DmnModel       *model,
       xmlDoc         *document,
       const DmnEdit  *edit,
       GError        **error)
{
  const EditKind *kind = &edit_kinds[edit->kind];
  xmlNode *node, *box;
  guint decision;

  if (!check_text (model, edit, error))
    return FALSE;
  if (!dmn_model_find_decision (model, edit->decision, &decision))
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s has no decision “%s”", dmn_model_get_name (model), edit->decision);
      return FALSE;
    }

  node = nth_named (xmlDocGetRootElement (document), "decision", decision);
  box = dmn_xml_find (node, kind->box);
  if (box == NULL)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "%s: “%s” is no <%s>", dmn_model_get_name (model), edit->decision, kind->box);
      return FALSE;
    }

  return kind->apply (model, box, edit, error);
}

/**
 * dmn_model_edit:
 * @model: a model
 * @edits: (array length=n_edits): the changes, made one after the other
 * @n_edits: how many
 * @error: return location for a %DMN_ERROR: %DMN_ERROR_INPUT for a decision,
 *   row or column that is not there, %DMN_ERROR_XML for a text that no file
 *   can hold, %DMN_ERROR_MODEL for one that is no FEEL
 *
 * Makes all of the changes or none. An error names the decision, the row and
 * the column; @model stays as it is in any case.
 *
 * Returns: (transfer full): the model with the changes, or %NULL
 */
DmnModel *
dmn_model_edit (DmnModel       *model,
                const DmnEdit  *edits,
                guint           n_edits,
                GError        **error)
{
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (edits != NULL || n_edits == 0, NULL);

  document = xmlCopyDoc (model->document, 1);
  for (guint i = 0; i < n_edits; i++)
    if (!apply (model, document, &edits[i], error))
      return NULL;

  return dmn_model_new_for_document (g_steal_pointer (&document), model->name, error);
}
