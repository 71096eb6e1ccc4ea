/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cells below one input, made ready: which of them a value passes.
 *
 * A cell of constants passes or fails alike everywhere between two of them.
 * So each is put to the interpreter once for every constant and every gap,
 * and what it says is kept: looking a value up is finding its place.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-column-private.h"

#include "dmn/dmn-value-private.h"

/* Two megabytes: nearly 3,000 rows that each have a bound of their own. A
 * larger column is interpreted. */
#define MAX_WORDS (1 << 18)

/* Some hundredths of a second. A cell is put to the interpreter as often as it
 * has constants, and looks at as many each time: those that a column has no
 * time for are interpreted. */
#define MAX_TESTS (1 << 20)

/* What S-FEEL writes dates and durations with. A name of the model's can
 * hide them. */
static const char *const constructors[] = { "date", "time", "date and time", "duration" };

/* A column in the making: of each cell the constants, NULL where it is not
 * made of constants alone. */
typedef struct
{
  DmnColumn        *column;
  FeelNode *const  *cells;
  GPtrArray        *constants; /* of GPtrArray of DmnValue */
  gsize             n_tests;   /* done so far */
} Builder;

static gboolean
is_constructor (FeelNode *call,
                guint    *calls)
{
  FeelNode *function = call->children[0];

  for (guint i = 0; function->kind == FEEL_NODE_NAME && i < G_N_ELEMENTS (constructors); i++)
    if (g_str_equal (function->name, constructors[i]))
      {
        *calls |= 1u << i;
        return TRUE;
      }

  return FALSE;
}

/* A cell that depends on nothing but its input. */
static gboolean
is_plain (FeelNode *node,
          guint    *calls)
{
  if (node->kind == FEEL_NODE_ANY)
    return TRUE;
  if (node->kind != FEEL_NODE_TESTS && node->kind != FEEL_NODE_TEST)
    return feel_node_is_constant (node, calls);

  for (guint i = 0; i < node->n_children; i++)
    if (!is_plain (node->children[i], calls))
      return FALSE;

  return TRUE;
}

static void
add_constant (GPtrArray *constants,
              DmnValue  *value)
{
  DmnKind kind = dmn_value_get_kind (value);

  if (dmn_kind_has_scale (kind))
    g_ptr_array_add (constants, dmn_value_ref (value));

  for (guint i = 0; kind == DMN_KIND_LIST && i < dmn_value_get_length (value); i++)
    add_constant (constants, dmn_value_get_item (value, i));
  if (kind == DMN_KIND_RANGE && dmn_value_get_low (value) != NULL)
    add_constant (constants, dmn_value_get_low (value));
  if (kind == DMN_KIND_RANGE && dmn_value_get_high (value) != NULL)
    add_constant (constants, dmn_value_get_high (value));
}

static void
gather (FeelRun   *run,
        FeelNode  *node,
        GPtrArray *constants)
{
  if (node->kind == FEEL_NODE_ANY)
    return;

  if (node->kind == FEEL_NODE_TESTS || node->kind == FEEL_NODE_TEST)
    {
      for (guint i = 0; i < node->n_children; i++)
        gather (run, node->children[i], constants);
    }
  else
    {
      g_autoptr (DmnValue) value = feel_evaluate (run, node, NULL);

      add_constant (constants, value);
    }
}

static gboolean
have_scales (GPtrArray *constants)
{
  for (guint i = 0; i < constants->len; i++)
    if (!dmn_value_has_scale (constants->pdata[i]))
      return FALSE;

  return TRUE;
}

/* NULL unless it is plain, and evaluates without complaint: what complains
 * has to do so each time. */
static GPtrArray *
gather_constants (FeelNode *cell,
                  guint    *calls)
{
  g_autoptr (GPtrArray) constants = NULL;
  guint more_calls = 0;
  gboolean complains;
  FeelRun run;

  if (!is_plain (cell, &more_calls))
    return NULL;

  constants = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  feel_run_init (&run);
  gather (&run, cell, constants);
  complains = run.reasons->len > 0;
  feel_run_clear (&run);
  if (complains || !have_scales (constants))
    return NULL;
  *calls |= more_calls;

  return g_steal_pointer (&constants);
}

static gboolean
passes (FeelNode *cell,
        DmnValue *value)
{
  FeelRun run = { NULL };

  return feel_test (&run, cell, value, NULL) == DMN_TRUTH_TRUE;
}

static void
interpret (DmnColumn *self,
           guint      row)
{
  dmn_rows_add (self->interpreted, row);
  self->any_interpreted = TRUE;
}

/* From the position after the last bound of the cell's own to the next. */
static void
add_range (DmnColumn *self,
           guint      row,
           guint      scale,
           guint      first,
           guint      last)
{
  for (guint i = first; i <= last; i++)
    dmn_rows_add (self->of_scale[scale] + (gsize) i * self->n_words, row);
}

/* Where a position among the cell's own bounds lies among the column's. */
static void
locate (const DmnScale *own,
        const DmnScale *all,
        guint           position,
        guint          *first,
        guint          *last)
{
  guint bound = position / 2;

  *first = bound > 0 ? dmn_scale_find (all, own->bounds->pdata[bound - 1]) + 1 : 0;
  *last = bound < own->bounds->len ? dmn_scale_find (all, own->bounds->pdata[bound]) : dmn_scale_n_positions (all) - 1;
  if (position % 2 == 1)
    *first = *last;
  else if (bound < own->bounds->len)
    *last -= 1;
}

