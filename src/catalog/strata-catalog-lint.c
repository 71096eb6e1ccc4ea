/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that is wrong with a catalogue file, for who writes one.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include "strata-catalog-lint.h"

#include <glib/gi18n-lib.h>

#include "model/strata-plan-error.h"
#include "model/strata-reader-private.h"
#include "strata-catalog-layer.h"

static const StrataWord grade_words[] = {
  { "verified", N_("Verified") },
  { "unverified", N_("Unverified") },
};

static const StrataWord status_words[] = {
  { "end-of-sale", N_("No longer sold") },
};

static const StrataVocabulary grades = { grade_words, G_N_ELEMENTS (grade_words) };
static const StrataVocabulary statuses = { status_words, G_N_ELEMENTS (status_words) };

/* Readers fill the error; it moves to the problems before the next question. */
typedef struct
{
  GPtrArray  *problems;     /* GError */
  GError     *error;
  GHashTable *capabilities; /* ids, of this file and of the known ones */
  GHashTable *entries;      /* tool's id → its StrataValue */
  GHashTable *owners;       /* folded name → id of the tool that has it */
} Lint;

static gboolean
note (Lint     *self,
      gboolean  good)
{
  if (good)
    return TRUE;
  g_assert (self->error != NULL);
  if (self->problems->len < STRATA_CATALOG_LINT_LIMIT)
    g_ptr_array_add (self->problems, g_steal_pointer (&self->error));
  g_clear_error (&self->error);
  return FALSE;
}

static const char *
get_text (StrataValue *value)
{
  return value != NULL && strata_value_get_kind (value) == STRATA_VALUE_STRING ? strata_value_get_string (value) : NULL;
}

/* Opens a member that may be absent; one of another kind is a problem. */
static guint
open_member (Lint               *self,
             const StrataReader *object,
             const char         *key,
             StrataValueKind     kind,
             StrataReader       *member)
{
  guint length = 0;

  return note (self, strata_reader_open (object, key, kind, member, &length)) ? length : 0;
}

static void
require (Lint               *self,
         const StrataReader *object,
         const char         *key)
{
  note (self, strata_reader_require (object, key, NULL));
}

static void
check_pattern (Lint               *self,
               const StrataReader *object,
               const char         *key,
               const char         *pattern,
               const char         *clause)
{
  const char *text = NULL;
  StrataReader member;

  if (!note (self, strata_reader_get_string (object, key, &text)) || text == NULL)
    return;
  strata_reader_get_member (object, key, &member);
  note (self, g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0) || strata_reader_fail (&member, clause));
}

