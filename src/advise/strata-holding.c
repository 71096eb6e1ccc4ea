/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a placement has, from its tool and what was bought of it.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-holding-private.h"

/* Whether the placement has the offer, not counting one of its modules. */
static gboolean
is_bought (StrataPlacement   *placement,
           const StrataOffer *offer,
           const char        *without)
{
  return offer->module == NULL ||
         (g_strcmp0 (offer->module, without) != 0 && g_strv_contains (placement->modules, offer->module));
}

static gboolean
has_without (StrataPlacement *placement,
             StrataTool      *tool,
             const char      *capability,
             const char      *module)
{
  for (guint i = 0; i < tool->n_offers; i++)
    {
      if (g_str_equal (tool->offers[i].capability, capability) && is_bought (placement, &tool->offers[i], module))
        return TRUE;
    }

  return FALSE;
}

static void
add_once (GPtrArray  *capabilities,
          const char *capability)
{
  if (!g_ptr_array_find_with_equal_func (capabilities, capability, g_str_equal, NULL))
    g_ptr_array_add (capabilities, (gpointer) capability);
}

static const char **
end_list (GPtrArray *capabilities)
{
  g_ptr_array_add (capabilities, NULL);

  return (const char **) g_ptr_array_free (capabilities, FALSE);
}

const char **
strata_holding_list (StrataPlacement *placement,
                     StrataTool      *tool)
{
  GPtrArray *capabilities = g_ptr_array_new ();

  for (guint i = 0; i < tool->n_offers; i++)
    {
      if (is_bought (placement, &tool->offers[i], NULL))
        add_once (capabilities, tool->offers[i].capability);
    }

  return end_list (capabilities);
}

gboolean
strata_holding_has (StrataPlacement *placement,
                    StrataTool      *tool,
                    const char      *capability)
{
  return has_without (placement, tool, capability, NULL);
}

const char **
strata_holding_list_module (StrataPlacement *placement,
                            StrataTool      *tool,
                            const char      *module)
{
  GPtrArray *capabilities = g_ptr_array_new ();

  for (guint i = 0; i < tool->n_offers; i++)
    {
      const StrataOffer *offer = &tool->offers[i];

      if (g_strcmp0 (offer->module, module) == 0 && !has_without (placement, tool, offer->capability, module))
        add_once (capabilities, offer->capability);
    }

  return end_list (capabilities);
}
