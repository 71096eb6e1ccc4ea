/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a gesture asks for as an edit, made but not yet applied.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-gesture.h"

#include <glib/gi18n-lib.h>

static char *
find_free_id (StrataScenario *scenario)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      if (strata_scenario_find (scenario, id, NULL) == NULL)
        return g_steal_pointer (&id);
    }
}

static void
add_text (GPtrArray  *names,
          GPtrArray  *members,
          const char *name,
          const char *text)
{
  g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_add (members, strata_value_new_string (text));
}

static StrataValue *
make_placement (const char  *id,
                const char  *tool,
                StrataLayer  layer)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  add_text (names, members, "id", id);
  add_text (names, members, "tool", tool);
  add_text (names, members, "layer", strata_vocabulary_get_id (&strata_layers, layer));
  add_text (names, members, "status", strata_vocabulary_get_id (&strata_statuses, STRATA_STATUS_PLANNED));

  return strata_value_new_object (names, members);
}

/* Where in the scenario's placements something must stand to be at a position
 * of a lane: as near as can be to where it stands, so that a file changes
 * little. The placement at `moved` does not count; G_MAXUINT for none. */
static guint
find_index (StrataScenario *scenario,
            StrataLayer     layer,
            guint           position,
            guint           moved)
{
  guint n_others = scenario->n_placements - (moved < scenario->n_placements);
  guint lowest = 0;
  guint highest = n_others;
  guint n_passed = 0;

  for (guint i = 0; i < scenario->n_placements && highest == n_others; i++)
    {
      guint index = i - (i > moved);

      if (i == moved || scenario->placements[i]->layer != layer)
        continue;
      if (n_passed++ < position)
        lowest = index + 1;
      else
        highest = index;
    }

  return CLAMP (MIN (moved, n_others), lowest, highest);
}

static gboolean
is_member_of (StrataValue *object,
              const char  *name,
              const char  *text)
{
  StrataValue *member = strata_value_get_member (object, name);

  return member != NULL &&
         strata_value_get_kind (member) == STRATA_VALUE_STRING &&
         g_str_equal (strata_value_get_string (member), text);
}

static void
set_or_unset (StrataEdit  *edit,
              const char  *path,
              StrataValue *array)
{
  if (strata_value_get_length (array) > 0)
    strata_edit_set (edit, path, array);
  else
    strata_edit_unset (edit, path);
}

static void
remove_flows (StrataEdit     *edit,
              StrataScenario *scenario,
              const char     *placement)
{
  StrataValue *flows = strata_value_get_member (strata_scenario_get_value (scenario), "flows");
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (StrataValue) array = NULL;
  g_autofree char *path = strata_path_build ("scenarios", scenario->id, "flows", NULL);

  if (scenario->n_flows == 0)
    return;

  for (guint i = 0; i < strata_value_get_length (flows); i++)
    {
      StrataValue *flow = strata_value_get_element (flows, i);

      if (!is_member_of (flow, "from", placement) && !is_member_of (flow, "to", placement))
        g_ptr_array_add (kept, flow);
    }
  if (kept->len == strata_value_get_length (flows))
    return;

  array = strata_value_new_array (kept);
  set_or_unset (edit, path, array);
}

static void
remove_owners (StrataEdit     *edit,
               StrataScenario *scenario,
               guint           position)
{
  for (guint i = 0; i < scenario->n_owners; i++)
    {
      g_autofree char *path = strata_path_build ("scenarios", scenario->id, "owners",
                                                 scenario->owners[i].capability, NULL);

      if (scenario->owners[i].placement == position)
        strata_edit_unset (edit, path);
    }
}

/* English sets the names of commands in title case; a translation says itself
 * how it is written. */
static char *
dup_title (const char *label)
{
  const char *translated = _(label);
  GString *title;
  gunichar former = ' ';

  if (translated != label)
    return g_strdup (translated);

  title = g_string_new (NULL);
  for (; *label != '\0'; label = g_utf8_next_char (label))
    {
      gunichar letter = g_utf8_get_char (label);

      g_string_append_unichar (title, former == ' ' ? g_unichar_totitle (letter) : letter);
      former = letter;
    }

  return g_string_free_and_steal (title);
}

