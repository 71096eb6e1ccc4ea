/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL's types as texts have them, and whether a value is of one.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-evaluate-private.h"
#include "dmn/feel-parser-private.h"

#include <string.h>

/* Types nest in types; nobody nests them deeper by hand. */
#define MAX_DEPTH 32

/* name: type, …  of a context, type, …  of the others */
static gboolean
parse_arguments (FeelParser   *parser,
                 FeelNode     *type,
                 GStrvBuilder *names)
{
  gboolean named = strcmp (type->name, "context") == 0;

  do
    {
      g_autofree char *name = named ? feel_parser_take_name (parser) : NULL;
      FeelNode *argument;

      if (named && (name == NULL || !feel_parser_expect (parser, ":")))
        return FALSE;
      if (!named && feel_lexer_is (&parser->lexer, ">"))
        break;
      if ((argument = feel_parser_type (parser)) == NULL)
        return FALSE;
      feel_node_append (type, argument);
      if (named)
        g_strv_builder_add (names, name);
    }
  while (feel_parser_accept (parser, ","));

  return feel_parser_expect (parser, ">");
}

/* What a function gives is read, and known only once it is called. */
static gboolean
parse_result (FeelParser *parser)
{
  g_autoptr (FeelNode) result = feel_parser_accept (parser, "->") ? feel_parser_type (parser) : NULL;

  return parser->error == NULL;
}

FeelNode *
feel_parser_type (FeelParser *parser)
{
  g_autoptr (FeelNode) type = feel_node_new (FEEL_NODE_TYPE);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *name = feel_parser_accept (parser, "function") ? g_strdup ("function") : feel_parser_take_name (parser);

  if (name == NULL)
    return NULL;
  if (++parser->type_depth > MAX_DEPTH)
    return feel_parser_fail (parser, "something less deep");

  type->name = g_ref_string_new (name);
  if (feel_parser_accept (parser, "<") && !parse_arguments (parser, type, names))
    return NULL;
  if (strcmp (name, "context") == 0 && type->n_children > 0)
    type->names = g_strv_builder_end (names);
  parser->type_depth--;

  return parse_result (parser) ? g_steal_pointer (&type) : NULL;
}

/* Whether it is of one of FEEL's own types. */
static gboolean
is_of_kind (const DmnValue *value,
            const char     *name)
{
  static const struct
  {
    const char *name;
    DmnKind     kind;
  } others[] = {
    { "dateTime", DMN_KIND_DATE_TIME },
    { "dayTimeDuration", DMN_KIND_SECONDS_DURATION },
    { "yearMonthDuration", DMN_KIND_MONTHS_DURATION },
  };
  DmnKind kind = dmn_value_get_kind (value);

  if (kind == DMN_KIND_NULL)
    return strcmp (name, "Null") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kind == others[i].kind && strcmp (name, others[i].name) == 0)
      return TRUE;

  return strcmp (name, "Any") == 0 || strcmp (name, dmn_kind_get_name (kind)) == 0;
}

/* Null conforms to every type, inside of another value. */
static gboolean
is_part (FeelRun        *run,
         const FeelNode *type,
         const DmnValue *value)
{
  return value != NULL && (dmn_value_is_null (value) || feel_is_instance (run, type, value));
}

static gboolean
has_members (FeelRun        *run,
             const FeelNode *type,
             const DmnValue *context)
{
  for (guint i = 0; i < type->n_children; i++)
    if (!is_part (run, type->children[i], dmn_value_get_member (context, type->names[i])))
      return FALSE;

  return TRUE;
}

static gboolean
has_items (FeelRun        *run,
           const FeelNode *type,
           const DmnValue *list)
{
  for (guint i = 0; i < dmn_value_get_length (list); i++)
    if (!is_part (run, type->children[0], dmn_value_get_item (list, i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_ends (FeelRun        *run,
          const FeelNode *type,
          const DmnValue *range)
{
  const DmnValue *low = dmn_value_get_low (range), *high = dmn_value_get_high (range);

  return (low == NULL || feel_is_instance (run, type->children[0], low)) &&
         (high == NULL || feel_is_instance (run, type->children[0], high));
}

gboolean
feel_is_instance (FeelRun        *run,
                  const FeelNode *type,
                  const DmnValue *value)
{
  if (!is_of_kind (value, type->name))
    return run->has_type != NULL && run->has_type (run->types, type->name, value);
  if (type->n_children == 0)
    return TRUE;

  switch ((int) dmn_value_get_kind (value))
    {
    case DMN_KIND_CONTEXT:
      return has_members (run, type, value);
    case DMN_KIND_LIST:
      return has_items (run, type, value);
    case DMN_KIND_RANGE:
      return has_ends (run, type, value);
    default:
      return TRUE;
    }
}

DmnValue *
feel_evaluate_instance_of (FeelRun   *run,
                           FeelNode  *node,
                           FeelScope *scope)
{
  g_autoptr (DmnValue) value = feel_evaluate (run, node->children[0], scope);

  return dmn_value_new_boolean (feel_is_instance (run, node->children[1], value));
}
