/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What decision tables see of the facts: inputs by name.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-sight-private.h"

#include <math.h>

#include "model/strata-number.h"

/* The members of `channels` that carry messages, the first of which is
 * `email`; and of `surfaces`, in the order of decision-model.md, section 3. */
#define MESSAGING_CHANNELS 0x1fu
#define EMAIL_CHANNEL 0x01u
#define PAGE_SURFACES 0x03u
#define MESSAGE_SURFACES 0x18u

static DmnValue *
see_number (const StrataFact *fact,
            double            answer)
{
  char text[STRATA_NUMBER_TEXT_SIZE];
  DmnNumber number = DMN_NUMBER_ZERO;

  if (!dmn_number_parse (strata_number_format_double (answer, text), &number))
    return dmn_value_new_null ();

  return dmn_value_new_number (number);
}

static DmnValue *
see_boolean (const StrataFact *fact,
             double            answer)
{
  return dmn_value_new_boolean (answer > 0);
}

static DmnValue *
see_choice (const StrataFact *fact,
            double            answer)
{
  return dmn_value_new_string (strata_vocabulary_get_id (fact->members, (int) answer));
}

static DmnValue *
see_set (const StrataFact *fact,
         double            answer)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < fact->members->n_words; i++)
    if ((guint32) answer & 1u << i)
      g_ptr_array_add (items, see_choice (fact, i));

  return dmn_value_new_list (items);
}

static guint
count_messaging (double answer)
{
  guint count = 0;

  for (guint32 rest = (guint32) answer & MESSAGING_CHANNELS; rest != 0; rest &= rest - 1)
    count++;

  return count;
}

static DmnValue *
see_messaging_count (const StrataFact *fact,
                     double            answer)
{
  return dmn_value_new_integer (count_messaging (answer));
}

static DmnValue *
see_only_messaging_channel (const StrataFact *fact,
                            double            answer)
{
  if (count_messaging (answer) != 1)
    return dmn_value_new_null ();

  return see_choice (fact, g_bit_nth_lsf ((guint32) answer & MESSAGING_CHANNELS, -1));
}

static DmnValue *
see_has_email (const StrataFact *fact,
               double            answer)
{
  return dmn_value_new_boolean (((guint32) answer & EMAIL_CHANNEL) != 0);
}

static DmnValue *
see_surface_kind (const StrataFact *fact,
                  double            answer)
{
  guint32 surfaces = (guint32) answer;

  if (surfaces & PAGE_SURFACES)
    return dmn_value_new_string ("page");
  if (surfaces != 0 && (surfaces & ~MESSAGE_SURFACES) == 0)
    return dmn_value_new_string ("message");

  return dmn_value_new_string ("other");
}

static const StrataSight derived[] = {
  { "messaging_count", STRATA_FACT_CHANNELS, see_messaging_count },
  { "only_messaging_channel", STRATA_FACT_CHANNELS, see_only_messaging_channel },
  { "has_email", STRATA_FACT_CHANNELS, see_has_email },
  { "has_external_systems", STRATA_FACT_EXTERNAL_SYSTEMS, see_boolean },
  { "surface_kind", STRATA_FACT_SURFACES, see_surface_kind },
};

/* By the fact's type. */
static DmnValue *(*const see_fact[]) (const StrataFact *fact,
                                      double            answer) = {
  [STRATA_FACT_INTEGER] = see_number,
  [STRATA_FACT_NUMBER] = see_number,
  [STRATA_FACT_BOOLEAN] = see_boolean,
  [STRATA_FACT_CHOICE] = see_choice,
  [STRATA_FACT_SET] = see_set,
};

gboolean
strata_sight_get (guint        index,
                  StrataSight *sight)
{
  if (index >= STRATA_N_FACTS + G_N_ELEMENTS (derived))
    return FALSE;

  if (index < STRATA_N_FACTS)
    {
      const StrataFact *fact = strata_fact_get (index);

      *sight = (StrataSight) { fact->key, fact->id, see_fact[fact->type] };
      return TRUE;
    }

  *sight = derived[index - STRATA_N_FACTS];
  return TRUE;
}

/* Finds an input by name: a fact's key, or one of the derived. */
gboolean
strata_sight_lookup (const char  *name,
                     StrataSight *sight)
{
  for (guint i = 0; strata_sight_get (i, sight); i++)
    if (g_str_equal (sight->name, name))
      return TRUE;

  return FALSE;
}

DmnValue *
strata_sight_see (const StrataSight *sight,
                  double             answer)
{
  if (isnan (answer))
    return dmn_value_new_null ();

  return sight->see (strata_fact_get (sight->fact), answer);
}

gboolean
strata_sight_is_fact (const StrataSight *sight)
{
  return g_str_equal (sight->name, strata_fact_get (sight->fact)->key);
}

gboolean
strata_answer_get (StrataFacts  *facts,
                   StrataFactId  fact,
                   double       *answer)
{
  gboolean boolean = FALSE, known = FALSE;
  int choice = 0;
  guint32 members = 0;

  switch (strata_fact_get (fact)->type)
    {
    case STRATA_FACT_INTEGER:
    case STRATA_FACT_NUMBER:
      return strata_facts_get_number (facts, fact, answer);
    case STRATA_FACT_BOOLEAN:
      known = strata_facts_get_boolean (facts, fact, &boolean);
      *answer = boolean;
      return known;
    case STRATA_FACT_CHOICE:
      known = strata_facts_get_choice (facts, fact, &choice);
      *answer = choice;
      return known;
    case STRATA_FACT_SET:
      known = strata_facts_get_set (facts, fact, &members);
      *answer = members;
      return known;
    default:
      g_assert_not_reached ();
    }
}

guint
strata_answer_count (StrataFactId fact)
{
  const StrataFact *row = strata_fact_get (fact);

  switch (row->type)
    {
    case STRATA_FACT_BOOLEAN:
      return 2;
    case STRATA_FACT_CHOICE:
      return row->members->n_words;
    case STRATA_FACT_SET:
      return 1u << row->members->n_words;
    case STRATA_FACT_INTEGER:
    case STRATA_FACT_NUMBER:
    default:
      g_assert_not_reached ();
    }
}
