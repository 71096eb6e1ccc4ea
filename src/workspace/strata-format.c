/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money, numbers, days, times and initials as a person reads them.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-format.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "assess/strata-finding.h"

#define NARROW_SPACE "\u202f"

static const struct
{
  const char *currency;
  const char *symbol;
} symbols[] = {
  { "EUR", "€" },
  { "GBP", "£" },
  { "INR", "₹" },
  { "JPY", "¥" },
  { "TRY", "₺" },
  { "USD", "$" },
};

/* A currency without a symbol of its own is its code. */
static const char *
find_symbol (const char *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (g_str_equal (symbols[i].currency, currency))
        return symbols[i].symbol;
    }

  return currency;
}

/* A mark of the locale in UTF-8, or what to use where it has none. */
static char *
dup_mark (const char *mark,
          const char *otherwise)
{
  g_autofree char *utf8 = g_locale_to_utf8 (mark, -1, NULL, NULL, NULL);

  if (utf8 == NULL || *utf8 == '\0')
    return g_strdup (otherwise);

  return g_steal_pointer (&utf8);
}

static char *
group_digits (guint64     number,
              const char *mark)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  GString *grouped = g_string_new (NULL);
  gsize n_digits = strlen (digits);

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (grouped, mark);
      g_string_append_c (grouped, digits[i]);
    }

  return g_string_free_and_steal (grouped);
}

static char *
format_amount (guint64             cents,
               const struct lconv *conventions)
{
  g_autofree char *point = dup_mark (conventions->mon_decimal_point, ".");
  g_autofree char *mark = dup_mark (conventions->mon_thousands_sep,
                                    g_str_equal (point, ".") ? "," : NARROW_SPACE);
  g_autofree char *whole = group_digits (cents / 100, mark);

  if (cents % 100 == 0)
    return g_steal_pointer (&whole);

  return g_strdup_printf ("%s%s%02u", whole, point, (guint) (cents % 100));
}

/* What tells a word from others beside its first letter: a capital within, or
 * else the first consonant or digit, or else the second letter; 0 for none. */
static gunichar
find_second_letter (const char *word)
{
  gunichar second = 0;
  gunichar consonant = 0;
  gunichar former = g_utf8_get_char (word);

  for (word = g_utf8_next_char (word); *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar letter = g_utf8_get_char (word);

      if (g_unichar_isupper (letter) && g_unichar_islower (former))
        return g_unichar_tolower (letter);
      if (second == 0 && g_unichar_isalnum (letter))
        second = letter;
      if (consonant == 0 && g_unichar_isalnum (letter) &&
          (letter >= 0x80 || strchr ("aeiou", (int) letter) == NULL))
        consonant = letter;
      former = letter;
    }

  return consonant != 0 ? consonant : second;
}

/* The name's next word from here on that starts with a letter or digit. */
static const char *
find_word (const char *name)
{
  gunichar former = ' ';

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar letter = g_utf8_get_char (name);

      if (g_unichar_isalnum (letter) && g_unichar_isspace (former))
        return name;
      former = letter;
    }

  return NULL;
}

