/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a model: its elements, their types and what they require.
 *
 * Every version from 1.1 to 1.5 differs in its namespace alone, as far as
 * what is read here goes: elements are known by their local names.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include "dmn/dmn-error.h"

#include <string.h>

static void
free_element (gpointer data)
{
  DmnElement *element = data;

  g_free (element->id);
  g_free (element->name);
  g_clear_pointer (&element->expression, dmn_expression_free);
  g_array_unref (element->required);
  g_array_unref (element->parameters);
  g_array_unref (element->outputs);
  g_free (element);
}

static void G_GNUC_PRINTF (3, 0)
fail (DmnReader  *reader,
      long        line,
      const char *format,
      va_list     arguments)
{
  g_autofree char *what = NULL;

  if (reader->error != NULL)
    return;

  what = g_strdup_vprintf (format, arguments);
  if (reader->decision != NULL)
    g_set_error (&reader->error, DMN_ERROR, DMN_ERROR_MODEL, "%s:%ld: “%s”: %s", reader->model->name, line,
                 reader->decision, what);
  else
    g_set_error (&reader->error, DMN_ERROR, DMN_ERROR_MODEL, "%s:%ld: %s", reader->model->name, line, what);
}

static xmlNode *
root_of (DmnReader *reader)
{
  return xmlDocGetRootElement (reader->model->document);
}

/* Words with nothing between them but blanks, none of which joins others. */
static gboolean
is_words (const char *text)
{
  static const char *const joining[] = { "and", "or", "in", "between", "instance", "if", "for", "some", "every", "function", NULL };
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!feel_is_name_part (g_utf8_get_char (at)) && !g_ascii_isspace (*at))
      return FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (joining, words[i]))
      return FALSE;

  return TRUE;
}

/* What a column is asked for is often declared nowhere: `month of launch` can
 * only be one name. */
static void
gather_column (DmnReader *reader,
               xmlNode   *node)
{
  g_autofree char *text = dmn_xml_is (node, "inputExpression") ? dmn_xml_dup_child_text (node, "text") : NULL;

  if (text != NULL && is_words (text))
    feel_names_add (reader->names, text);
}

/* Every name that an expression may use, wherever it stands: the lexer needs
 * those with blanks and signs in them. */
static void
gather_names (DmnReader *reader)
{
  static const char *const attributes[] = { "name", "iteratorVariable" };

  for (xmlNode *node = root_of (reader); node != NULL; node = dmn_xml_walk (node))
    {
      gather_column (reader, node);
      for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
        {
          g_autofree char *name = dmn_xml_dup_attribute (node, attributes[i]);

          if (name != NULL)
            feel_names_add (reader->names, name);
        }
    }
}

static DmnType *
find_type (DmnReader  *reader,
           const char *name)
{
  const char *colon = strchr (name, ':');

  for (guint i = 0; i < reader->model->types->len; i++)
    {
      DmnType *type = reader->model->types->pdata[i];

      if (strcmp (type->name, name) == 0 || (colon != NULL && strcmp (type->name, colon + 1) == 0))
        return type;
    }

  for (guint i = 0; i < reader->model->builtins->len; i++)
    if (strcmp (((DmnType *) reader->model->builtins->pdata[i])->name, name) == 0)
      return reader->model->builtins->pdata[i];

  return NULL;
}

/* A model's own type, else one of FEEL's, made when it is first needed. */
static DmnType *
resolve_type (DmnReader  *reader,
              xmlNode    *node,
              const char *name)
{
  DmnType *type = find_type (reader, name);

  if (type != NULL)
    return type;

  type = dmn_type_builtin (name);
  if (type == NULL)
    {
      dmn_reader_fail (reader, node, "<%s> is of the type “%s”, which is neither FEEL's (string, number, boolean, date …) "
                       "nor defined in the file",
                       (const char *) node->name, name);
      return NULL;
    }
  g_free (type->name);
  type->name = g_strdup (name);
  g_ptr_array_add (reader->model->builtins, type);

  return type;
}

