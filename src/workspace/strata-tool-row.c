/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool as the catalogue's list shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-tool-row.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-format.h"

/* So many capabilities are named; that is about two lines of a list. */
#define MAX_CAPABILITIES 4

struct _StrataToolRow
{
  StrataRow parent_instance;
};

enum
{
  PROP_ID = 1,
  PROP_TOOL,
  PROP_NAME,
  PROP_VENDOR,
  PROP_INITIALS,
  PROP_ROLE,
  PROP_GROUP,
  PROP_SUMMARY,
  PROP_LAYER,
  PROP_VERIFIED,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_ID] = { "id", G_TYPE_STRING },
  [PROP_TOOL] = { "tool", G_TYPE_BOXED, strata_tool_get_type },
  [PROP_NAME] = { "name", G_TYPE_STRING },
  [PROP_VENDOR] = { "vendor", G_TYPE_STRING },
  [PROP_INITIALS] = { "initials", G_TYPE_STRING },
  [PROP_ROLE] = { "role", G_TYPE_STRING },
  [PROP_GROUP] = { "group", G_TYPE_STRING },
  [PROP_SUMMARY] = { "summary", G_TYPE_STRING },
  [PROP_LAYER] = { "layer", G_TYPE_INT },
  [PROP_VERIFIED] = { "verified", G_TYPE_BOOLEAN },
};

/* Headings over tools of one role. */
static const char * const groups[] = {
  [STRATA_ROLE_EVENT_COLLECTION] = N_("Event collection"),
  [STRATA_ROLE_CDP] = N_("Customer data platforms"),
  [STRATA_ROLE_WAREHOUSE] = N_("Warehouses"),
  [STRATA_ROLE_TRANSFORMATION] = N_("Transformation"),
  [STRATA_ROLE_INGESTION] = N_("Ingestion"),
  [STRATA_ROLE_REVERSE_ETL] = N_("Reverse ETL"),
  [STRATA_ROLE_IDENTITY_RESOLUTION] = N_("Identity resolution"),
  [STRATA_ROLE_CONSENT] = N_("Consent"),
  [STRATA_ROLE_ANALYTICS] = N_("Analytics"),
  [STRATA_ROLE_SPREADSHEET] = N_("Spreadsheets"),
  [STRATA_ROLE_MAP] = N_("Marketing automation"),
  [STRATA_ROLE_ORCHESTRATOR] = N_("Orchestrators"),
  [STRATA_ROLE_CONNECTOR] = N_("Connectors"),
  [STRATA_ROLE_CRM] = N_("CRM"),
  [STRATA_ROLE_MESSAGING] = N_("Messaging"),
  [STRATA_ROLE_PERSONALIZATION_ENGINE] = N_("Personalization engines"),
  [STRATA_ROLE_EXPERIMENTATION] = N_("Experimentation"),
  [STRATA_ROLE_RECOMMENDATION] = N_("Recommendations"),
  [STRATA_ROLE_CONTENT_VARIANTS] = N_("Content variants"),
  [STRATA_ROLE_FEATURE_FLAGS] = N_("Feature flags"),
  [STRATA_ROLE_MEASUREMENT] = N_("Measurement"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (groups) == STRATA_N_ROLES);

G_DEFINE_FINAL_TYPE (StrataToolRow, strata_tool_row, STRATA_TYPE_ROW)

static gboolean
is_named_before (StrataTool *tool,
                 guint       index)
{
  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (tool->offers[i].capability, tool->offers[index].capability))
        return TRUE;
    }

  return FALSE;
}

static char *
summarize (StrataCatalog *catalog,
           StrataTool    *tool)
{
  GString *text = g_string_new (NULL);
  guint n_named = 0;

  for (guint i = 0; i < tool->n_offers; i++)
    {
      if (is_named_before (tool, i))
        continue;
      if (n_named == MAX_CAPABILITIES)
        {
          g_string_append (text, "…");
          break;
        }
      /* Translators: what stands between the words of a list */
      g_string_append (text, n_named++ > 0 ? _(", ") : "");
      g_string_append (text, strata_catalog_get_label (catalog, tool->offers[i].capability));
    }

  return g_string_free_and_steal (text);
}

static gboolean
is_verified (StrataTool *tool)
{
  for (guint i = 0; i < tool->n_offers; i++)
    {
      if (g_strcmp0 (tool->offers[i].grade, "verified") != 0)
        return FALSE;
    }

  return tool->n_offers > 0;
}

static void
strata_tool_row_class_init (StrataToolRowClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_tool_row_init (StrataToolRow *self)
{
}

/**
 * strata_tool_row_new:
 * @id: a tool's id
 *
 * Returns: (transfer full): a row that shows nothing but the id yet
 */
StrataToolRow *
strata_tool_row_new (const char *id)
{
  StrataToolRow *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (STRATA_TYPE_TOOL_ROW, NULL);
  strata_row_set_string (STRATA_ROW (self), PROP_ID, id);

  return self;
}

/**
 * strata_tool_row_update:
 * @self: a row
 * @catalog: where capabilities are looked up
 * @tool: what it shows from now on
 */
void
strata_tool_row_update (StrataToolRow *self,
                        StrataCatalog *catalog,
                        StrataTool    *tool)
{
  StrataRow *row = STRATA_ROW (self);

  g_return_if_fail (STRATA_IS_TOOL_ROW (self));
  g_return_if_fail (catalog != NULL && tool != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  strata_row_set_boxed (row, PROP_TOOL, tool);
  strata_row_set_string (row, PROP_NAME, tool->name);
  strata_row_set_string (row, PROP_VENDOR, tool->vendor);
  strata_row_take_string (row, PROP_INITIALS, strata_format_initials (tool->name));
  strata_row_set_string (row, PROP_ROLE, _(strata_vocabulary_get_label (&strata_roles, tool->main_role)));
  strata_row_set_string (row, PROP_GROUP, _(groups[tool->main_role]));
  strata_row_take_string (row, PROP_SUMMARY, summarize (catalog, tool));
  strata_row_set_int (row, PROP_LAYER, (int) strata_tool_get_home (tool));
  strata_row_set_boolean (row, PROP_VERIFIED, is_verified (tool));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_tool_row_get_id:
 * @self: a row
 *
 * Returns: the tool's id
 */
const char *
strata_tool_row_get_id (StrataToolRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_ID);
}

/**
 * strata_tool_row_get_tool:
 * @self: a row
 *
 * Returns: (transfer none): the tool
 */
StrataTool *
strata_tool_row_get_tool (StrataToolRow *self)
{
  return (StrataTool *) strata_row_get_boxed (STRATA_ROW (self), PROP_TOOL);
}

/**
 * strata_tool_row_get_name:
 * @self: a row
 *
 * Returns: its name
 */
const char *
strata_tool_row_get_name (StrataToolRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_NAME);
}

/**
 * strata_tool_row_get_group:
 * @self: a row
 *
 * Returns: the heading that it stands under
 */
const char *
strata_tool_row_get_group (StrataToolRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_GROUP);
}

/**
 * strata_tool_row_get_layer:
 * @self: a row
 *
 * Returns: where it is at home
 */
StrataLayer
strata_tool_row_get_layer (StrataToolRow *self)
{
  return (StrataLayer) strata_row_get_int (STRATA_ROW (self), PROP_LAYER);
}