static gboolean
is_id (const char *text)
{
  return g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* An id that is the name of a member. */
static void
check_key (Lint               *self,
           const StrataReader *member)
{
  g_autofree char *found = NULL;

  if (is_id (member->name))
    return;
  found = strata_quote (member->name);
  note (self, strata_reader_fail_found (member, found, _("allowed is an id of a-z, 0-9 and single hyphens")));
}

static void
check_capability_known (Lint               *self,
                        const StrataReader *member)
{
  const char *id = get_text (member->value);

  if (note (self, strata_reader_expect (member, STRATA_VALUE_STRING)))
    note (self, g_hash_table_contains (self->capabilities, id) ||
                strata_reader_fail (member, _("allowed is the id of a capability of this file or of Strata’s catalogue")));
}

static void
check_capability (Lint               *self,
                  const StrataReader *reader,
                  GHashTable         *seen)
{
  static const char * const needed[] = { "id", "label", "class", "layer" };
  const char *text = NULL;
  StrataReader id;
  int choice;

  if (!note (self, strata_reader_expect (reader, STRATA_VALUE_OBJECT)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    require (self, reader, needed[i]);
  check_pattern (self, reader, "id", "^[a-z0-9]+(-[a-z0-9]+)*$", _("allowed is an id of a-z, 0-9 and single hyphens"));
  note (self, strata_reader_get_id (reader, "label", &text));
  note (self, strata_reader_get_choice (reader, "class", &strata_ownerships, &choice));
  note (self, strata_reader_get_choice (reader, "layer", &strata_layers, &choice));
  if (!strata_reader_get_member (reader, "id", &id) || get_text (id.value) == NULL)
    return;
  note (self, g_hash_table_add (seen, (gpointer) get_text (id.value)) ||
              strata_reader_fail (&id, _("another capability has this id already")));
}

static void
check_capabilities (Lint               *self,
                    const StrataReader *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  StrataReader list;
  guint length = open_member (self, root, "capabilities", STRATA_VALUE_ARRAY, &list);

  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      check_capability (self, &element, seen);
    }
}

static gboolean
is_role (StrataValue *value)
{
  const char *id = get_text (value);
  int role;

  return id != NULL && strata_vocabulary_lookup (&strata_roles, id, &role);
}

static void
check_roles (Lint               *self,
             const StrataReader *tool)
{
  g_autofree char *allowed = strata_vocabulary_describe (&strata_roles);
  g_autofree char *clause = g_strdup_printf (_("allowed are %s"), allowed);
  StrataReader list;
  guint length;

  require (self, tool, "roles");
  length = open_member (self, tool, "roles", STRATA_VALUE_ARRAY, &list);
  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      note (self, is_role (element.value) || strata_reader_fail (&element, clause));
    }
  if (length == 0 && strata_reader_get_member (tool, "roles", &list) &&
      strata_value_get_kind (list.value) == STRATA_VALUE_ARRAY)
    note (self, strata_reader_fail (&list, _("a tool has at least one role")));
}

static gboolean
is_declared (const StrataReader *tool,
             const char         *module)
{
  StrataReader modules;

  return strata_reader_get_member (tool, "modules", &modules) &&
         strata_value_get_kind (modules.value) == STRATA_VALUE_OBJECT &&
         strata_value_get_member (modules.value, module) != NULL;
}

static void
check_module_named (Lint               *self,
                    const StrataReader *tool,
                    const StrataReader *module)
{
  if (note (self, strata_reader_expect (module, STRATA_VALUE_STRING)))
    note (self, is_declared (tool, get_text (module->value)) ||
                strata_reader_fail (module, _("allowed is a module that the tool declares in “modules”")));
}

/* A verified fact can be looked up, the date says when somebody did. */
static void
check_evidence (Lint               *self,
                const StrataReader *offer)
{
  int grade = -1;
  int status;

  require (self, offer, "grade");
  require (self, offer, "date");
  note (self, strata_reader_get_choice (offer, "grade", &grades, &grade));
  note (self, strata_reader_get_choice (offer, "status", &statuses, &status));
  if (grade == 0)
    require (self, offer, "source");
  check_pattern (self, offer, "source", "^https://[^\\s/.]+\\.[^\\s]+$", _("allowed is an address that begins with https://"));
  check_pattern (self, offer, "date", "^20[0-9]{2}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$",
                 _("allowed is a month or a day such as \"2027-01\" or \"2027-01-11\""));
}

static void
check_offer (Lint               *self,
             const StrataReader *tool,
             const StrataReader *offer)
{
  StrataReader member;

  if (!note (self, strata_reader_expect (offer, STRATA_VALUE_OBJECT)))
    return;
  require (self, offer, "capability");
  if (strata_reader_get_member (offer, "capability", &member))
    check_capability_known (self, &member);
  if (strata_reader_get_member (offer, "module", &member))
    check_module_named (self, tool, &member);
  check_evidence (self, offer);
}

static void
check_offers (Lint               *self,
              const StrataReader *tool)
{
  StrataReader list;
  guint length = open_member (self, tool, "offers", STRATA_VALUE_ARRAY, &list);

  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      check_offer (self, tool, &element);
    }
  if (strata_reader_get_member (tool, "capabilities", &list))
    note (self, strata_reader_fail (&list, _("allowed in a catalogue are “offers”, with grade and date")));
}

static void
check_required (Lint               *self,
                const StrataReader *tool)
{
  StrataReader list;
  guint length = open_member (self, tool, "requires", STRATA_VALUE_ARRAY, &list);

  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      check_capability_known (self, &element);
    }
}

static void
check_module (Lint               *self,
              const StrataReader *tool,
              const StrataReader *module)
{
  const char *name = NULL;
  StrataReader list;
  guint length;

  check_key (self, module);
  if (!note (self, strata_reader_expect (module, STRATA_VALUE_OBJECT)))
    return;
  require (self, module, "name");
  note (self, strata_reader_get_id (module, "name", &name));
  length = open_member (self, module, "requires", STRATA_VALUE_ARRAY, &list);
  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      check_module_named (self, tool, &element);
    }
}

static void
check_modules (Lint               *self,
               const StrataReader *tool)
{
  StrataReader modules;
  guint length = open_member (self, tool, "modules", STRATA_VALUE_OBJECT, &modules);

  for (guint i = 0; i < length; i++)
    {
      StrataReader module = strata_reader_get_child (&modules, i);

      check_module (self, tool, &module);
    }
}

