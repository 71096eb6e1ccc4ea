/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of finding placements that feed each other in a circle.
 */

#include "config.h"

#include "assess/strata-cycles-private.h"

#define MANY 200000

/* Flows as "01 12 20": each word runs from its first digit to its second. */
static guint
parse_flows (const char *text,
             StrataFlow *flows)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        flows[n++] = (StrataFlow) { words[i][0] - '0', words[i][1] - '0', STRATA_CARRIES_EVENTS };
    }
  return n;
}

static char *
describe (StrataCycles cycles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cycles.n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint j = 0; j < cycles.members[i].n; j++)
        g_string_append_printf (text, "%u", cycles.members[i].at[j]);
    }
  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *flows;
    const char *cycles;
  } rows[] = {
    { "", "" },
    { "01 12 02", "" },
    { "01 10", "01" },
    { "01 01 10", "01" },
    { "01 12 20", "012" },
    { "31 13 02 20", "02 13" },
    { "01 12 20 23 34 45 53", "345 012" },
    { "01 12 21 20", "012" },
    { "01 02 13 23 30", "0123" },
    { "09 98 87 70 78", "0789" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataArena) arena = strata_arena_new ();
      StrataFlow flows[16];
      guint n_flows = parse_flows (rows[i].flows, flows);
      g_autofree char *cycles = describe (strata_cycles_find (arena, 10, flows, n_flows));

      g_assert_cmpstr (cycles, ==, rows[i].cycles);
    }
}

/* A chain as long as this one would need a stack frame a placement. */
static void
test_long_circle (void)
{
  g_autoptr (StrataArena) arena = strata_arena_new ();
  g_autofree StrataFlow *flows = g_new (StrataFlow, MANY);
  StrataCycles cycles;

  for (guint i = 0; i < MANY; i++)
    flows[i] = (StrataFlow) { i, (i + 1) % MANY, STRATA_CARRIES_EVENTS };

  cycles = strata_cycles_find (arena, MANY, flows, MANY - 1);
  g_assert_cmpuint (cycles.n, ==, 0);

  cycles = strata_cycles_find (arena, MANY, flows, MANY);
  g_assert_cmpuint (cycles.n, ==, 1);
  g_assert_cmpuint (cycles.members[0].n, ==, MANY);
  g_assert_cmpuint (cycles.members[0].at[MANY - 1], ==, MANY - 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cycles/table", test_table);
  g_test_add_func ("/cycles/long-circle", test_long_circle);

  return g_test_run ();
}
