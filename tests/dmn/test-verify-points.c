/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The boxes that verification finds have the points that evaluating a table
 * shows, and no others: in random tables, and in the matrix that ships.
 */

#include "config.h"

#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-json.h"
#include "dmn/dmn-temporal.h"
#include "dmn/feel-parser.h"
#include "verify.h"

/* A random table is verified, and put together again point by point: at every
 * bound that its cells can have and between any two of them, the rows that
 * match are those that evaluating it gives. */

#define N_VALUES 12

typedef struct
{
  const char *input;
  const char *values[N_VALUES]; /* as JSON: bounds, what lies between and beyond */
  const char *cells[16];
} Column;

static const Column columns[] = {
  { "%c number", { "-1", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5" },
    { "-", "-", "0", "< 1", "<= 1", ">= 1", "> 2", "[0..2]", "(0..2)", "]1..3]", "[2..2]", "not(1)", "!= 2", "0,3", "not([1..2], 3)" } },
  { "%c boolean", { "true", "false" }, { "-", "-", "true", "false", "not(true)", "!= true" } },
  { "%c string", { "\"a\"", "\"b\"", "\"c\"", "\"z\"" },
    { "-", "-", "\"a\"", "\"b\"", "\"a\",\"c\"", "not(\"a\")", "not(\"b\",\"c\")", "!= \"c\"" } },
  { "%c string \"a\",\"b\",\"c\"", { "\"a\"", "\"b\"", "\"c\"" },
    { "-", "-", "\"a\"", "\"b\"", "\"a\",\"c\"", "not(\"a\")", "\"z\"" } },
  { "%c number [0..2]", { "0", "0.5", "1", "1.5", "2" }, { "-", "< 1", "1", ">= 2", "> 2", "[0..1]", "(1..2)" } },
  { "%c date", { "\"2025-12-31\"", "\"2026-01-01\"", "\"2026-01-02\"", "\"2026-01-03\"", "\"2026-01-04\"" },
    { "-", "< date(\"2026-01-02\")", ">= date(\"2026-01-01\")", "date(\"2026-01-03\")",
      "(date(\"2026-01-01\")..date(\"2026-01-03\"))", "not(date(\"2026-01-02\"))" } },
  { "%c time", { "\"00:00:00\"", "\"05:00:00\"", "\"10:00:00\"", "\"11:00:00\"", "\"12:00:00\"", "\"23:00:00\"" },
    { "-", "< time(\"10:00:00\")", "[time(\"00:00:00\")..time(\"10:00:00\")]", "(time(\"10:00:00\")..time(\"12:00:00\"))",
      ">= time(\"00:00:00\")", "not(time(\"12:00:00\"))" } },
  { "%c number", { "0", "1", "2", "null" }, { "-", "null", "not(null)", "< 1", "1", "not(1)", "not(null, 1)", "> 1" } },
};

#define N_COLUMNS G_N_ELEMENTS (columns)
#define N_INPUTS 3
#define MAX_ROWS 6

static const char *const policies[] = {
  UNIQUE, ANY, FIRST, PRIORITY, COLLECT, "RULE ORDER\"", "OUTPUT ORDER\"",
};

typedef struct
{
  guint            policy;
  const Column    *columns[N_INPUTS];
  guint            n_rows;
  guint            outputs[MAX_ROWS]; /* 1 … 3, the first the best */
  DmnVerification *verification;
  DmnModel        *collecting;        /* the same rows, each giving its number */
  guint            n_points;
  gboolean         reached[MAX_ROWS]; /* by some point so far */
  GHashTable      *tests;             /* of FeelNode, by text */
} Random;

static guint
count (const char *const *texts,
       guint              most)
{
  guint n = 0;

  while (n < most && texts[n] != NULL)
    n++;

  return n;
}

static void
write_rows (GRand   *rand,
            Random  *self,
            char   **rows,
            char   **numbered)
{
  self->n_rows = (guint) g_rand_int_range (rand, 0, MAX_ROWS + 1);
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      for (guint j = 0; j < N_INPUTS; j++)
        {
          gint32 n_cells = (gint32) count (self->columns[j]->cells, G_N_ELEMENTS (self->columns[j]->cells));

          g_string_append_printf (row, "%s | ", self->columns[j]->cells[g_rand_int_range (rand, 0, n_cells)]);
        }
      self->outputs[i] = (guint) g_rand_int_range (rand, 1, 4);
      rows[i] = g_strdup_printf ("%s%u", row->str, self->outputs[i]);
      numbered[i] = g_strdup_printf ("%s%u", row->str, i);
    }
}