/* Whoever types a name means one tool. */
static void
claim_name (Lint               *self,
            const StrataReader *tool,
            const StrataReader *name)
{
  const char *text = get_text (name->value);
  g_autofree char *folded = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *clause = NULL;
  const char *owner;

  if (text == NULL)
    return;
  folded = g_utf8_casefold (text, -1);
  owner = g_hash_table_lookup (self->owners, folded);
  if (owner == NULL)
    g_hash_table_insert (self->owners, g_steal_pointer (&folded), (gpointer) tool->name);
  else if (!g_str_equal (owner, tool->name))
    {
      quoted = strata_quote (owner);
      /* Translators: a tool's id. */
      clause = g_strdup_printf (_("allowed is a name that no other tool has, and %s has it"), quoted);
      note (self, strata_reader_fail (name, clause));
    }
}

static void
check_names (Lint               *self,
             const StrataReader *tool)
{
  const char *text = NULL;
  StrataReader member;
  guint length;

  require (self, tool, "name");
  note (self, strata_reader_get_id (tool, "name", &text));
  note (self, strata_reader_get_id (tool, "vendor", &text));
  note (self, strata_reader_get_id (tool, "billing_unit", &text));
  if (strata_reader_get_member (tool, "name", &member))
    claim_name (self, tool, &member);
  length = open_member (self, tool, "aliases", STRATA_VALUE_ARRAY, &member);
  for (guint i = 0; i < length; i++)
    {
      StrataReader alias = strata_reader_get_child (&member, i);

      if (note (self, strata_reader_expect (&alias, STRATA_VALUE_STRING)))
        claim_name (self, tool, &alias);
    }
}

static const char *
get_renamed_to (StrataValue *entry)
{
  if (entry == NULL || strata_value_get_kind (entry) != STRATA_VALUE_OBJECT)
    return NULL;
  return get_text (strata_value_get_member (entry, "renamed_to"));
}

/* More steps than there are entries lead in a circle. */
static gboolean
leads_to_tool (Lint        *self,
               StrataValue *entry)
{
  guint steps = g_hash_table_size (self->entries);

  for (; entry != NULL && steps > 0; steps--)
    {
      const char *renamed_to = get_renamed_to (entry);

      if (renamed_to == NULL)
        return TRUE;
      entry = g_hash_table_lookup (self->entries, renamed_to);
    }
  return FALSE;
}

static void
check_renaming (Lint               *self,
                const StrataReader *tool)
{
  const char *id = NULL;
  StrataReader member;

  if (!note (self, strata_reader_get_id (tool, "renamed_to", &id)))
    return;
  strata_reader_get_member (tool, "renamed_to", &member);
  note (self, leads_to_tool (self, tool->value) ||
              strata_reader_fail (&member, _("it leads to no tool; allowed is the id of one")));
}

static void
check_tool (Lint               *self,
            const StrataReader *tool)
{
  gboolean needs_code;

  check_key (self, tool);
  if (!note (self, strata_reader_expect (tool, STRATA_VALUE_OBJECT)))
    return;
  if (strata_reader_has (tool, "renamed_to"))
    {
      check_renaming (self, tool);
      return;
    }
  check_names (self, tool);
  check_roles (self, tool);
  check_offers (self, tool);
  check_required (self, tool);
  check_modules (self, tool);
  note (self, strata_reader_get_boolean (tool, "needs_code", &needs_code));
}

static void
check_shipped (Lint               *self,
               const StrataReader *tools,
               const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *quoted = strata_quote (ids[i]);
      /* Translators: a tool's id. */
      g_autofree char *found = g_strdup_printf (_("without %s"), quoted);

      note (self, strata_value_get_member (tools->value, ids[i]) != NULL ||
                  strata_reader_fail_found (tools, found,
                                            _("an id stays for ever, as a tool or with “renamed_to”")));
    }
}

static void
check_tools (Lint               *self,
             const StrataReader *root,
             const char * const *shipped_ids)
{
  StrataReader tools;
  guint length = open_member (self, root, "tools", STRATA_VALUE_OBJECT, &tools);

  for (guint i = 0; i < length; i++)
    {
      StrataReader tool = strata_reader_get_child (&tools, i);

      if (strata_value_get_kind (tool.value) == STRATA_VALUE_NULL)
        continue;
      check_tool (self, &tool);
      if (shipped_ids != NULL && !g_strv_contains (shipped_ids, tool.name))
        note (self, strata_reader_fail (&tool, _("its id is missing among those that stay for ever")));
    }
  if (shipped_ids != NULL && strata_reader_get_member (root, "tools", &tools) &&
      strata_value_get_kind (tools.value) == STRATA_VALUE_OBJECT)
    check_shipped (self, &tools, shipped_ids);
}

