/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What typing finds, and in which order.
 */

#include "config.h"

#include "catalog/strata-search-index.h"

static const struct
{
  const char *name;
  const char *alias;
  const char *vendor;
  const char *role;
  const char *capability;
} entries[] = {
  { "Smart Mail", "smart-mail", "Acme", "Messaging", "Email" },
  { "Mail", "mail", "Acme", "Messaging", "Email" },
  { "Mailroom", "mailroom", "Northwind", "CRM", "CRM records" },
  { "Pigeon", "Mail Pigeon", "Contoso", "Messaging", "Push notifications" },
  { "Customer.io", "customer-io", "Mail Works", "Marketing automation", "Customer journeys" },
  { "Crème", "creme", "Éclair", "Warehouse", "Storage and queries" },
};

static StrataSearchIndex *
make_index (void)
{
  StrataSearchIndex *index = strata_search_index_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      strata_search_index_begin (index);
      strata_search_index_add (index, STRATA_SEARCH_NAME, entries[i].name);
      strata_search_index_add (index, STRATA_SEARCH_ALIAS, entries[i].alias);
      strata_search_index_add (index, STRATA_SEARCH_VENDOR, entries[i].vendor);
      strata_search_index_add (index, STRATA_SEARCH_ROLE, entries[i].role);
      strata_search_index_add (index, STRATA_SEARCH_CAPABILITY, entries[i].capability);
    }
  return index;
}

static char *
find (StrataSearchIndex *index,
      const char        *words)
{
  g_autoptr (GArray) found = strata_search_index_find (index, words);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            entries[g_array_index (found, guint, i)].name);
  return g_string_free (names, FALSE);
}

static void
test_order (void)
{
  static const struct
  {
    const char *words;
    const char *found;
  } cases[] = {
    { "", "Smart Mail, Mail, Mailroom, Pigeon, Customer.io, Crème" },
    { "  ", "Smart Mail, Mail, Mailroom, Pigeon, Customer.io, Crème" },
    /* The exact name, words of names, of aliases, of vendors; inside of words. */
    { "mail", "Mail, Smart Mail, Mailroom, Pigeon, Customer.io" },
    { "MAIL", "Mail, Smart Mail, Mailroom, Pigeon, Customer.io" },
    { "mailr", "Mailroom, Smart Mail, Mail, Pigeon, Customer.io" },
    { "room", "Mailroom" },
    { "smart mail", "Smart Mail" },
    { "mail smart", "Smart Mail" },
    { "smartmail", "Smart Mail" },
    { "acme mail", "Smart Mail, Mail" },
    { "customer io", "Customer.io" },
    { "customerio", "Customer.io" },
    { "CUSTOMER-IO", "Customer.io" },
    { "creme", "Crème" },
    { "eclair", "Crème" },
    { "crm", "Mailroom" },
    { "journeys", "Customer.io" },
    { "messaging", "Smart Mail, Mail, Pigeon" },
    { "pigoen", "Pigeon" },
    { "pigon", "Pigeon" },
    { "pgn", "" },
    { "mial", "Smart Mail, Mail, Mailroom, Pigeon, Customer.io" },
    { "mail nothing", "" },
    { "a b c d e f g h i j", "" },
  };
  g_autoptr (StrataSearchIndex) index = make_index ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (index, cases[i].words);

      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_nearest (void)
{
  g_autoptr (StrataSearchIndex) index = make_index ();
  guint entry = 0;
  guint distance = 3;

  g_assert_true (strata_search_index_nearest (index, "customer_ip", &entry, &distance));
  g_assert_cmpstr (entries[entry].name, ==, "Customer.io");
  g_assert_cmpuint (distance, ==, 1);

  /* What is not nearer than something known before is not found. */
  g_assert_false (strata_search_index_nearest (index, "customer_ip", &entry, &distance));

  /* Vendors have no ids. */
  distance = 3;
  g_assert_false (strata_search_index_nearest (index, "northwind", &entry, &distance));
}

static void
test_empty (void)
{
  g_autoptr (StrataSearchIndex) index = strata_search_index_new ();
  g_autoptr (GArray) everything = strata_search_index_find (index, "");
  g_autoptr (GArray) something = strata_search_index_find (index, "mail");

  g_assert_cmpuint (everything->len, ==, 0);
  g_assert_cmpuint (something->len, ==, 0);
}

static void
test_many (void)
{
  g_autoptr (StrataSearchIndex) index = strata_search_index_new ();
  g_autoptr (GArray) found = NULL;
  g_autofree char *endless = g_strnfill (100000, 'x');
  g_autoptr (GArray) nothing = NULL;

  for (guint i = 0; i < 15000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tool %u", i);

      strata_search_index_begin (index);
      strata_search_index_add (index, STRATA_SEARCH_NAME, name);
      strata_search_index_add (index, STRATA_SEARCH_CAPABILITY, "Email");
    }
  found = strata_search_index_find (index, "tool 1499");
  g_assert_cmpuint (g_array_index (found, guint, 0), ==, 1499);
  g_assert_cmpuint (g_array_index (found, guint, 1), ==, 14990);

  nothing = strata_search_index_find (index, endless);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/nearest", test_nearest);
  g_test_add_func ("/search/empty", test_empty);
  g_test_add_func ("/search/many", test_many);

  return g_test_run ();
}