static void
make_random (GRand  *rand,
             Random *self)
{
  g_auto (GStrv) rows = g_new0 (char *, MAX_ROWS + 1);
  g_auto (GStrv) numbered = g_new0 (char *, MAX_ROWS + 1);
  g_auto (GStrv) inputs = g_new0 (char *, N_INPUTS + 1);
  g_autoptr (GPtrArray) verifications = NULL;
  g_autofree char *xml = NULL;

  self->policy = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (policies));
  for (guint i = 0; i < N_INPUTS; i++)
    {
      self->columns[i] = &columns[g_rand_int_range (rand, 0, N_COLUMNS)];
      inputs[i] = g_strdup (self->columns[i]->input);
      inputs[i][0] = 'a' + i;
      memmove (inputs[i] + 1, inputs[i] + 2, strlen (inputs[i] + 2) + 1);
    }
  write_rows (rand, self, rows, numbered);

  verifications = verify_table (policies[self->policy], (const char *const *) inputs, RANKED, (const char *const *) rows);
  self->verification = g_ptr_array_steal_index (verifications, 0);
  g_assert_null (self->verification->obstacle);
  g_assert_cmpint (self->verification->limits, ==, 0);
  xml = build_table (COLLECT, (const char *const *) inputs, "<output/>", (const char *const *) numbered);
  self->collecting = read_model (xml);
  self->tests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) feel_node_unref);
}

static gboolean
passes (Random     *self,
        const char *range,
        DmnValue   *value)
{
  FeelNode *tests = g_hash_table_lookup (self->tests, range);
  FeelRun run = { NULL };

  if (tests == NULL)
    {
      g_autoptr (FeelNames) names = feel_names_new ();
      g_autoptr (GError) error = NULL;

      tests = feel_parse_unary_tests (range, names, &error);
      g_assert_no_error (error);
      g_hash_table_insert (self->tests, g_strdup (range), tests);
    }

  return feel_test (&run, tests, value, NULL) == DMN_TRUTH_TRUE;
}

/* How many of the boxes of two rows, or of gaps, have the point. */
static guint
count_boxes (Random    *self,
             GPtrArray *boxes,
             guint      a,
             guint      b,
             DmnValue **point)
{
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const DmnBox *box = boxes->pdata[i];
      gboolean inside = box->rows[0] == a && box->rows[1] == b;

      for (guint j = 0; j < box->sides->len && inside; j++)
        {
          const DmnBoxSide *side = &g_array_index (box->sides, DmnBoxSide, j);

          inside = passes (self, side->range, point[side->input[0] - 'a']);
        }
      n += inside ? 1 : 0;
    }

  return n;
}

static guint
expect_pair (const Random *self,
             guint         a,
             guint         b,
             GPtrArray   **list)
{
  *list = self->policy <= 1 ? self->verification->conflicts : self->verification->overlaps;

  return self->policy == 0 || self->outputs[a] != self->outputs[b] ? 1 : 0;
}

/* The row that is heard; where several are, all of them. */
static void
reach (Random   *self,
       gboolean *matches)
{
  gboolean only_first = g_str_equal (policies[self->policy], FIRST);
  gboolean only_best = g_str_equal (policies[self->policy], PRIORITY);
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->n_rows; i++)
    if (matches[i] && (best == G_MAXUINT || (only_best && self->outputs[i] < self->outputs[best])))
      best = i;
  for (guint i = 0; i < self->n_rows; i++)
    self->reached[i] |= matches[i] && (i == best || !(only_first || only_best));
}

