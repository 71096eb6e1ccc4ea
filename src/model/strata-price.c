/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check of a placement's price: its cost as a function of a fact.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-price-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "strata-facts.h"

/* Checks that the fact is one that is a number: a row of the facts table that
 * is none has no word here.
 */
static gboolean
check_fact (const StrataReader *price)
{
  StrataWord words[STRATA_N_FACTS] = { { NULL } };
  StrataVocabulary numbers = { words, STRATA_N_FACTS };
  int id = 0;

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      const StrataFact *fact = strata_fact_get (i);

      if (fact->type <= STRATA_FACT_NUMBER)
        words[i].id = fact->key;
    }

  return strata_reader_get_choice (price, "fact", &numbers, &id);
}

/* Tiers are looked up by where they begin: @previous is the tier before's. */
static gboolean
check_from (const StrataReader *tier,
            double             *previous)
{
  StrataReader from;
  double found = 0;

  if (!strata_reader_get_number (tier, "from", 0, &found))
    return FALSE;

  strata_reader_get_member (tier, "from", &from);
  if (!(found > *previous))
    return strata_reader_fail (&from, _("allowed is a number above that of the tier before"));

  *previous = found;
  return TRUE;
}

static gboolean
check_tier (const StrataReader *tier,
            double             *previous)
{
  gint64 monthly = 0;
  double per_1000 = 0;

  return strata_reader_expect (tier, STRATA_VALUE_OBJECT)
         && strata_reader_require (tier, "from", "monthly", NULL)
         && check_from (tier, previous)
         && strata_reader_get_money (tier, "monthly", &monthly)
         && strata_reader_get_number (tier, "per_1000", 0, &per_1000);
}

static gboolean
check_tiers (const StrataReader *price)
{
  StrataReader tiers;
  double previous = -INFINITY;
  guint n_tiers = 0;

  if (!strata_reader_open (price, "tiers", STRATA_VALUE_ARRAY, &tiers, &n_tiers))
    return FALSE;
  if (n_tiers == 0)
    return strata_reader_fail (&tiers, _("a price has at least one tier"));

  for (guint i = 0; i < n_tiers; i++)
    {
      StrataReader tier = strata_reader_get_child (&tiers, i);

      if (!check_tier (&tier, &previous))
        return FALSE;
    }

  return TRUE;
}

/* Checks the price that a placement may have. */
gboolean
strata_price_check (const StrataReader *placement)
{
  StrataReader price;
  const char *unit = NULL;

  if (!strata_reader_get_member (placement, "price", &price))
    return TRUE;

  return strata_reader_expect (&price, STRATA_VALUE_OBJECT)
         && strata_reader_require (&price, "fact", "tiers", NULL)
         && strata_reader_get_string (&price, "unit", &unit)
         && check_fact (&price)
         && check_tiers (&price);
}