/* FALSE where a gap cannot be told. */
static gboolean
test_scale (const Builder *builder,
            guint          row,
            guint          scale)
{
  DmnColumn *self = builder->column;
  g_auto (DmnScale) own = { .kind = scale };

  dmn_scale_init (&own, scale, builder->constants->pdata[row]);
  for (guint i = 0; i < dmn_scale_n_positions (&own); i++)
    {
      g_autoptr (DmnValue) sample = NULL;
      guint first, last;

      if (!dmn_scale_sample (&own, i, &sample))
        return FALSE;
      if (sample == NULL || !passes (builder->cells[row], sample))
        continue;
      locate (&own, &self->scales[scale], i, &first, &last);
      add_range (self, row, scale, first, last);
    }

  return TRUE;
}

/* FALSE where that would take too long. */
static gboolean
take_time (Builder *builder,
           gsize    n_constants)
{
  if (n_constants > MAX_TESTS || n_constants * n_constants > MAX_TESTS - builder->n_tests)
    return FALSE;
  builder->n_tests += n_constants * n_constants;

  return TRUE;
}

static void
test_cell (Builder *builder,
           guint    row)
{
  DmnColumn *self = builder->column;
  FeelNode *cell = builder->cells[row];
  const GPtrArray *constants = builder->constants->pdata[row];

  if (constants == NULL || !take_time (builder, constants->len))
    {
      interpret (self, row);
      return;
    }

  for (guint i = 0; i < DMN_N_SCALES; i++)
    if (self->of_scale[i] != NULL && !test_scale (builder, row, i))
      interpret (self, row);
  if (passes (cell, dmn_value_new_null ()))
    dmn_rows_add (self->of_null, row);
  for (guint i = 0; i < 2; i++)
    if (passes (cell, dmn_value_new_boolean (i != 0)))
      dmn_rows_add (self->of_boolean[i], row);
}

static guint64 *
new_rows (const DmnColumn *self,
          gsize            n_sets)
{
  return g_new0 (guint64, n_sets * self->n_words);
}

/* FALSE where the sets of all positions would be too many. */
static gboolean
build_scales (DmnColumn *self,
              GPtrArray *constants)
{
  gsize n_words = 0;

  for (guint i = 0; i < DMN_N_SCALES; i++)
    if (dmn_kind_has_scale (i))
      {
        dmn_scale_init (&self->scales[i], i, constants);
        n_words += (gsize) dmn_scale_n_positions (&self->scales[i]) * self->n_words;
      }
  if (n_words > MAX_WORDS)
    return FALSE;

  for (guint i = 0; i < DMN_N_SCALES; i++)
    if (dmn_kind_has_scale (i))
      self->of_scale[i] = new_rows (self, dmn_scale_n_positions (&self->scales[i]));

  return TRUE;
}

static void
free_constants (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

gboolean
feel_node_is_constant (FeelNode *node,
                       guint    *calls)
{
  gboolean is_call = node->kind == FEEL_NODE_CALL;

  if (node->kind != FEEL_NODE_LITERAL && node->kind != FEEL_NODE_NEGATE && node->kind != FEEL_NODE_RANGE
      && node->kind != FEEL_NODE_LIST && !is_call)
    return FALSE;
  if (is_call && !is_constructor (node, calls))
    return FALSE;

  for (guint i = is_call ? 1 : 0; i < node->n_children; i++)
    if (!feel_node_is_constant (node->children[i], calls))
      return FALSE;

  return TRUE;
}

gboolean
feel_calls_are_hidden (guint      calls,
                       FeelScope *scope)
{
  for (guint i = 0; calls >> i != 0; i++)
    if ((calls >> i & 1) != 0 && feel_scope_lookup (scope, constructors[i]) != NULL)
      return TRUE;

  return FALSE;
}

void
dmn_column_init (DmnColumn       *self,
                 FeelNode *const *cells,
                 guint            n_cells)
{
  g_autoptr (GPtrArray) constants = g_ptr_array_new_with_free_func (free_constants);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Builder builder = { self, cells, constants, 0 };

  *self = (DmnColumn) { .n_rows = n_cells, .n_words = (n_cells + 63) / 64 };
  self->interpreted = new_rows (self, 1);
  self->of_null = new_rows (self, 1);
  for (guint i = 0; i < 2; i++)
    self->of_boolean[i] = new_rows (self, 1);

  for (guint i = 0; i < n_cells; i++)
    {
      GPtrArray *own = gather_constants (cells[i], &self->calls);

      g_ptr_array_add (constants, own);
      if (own != NULL && own->len > 0)
        g_ptr_array_extend (all, own, NULL, NULL);
    }
  if (build_scales (self, all))
    for (guint i = 0; i < n_cells; i++)
      test_cell (&builder, i);
}

void
dmn_column_clear (DmnColumn *self)
{
  g_clear_pointer (&self->interpreted, g_free);
  g_clear_pointer (&self->of_null, g_free);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->of_boolean[i], g_free);
  for (guint i = 0; i < DMN_N_SCALES; i++)
    {
      dmn_scale_clear (&self->scales[i]);
      g_clear_pointer (&self->of_scale[i], g_free);
    }
}

const guint64 *
dmn_column_find (const DmnColumn *self,
                 const DmnValue  *value)
{
  DmnKind kind = value->kind;

  if (kind >= DMN_N_SCALES || self->of_scale[DMN_KIND_NUMBER] == NULL)
    return NULL;
  if (kind == DMN_KIND_NULL)
    return self->of_null;
  if (kind == DMN_KIND_BOOLEAN)
    return self->of_boolean[value->boolean ? 1 : 0];
  if ((kind == DMN_KIND_TIME || kind == DMN_KIND_DATE_TIME) && !dmn_value_has_scale (value))
    return NULL;

  return self->of_scale[kind] + (gsize) dmn_scale_find (&self->scales[kind], value) * self->n_words;
}