/* FALSE where it is not said. */
static gboolean
read_boolean (DmnReader  *reader,
              xmlNode    *node,
              const char *attribute)
{
  static const char *const words[] = { "true", "1", "false", "0", NULL };
  g_autofree char *text = dmn_xml_dup_attribute (node, attribute);

  if (text != NULL && !g_strv_contains (words, text))
    dmn_reader_fail (reader, node, "%s is “%s”; allowed are true and false", attribute, text);

  return text != NULL && (strcmp (text, "true") == 0 || strcmp (text, "1") == 0);
}

/* The <typeRef> of an item definition; DMN 1.1 wrote QNames like the rest. */
static DmnType *
read_item (DmnReader *reader,
           xmlNode   *node)
{
  g_autofree char *name = dmn_xml_dup_attribute (node, "name");
  xmlNode *allowed = dmn_xml_find (node, "allowedValues");
  g_autofree char *allowed_text = allowed != NULL ? dmn_xml_dup_child_text (allowed, "text") : NULL;
  DmnType *type;

  if (name == NULL)
    {
      dmn_reader_fail (reader, node, "<%s> has no name", (const char *) node->name);
      return NULL;
    }

  type = dmn_type_new (name);
  type->base_name = dmn_xml_dup_child_text (node, "typeRef");
  if (type->base_name != NULL)
    g_strstrip (type->base_name);
  type->line = (int) xmlGetLineNo (node);
  type->collection = read_boolean (reader, node, "isCollection");
  if (allowed_text != NULL && *g_strstrip (allowed_text) != '\0')
    type->allowed = dmn_reader_parse (reader, allowed, allowed_text, TRUE, "allowed values");

  for (xmlNode *child = dmn_xml_first (node); child != NULL && reader->error == NULL; child = dmn_xml_next (child))
    if (dmn_xml_is (child, "itemComponent"))
      {
        DmnType *component = read_item (reader, child);

        if (type->components == NULL)
          type->components = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_type_free);
        if (component != NULL)
          g_ptr_array_add (type->components, component);
      }

  return type;
}

static void
resolve_bases (DmnReader *reader,
               DmnType   *type)
{
  if (type->base_name != NULL && *type->base_name != '\0')
    type->base = resolve_type (reader, root_of (reader), type->base_name);

  for (guint i = 0; type->components != NULL && i < type->components->len; i++)
    resolve_bases (reader, type->components->pdata[i]);
}

static void
read_types (DmnReader *reader)
{
  for (xmlNode *node = dmn_xml_first (root_of (reader)); node != NULL && reader->error == NULL; node = dmn_xml_next (node))
    if (dmn_xml_is (node, "itemDefinition"))
      {
        DmnType *type = read_item (reader, node);

        if (type != NULL)
          g_ptr_array_add (reader->model->types, type);
      }

  for (guint i = 0; i < reader->model->types->len && reader->error == NULL; i++)
    resolve_bases (reader, reader->model->types->pdata[i]);
  for (guint i = 0; i < reader->model->types->len && reader->error == NULL; i++)
    if (!dmn_type_has_end (reader->model->types->pdata[i]))
      dmn_reader_fail_at (reader, ((DmnType *) reader->model->types->pdata[i])->line, "what the type “%s” refers to leads back to itself",
               ((DmnType *) reader->model->types->pdata[i])->name);
}

/* Two of one name could not be told apart, in an expression or an answer. */
static void
check_unique (DmnReader        *reader,
              const DmnElement *element,
              xmlNode          *node)
{
  for (guint i = 0; i + 1 < reader->model->elements->len; i++)
    {
      const DmnElement *other = dmn_model_get_element (reader->model, i);

      if (other->kind == element->kind && strcmp (other->name, element->name) == 0)
        dmn_reader_fail (reader, node, "the name “%s” is taken by the <%s> of line %d", element->name,
                         (const char *) node->name, other->line);
      if (element->id != NULL && g_strcmp0 (other->id, element->id) == 0)
        dmn_reader_fail (reader, node, "the id “%s” is taken by “%s” of line %d", element->id, other->name, other->line);
    }
}

