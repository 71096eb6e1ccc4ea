/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every command and its keys, in one table.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-shortcuts.h"

#include <glib/gi18n.h>

#define GENERAL N_("General")
#define PLAN N_("Plan")
#define CATALOGUE N_("Catalogue")
#define STACK N_("Stack")
#define PRESENTATION N_("Presentation")

static const StrataShortcut shortcuts[] = {
  { GENERAL, N_("New plan"), "win.new", { "<Control>n" } },
  { GENERAL, N_("Open a plan"), "win.open", { "<Control>o" } },
  { GENERAL, N_("Show or hide the catalogue"), "win.show-catalogue", { "F9" } },
  { GENERAL, N_("Show or hide the inspector"), "win.show-inspector", { "<Shift>F9" } },
  { GENERAL, N_("Show the findings"), "win.show-findings", { "<Control><Shift>f" } },
  { GENERAL, N_("Show the tool"), "win.show-tool", { "<Control><Shift>t" } },
  { GENERAL, N_("Show the client’s facts"), "win.show-client", { "<Control><Shift>i" } },
  { GENERAL, N_("Main menu"), NULL, { "F10" } },
  { GENERAL, N_("Keyboard shortcuts"), "win.shortcuts", { "<Control>question", "F1" } },
  { GENERAL, N_("Close the window"), "window.close", { "<Control>w" } },
  { GENERAL, N_("Quit"), "app.quit", { "<Control>q" } },

  { PLAN, N_("Interview the client"), "win.interview", { "<Control>i" } },
  { PLAN, N_("Save"), "win.save", { "<Control>s" } },
  { PLAN, N_("Save under another name"), "win.save-as", { "<Shift><Control>s" } },
  { PLAN, N_("Earlier versions"), "win.versions", { "<Alt><Control>s" } },
  { PLAN, N_("Undo"), "win.undo", { "<Control>z" } },
  { PLAN, N_("Redo"), "win.redo", { "<Shift><Control>z", "<Control>y" } },

  { PLAN, N_("Show the scenario before"), "win.previous-scenario", { "<Control>Page_Up" } },
  { PLAN, N_("Show the next scenario"), "win.next-scenario", { "<Control>Page_Down" } },
  { PLAN, N_("Move the scenario earlier"), "win.scenario-earlier", { "<Shift><Control>Page_Up" } },
  { PLAN, N_("Move the scenario later"), "win.scenario-later", { "<Shift><Control>Page_Down" } },
  { PLAN, N_("Rename the scenario"), "win.rename-scenario", { "F2" } },

  { CATALOGUE, N_("Search, or just start typing"), "win.search", { "<Control>f" } },
  { CATALOGUE, N_("Place the tool"), NULL, { "Return" } },

  { STACK, N_("Go to another card"), NULL, { "Left|Right|Up|Down" } },
  { STACK, N_("Select the card"), NULL, { "Return" } },
  { STACK, N_("Show what the plan says of the card"), NULL, { "<Alt>Return" } },
  { STACK, N_("Select one more card, or one less"), NULL, { "<Control>space" } },
  { STACK, N_("Select up to another card"), NULL, { "<Shift>Left|<Shift>Right|<Shift>Up|<Shift>Down" } },
  { STACK, N_("Select all cards"), NULL, { "<Control>a" } },
  { STACK, N_("Select nothing"), NULL, { "Escape" } },
  { STACK, N_("Lift the selected cards, and drop them"), NULL, { "space" } },
  { STACK, N_("Put lifted cards back"), NULL, { "Escape" } },
  { STACK, N_("Remove the selected cards"), NULL, { "Delete" } },
  { STACK, N_("Cut the selected cards"), NULL, { "<Control>x" } },
  { STACK, N_("Copy the selected cards"), NULL, { "<Control>c" } },
  { STACK, N_("Paste cards behind this one"), NULL, { "<Control>v" } },
  { STACK, N_("Duplicate the selected cards"), NULL, { "<Control>d" } },
  { STACK, N_("Connect the card to another one"), NULL, { "<Control>l" } },
  { STACK, N_("Menu of the card"), NULL, { "Menu", "<Shift>F10" } },

  { PRESENTATION, N_("Present the stack, or end it"), "win.present", { "F5", "F11" } },
  { PRESENTATION, N_("Show the next finding"), "win.next-finding", { "Page_Down" } },
  { PRESENTATION, N_("Show the finding before"), "win.previous-finding", { "Page_Up" } },
  { PRESENTATION, N_("End the presentation"), NULL, { "Escape" } },
};

/**
 * strata_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: the table, groups together
 */
const StrataShortcut *
strata_shortcuts_get (guint *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * strata_shortcuts_install:
 * @application: the program
 *
 * Gives every action of the table its keys.
 */
void
strata_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
    }
}