static void
check_head (Lint               *self,
            const StrataReader *root)
{
  gint64 version;

  require (self, root, "format");
  require (self, root, "version");
  check_pattern (self, root, "format", "^" STRATA_CATALOG_FORMAT "$", _("allowed is \"strata-catalog\""));
  note (self, strata_reader_get_integer (root, "version", STRATA_CATALOG_VERSION, STRATA_CATALOG_VERSION, &version));
}

static StrataValue *
find_container (StrataValue     *file,
                const char      *name,
                StrataValueKind  kind)
{
  StrataValue *member = NULL;

  if (strata_value_get_kind (file) == STRATA_VALUE_OBJECT)
    member = strata_value_get_member (file, name);
  return member != NULL && strata_value_get_kind (member) == kind ? member : NULL;
}

/* Later files stand over earlier ones, as they do in a catalogue. */
static void
learn (Lint        *self,
       StrataValue *file)
{
  StrataValue *list = find_container (file, "capabilities", STRATA_VALUE_ARRAY);
  StrataValue *tools = find_container (file, "tools", STRATA_VALUE_OBJECT);

  for (guint i = 0; list != NULL && i < strata_value_get_length (list); i++)
    {
      StrataValue *element = strata_value_get_element (list, i);
      StrataValue *id = NULL;

      if (strata_value_get_kind (element) == STRATA_VALUE_OBJECT)
        id = strata_value_get_member (element, "id");
      if (get_text (id) != NULL)
        g_hash_table_add (self->capabilities, (gpointer) get_text (id));
    }
  for (guint i = 0; tools != NULL && i < strata_value_get_length (tools); i++)
    {
      StrataValue *entry = strata_value_get_element (tools, i);

      if (strata_value_get_kind (entry) != STRATA_VALUE_NULL)
        g_hash_table_insert (self->entries, (gpointer) strata_value_get_name (tools, i), entry);
    }
}

/* Names of tools that @value does not define itself. */
static void
learn_names (Lint        *self,
             StrataValue *value)
{
  StrataValue *own = find_container (value, "tools", STRATA_VALUE_OBJECT);
  GHashTableIter iter;
  gpointer id, entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    {
      const char *name = NULL;

      g_hash_table_insert (self->owners, g_utf8_casefold (id, -1), id);
      if ((own == NULL || strata_value_get_member (own, id) == NULL) &&
          strata_value_get_kind (entry) == STRATA_VALUE_OBJECT)
        name = get_text (strata_value_get_member (entry, "name"));
      if (name != NULL)
        g_hash_table_insert (self->owners, g_utf8_casefold (name, -1), id);
    }
}

/**
 * strata_catalog_lint:
 * @value: a parsed catalogue file
 * @known: (element-type StrataValue): parsed catalogue files that it will be
 *   laid over
 * @shipped_ids: (nullable) (array zero-terminated=1): ids that the file has to
 *   have, and no others; %NULL: any
 *
 * Looks for everything that is wrong with a catalogue file, where
 * [func@Strata.catalog_new] stops at the first fault and lets pass what a
 * program can live with: a fact without a source, a name that two tools have.
 *
 * Returns: (transfer full) (element-type GError): #StrataPlanErrors, each with
 *   its path, at most %STRATA_CATALOG_LINT_LIMIT
 */
GPtrArray *
strata_catalog_lint (StrataValue        *value,
                     GPtrArray          *known,
                     const char * const *shipped_ids)
{
  g_autoptr (GHashTable) capabilities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Lint self = { .capabilities = capabilities, .entries = entries, .owners = owners };
  StrataReader root;
  StrataReader named;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (known != NULL, NULL);

  self.problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  root = strata_reader_init (value, "", &self.error);
  named = strata_reader_init (value, _("the catalogue"), &self.error);
  if (!note (&self, strata_reader_expect (&named, STRATA_VALUE_OBJECT)))
    return self.problems;
  for (guint i = 0; i < known->len; i++)
    learn (&self, g_ptr_array_index (known, i));
  learn (&self, value);
  learn_names (&self, value);
  check_head (&self, &root);
  check_capabilities (&self, &root);
  check_tools (&self, &root, shipped_ids);
  return self.problems;
}
