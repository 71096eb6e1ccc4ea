/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli catalog: lists, shows and finds the tools of the catalogue, and
 * hands on to the check of a file of it.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "catalog/strata-catalog.h"
#include "storage/strata-json-writer.h"
#include "strata-commands.h"

/* plan-format.md: what a search prints at most. */
#define MOST_FOUND 20

typedef struct
{
  StrataCatalog *catalog;
  gboolean       json;
} Request;

static void
write_value (StrataValue *value)
{
  g_autoptr (GBytes) bytes = strata_json_writer_to_bytes (value);

  strata_command_write (bytes);
}

static void
write_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  strata_command_write (bytes);
}

/* Takes its members: names, each with a value, up to NULL. */
static StrataValue *
make_object (const char *name,
             ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  va_list arguments;

  va_start (arguments, name);
  for (; name != NULL; name = va_arg (arguments, const char *))
    {
      g_ptr_array_add (names, (gpointer) name);
      g_ptr_array_add (members, va_arg (arguments, StrataValue *));
    }
  va_end (arguments);
  return strata_value_new_object (names, members);
}

/* Roles as the entry has them, the main one first. */
static StrataValue *
get_roles (StrataTool *tool)
{
  return strata_value_get_member (strata_tool_get_value (tool), "roles");
}

static char *
describe_roles (StrataTool *tool)
{
  g_autoptr (GString) text = g_string_new (NULL);
  StrataValue *roles = get_roles (tool);

  for (guint i = 0; i < strata_value_get_length (roles); i++)
    {
      const char *id = strata_value_get_string (strata_value_get_element (roles, i));
      int role;

      if (!strata_vocabulary_lookup (&strata_roles, id, &role))
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append (text, _(strata_vocabulary_get_label (&strata_roles, role)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_tools_as_json (GPtrArray *tools)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (StrataValue) answer = NULL;

  for (guint i = 0; i < tools->len; i++)
    {
      StrataTool *tool = g_ptr_array_index (tools, i);

      g_ptr_array_add (rows, make_object ("id", strata_value_new_string (tool->id),
                                          "name", strata_value_new_string (tool->name),
                                          "roles", strata_value_ref (get_roles (tool)),
                                          NULL));
    }
  answer = make_object ("tools", strata_value_new_array (rows), NULL);
  write_value (answer);
}

/* Widths in characters: printf counts bytes. */
static void
append_padded (GString    *text,
               const char *cell,
               glong       width)
{
  g_string_append (text, cell);
  for (glong i = g_utf8_strlen (cell, -1); i < width; i++)
    g_string_append_c (text, ' ');
}

static void
write_tools_as_text (GPtrArray *tools)
{
  g_autoptr (GString) text = g_string_new (NULL);
  glong id_width = 0;
  glong name_width = 0;

  for (guint i = 0; i < tools->len; i++)
    {
      StrataTool *tool = g_ptr_array_index (tools, i);

      id_width = MAX (id_width, g_utf8_strlen (tool->id, -1));
      name_width = MAX (name_width, g_utf8_strlen (tool->name, -1));
    }
  for (guint i = 0; i < tools->len; i++)
    {
      StrataTool *tool = g_ptr_array_index (tools, i);
      g_autofree char *roles = describe_roles (tool);

      append_padded (text, tool->id, id_width + 2);
      append_padded (text, tool->name, name_width + 2);
      g_string_append_printf (text, "%s\n", roles);
    }
  write_text (text->str);
}

static void
write_tools (Request   *request,
             GPtrArray *tools)
{
  if (request->json)
    write_tools_as_json (tools);
  else
    write_tools_as_text (tools);
}

static void
append_list (GString            *text,
             const char         *heading,
             const char * const *words)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  if (*list != '\0')
    g_string_append_printf (text, "%s: %s\n", heading, list);
}

static void
append_head (GString    *text,
             StrataTool *tool)
{
  g_autofree char *roles = describe_roles (tool);

  g_string_append_printf (text, "%s (%s)\n", tool->name, tool->id);
  if (tool->vendor != NULL)
    g_string_append_printf (text, "%s: %s\n", _("Vendor"), tool->vendor);
  g_string_append_printf (text, "%s: %s\n", _("Roles"), roles);
  append_list (text, _("Also known as"), tool->aliases);
  append_list (text, _("Requires"), tool->requires);
  if (tool->billing_unit != NULL)
    g_string_append_printf (text, "%s: %s\n", _("Billed by"), tool->billing_unit);
  if (tool->needs_code)
    g_string_append_printf (text, "%s\n", _("Needs code of your own"));
}

/* A module's name for people where the entry has one, else its id. */
static const char *
get_module_name (StrataTool *tool,
                 const char *module)
{
  StrataValue *value = strata_tool_get_value (tool);
  const char * const path[] = { "modules", module, "name" };

  for (guint i = 0; i < G_N_ELEMENTS (path); i++)
    {
      if (value == NULL || strata_value_get_kind (value) != STRATA_VALUE_OBJECT)
        return module;
      value = strata_value_get_member (value, path[i]);
    }
  if (value == NULL || strata_value_get_kind (value) != STRATA_VALUE_STRING)
    return module;
  return strata_value_get_string (value);
}

static void
append_offer (GString           *text,
              Request           *request,
              const StrataOffer *offer,
              glong              width)
{
  g_string_append (text, "  ");
  append_padded (text, strata_catalog_get_label (request->catalog, offer->capability), width);
  if (offer->grade != NULL)
    g_string_append_printf (text, "  %s", offer->grade);
  if (offer->status != NULL)
    g_string_append_printf (text, ", %s", offer->status);
  g_string_append_c (text, '\n');
}

static glong
measure_labels (Request    *request,
                StrataTool *tool)
{
  glong width = 0;

  for (guint i = 0; i < tool->n_offers; i++)
    {
      const char *label = strata_catalog_get_label (request->catalog, tool->offers[i].capability);

      width = MAX (width, g_utf8_strlen (label, -1));
    }
  return width;
}

/* All that comes with @module, NULL for every plan of the tool. */
static void
append_module (GString    *text,
               Request    *request,
               StrataTool *tool,
               const char *module,
               glong       width)
{
  if (module == NULL)
    g_string_append_printf (text, "\n%s\n", _("In every plan"));
  else
    g_string_append_printf (text, "\n%s\n", get_module_name (tool, module));
  for (guint i = 0; i < tool->n_offers; i++)
    {
      if (g_strcmp0 (tool->offers[i].module, module) == 0)
        append_offer (text, request, &tool->offers[i], width);
    }
}

static char *
describe_tool (Request    *request,
               StrataTool *tool)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  glong width = measure_labels (request, tool);

  append_head (text, tool);
  for (guint i = 0; i < tool->n_offers; i++)
    {
      if (tool->offers[i].module != NULL)
        continue;
      append_module (text, request, tool, NULL, width);
      break;
    }
  for (guint i = 0; i < tool->n_offers; i++)
    {
      const char *module = tool->offers[i].module;

      if (module != NULL && g_hash_table_add (seen, (gpointer) module))
        append_module (text, request, tool, module, width);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static StrataExit
complain_about_id (Request    *request,
                   const char *id)
{
  const char *suggestion = strata_catalog_suggest_tool (request->catalog, NULL, id);

  if (suggestion != NULL)
    strata_command_complain (_("The catalogue has no tool “%s”. Perhaps “%s” is meant."), id, suggestion);
  else
    strata_command_complain (_("The catalogue has no tool “%s”."), id);
  return STRATA_EXIT_UNREADABLE;
}

static StrataExit
run_list (Request  *request,
          char    **arguments)
{
  g_autoptr (GPtrArray) tools = NULL;

  if (*arguments != NULL)
    {
      strata_command_complain (_("“catalog list” takes no further words."));
      return STRATA_EXIT_UNREADABLE;
    }
  tools = strata_catalog_search (request->catalog, "");
  write_tools (request, tools);
  return STRATA_EXIT_GOOD;
}

static StrataExit
run_show (Request  *request,
          char    **arguments)
{
  StrataTool *tool;

  if (g_strv_length (arguments) != 1)
    {
      strata_command_complain (_("“catalog show” takes one tool’s id."));
      return STRATA_EXIT_UNREADABLE;
    }
  tool = strata_catalog_find_tool (request->catalog, NULL, *arguments);
  if (tool == NULL)
    return complain_about_id (request, *arguments);

  if (request->json)
    {
      g_autoptr (StrataValue) id = strata_value_new_string (tool->id);
      g_autoptr (StrataValue) entry = strata_value_with_member (strata_tool_get_value (tool), "id", id, 0);

      write_value (entry);
    }
  else
    {
      g_autofree char *text = describe_tool (request, tool);

      write_text (text);
    }
  return STRATA_EXIT_GOOD;
}

static StrataExit
run_search (Request  *request,
            char    **arguments)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autoptr (GPtrArray) tools = NULL;

  if (*arguments == NULL)
    {
      strata_command_complain (_("“catalog search” takes words to look for."));
      return STRATA_EXIT_UNREADABLE;
    }
  tools = strata_catalog_search (request->catalog, words);
  g_ptr_array_set_size (tools, MIN (tools->len, MOST_FOUND));
  if (tools->len == 0 && !request->json)
    g_print (_("No tool matches “%s”.\n"), words);
  else
    write_tools (request, tools);
  return STRATA_EXIT_GOOD;
}

static const struct
{
  const char *name;
  StrataExit (*run) (Request  *request,
                     char    **arguments);
} actions[] = {
  { "list", run_list },
  { "show", run_show },
  { "search", run_search },
};

static StrataExit
run_action (Request  *request,
            char    **arguments)
{
  g_autoptr (StrataCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  guint i = 0;

  /* It has to work, too, where the catalogue that comes with Strata does not. */
  if (g_strcmp0 (arguments[0], "lint") == 0)
    return strata_command_catalog_lint (request->json, arguments + 1);
  while (i < G_N_ELEMENTS (actions) && g_strcmp0 (arguments[0], actions[i].name) != 0)
    i++;
  if (i == G_N_ELEMENTS (actions))
    {
      strata_command_complain (_("“catalog” is followed by “list”, “show”, “search” or “lint”."));
      return STRATA_EXIT_UNREADABLE;
    }
  catalog = strata_catalog_load (&error);
  if (catalog == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  request->catalog = catalog;
  return actions[i].run (request, arguments + 1);
}

/**
 * strata_command_catalog:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Runs `strata-cli catalog`.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_catalog (int    argc,
                        char **argv)
{
  g_autofree char *format = NULL;
  Request request = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("How to print: text or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!strata_command_parse ("catalog", _("list | show ID | search WORDS | lint FILE"), NULL, entries, &argc, &argv) ||
      !strata_command_parse_format (format, &request.json))
    return STRATA_EXIT_UNREADABLE;
  return run_action (&request, argv + 1);
}
