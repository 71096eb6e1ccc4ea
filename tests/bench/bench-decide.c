/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision table at work, of 4 rows and of 1,000, beside the same rows as
 * ifs in C; and a client's six decisions.
 */

#include "config.h"

#include "bench.h"

#include "assess/strata-decisions.h"
#include "dmn/dmn-model.h"
#include "dmn/dmn-table-run.h"
#include "storage/strata-json-reader.h"
#include "workspace/strata-decision-model.h"

#include <string.h>

#define N_ROUNDS 8192
#define N_CLIENTS 4096
#define N_ROWS 1000

static const char *const stages[] = { "pre-pmf", "early", "scaling", "enterprise" };

typedef struct
{
  gint64      users;
  const char *stage;
  gboolean    regulated;
} Client;

typedef struct
{
  DmnTableRun *work;
  FeelRun      run;
  Client       clients[N_CLIENTS];    /* too many to learn by heart */
  DmnValue    *inputs[N_CLIENTS][3];
  guint      (*chain) (const Client *client);
  guint        sum;  /* keeps the answers from being left out */
} Bench;

static guint
chain_4 (const Client *client)
{
  if (client->users < 50000)
    return 1;
  if (client->users < 150000 && (strcmp (client->stage, "early") == 0 || strcmp (client->stage, "scaling") == 0))
    return 2;
  if (client->users >= 150000 && client->regulated)
    return 3;

  return 4;
}

/* A thousand ifs, in a loop: the compiler could not make more of them. */
static guint
chain_1000 (const Client *client)
{
  for (guint i = 0; i < N_ROWS - 1; i++)
    if (client->users >= 200 * i && client->users < 200 * (i + 1) && strcmp (client->stage, stages[i % 4]) != 0
        && client->regulated == (i % 2 == 0))
      return i + 1;

  return N_ROWS;
}

static void
append_rule (GString    *xml,
             const char *users,
             const char *stage,
             const char *regulated,
             guint       output)
{
  g_autofree char *rule = g_markup_printf_escaped (
    "<rule><inputEntry><text>%s</text></inputEntry><inputEntry><text>%s</text></inputEntry>"
    "<inputEntry><text>%s</text></inputEntry><outputEntry><text>%u</text></outputEntry></rule>",
    users, stage, regulated, output);

  g_string_append (xml, rule);
}

static DmnModel *
make_model (gboolean large)
{
  g_autoptr (GString) xml = g_string_new ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" namespace=\"n\">"
                                          "<decision name=\"d\"><decisionTable hitPolicy=\"FIRST\">");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DmnModel *model;

  for (guint i = 0; i < 3; i++)
    g_string_append_printf (xml, "<input><inputExpression><text>i%u</text></inputExpression></input>", i);
  g_string_append (xml, "<output/>");
  if (large)
    for (guint i = 0; i < N_ROWS - 1; i++)
      {
        g_autofree char *users = g_strdup_printf ("[%u..%u)", 200 * i, 200 * (i + 1));
        g_autofree char *stage = g_strdup_printf ("not(\"%s\")", stages[i % 4]);

        append_rule (xml, users, stage, i % 2 == 0 ? "true" : "false", i + 1);
      }
  else
    {
      append_rule (xml, "< 50000", "-", "-", 1);
      append_rule (xml, "< 150000", "\"early\",\"scaling\"", "-", 2);
      append_rule (xml, ">= 150000", "-", "true", 3);
    }
  append_rule (xml, "-", "-", "-", large ? N_ROWS : 4);
  g_string_append (xml, "</decisionTable></decision></definitions>");

  bytes = g_bytes_new (xml->str, xml->len);
  model = dmn_model_new (bytes, "bench.dmn", &error);
  g_assert_no_error (error);

  return model;
}

static guint
decide (Bench *bench,
        guint  client)
{
  DmnValue *answer = dmn_table_run_decide (bench->work, &bench->run, bench->inputs[client], NULL);

  return (guint) (dmn_value_get_number (answer)->fixed / DMN_NUMBER_SCALE);
}

static void
decide_many (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    bench->sum += decide (bench, i % N_CLIENTS);
}

static void
chain_many (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < N_ROUNDS; i++)
    bench->sum += bench->chain (&bench->clients[i % N_CLIENTS]);
}

static void
make_clients (Bench *bench)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_CLIENTS; i++)
    {
      Client *client = &bench->clients[i];

      client->users = g_rand_int_range (random, 0, 220000);
      client->stage = stages[g_rand_int_range (random, 0, 4)];
      client->regulated = g_rand_boolean (random);
      bench->inputs[i][0] = dmn_value_new_integer (client->users);
      bench->inputs[i][1] = dmn_value_new_string (client->stage);
      bench->inputs[i][2] = dmn_value_new_boolean (client->regulated);
    }
}

/* Milliseconds of N_ROUNDS decisions. */
static double
measure_table (gboolean  large,
               double   *chain)
{
  g_autoptr (DmnModel) model = make_model (large);
  Bench bench = { .chain = large ? chain_1000 : chain_4 };
  double time;

  make_clients (&bench);
  feel_run_init (&bench.run);
  bench.work = dmn_table_run_new (dmn_model_get_table (model, 0));
  for (guint i = 0; i < N_CLIENTS; i++)
    g_assert_cmpuint (decide (&bench, i), ==, bench.chain (&bench.clients[i]));

  time = bench_measure (decide_many, &bench);
  *chain = bench_measure (chain_many, &bench);
  g_assert_cmpuint (bench.sum, >, 0);

  for (guint i = 0; i < N_CLIENTS; i++)
    for (guint j = 0; j < 3; j++)
      dmn_value_unref (bench.inputs[i][j]);
  feel_run_clear (&bench.run);
  dmn_table_run_free (bench.work);

  return time;
}

typedef struct
{
  DmnModel    *model;
  StrataFacts *facts;
} Six;

static void
decide_six (gpointer data)
{
  Six *six = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataDecisions) decisions = strata_decide (six->facts, six->model, six->model, &error);

  g_assert_no_error (error);
}

static void
load_model (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);

  g_assert_no_error (error);
}

/* Half of the facts are known, as in the middle of a workshop. */
static void
measure_six (void)
{
  static const char facts[] = "{\"mau\": 120000, \"channels\": [\"email\", \"sms\", \"push\"], \"engineers\": 1.5,"
                              " \"marketers\": 4, \"regulated\": false, \"stage\": \"scaling\", \"event_schema\": \"in-place\","
                              " \"variants_per_week\": 6, \"surfaces\": [\"homepage\", \"push\"]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (facts, strlen (facts));
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) value = strata_json_reader_parse (bytes, "facts", &error);
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);
  g_autoptr (StrataFacts) known = strata_facts_new (value, "", &error);
  Six six = { model, known };

  g_assert_no_error (error);
  bench_report ("decide-six", bench_measure (decide_six, &six), "load-model", bench_measure (load_model, &six));
}

int
main (void)
{
  double chain_of_4, chain_of_1000;
  double four = measure_table (FALSE, &chain_of_4);
  double thousand = measure_table (TRUE, &chain_of_1000);

  bench_report_rate ("decide-4", N_ROUNDS, four, "ifs-4", chain_of_4);
  bench_report_rate ("decide-1000", N_ROUNDS, thousand, "ifs-1000", chain_of_1000);
  bench_report_rate ("decide-1000", N_ROUNDS, thousand, "decide-4", four);
  measure_six ();

  return 0;
}
