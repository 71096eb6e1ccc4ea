/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day or an amount of money of one placement; empty: the default.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-entry.h"

#include <glib/gi18n.h>

#include "workspace/strata-format.h"
#include "workspace/strata-typed-number.h"

struct _StrataToolEntry
{
  StrataTypedEntry    parent_instance;

  /* owned */
  StrataWorkspace    *workspace;
  char               *placement;
  char               *module; /* or NULL: the whole tool */

  /* flags */
  gboolean            is_day;
  StrataPlacementDay  day;
};

G_DEFINE_FINAL_TYPE (StrataToolEntry, strata_tool_entry, STRATA_TYPE_TYPED_ENTRY)

static gboolean
set_member (StrataToolEntry  *self,
            const char       *member,
            StrataValue      *value,
            GError          **error)
{
  const char * const placements[] = { self->placement, NULL };

  return strata_workspace_set_member (self->workspace, placements, member, value, error);
}

static gboolean
set_day (StrataToolEntry  *self,
         const char       *text,
         GError          **error)
{
  const char *key = strata_placement_day_get_key (self->day);
  g_autoptr (StrataValue) value = NULL;
  int day = 0;

  if (*text == '\0')
    return set_member (self, key, NULL, error);
  if (!strata_typed_number_parse_day (text, &day))
    {
      g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                   /* Translators: what somebody typed. */
                   _("“%s” is no day: days are whole numbers from −3650 to 3650, counted from the workshop."), text);
      return FALSE;
    }
  value = strata_value_new_integer (day);

  return set_member (self, key, value, error);
}

static gboolean
set_money (StrataToolEntry  *self,
           gint64            cents,
           GError          **error)
{
  g_autoptr (StrataValue) value = NULL;

  if (self->module != NULL)
    return strata_workspace_set_module_cost (self->workspace, self->placement, self->module, cents, error);
  if (cents != STRATA_MONEY_UNKNOWN)
    value = strata_money_to_value (cents);

  return set_member (self, "monthly_cost", value, error);
}

static gboolean
read_money (StrataToolEntry  *self,
            const char       *text,
            GError          **error)
{
  gint64 cents = STRATA_MONEY_UNKNOWN;

  if (*text != '\0' && !strata_typed_number_parse_money (text, &cents))
    {
      g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                   /* Translators: what somebody typed. */
                   _("“%s” is no amount: it takes a number, 0 or more, with up to two decimals."), text);
      return FALSE;
    }

  return set_money (self, cents, error);
}

static gboolean
strata_tool_entry_take (StrataTypedEntry *entry,
                        const char       *text)
{
  StrataToolEntry *self = STRATA_TOOL_ENTRY (entry);
  g_autoptr (GError) error = NULL;

  if ((self->is_day ? set_day : read_money) (self, text, &error))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);

  return FALSE;
}

static void
show_day (StrataToolEntry      *self,
          const StrataToolView *view)
{
  int day = strata_placement_day_get (view->placement, self->day);
  g_autofree char *text = day != STRATA_DAY_UNSET ? strata_format_number (day) : g_strdup ("");
  g_autofree char *caption = strata_placement_day_describe (view->assessment, view->index, self->day);

  strata_typed_entry_show (STRATA_TYPED_ENTRY (self), text);
  strata_typed_entry_set_caption (STRATA_TYPED_ENTRY (self), caption);
}

static gint64
get_cost (StrataToolEntry *self,
          StrataPlacement *placement)
{
  if (self->module == NULL)
    return placement->monthly_cost;
  for (guint i = 0; placement->modules[i] != NULL; i++)
    {
      if (g_str_equal (placement->modules[i], self->module))
        return placement->module_costs[i];
    }

  return STRATA_MONEY_UNKNOWN;
}

static void
show_money (StrataToolEntry      *self,
            const StrataToolView *view)
{
  gint64 cents = get_cost (self, view->placement);
  gboolean known = cents != STRATA_MONEY_UNKNOWN;
  gboolean paid = self->module == NULL || g_strv_contains (view->placement->modules, self->module);
  g_autofree char *text = known ? strata_format_money (cents, NULL) : g_strdup ("");
  g_autofree char *unit = NULL;

  /* Translators: a currency, “EUR a month”. */
  unit = g_strdup_printf (_("%s a month"), strata_plan_get_currency (strata_assessment_get_plan (view->assessment)));
  strata_typed_entry_show (STRATA_TYPED_ENTRY (self), text);
  gtk_editable_set_editable (GTK_EDITABLE (self), paid);
  strata_typed_entry_set_caption (STRATA_TYPED_ENTRY (self), !paid ? "" : (known ? unit : _("Unknown")));
}

static void
strata_tool_entry_dispose (GObject *object)
{
  StrataToolEntry *self = STRATA_TOOL_ENTRY (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->placement, g_free);
  g_clear_pointer (&self->module, g_free);

  G_OBJECT_CLASS (strata_tool_entry_parent_class)->dispose (object);
}

static void
strata_tool_entry_class_init (StrataToolEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_tool_entry_dispose;
  STRATA_TYPED_ENTRY_CLASS (klass)->take = strata_tool_entry_take;
}

static void
strata_tool_entry_init (StrataToolEntry *self)
{
}

static StrataToolEntry *
new_entry (StrataWorkspace *workspace,
           const char      *placement,
           const char      *name,
           const char      *title)
{
  StrataToolEntry *self = g_object_new (STRATA_TYPE_TOOL_ENTRY, "name", name, "title", title, "use-markup", FALSE, NULL);

  self->workspace = g_object_ref (workspace);
  self->placement = g_strdup (placement);

  return self;
}

/**
 * strata_tool_entry_new_day:
 * @workspace: where it goes
 * @placement: id of a placement
 * @day: which of its days
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_tool_entry_new_day (StrataWorkspace    *workspace,
                           const char         *placement,
                           StrataPlacementDay  day)
{
  static const char * const day_titles[STRATA_N_PLACEMENT_DAYS] = { N_("Start Day"), N_("Live Day"), N_("Retire Day") };
  static const char * const names[STRATA_N_PLACEMENT_DAYS] = { "tool-start", "tool-live", "tool-retire" };
  StrataToolEntry *self = new_entry (workspace, placement, names[day], _(day_titles[day]));

  self->is_day = TRUE;
  self->day = day;

  return GTK_WIDGET (self);
}

/**
 * strata_tool_entry_new_money:
 * @workspace: where it goes
 * @placement: id of a placement
 * @module: (nullable): id of a module; %NULL: all of it
 * @title: what it is the cost of
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_tool_entry_new_money (StrataWorkspace *workspace,
                             const char      *placement,
                             const char      *module,
                             const char      *title)
{
  g_autofree char *name = module != NULL ? g_strconcat ("tool-module-", module, "-cost", NULL) : g_strdup ("tool-cost");
  StrataToolEntry *self = new_entry (workspace, placement, name, title);

  self->module = g_strdup (module);

  return GTK_WIDGET (self);
}

/**
 * strata_tool_entry_update:
 * @self: a row
 * @view: the placement as it is now
 */
void
strata_tool_entry_update (StrataToolEntry      *self,
                          const StrataToolView *view)
{
  g_return_if_fail (STRATA_IS_TOOL_ENTRY (self));
  g_return_if_fail (view != NULL);

  if (self->is_day)
    show_day (self, view);
  else
    show_money (self, view);
}