static DmnElement *
element_new (DmnReader      *reader,
             DmnElementKind  kind,
             xmlNode        *node)
{
  DmnElement *element = g_new0 (DmnElement, 1);
  g_autofree char *name = dmn_xml_dup_attribute (node, "name");
  xmlNode *variable = dmn_xml_find (node, "variable");

  element->kind = kind;
  element->node = node;
  element->line = (int) xmlGetLineNo (node);
  element->id = dmn_xml_dup_attribute (node, "id");
  element->required = g_array_new (FALSE, FALSE, sizeof (guint));
  element->parameters = g_array_new (FALSE, FALSE, sizeof (guint));
  element->outputs = g_array_new (FALSE, FALSE, sizeof (guint));
  element->name = feel_name_normalize (name != NULL ? name : "", -1);
  g_ptr_array_add (reader->model->elements, element);

  if (*element->name == '\0')
    dmn_reader_fail (reader, node, "<%s> has no name", (const char *) node->name);
  check_unique (reader, element, node);
  if (variable != NULL)
    element->type = dmn_reader_get_type (reader, variable, "typeRef");

  return element;
}

static void
read_element (DmnReader *reader,
              xmlNode   *node)
{
  DmnElement *element;

  if (dmn_xml_is (node, "inputData") || dmn_xml_is (node, "decisionService"))
    {
      element_new (reader, dmn_xml_is (node, "inputData") ? DMN_ELEMENT_INPUT : DMN_ELEMENT_SERVICE, node);
      return;
    }
  if (!dmn_xml_is (node, "decision") && !dmn_xml_is (node, "businessKnowledgeModel"))
    return;

  element = element_new (reader, dmn_xml_is (node, "decision") ? DMN_ELEMENT_DECISION
                                                               : DMN_ELEMENT_KNOWLEDGE, node);
  reader->decision = element->name;
  if (reader->error == NULL)
    element->expression = dmn_reader_expression (reader, node);
  reader->decision = NULL;
  if (element->kind == DMN_ELEMENT_DECISION)
    {
      guint index = reader->model->elements->len - 1;

      g_array_append_val (reader->model->decisions, index);
    }
}

void
dmn_reader_fail (DmnReader  *reader,
                 xmlNode    *node,
                 const char *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  fail (reader, xmlGetLineNo (node), format, arguments);
  va_end (arguments);
}

void
dmn_reader_fail_at (DmnReader  *reader,
                    int         line,
                    const char *format,
                    ...)
{
  va_list arguments;

  va_start (arguments, format);
  fail (reader, line, format, arguments);
  va_end (arguments);
}

DmnType *
dmn_reader_get_type (DmnReader  *reader,
                     xmlNode    *node,
                     const char *attribute)
{
  g_autofree char *name = dmn_xml_dup_attribute (node, attribute);

  if (name == NULL || *name == '\0')
    return NULL;

  return resolve_type (reader, node, name);
}

FeelNode *
dmn_reader_parse (DmnReader  *reader,
                  xmlNode    *node,
                  const char *text,
                  gboolean    tests,
                  const char *where)
{
  g_autoptr (GError) error = NULL;
  FeelNode *parsed = tests ? feel_parse_unary_tests (text, reader->names, &error)
                           : feel_parse_expression (text, reader->names, &error);

  if (parsed == NULL)
    dmn_reader_fail (reader, node, "%s: %s", where, error->message);

  return parsed;
}

gboolean
dmn_reader_read (DmnReader *reader)
{
  DmnModel *model = reader->model;

  model->types = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_type_free);
  model->builtins = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_type_free);
  model->elements = g_ptr_array_new_with_free_func (free_element);
  model->decisions = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!dmn_xml_is (root_of (reader), "definitions"))
    {
      dmn_reader_fail (reader, root_of (reader), "the file begins with <%s>; a decision model begins with <definitions>",
                       (const char *) root_of (reader)->name);
      return FALSE;
    }

  gather_names (reader);
  read_types (reader);
  for (xmlNode *node = dmn_xml_first (root_of (reader)); node != NULL && reader->error == NULL; node = dmn_xml_next (node))
    read_element (reader, node);
  if (reader->error == NULL)
    dmn_reader_link (reader);
  if (reader->error == NULL)
    dmn_reader_services (reader);

  return reader->error == NULL;
}
