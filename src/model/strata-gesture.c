/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a gesture asks for as an edit, made but not yet applied.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-gesture.h"

#include <glib/gi18n-lib.h>

#include "strata-arrangement-private.h"
#include "strata-gesture-private.h"

/* A placement that an acceptance still names could be taken for another one
 * that was decided about. */
static gboolean
is_taken (StrataScenario *scenario,
          const char     *id)
{
  if (strata_scenario_find (scenario, id, NULL) != NULL)
    return TRUE;

  for (guint i = 0; i < scenario->n_accepted; i++)
    {
      if (g_strv_contains (scenario->accepted[i].tools, id))
        return TRUE;
    }

  return FALSE;
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

static gboolean
is_among (GPtrArray  *placements,
          const char *id)
{
  for (guint i = 0; i < placements->len; i++)
    {
      StrataPlacement *placement = g_ptr_array_index (placements, i);

      if (g_str_equal (placement->id, id))
        return TRUE;
    }

  return FALSE;
}

/* Whether a flow begins or ends at one of the placements. */
static gboolean
touches (StrataValue *flow,
         const char  *end,
         GPtrArray   *placements)
{
  return is_among (placements, strata_value_get_string (strata_value_get_member (flow, end)));
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
              GPtrArray      *placements)
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

      if (!touches (flow, "from", placements) && !touches (flow, "to", placements))
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
               GPtrArray      *placements)
{
  for (guint i = 0; i < scenario->n_owners; i++)
    {
      const StrataOwner *owner = &scenario->owners[i];
      g_autofree char *path = strata_path_build ("scenarios", scenario->id, "owners", owner->capability, NULL);

      if (is_among (placements, scenario->placements[owner->placement]->id))
        strata_edit_unset (edit, path);
    }
}

static char *
name_move (GPtrArray  *placements,
           const char *name,
           StrataLayer layer)
{
  gboolean stays = TRUE;

  for (guint i = 0; i < placements->len; i++)
    stays = stays && ((StrataPlacement *) g_ptr_array_index (placements, i))->layer == layer;

  return stays
    ? g_strdup_printf (_("Move %s"), name)
    : g_strdup_printf (C_("undo", "Move %s to %s"), name, _(strata_vocabulary_get_label (&strata_layers, layer)));
}

static void
move_one (StrataEdit        *edit,
          StrataArrangement *arrangement,
          StrataScenario    *scenario,
          StrataPlacement   *placement,
          StrataLayer        layer,
          guint              position)
{
  g_autofree char *path = strata_path_build ("scenarios", scenario->id, "placements", placement->id, NULL);
  guint former = 0;
  guint index = strata_arrangement_put (arrangement, placement->id, layer, position, &former);

  if (layer != placement->layer)
    {
      g_autofree char *layer_path = g_strconcat (path, "/layer", NULL);
      g_autoptr (StrataValue) value = strata_value_new_string (strata_vocabulary_get_id (&strata_layers, layer));

      strata_edit_set (edit, layer_path, value);
    }
  if (index != former)
    strata_edit_move (edit, path, index);
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

char *
strata_gesture_find_free_id (StrataScenario *scenario,
                             guint          *number)
{
  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("p%u", (*number)++);

      if (!is_taken (scenario, id))
        return g_steal_pointer (&id);
    }
}

/**
 * strata_gesture_place:
 * @scenario: a scenario
 * @tool: the tool to place
 * @layer: the layer to place it on
 * @position: its place in that lane; whatever is beyond the end is the end
 * @placement: (out) (optional): the id that it will have
 *
 * Places a tool, planned, under the first free of the ids p1, p2, …. An id that
 * an acceptance names is not free, whether or not its placement is there.
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
  guint number = 1;

  g_return_val_if_fail (scenario != NULL && tool != NULL, NULL);

  id = strata_gesture_find_free_id (scenario, &number);
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
      g_autoptr (StrataArrangement) arrangement = strata_arrangement_new (scenario);

      strata_edit_insert (edit, path, strata_arrangement_add (arrangement, layer, position), value);
    }

  if (placement != NULL)
    *placement = g_steal_pointer (&id);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_move:
 * @scenario: a scenario
 * @placements: (element-type StrataPlacement): some of its placements, in the
 *   scenario's order
 * @name: what they are called in the edit's name
 * @layer: the layer to move them to
 * @position: the place of the first in that lane, none of them counted;
 *   whatever is beyond the end is the end
 *
 * Moves placements within their lanes or to another one, where they stand side
 * by side in the order that they had.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if they are there
 */
StrataEdit *
strata_gesture_move (StrataScenario *scenario,
                     GPtrArray      *placements,
                     const char     *name,
                     StrataLayer     layer,
                     guint           position)
{
  g_autofree char *title = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataArrangement) arrangement = NULL;

  g_return_val_if_fail (scenario != NULL && placements != NULL && name != NULL, NULL);

  title = name_move (placements, name, layer);
  edit = strata_edit_new (title);
  arrangement = strata_arrangement_new (scenario);
  for (guint i = 0; i < placements->len; i++)
    strata_arrangement_lift (arrangement, ((StrataPlacement *) g_ptr_array_index (placements, i))->id);
  for (guint i = 0; i < placements->len; i++)
    move_one (edit, arrangement, scenario, g_ptr_array_index (placements, i),
              layer, MIN (position, scenario->n_placements) + i);

  return strata_edit_get_n_operations (edit) > 0 ? g_steal_pointer (&edit) : NULL;
}

/**
 * strata_gesture_remove:
 * @scenario: a scenario
 * @placements: (element-type StrataPlacement): some of its placements
 * @title: what Undo shows
 *
 * Removes placements, their flows, and their entries among the owners. What
 * was accepted stays: it is a log of decisions.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_remove (StrataScenario *scenario,
                       GPtrArray      *placements,
                       const char     *title)
{
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (scenario != NULL && placements != NULL && title != NULL, NULL);

  edit = strata_edit_new (title);
  remove_flows (edit, scenario, placements);
  remove_owners (edit, scenario, placements);
  for (guint i = 0; i < placements->len; i++)
    {
      StrataPlacement *placement = g_ptr_array_index (placements, i);
      g_autofree char *path = strata_path_build ("scenarios", scenario->id, "placements", placement->id, NULL);

      strata_edit_unset (edit, path);
    }

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