static const char *
skip_word (const char *name)
{
  while (*name != '\0' && !g_unichar_isspace (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);

  return name;
}

/**
 * strata_format_money:
 * @cents: an amount in hundredths, not negative
 * @currency: (nullable): an ISO code; without one the number stands alone
 *
 * Writes an amount the way the locale writes money: digits in groups, the
 * currency's symbol where it belongs, no decimals when they are zero.
 *
 * Returns: (transfer full): the text, “€ 6,150”
 */
char *
strata_format_money (gint64      cents,
                     const char *currency)
{
  const struct lconv *conventions = localeconv ();
  g_autofree char *amount = NULL;

  g_return_val_if_fail (cents >= 0, NULL);

  amount = format_amount ((guint64) cents, conventions);
  if (currency == NULL || *currency == '\0')
    return g_steal_pointer (&amount);
  if (conventions->p_cs_precedes == 0)
    return g_strconcat (amount, NARROW_SPACE, find_symbol (currency), NULL);

  return g_strconcat (find_symbol (currency), NARROW_SPACE, amount, NULL);
}

/**
 * strata_format_number:
 * @number: a number
 *
 * Writes a number the way the locale writes numbers: digits in groups, as
 * many decimals as it has, at most fifteen digits in all.
 *
 * Returns: (transfer full): the text, “50,000” or “0.5”
 */
char *
strata_format_number (double number)
{
  const struct lconv *conventions = localeconv ();
  g_autofree char *point = dup_mark (conventions->decimal_point, ".");
  g_autofree char *mark = dup_mark (conventions->thousands_sep, g_str_equal (point, ".") ? "," : NARROW_SPACE);
  g_autofree char *whole = NULL;
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *decimals;

  g_ascii_formatd (text, sizeof text, "%.15g", ABS (number));
  decimals = strchr (text, '.');
  if (strchr (text, 'e') != NULL)
    return g_strconcat (number < 0 ? "−" : "", text, NULL);
  whole = group_digits (g_ascii_strtoull (text, NULL, 10), mark);

  return g_strconcat (number < 0 ? "−" : "", whole, decimals != NULL ? point : "", decimals != NULL ? decimals + 1 : "",
                      NULL);
}

/**
 * strata_format_day:
 * @day: a day, counted from the workshop
 *
 * Returns: (transfer full): the text, “Day 45”
 */
char *
strata_format_day (int day)
{
  return g_strdup_printf (_("Day %d"), day);
}

/**
 * strata_format_days:
 * @from: a day, counted from the workshop
 * @to: a later day, or %STRATA_DAY_NEVER
 *
 * Returns: (transfer full): the text, “Days 45 – 75”
 */
char *
strata_format_days (int from,
                    int to)
{
  if (from == to)
    return strata_format_day (from);
  if (to == STRATA_DAY_NEVER)
    return g_strdup_printf (_("From day %d"), from);

  return g_strdup_printf (_("Days %d – %d"), from, to);
}

/**
 * strata_format_time:
 * @time: in microseconds since 1970
 *
 * Returns: (transfer full): the text, in the zone where we are: “24 Nov 2026,
 *   18:05”
 */
char *
strata_format_time (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local_usec (time);

  g_return_val_if_fail (local != NULL, NULL);

  /* Translators: a date and a time of day, see g_date_time_format. */
  return g_date_time_format (local, _("%-e %b %Y, %H:%M"));
}

/**
 * strata_format_module:
 * @tool: (nullable): a tool
 * @module: id of a module that can be bought with it
 *
 * What the vendor calls a module; where nobody knows, the id serves:
 * “marketing-hub” reads “Marketing hub”.
 *
 * Returns: (transfer full): the name
 */
char *
strata_format_module (StrataTool *tool,
                      const char *module)
{
  const char *name;
  GString *text;

  g_return_val_if_fail (module != NULL, NULL);

  name = tool != NULL ? strata_tool_get_module_name (tool, module) : NULL;
  if (name != NULL)
    return g_strdup (name);

  text = g_string_new (NULL);
  for (const char *from = module; *from != '\0'; from = g_utf8_next_char (from))
    {
      gunichar letter = g_utf8_get_char (from);

      if (from == module)
        letter = g_unichar_totitle (letter);
      g_string_append_unichar (text, letter == '-' ? ' ' : letter);
    }

  return g_string_free_and_steal (text);
}

/**
 * strata_format_initials:
 * @name: a name
 *
 * One or two letters that stand for a name where a logo would stand.
 *
 * Returns: (transfer full): the letters; none for a name without any
 */
char *
strata_format_initials (const char *name)
{
  GString *initials = g_string_new (NULL);
  const char *first, *second;
  gunichar letter;

  g_return_val_if_fail (name != NULL, g_string_free_and_steal (initials));

  first = find_word (name);
  if (first == NULL)
    return g_string_free_and_steal (initials);

  g_string_append_unichar (initials, g_utf8_get_char (first));
  second = find_word (skip_word (first));
  letter = second != NULL ? g_utf8_get_char (second) : find_second_letter (first);
  if (letter != 0)
    g_string_append_unichar (initials, letter);

  return g_string_free_and_steal (initials);
}
