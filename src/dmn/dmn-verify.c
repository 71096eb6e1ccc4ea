/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a decision table leaves open, says twice or never says.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"
#include "dmn/dmn-table-private.h"
#include "dmn/dmn-verify-private.h"

/* Nobody reads more; whoever wants to know is told that there are more. */
#define MAX_BOXES 20000

typedef struct
{
  DmnVerification *verification;
  DmnGrid         *grid;
  DmnOutputs      *outputs;
} Work;

static void
clear_side (gpointer data)
{
  DmnBoxSide *side = data;

  g_free (side->input);
  g_free (side->range);
}

static void
free_box (gpointer data)
{
  DmnBox *box = data;

  g_array_unref (box->sides);
  g_free (box);
}

static DmnBox *
make_box (const DmnGrid *grid,
          const guint64 *words)
{
  DmnBox *box = g_new0 (DmnBox, 1);

  box->sides = g_array_new (FALSE, FALSE, sizeof (DmnBoxSide));
  g_array_set_clear_func (box->sides, clear_side);
  for (guint i = 0; i < grid->sides->len; i++)
    {
      const DmnSide *side = grid->sides->pdata[i];
      DmnBoxSide described = { NULL, dmn_side_describe (side, words + side->offset) };

      if (described.range == NULL)
        continue;
      described.input = g_strdup (side->name);
      g_array_append_val (box->sides, described);
    }

  return box;
}

static GArray *
list_rows (guint n_rows)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_rows; i++)
    g_array_append_val (rows, i);

  return rows;
}

static void
find_gaps (Work *work)
{
  DmnVerification *verification = work->verification;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) rows = list_rows (work->grid->n_rows);

  work->grid->steps = 0;
  if (!dmn_grid_uncover (work->grid, work->grid->whole, rows, MAX_BOXES, boxes))
    verification->limits |= DMN_LIMIT_GAPS;
  dmn_grid_merge (work->grid, boxes);
  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (verification->gaps, make_box (work->grid, boxes->pdata[i]));
}

/* Where rows that meet have to agree they conflict; where several may
 * answer, those that differ overlap. Under UNIQUE they may not even meet. */
static GPtrArray *
list_for (const Work *work,
          guint       a,
          guint       b)
{
  DmnHitPolicy policy = work->grid->table->hit_policy;

  if (policy == DMN_HIT_POLICY_UNIQUE)
    return work->verification->conflicts;
  if (dmn_outputs_are_alike (work->outputs, a, b))
    return NULL;

  return policy == DMN_HIT_POLICY_ANY ? work->verification->conflicts : work->verification->overlaps;
}

/* FALSE where they do not meet; else what they have in common. */
static gboolean
intersect (const DmnGrid *grid,
           guint          a,
           guint          b,
           guint64       *common)
{
  const guint64 *left = dmn_grid_get_row (grid, a);
  const guint64 *right = dmn_grid_get_row (grid, b);

  for (guint i = 0; i < grid->sides->len; i++)
    {
      const DmnSide *side = grid->sides->pdata[i];
      guint64 any = 0;

      for (guint j = side->offset; j < side->offset + side->n_words; j++)
        any |= common[j] = left[j] & right[j];
      if (any == 0)
        return FALSE;
    }

  return TRUE;
}

static void
add_pair (Work          *work,
          guint          a,
          guint          b,
          const guint64 *common)
{
  GPtrArray *list = list_for (work, a, b);
  DmnBox *box;

  if (list == NULL)
    return;

  box = make_box (work->grid, common);
  box->rows[0] = a + 1;
  box->rows[1] = b + 1;
  g_ptr_array_add (list, box);
}

static void
find_pairs (Work *work)
{
  DmnVerification *verification = work->verification;
  DmnGrid *grid = work->grid;
  g_autofree guint64 *common = g_new0 (guint64, grid->n_words);

  grid->steps = 0;
  for (guint i = 0; i < grid->n_rows; i++)
    for (guint j = i + 1; j < grid->n_rows; j++)
      {
        if (!dmn_grid_step (grid, grid->n_words + 1)
            || verification->conflicts->len + verification->overlaps->len == MAX_BOXES)
          {
            verification->limits |= DMN_LIMIT_PAIRS;
            return;
          }
        if (intersect (grid, i, j, common))
          add_pair (work, i, j, common);
      }
}

/* Under the other policies a row is heard together with others, or conflicts
 * with them, and then the conflict says so. */
static gboolean
precedes (const Work *work,
          guint       a,
          guint       b)
{
  switch ((int) work->grid->table->hit_policy)
    {
    case DMN_HIT_POLICY_FIRST:
      return a < b;
    case DMN_HIT_POLICY_PRIORITY:
      return a != b && dmn_outputs_precede (work->outputs, a, b);
    default:
      return FALSE;
    }
}

/* FALSE where that cannot be told in time. */
static gboolean
find_shadow (Work     *work,
             guint     row,
             gboolean *shadowed)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_free);
  gboolean complete;

  for (guint i = 0; i < work->grid->n_rows; i++)
    if (precedes (work, i, row))
      g_array_append_val (others, i);
  *shadowed = FALSE;
  if (others->len == 0)
    return TRUE;

  complete = dmn_grid_uncover (work->grid, dmn_grid_get_row (work->grid, row), others, 1, rest);
  *shadowed = complete && rest->len == 0;

  return complete || rest->len > 0;
}