static void
check_point (Random    *self,
             DmnValue **point,
             DmnValue  *numbers)
{
  gboolean matches[MAX_ROWS] = { FALSE };

  for (guint i = 0; i < dmn_value_get_length (numbers); i++)
    {
      gint64 row = 0;

      g_assert_true (dmn_number_get_integer (dmn_value_get_number (dmn_value_get_item (numbers, i)), &row));
      matches[row] = TRUE;
    }

  g_assert_cmpuint (count_boxes (self, self->verification->gaps, 0, 0, point), ==,
                    dmn_value_get_length (numbers) == 0 ? 1 : 0);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = i + 1; j < self->n_rows; j++)
      {
        GPtrArray *list;
        guint expected = expect_pair (self, i, j, &list);

        g_assert_cmpuint (count_boxes (self, list, i + 1, j + 1, point), ==, matches[i] && matches[j] ? expected : 0);
      }
  reach (self, matches);
  self->n_points++;
}

static void
evaluate_point (Random      *self,
                const char **texts)
{
  g_autofree char *json = g_strdup_printf ("{\"a\": %s, \"b\": %s, \"c\": %s}", texts[0], texts[1], texts[2]);
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnValue) inputs = dmn_value_from_json (json, &error);
  g_autoptr (DmnEvaluation) evaluation = dmn_evaluation_new (self->collecting, inputs);
  DmnValue *point[N_INPUTS];
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  g_assert_no_error (error);
  for (guint i = 0; i < N_INPUTS; i++)
    {
      point[i] = dmn_value_get_item (inputs, i);
      if (texts[i][0] != '"' || strpbrk (texts[i], "-:") == NULL)
        continue;
      g_ptr_array_add (dates, dmn_temporal_parse (dmn_value_get_string (point[i])));
      point[i] = dates->pdata[dates->len - 1];
    }
  check_point (self, point, dmn_evaluation_get (evaluation, 0));
}

/* Null is no input of a table without a cell that speaks of it. */
static gboolean
is_point (const Random *self,
          const char  **texts)
{
  for (guint i = 0; i < N_INPUTS; i++)
    {
      gboolean speaks = FALSE;

      for (guint j = 0; j < self->n_rows && g_str_equal (texts[i], "null"); j++)
        speaks |= strstr (g_array_index (self->verification->table->rules, DmnRule, j).cells[i], "null") != NULL;
      if (g_str_equal (texts[i], "null") && !speaks)
        return FALSE;
    }

  return TRUE;
}

static void
check_shadows (const Random *self)
{
  GArray *shadows = self->verification->shadows;
  guint next = 0;

  for (guint i = 0; i < self->n_rows; i++)
    if (!self->reached[i])
      {
        g_assert_cmpuint (next, <, shadows->len);
        g_assert_cmpuint (g_array_index (shadows, DmnShadow, next++).row, ==, i + 1);
      }
  g_assert_cmpuint (next, ==, shadows->len);
}

static void
check_random (Random *self)
{
  for (guint i = 0; self->columns[0]->values[i] != NULL; i++)
    for (guint j = 0; self->columns[1]->values[j] != NULL; j++)
      for (guint k = 0; self->columns[2]->values[k] != NULL; k++)
        {
          const char *texts[] = { self->columns[0]->values[i], self->columns[1]->values[j], self->columns[2]->values[k] };

          if (is_point (self, texts))
            evaluate_point (self, texts);
        }
  check_shadows (self);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);

  for (guint i = 0; i < 300; i++)
    {
      Random self = { 0 };

      make_random (rand, &self);
      check_random (&self);
      g_assert_cmpuint (self.n_points, >, 0);
      dmn_verification_free (self.verification);
      dmn_model_unref (self.collecting);
      g_hash_table_unref (self.tests);
    }
}

