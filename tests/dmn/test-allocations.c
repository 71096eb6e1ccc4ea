/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table that is at work allocates nothing: every allocation of the
 * process is counted.
 */

#include "config.h"

#include "dmn/dmn-model.h"
#include "dmn/dmn-table-run.h"

static gboolean counting;
static guint n_allocations;

#ifdef __SANITIZE_ADDRESS__

int __sanitizer_install_malloc_and_free_hooks (void (*allocated) (const volatile void *, size_t),
                                               void (*freed) (const volatile void *));

static void
allocated_cb (const volatile void *block,
              size_t               size)
{
  n_allocations += counting;
}

static void
freed_cb (const volatile void *block)
{
}

#else

/* The program's own come before the C library's. */
void *__libc_malloc (size_t size);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *block, size_t size);

void *
malloc (size_t size)
{
  n_allocations += counting;

  return __libc_malloc (size);
}

void *
calloc (size_t n,
        size_t size)
{
  n_allocations += counting;

  return __libc_calloc (n, size);
}

void *
realloc (void   *block,
         size_t  size)
{
  n_allocations += counting;

  return __libc_realloc (block, size);
}

#endif

typedef struct
{
  const char *policy;
  const char *output;    /* of the first row */
  gboolean    allocates;
} Case;

static const Case cases[] = {
  { "UNIQUE", "\"a\"", FALSE },
  { "FIRST", "\"a\"", FALSE },
  { "ANY", "\"a\"", FALSE },
  { "PRIORITY", "\"a\"", FALSE },
  { "FIRST", "date(\"2024-01-01\")", FALSE },
  { "FIRST", "upper case(\"a\")", TRUE },
  { "RULE ORDER", "\"a\"", TRUE },
  { "COLLECT", "\"a\"", TRUE },
};

static DmnModel *
make_model (const Case *row)
{
  g_autofree char *output = g_markup_escape_text (row->output, -1);
  g_autofree char *text = g_strdup_printf (
    "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" namespace=\"n\"><decision name=\"d\">"
    "<decisionTable hitPolicy=\"%s\">"
    "<input><inputExpression typeRef=\"number\"><text>x</text></inputExpression><inputValues><text>[0..100]</text></inputValues></input>"
    "<input><inputExpression typeRef=\"string\"><text>y</text></inputExpression></input>"
    "<input><inputExpression typeRef=\"date\"><text>z</text></inputExpression></input>"
    "<output><outputValues><text>\"b\",\"a\"</text></outputValues></output>"
    "<rule><inputEntry><text>[1.5..5)</text></inputEntry><inputEntry><text>\"low\",\"mid\"</text></inputEntry>"
    "<inputEntry><text>&gt; date(\"2024-01-01\")</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>"
    "<rule><inputEntry><text>&gt;= 5</text></inputEntry><inputEntry><text>not(\"high\")</text></inputEntry>"
    "<inputEntry><text>-</text></inputEntry><outputEntry><text>\"b\"</text></outputEntry></rule>"
    "</decisionTable></decision></definitions>", row->policy, output);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DmnModel *model = dmn_model_new (bytes, "m.dmn", &error);

  g_assert_no_error (error);

  return model;
}

/* How many allocations the second decision of the first row takes. */
static guint
count (DmnTable        *table,
       DmnValue *const *inputs)
{
  g_autoptr (DmnTableRun) work = dmn_table_run_new (table);
  FeelRun run;

  feel_run_init (&run);
  for (guint i = 0; i < 2; i++)
    {
      DmnValue *answer;

      n_allocations = 0;
      counting = TRUE;
      answer = dmn_table_run_decide (work, &run, inputs, NULL);
      counting = FALSE;
      g_assert_false (dmn_value_is_null (answer));
    }
  g_assert_cmpuint (run.reasons->len, ==, 0);
  feel_run_clear (&run);

  return n_allocations;
}

static void
test_decide (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DmnModel) model = make_model (row);
  g_autoptr (DmnValue) number = dmn_value_new_integer (3);
  g_autoptr (DmnValue) string = dmn_value_new_string ("mid");
  g_autoptr (DmnValue) date = dmn_value_new_date ((DmnDate) { 2024, 2, 29 });
  DmnValue *const inputs[] = { number, string, date };
  guint n = count (dmn_model_get_table (model, 0), inputs);

  if (row->allocates)
    g_assert_cmpuint (n, >, 0);
  else
    g_assert_cmpuint (n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#ifdef __SANITIZE_ADDRESS__
  __sanitizer_install_malloc_and_free_hooks (allocated_cb, freed_cb);
#endif

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/allocations/%02u", i);

      g_test_add_data_func (path, &cases[i], test_decide);
    }

  return g_test_run ();
}
