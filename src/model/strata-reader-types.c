/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan's fields may be: days, money, dates, words and lists of them.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "strata-number.h"

/* plan-format.md: days count from the workshop. */
#define FIRST_DAY (-3650)
#define LAST_DAY 3650

#define MAX_MONEY 1e12

static gboolean
fail_allowed (const StrataReader     *self,
              const StrataVocabulary *vocabulary)
{
  g_autofree char *allowed = strata_vocabulary_describe (vocabulary);
  /* Translators: a list such as “"server" and "client"”. */
  g_autofree char *clause = g_strdup_printf (_("allowed are %s"), allowed);

  return strata_reader_fail (self, clause);
}

static gboolean
fail_range (const StrataReader *self,
            gint64              minimum,
            gint64              maximum)
{
  g_autofree char *clause = NULL;

  if (maximum == G_MAXINT64)
    clause = g_strdup_printf (_("allowed is a whole number of at least %d"), (int) minimum);
  else
    clause = g_strdup_printf (_("allowed is a whole number from %d to %d"), (int) minimum, (int) maximum);

  return strata_reader_fail (self, clause);
}

static gboolean
check_word (const StrataReader     *self,
            const StrataVocabulary *vocabulary,
            int                    *word)
{
  if (strata_value_get_kind (self->value) == STRATA_VALUE_STRING
      && strata_vocabulary_lookup (vocabulary, strata_value_get_string (self->value), word))
    return TRUE;

  return fail_allowed (self, vocabulary);
}

static gboolean
is_date (const char *text)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;

  if (strlen (text) != strlen ("2027-01-11") || text[4] != '-' || text[7] != '-')
    return FALSE;

  for (guint i = 0; i < strlen (text); i++)
    {
      if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
        return FALSE;
    }

  year = g_ascii_strtoull (text, NULL, 10);
  month = g_ascii_strtoull (text + 5, NULL, 10);
  day = g_ascii_strtoull (text + 8, NULL, 10);

  return g_date_valid_dmy (day, month, year);
}

gboolean
strata_reader_get_boolean (const StrataReader *object,
                           const char         *key,
                           gboolean           *boolean)
{
  StrataReader member;

  if (!strata_reader_get_member (object, key, &member))
    return TRUE;
  if (!strata_reader_expect (&member, STRATA_VALUE_BOOLEAN))
    return FALSE;

  *boolean = strata_value_get_boolean (member.value);
  return TRUE;
}

/* A maximum of G_MAXINT64 stands for none. */
gboolean
strata_reader_get_integer (const StrataReader *object,
                           const char         *key,
                           gint64              minimum,
                           gint64              maximum,
                           gint64             *integer)
{
  StrataReader member;
  gint64 found = 0;

  if (!strata_reader_get_member (object, key, &member))
    return TRUE;
  if (strata_value_get_kind (member.value) != STRATA_VALUE_INTEGER)
    return fail_range (&member, minimum, maximum);

  found = strata_value_get_integer (member.value);
  if (found < minimum || found > maximum)
    return fail_range (&member, minimum, maximum);

  *integer = found;
  return TRUE;
}

/* A minimum of -INFINITY stands for none. */
gboolean
strata_reader_get_number (const StrataReader *object,
                          const char         *key,
                          double              minimum,
                          double             *number)
{
  char text[STRATA_NUMBER_TEXT_SIZE];
  g_autofree char *clause = NULL;
  StrataReader member;

  if (!strata_reader_get_member (object, key, &member))
    return TRUE;
  if (!strata_reader_expect (&member, STRATA_VALUE_DOUBLE))
    return FALSE;

  *number = strata_value_get_double (member.value);
  if (*number >= minimum)
    return TRUE;

  clause = g_strdup_printf (_("allowed is a number of at least %s"),
                            strata_number_format_double (minimum, text));

  return strata_reader_fail (&member, clause);
}

gboolean
strata_reader_get_day (const StrataReader *object,
                       const char         *key,
                       int                *day)
{
  gint64 found = *day;

  if (!strata_reader_get_integer (object, key, FIRST_DAY, LAST_DAY, &found))
    return FALSE;

  *day = found;
  return TRUE;
}