static DmnModel *
read_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("STRATA_DATADIR"), "model", "martech.dmn", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DmnModel *model;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  bytes = g_bytes_new (text, length);
  model = dmn_model_new (bytes, path, &error);
  g_assert_no_error (error);

  return model;
}

/* The matrix's clients: each of these with each of the others. */
static const struct
{
  const char *input;
  const char *values[3];
} grid[] = {
  { "mau", { "49999", "100000", "150000" } },
  { "only_messaging_channel", { "\"email\"", "null" } },
  { "destinations", { "2", "4", "6" } },
  { "engineers", { "0", "1", "2" } },
  { "regulated", { "false", "true" } },
};

static DmnValue *
get_client (guint number)
{
  g_autoptr (GString) json = g_string_new ("{\"stage\": \"scaling\"");
  g_autoptr (GError) error = NULL;
  DmnValue *client;

  for (guint i = 0; i < G_N_ELEMENTS (grid); i++)
    {
      guint n_values = count (grid[i].values, 3);

      g_string_append_printf (json, ", \"%s\": %s", grid[i].input, grid[i].values[number % n_values]);
      if (g_str_equal (grid[i].input, "regulated"))
        g_string_append_printf (json, ", \"multi_region\": %s", grid[i].values[number % n_values]);
      number /= n_values;
    }
  g_string_append_c (json, '}');
  client = dmn_value_from_json (json->str, &error);
  g_assert_no_error (error);

  return client;
}

static gboolean
box_has (Random       *self,
         const DmnBox *box,
         DmnValue     *client)
{
  for (guint i = 0; i < box->sides->len; i++)
    {
      const DmnBoxSide *side = &g_array_index (box->sides, DmnBoxSide, i);

      if (!passes (self, side->range, dmn_value_get_member (client, side->input)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
any_has (Random    *self,
         GPtrArray *boxes,
         DmnValue  *client)
{
  for (guint i = 0; i < boxes->len; i++)
    if (box_has (self, boxes->pdata[i], client))
      return TRUE;

  return FALSE;
}

/* The matrix has no row for 39 clients of 108, and two that
 * disagree for 15 (decision model, section 4.7). */
static void
test_matrix (void)
{
  g_autoptr (DmnModel) model = read_shipped ();
  g_autoptr (GPtrArray) verifications = dmn_verify_model (model);
  g_autoptr (GHashTable) tests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) feel_node_unref);
  const DmnVerification *matrix = verifications->pdata[0];
  Random self = { .tests = tests };
  guint n_open = 0, n_twice = 0;

  g_assert_cmpstr (matrix->table->decision, ==, "data_layer");
  for (guint i = 0; i < 108; i++)
    {
      g_autoptr (DmnValue) client = get_client (i);

      n_open += any_has (&self, matrix->gaps, client) ? 1 : 0;
      n_twice += any_has (&self, matrix->overlaps, client) ? 1 : 0;
    }
  g_assert_cmpuint (n_open, ==, 39);
  g_assert_cmpuint (n_twice, ==, 15);
  g_assert_cmpuint (matrix->conflicts->len, ==, 0);
}

/* All others have a row for everybody, but for the two that lean on another. */
static void
test_shipped (void)
{
  g_autoptr (DmnModel) model = read_shipped ();
  g_autoptr (GPtrArray) verifications = dmn_verify_model (model);
  g_autoptr (GString) open_tables = g_string_new (NULL);

  for (guint i = 0; i < verifications->len; i++)
    {
      const DmnVerification *verification = verifications->pdata[i];

      g_assert_null (verification->obstacle);
      g_assert_cmpuint (verification->conflicts->len + verification->shadows->len, ==, 0);
      if (verification->gaps->len > 0)
        g_string_append_printf (open_tables, "%s ", verification->table->decision);
    }
  g_assert_cmpstr (open_tables->str, ==, "data_layer automation_hub automation_hub_leaning ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dmn/verify-points/random", test_random);
  g_test_add_func ("/dmn/verify-points/matrix", test_matrix);
  g_test_add_func ("/dmn/verify-points/shipped", test_shipped);

  return g_test_run ();
}