/**
 * strata_gesture_place:
 * @scenario: a scenario
 * @tool: the tool to place
 * @layer: the layer to place it on
 * @position: its place in that lane; whatever is beyond the end is the end
 * @placement: (out) (optional): the id that it will have
 *
 * Places a tool, planned, under the first free of the ids p1, p2, ….
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_place (StrataScenario  *scenario,
                      StrataTool      *tool,
                      StrataLayer      layer,
                      guint            position,
                      char           **placement)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (scenario != NULL && tool != NULL, NULL);

  id = find_free_id (scenario);
  value = make_placement (id, tool->id, layer);
  path = strata_path_build ("scenarios", scenario->id, "placements", NULL);
  name = g_strdup_printf (_("Place %s"), tool->name);
  edit = strata_edit_new (name);
  if (scenario->n_placements == 0)
    {
      g_autoptr (GPtrArray) elements = g_ptr_array_new ();
      g_autoptr (StrataValue) array = NULL;

      g_ptr_array_add (elements, value);
      array = strata_value_new_array (elements);
      strata_edit_set (edit, path, array);
    }
  else
    {
      strata_edit_insert (edit, path, find_index (scenario, layer, position, G_MAXUINT), value);
    }

  if (placement != NULL)
    *placement = g_steal_pointer (&id);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_move:
 * @scenario: a scenario
 * @placement: one of its placements
 * @name: the name of its tool
 * @layer: the layer to move it to
 * @position: its place in that lane, itself not counted; whatever is beyond the
 *   end is the end
 *
 * Moves a placement within its lane or to another one.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if it is there
 */
StrataEdit *
strata_gesture_move (StrataScenario  *scenario,
                     StrataPlacement *placement,
                     const char      *name,
                     StrataLayer      layer,
                     guint            position)
{
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  guint current = 0;
  guint index;

  g_return_val_if_fail (scenario != NULL && placement != NULL && name != NULL, NULL);
  g_return_val_if_fail (strata_scenario_find (scenario, placement->id, &current) == placement, NULL);

  index = find_index (scenario, layer, position, current);
  if (layer == placement->layer && index == current)
    return NULL;

  title = layer == placement->layer
    ? g_strdup_printf (_("Move %s"), name)
    : g_strdup_printf (C_("undo", "Move %s to %s"), name, _(strata_vocabulary_get_label (&strata_layers, layer)));
  edit = strata_edit_new (title);
  path = strata_path_build ("scenarios", scenario->id, "placements", placement->id, NULL);
  if (layer != placement->layer)
    {
      g_autofree char *layer_path = g_strconcat (path, "/layer", NULL);
      g_autoptr (StrataValue) value = strata_value_new_string (strata_vocabulary_get_id (&strata_layers, layer));

      strata_edit_set (edit, layer_path, value);
    }
  if (index != current)
    strata_edit_move (edit, path, index);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_remove:
 * @scenario: a scenario
 * @placement: one of its placements
 * @name: the name of its tool
 *
 * Removes a placement, its flows, and its entries among the owners. What was
 * accepted stays: it is a log of decisions.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_remove (StrataScenario  *scenario,
                       StrataPlacement *placement,
                       const char      *name)
{
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  guint position = 0;

  g_return_val_if_fail (scenario != NULL && placement != NULL && name != NULL, NULL);
  g_return_val_if_fail (strata_scenario_find (scenario, placement->id, &position) == placement, NULL);

  title = g_strdup_printf (_("Remove %s"), name);
  edit = strata_edit_new (title);
  remove_flows (edit, scenario, placement->id);
  remove_owners (edit, scenario, position);
  path = strata_path_build ("scenarios", scenario->id, "placements", placement->id, NULL);
  strata_edit_unset (edit, path);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_set_fact:
 * @plan: a plan
 * @fact: a question to the client
 * @value: (nullable): the answer; %NULL: unknown
 *
 * Answers a question.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if that is the answer
 */
StrataEdit *
strata_gesture_set_fact (StrataPlan       *plan,
                         const StrataFact *fact,
                         StrataValue      *value)
{
  StrataValue *facts = NULL;
  StrataValue *former = NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (plan != NULL && fact != NULL, NULL);

  facts = strata_value_get_member (strata_plan_get_value (plan), "facts");
  if (facts != NULL && strata_value_get_kind (facts) == STRATA_VALUE_OBJECT)
    former = strata_value_get_member (facts, fact->key);
  if (former == value || (former != NULL && value != NULL && strata_value_equal (former, value)))
    return NULL;

  label = dup_title (fact->label);
  title = g_strdup_printf (C_("undo", "Set %s"), label);
  edit = strata_edit_new (title);
  path = strata_path_build ("facts", fact->key, NULL);
  if (value != NULL)
    strata_edit_set (edit, path, value);
  else
    strata_edit_unset (edit, path);

  return g_steal_pointer (&edit);
}