gboolean
strata_reader_check_money (const StrataReader *self,
                           gint64             *cents)
{
  double amount = 0;

  if (!strata_reader_expect (self, STRATA_VALUE_DOUBLE))
    return FALSE;

  amount = strata_value_get_double (self->value);
  if (!(amount >= 0 && amount <= MAX_MONEY))
    return strata_reader_fail (self, _("allowed is an amount of money from 0 to 1000000000000"));
  if (!strata_number_get_cents (self->value, cents))
    return strata_reader_fail (self, _("allowed is an amount of money with at most two decimals"));

  return TRUE;
}

gboolean
strata_reader_get_money (const StrataReader *object,
                         const char         *key,
                         gint64             *cents)
{
  StrataReader member;

  return !strata_reader_get_member (object, key, &member)
         || strata_reader_check_money (&member, cents);
}

gboolean
strata_reader_get_string (const StrataReader  *object,
                          const char          *key,
                          const char         **string)
{
  StrataReader member;

  if (!strata_reader_get_member (object, key, &member))
    return TRUE;
  if (!strata_reader_expect (&member, STRATA_VALUE_STRING))
    return FALSE;

  *string = strata_value_get_string (member.value);
  return TRUE;
}

gboolean
strata_reader_get_id (const StrataReader  *object,
                      const char          *key,
                      const char         **id)
{
  StrataReader member;

  if (!strata_reader_get_string (object, key, id))
    return FALSE;
  if (!strata_reader_get_member (object, key, &member) || **id != '\0')
    return TRUE;

  return strata_reader_fail (&member, _("allowed is a string that is not empty"));
}

gboolean
strata_reader_get_date (const StrataReader  *object,
                        const char          *key,
                        const char         **date)
{
  StrataReader member;

  if (!strata_reader_get_string (object, key, date))
    return FALSE;
  if (!strata_reader_get_member (object, key, &member) || is_date (*date))
    return TRUE;

  return strata_reader_fail (&member, _("allowed is a date such as \"2027-01-11\""));
}

/* Fills in a new list of borrowed strings; an empty one for an absent key. */
gboolean
strata_reader_get_strings (const StrataReader   *object,
                           const char           *key,
                           const char * const  **strings)
{
  g_autofree const char **list = NULL;
  StrataReader array;
  guint length = 0;

  if (!strata_reader_open (object, key, STRATA_VALUE_ARRAY, &array, &length))
    return FALSE;

  list = g_new0 (const char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&array, i);

      if (!strata_reader_expect (&element, STRATA_VALUE_STRING))
        return FALSE;
      list[i] = strata_value_get_string (element.value);
    }

  *strings = (const char * const *) g_steal_pointer (&list);
  return TRUE;
}

gboolean
strata_reader_get_choice (const StrataReader     *object,
                          const char             *key,
                          const StrataVocabulary *vocabulary,
                          int                    *choice)
{
  StrataReader member;

  return !strata_reader_get_member (object, key, &member)
         || check_word (&member, vocabulary, choice);
}

/* Reads an array of words as bits; @first, if wanted, is the first written. */
gboolean
strata_reader_get_choices (const StrataReader     *object,
                           const char             *key,
                           const StrataVocabulary *vocabulary,
                           guint32                *choices,
                           int                    *first)
{
  StrataReader array;
  guint32 found = 0;

  if (!strata_reader_get_member (object, key, &array))
    return TRUE;
  if (!strata_reader_expect (&array, STRATA_VALUE_ARRAY))
    return FALSE;

  for (guint i = 0; i < strata_value_get_length (array.value); i++)
    {
      StrataReader element = strata_reader_get_child (&array, i);
      int word = 0;

      if (!check_word (&element, vocabulary, &word))
        return FALSE;
      if (i == 0 && first != NULL)
        *first = word;
      found |= (guint32) 1 << word;
    }

  *choices = found;
  return TRUE;
}
