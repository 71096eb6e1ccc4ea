/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client's answers to the questions of the workshop.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-facts.h"

#include "strata-records-private.h"

typedef union
{
  double   number;
  gboolean boolean;
  int      choice;
  guint32  members;
} Answer;

struct _StrataFacts
{
  gatomicrefcount  ref_count;
  StrataValue     *value;    /* or NULL */
  guint32          known;    /* bit 1 << fact */
  Answer           answers[STRATA_N_FACTS];
};

G_DEFINE_BOXED_TYPE (StrataFacts, strata_facts, strata_facts_ref, strata_facts_unref)

static gboolean
read_integer (const StrataReader *reader,
              const StrataFact   *fact,
              double             *number)
{
  gint64 integer = 0;

  if (!strata_reader_get_integer (reader, fact->key, (gint64) fact->minimum, G_MAXINT64, &integer))
    return FALSE;

  *number = integer;
  return TRUE;
}

static gboolean
read_answer (const StrataReader *reader,
             const StrataFact   *fact,
             Answer             *answer)
{
  switch (fact->type)
    {
    case STRATA_FACT_INTEGER:
      return read_integer (reader, fact, &answer->number);
    case STRATA_FACT_NUMBER:
      return strata_reader_get_number (reader, fact->key, fact->minimum, &answer->number);
    case STRATA_FACT_BOOLEAN:
      return strata_reader_get_boolean (reader, fact->key, &answer->boolean);
    case STRATA_FACT_CHOICE:
      return strata_reader_get_choice (reader, fact->key, fact->members, &answer->choice);
    case STRATA_FACT_SET:
      return strata_reader_get_choices (reader, fact->key, fact->members, &answer->members, NULL);
    default:
      g_assert_not_reached ();
    }
}

/* A note explains an answer; its key is free, as a question may have gone. */
static gboolean
check_notes (const StrataReader *reader)
{
  StrataReader notes;
  guint length = 0;

  if (!strata_reader_open (reader, "notes", STRATA_VALUE_OBJECT, &notes, &length))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      const char *key = strata_value_get_name (notes.value, i);
      const char *note = NULL;

      if (!strata_reader_get_string (&notes, key, &note))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_facts (StrataFacts        *self,
            const StrataReader *reader)
{
  if (!strata_reader_expect (reader, STRATA_VALUE_OBJECT))
    return FALSE;

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      const StrataFact *fact = strata_fact_get (i);

      if (!strata_reader_has (reader, fact->key))
        continue;
      if (!read_answer (reader, fact, &self->answers[i]))
        return FALSE;
      self->known |= (guint32) 1 << i;
    }

  return check_notes (reader);
}

/* Finds the answer to a question whose answers are of @type. */
static const Answer *
get_answer (StrataFacts    *self,
            StrataFactId    id,
            StrataFactType  type)
{
  g_return_val_if_fail (strata_fact_get (id)->type == type, NULL);

  return strata_facts_is_known (self, id) ? &self->answers[id] : NULL;
}

/* Makes the answers of a plan; a reader without a value has none. */
StrataFacts *
strata_facts_read (const StrataReader *reader)
{
  g_autoptr (StrataFacts) self = g_new0 (StrataFacts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (reader->value == NULL)
    return g_steal_pointer (&self);

  self->value = strata_value_ref (reader->value);

  return read_facts (self, reader) ? g_steal_pointer (&self) : NULL;
}

/**
 * strata_facts_new:
 * @value: (nullable): an object; %NULL when nothing has been answered
 * @path: its JSON path, for messages
 * @error: return location for a #StrataPlanError
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL when one of them
 *   is not what the facts table allows
 */
StrataFacts *
strata_facts_new (StrataValue  *value,
                  const char   *path,
                  GError      **error)
{
  StrataReader reader = strata_reader_init (value, path, error);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return strata_facts_read (&reader);
}

/**
 * strata_facts_ref:
 * @self: answers
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataFacts *
strata_facts_ref (StrataFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_facts_unref:
 * @self: (transfer full): answers
 *
 * Gives a reference back.
 */
void
strata_facts_unref (StrataFacts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->value, strata_value_unref);
  g_free (self);
}

/**
 * strata_facts_get_value:
 * @self: answers
 *
 * Returns: (transfer none) (nullable): the object that they were read from,
 *   or %NULL when there was none
 */
StrataValue *
strata_facts_get_value (StrataFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * strata_facts_is_known:
 * @self: answers
 * @id: a fact
 *
 * Returns: whether the fact was given; what can be derived does not count
 */
gboolean
strata_facts_is_known (StrataFacts  *self,
                       StrataFactId  id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) id < STRATA_N_FACTS, FALSE);

  return (self->known & (guint32) 1 << id) != 0;
}

/**
 * strata_facts_get_number:
 * @self: answers
 * @id: a fact that is a number, whole or not
 * @number: (out): the answer, in the fact's unit
 *
 * Returns: whether the fact is known
 */
gboolean
strata_facts_get_number (StrataFacts  *self,
                         StrataFactId  id,
                         double       *number)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);
  g_return_val_if_fail (strata_fact_get (id)->type <= STRATA_FACT_NUMBER, FALSE);

  if (!strata_facts_is_known (self, id))
    return FALSE;

  *number = self->answers[id].number;
  return TRUE;
}

/**
 * strata_facts_get_boolean:
 * @self: answers
 * @id: a fact that is true or false
 * @boolean: (out): the answer
 *
 * Returns: whether the fact is known
 */
gboolean
strata_facts_get_boolean (StrataFacts  *self,
                          StrataFactId  id,
                          gboolean     *boolean)
{
  const Answer *answer = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (boolean != NULL, FALSE);

  answer = get_answer (self, id, STRATA_FACT_BOOLEAN);
  if (answer != NULL)
    *boolean = answer->boolean;

  return answer != NULL;
}

/**
 * strata_facts_get_choice:
 * @self: answers
 * @id: a fact that is one of its members
 * @choice: (out): the answer, a position in the fact's vocabulary
 *
 * Returns: whether the fact is known
 */
gboolean
strata_facts_get_choice (StrataFacts  *self,
                         StrataFactId  id,
                         int          *choice)
{
  const Answer *answer = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (choice != NULL, FALSE);

  answer = get_answer (self, id, STRATA_FACT_CHOICE);
  if (answer != NULL)
    *choice = answer->choice;

  return answer != NULL;
}

/**
 * strata_facts_get_set:
 * @self: answers
 * @id: a fact that is any of its members
 * @members: (out): the answer, bit `1 << n` for member `n` of the vocabulary
 *
 * Returns: whether the fact is known; an empty set is
 */
gboolean
strata_facts_get_set (StrataFacts  *self,
                      StrataFactId  id,
                      guint32      *members)
{
  const Answer *answer = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (members != NULL, FALSE);

  answer = get_answer (self, id, STRATA_FACT_SET);
  if (answer != NULL)
    *members = answer->members;

  return answer != NULL;
}
