/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cells of house rules may speak of (decision model, section 8).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-cell-private.h"
#include "assess/strata-house-private.h"

static const char *const input_names[] = {
  [STRATA_HOUSE_DATA_PATTERN] = "data_pattern",
  [STRATA_HOUSE_HUB_PATTERN] = "hub_pattern",
  [STRATA_HOUSE_ROLES] = "roles",
  [STRATA_HOUSE_CAPABILITIES] = "capabilities",
};

/* A cell, and whether it asks the stack. */
typedef struct
{
  StrataHouse *house;
  gboolean     asks_stack;
} Cell;

static gboolean
knows_cb (const char *name,
          gpointer    data)
{
  Cell *cell = data;
  StrataHouseInput input;
  StrataSight sight;

  if (strata_sight_lookup (name, &sight))
    return TRUE;
  if (!strata_house_input_lookup (name, &input))
    return FALSE;

  cell->asks_stack = TRUE;
  cell->house->uses[input] = TRUE;
  return TRUE;
}

const char *
strata_house_input_get_name (StrataHouseInput input)
{
  return input_names[input];
}

gboolean
strata_house_input_lookup (const char       *name,
                           StrataHouseInput *input)
{
  for (guint i = 0; i < STRATA_N_HOUSE_INPUTS; i++)
    if (g_str_equal (input_names[i], name))
      {
        *input = i;
        return TRUE;
      }

  return FALSE;
}

const char *
strata_house_find_stray (StrataHouse *self,
                         FeelNode    *cell,
                         gboolean    *asks_stack)
{
  Cell one = { self, *asks_stack };
  const char *stray = strata_cell_find_stray (cell, knows_cb, &one);

  *asks_stack = one.asks_stack;

  return stray;
}
