/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a plan's records from its value, reusing those of a former plan.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-records-private.h"

static StrataIndex *
index_ids (GPtrArray *ids)
{
  return strata_index_new ((const char * const *) ids->pdata, ids->len);
}

static gboolean
check_format (const StrataReader *reader)
{
  StrataReader member;
  const char *format = NULL;

  if (!strata_reader_require (reader, "format", "version", NULL)
      || !strata_reader_get_string (reader, "format", &format))
    return FALSE;

  strata_reader_get_member (reader, "format", &member);

  return g_str_equal (format, STRATA_PLAN_FORMAT)
         || strata_reader_fail (&member, _("allowed is \"strata-plan\""));
}

static gboolean
fail_version (const StrataReader *reader,
              gint64              version)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  g_propagate_error (reader->error,
                     strata_plan_error_new (STRATA_PLAN_ERROR_VERSION, "version",
                                            _("version is %s; allowed is %d, and this plan needs a Strata that reads version %s"),
                                            number, STRATA_PLAN_VERSION, number));

  return FALSE;
}

static gboolean
check_version (const StrataReader *reader)
{
  gint64 version = 0;

  if (!strata_reader_get_integer (reader, "version", 1, G_MAXINT64, &version))
    return FALSE;

  return version <= STRATA_PLAN_VERSION || fail_version (reader, version);
}

static gboolean
read_currency (StrataPlan         *self,
               const StrataReader *reader)
{
  StrataReader member;

  if (!strata_reader_get_string (reader, "currency", &self->currency))
    return FALSE;
  if (!strata_reader_get_member (reader, "currency", &member))
    return TRUE;
  if (strlen (self->currency) == 3 && strspn (self->currency, G_CSET_A_2_Z) == 3)
    return TRUE;

  return strata_reader_fail (&member, _("allowed is a code of three capital letters such as \"EUR\""));
}

static gboolean
read_facts (StrataPlan         *self,
            const StrataReader *reader,
            StrataPlan         *former)
{
  StrataReader member;

  strata_reader_get_member (reader, "facts", &member);
  if (former != NULL && strata_facts_get_value (former->facts) == member.value)
    self->facts = strata_facts_ref (former->facts);
  else
    self->facts = strata_facts_read (&member);

  return self->facts != NULL;
}

static gboolean
read_tool (StrataPlan         *self,
           const StrataReader *reader,
           StrataPlan         *former)
{
  StrataTool *tool = former != NULL ? strata_plan_find_tool (former, reader->name) : NULL;

  if (tool != NULL && tool->value == reader->value)
    tool = strata_tool_ref (tool);
  else if (*reader->name == '\0')
    return strata_reader_fail_found (reader, _("a tool without an id"), _("allowed is a key that is not empty"));
  else
    tool = strata_tool_read (reader, reader->name);

  if (tool == NULL)
    return FALSE;

  g_ptr_array_add (self->tools, tool);
  g_ptr_array_add (self->tool_ids, tool->id);

  return TRUE;
}

static gboolean
read_tools (StrataPlan         *self,
            const StrataReader *reader,
            StrataPlan         *former)
{
  StrataReader object;
  guint length = 0;

  if (!strata_reader_open (reader, "tools", STRATA_VALUE_OBJECT, &object, &length))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      StrataReader member = strata_reader_get_child (&object, i);

      if (strata_value_get_kind (member.value) != STRATA_VALUE_NULL && !read_tool (self, &member, former))
        return FALSE;
    }
  self->tool_index = index_ids (self->tool_ids);

  return TRUE;
}

/* Finds the scenario that @value is a new state of. */
static StrataScenario *
find_former_scenario (StrataPlan  *former,
                      StrataValue *value,
                      guint        position)
{
  StrataScenario *scenario = NULL;
  StrataValue *id = NULL;

  if (former == NULL || strata_value_get_kind (value) != STRATA_VALUE_OBJECT)
    return NULL;

  id = strata_value_get_member (value, "id");
  if (id != NULL && strata_value_get_kind (id) == STRATA_VALUE_STRING)
    scenario = strata_plan_find_scenario (former, strata_value_get_string (id), NULL);
  if (scenario == NULL && position < former->scenarios->len)
    scenario = g_ptr_array_index (former->scenarios, position);

  return scenario;
}

static gboolean
read_scenario (StrataPlan         *self,
               const StrataReader *reader,
               StrataPlan         *former)
{
  StrataScenario *scenario = find_former_scenario (former, reader->value, reader->index);

  if (scenario != NULL && scenario->value == reader->value)
    scenario = strata_scenario_ref (scenario);
  else
    scenario = strata_scenario_read (reader, scenario);

  if (scenario == NULL)
    return FALSE;

  g_ptr_array_add (self->scenarios, scenario);
  g_ptr_array_add (self->scenario_ids, (gpointer) scenario->id);

  return TRUE;
}

static gboolean
check_duplicates (StrataPlan         *self,
                  const StrataReader *list)
{
  const char * const *ids = (const char * const *) self->scenario_ids->pdata;
  StrataReader scenario;
  StrataReader id;
  guint duplicate = 0;

  if (!strata_index_find_duplicate (self->scenario_index, ids, self->scenario_ids->len, &duplicate))
    return TRUE;

  scenario = strata_reader_get_child (list, duplicate);
  strata_reader_get_member (&scenario, "id", &id);

  return strata_reader_fail (&id, _("another scenario has this id already"));
}

static gboolean
read_scenarios (StrataPlan         *self,
                const StrataReader *reader,
                StrataPlan         *former)
{
  StrataReader list;
  guint length = 0;

  if (!strata_reader_require (reader, "scenarios", NULL)
      || !strata_reader_open (reader, "scenarios", STRATA_VALUE_ARRAY, &list, &length))
    return FALSE;
  if (length == 0)
    return strata_reader_fail (&list, _("a plan has at least one scenario"));

  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      if (!read_scenario (self, &element, former))
        return FALSE;
    }
  self->scenario_index = index_ids (self->scenario_ids);

  return check_duplicates (self, &list);
}

static gboolean
read_plan (StrataPlan         *self,
           const StrataReader *reader,
           StrataPlan         *former)
{
  return strata_reader_expect (reader, STRATA_VALUE_OBJECT)
         && check_format (reader)
         && check_version (reader)
         && strata_reader_get_string (reader, "title", &self->title)
         && strata_reader_get_string (reader, "client", &self->client)
         && read_currency (self, reader)
         && strata_reader_get_date (reader, "start_date", &self->start_date)
         && strata_reader_get_string (reader, "model", &self->model)
         && read_facts (self, reader, former)
         && read_tools (self, reader, former)
         && read_scenarios (self, reader, former);
}

/* Makes a plan that shares with @former what did not change. */
StrataPlan *
strata_plan_make (StrataValue  *value,
                  StrataPlan   *former,
                  GError      **error)
{
  g_autoptr (StrataPlan) self = g_new0 (StrataPlan, 1);
  StrataReader reader = strata_reader_init (value, "", error);

  g_atomic_ref_count_init (&self->ref_count);
  self->value = strata_value_ref (value);
  self->title = "";
  self->tools = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_tool_unref);
  self->tool_ids = g_ptr_array_new ();
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_scenario_unref);
  self->scenario_ids = g_ptr_array_new ();

  return read_plan (self, &reader, former) ? g_steal_pointer (&self) : NULL;
}