static void
find_shadows (Work *work)
{
  DmnVerification *verification = work->verification;

  work->grid->steps = 0;
  for (guint i = 0; i < work->grid->n_rows; i++)
    {
      DmnShadow shadow = { i + 1, NULL };
      const DmnSide *side = NULL;
      gboolean shadowed = dmn_grid_is_empty (work->grid, dmn_grid_get_row (work->grid, i), &side);

      if (shadowed)
        shadow.barrier = side->name;
      else if (!find_shadow (work, i, &shadowed))
        verification->limits |= DMN_LIMIT_SHADOWS;
      if (shadowed)
        g_array_append_val (verification->shadows, shadow);
    }
}

/* An empty list is an answer, and so is a default. */
static gboolean
answers_gaps (DmnTable *table)
{
  if (table->hit_policy >= DMN_HIT_POLICY_RULE_ORDER
      && (table->aggregation == DMN_AGGREGATION_NONE || table->aggregation == DMN_AGGREGATION_COUNT))
    return TRUE;

  for (guint i = 0; i < table->outputs->len; i++)
    if (dmn_table_get_output (table, i)->default_value == NULL)
      return FALSE;

  return TRUE;
}

static DmnVerification *
verify_table (DmnModel            *model,
              const DmnExpression *function,
              DmnTable            *table)
{
  DmnVerification *self = g_new0 (DmnVerification, 1);
  g_autoptr (DmnGrid) grid = NULL;
  g_autoptr (DmnOutputs) outputs = NULL;
  Work work;

  self->model = dmn_model_ref (model);
  self->table = table;
  self->answers_gaps = answers_gaps (table);
  self->gaps = g_ptr_array_new_with_free_func (free_box);
  self->conflicts = g_ptr_array_new_with_free_func (free_box);
  self->overlaps = g_ptr_array_new_with_free_func (free_box);
  self->shadows = g_array_new (FALSE, FALSE, sizeof (DmnShadow));

  grid = dmn_grid_new (model, function, table, &self->obstacle);
  if (grid == NULL)
    return self;

  outputs = dmn_outputs_new (table);
  work = (Work) { self, grid, outputs };
  find_gaps (&work);
  find_pairs (&work);
  find_shadows (&work);

  return self;
}

/* A table may stand deep inside of what a decision is made of. */
static void
verify_expression (DmnModel            *model,
                   const DmnExpression *function,
                   const DmnExpression *expression,
                   GPtrArray           *verifications)
{
  if (expression->kind == DMN_EXPRESSION_FUNCTION)
    function = expression;
  if (expression->kind == DMN_EXPRESSION_TABLE)
    g_ptr_array_add (verifications, verify_table (model, function, expression->table));

  for (guint i = 0; i < expression->children->len; i++)
    verify_expression (model, function, expression->children->pdata[i], verifications);
}

/**
 * dmn_verify_model:
 * @model: a model
 *
 * Looks at every decision table of the model: at inputs that no row covers, at
 * rows that match the same inputs and disagree, and at rows that never answer.
 * Inputs with different expressions are taken to be independent. Null is among
 * the inputs where a cell speaks of it. Numbers are whole where the type says
 * so. Outputs that are calculated are the same where they are written the
 * same. A row is shadowed under FIRST by those before it, under PRIORITY by
 * those of a higher priority and by its equals before it, and under every
 * policy by a cell that nothing passes.
 *
 * That is exact: between the values that cells name no row changes its mind.
 * The work is bounded; lists that end early are marked in `limits`. A table
 * with a cell that is not made of constants is left alone, and says so in
 * `obstacle`.
 *
 * Returns: (transfer full) (element-type DmnVerification): one a table, in the
 *   order of the file
 */
GPtrArray *
dmn_verify_model (DmnModel *model)
{
  GPtrArray *verifications;

  g_return_val_if_fail (model != NULL, NULL);

  verifications = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_verification_free);
  for (guint i = 0; i < model->elements->len; i++)
    {
      DmnElement *element = model->elements->pdata[i];

      if (element->expression != NULL)
        verify_expression (model, NULL, element->expression, verifications);
    }

  return verifications;
}

/**
 * dmn_verification_free:
 * @self: (transfer full): a verification
 *
 * Frees it.
 */
void
dmn_verification_free (DmnVerification *self)
{
  g_free (self->obstacle);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->overlaps);
  g_array_unref (self->shadows);
  dmn_model_unref (self->model);
  g_free (self);
}

/**
 * dmn_verification_finds_fault:
 * @self: a verification
 *
 * Overlaps are no fault, nor are gaps where a default or an empty list answers.
 *
 * Returns: whether somebody should look at the table again
 */
gboolean
dmn_verification_finds_fault (const DmnVerification *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->conflicts->len > 0 || self->shadows->len > 0 || (self->gaps->len > 0 && !self->answers_gaps);
}
