/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number that the client names; empty when unknown.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-fact-entry.h"

#include <glib/gi18n.h>
#include <math.h>

#include "strata-fact-editor.h"
#include "workspace/strata-typed-number.h"

/* Whole numbers beyond this are not exact as doubles. */
#define LARGEST_WHOLE 9007199254740992.0

struct _StrataFactEntry
{
  StrataTypedEntry parent_instance;

  /* owned */
  StrataWorkspace  *workspace;
  StrataFactRow    *row;
};

G_DEFINE_FINAL_TYPE (StrataFactEntry, strata_fact_entry, STRATA_TYPE_TYPED_ENTRY)

static const char *
get_answer (StrataFactEntry *self)
{
  return strata_fact_row_get_value (self->row) != NULL ? strata_fact_row_get_text (self->row) : "";
}

static void
show_answer (StrataFactEntry *self)
{
  strata_typed_entry_show (STRATA_TYPED_ENTRY (self), get_answer (self));
}

static gboolean
is_answer (const StrataFact *fact,
           double            number)
{
  if (number < fact->minimum || fabs (number) > LARGEST_WHOLE)
    return FALSE;

  return fact->type != STRATA_FACT_INTEGER || number == floor (number);
}

/* NULL when the text is no answer to the question. */
static StrataValue *
read_answer (const StrataFact *fact,
             const char       *text)
{
  double number = 0;

  if (!strata_typed_number_parse (text, &number) || !is_answer (fact, number))
    return NULL;
  if (number == floor (number))
    return strata_value_new_integer ((gint64) number);

  return strata_value_new_double (number);
}

/* Says once what is allowed. */
static void
refuse (StrataFactEntry *self,
        const char      *text)
{
  const StrataFact *fact = strata_fact_row_get_fact (self->row);
  const char *allowed = fact->type == STRATA_FACT_INTEGER
    ? _("a whole number, 0 or more")
    : (fact->minimum == 0 ? _("a number, 0 or more") : _("a number"));
  /* Translators: what somebody typed, the question's name, what is allowed. */
  g_autofree char *message = g_strdup_printf (_("“%s” is no answer for %s: it takes %s."), text,
                                              strata_fact_row_get_label (self->row), allowed);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static gboolean
strata_fact_entry_take (StrataTypedEntry *entry,
                        const char       *text)
{
  StrataFactEntry *self = STRATA_FACT_ENTRY (entry);
  g_autoptr (StrataValue) value = NULL;

  if (*text != '\0')
    value = read_answer (strata_fact_row_get_fact (self->row), text);
  if (*text != '\0' && value == NULL)
    {
      refuse (self, text);
      return FALSE;
    }
  strata_fact_editor_answer (GTK_WIDGET (self), self->workspace, self->row, value);

  return TRUE;
}

static void
strata_fact_entry_dispose (GObject *object)
{
  StrataFactEntry *self = STRATA_FACT_ENTRY (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (strata_fact_entry_parent_class)->dispose (object);
}

static void
strata_fact_entry_class_init (StrataFactEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_fact_entry_dispose;
  STRATA_TYPED_ENTRY_CLASS (klass)->take = strata_fact_entry_take;
}

static void
strata_fact_entry_init (StrataFactEntry *self)
{
}

/**
 * strata_fact_entry_new:
 * @workspace: where the answer goes
 * @row: a question with a number for an answer
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_fact_entry_new (StrataWorkspace *workspace,
                       StrataFactRow   *row)
{
  StrataFactEntry *self = g_object_new (STRATA_TYPE_FACT_ENTRY, NULL);
  const StrataFact *fact = strata_fact_row_get_fact (row);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->row, row);
  strata_fact_editor_prepare (GTK_WIDGET (self), row);
  if (fact->unit != NULL)
    {
      /* Translators: what is asked for and its unit, "Growth (% a month)". */
      g_autofree char *title = g_strdup_printf (_("%s (%s)"), strata_fact_row_get_label (row), _(fact->unit));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
    }
  show_answer (self);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (show_answer), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
