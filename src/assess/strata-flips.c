/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would change an outcome (decision model, section 4.8).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-decide-private.h"

#include <math.h>

/* One known fact on trial. */
typedef struct
{
  StrataCase    *one;
  const StrataFact *fact;
  StrataValue   *value;    /* as the plan has it; borrowed */
  double         answer;
  StrataSettled  settled;  /* as things are */
} Trial;

typedef struct
{
  StrataFlip flip;
  double     distance;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *left = a, *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;

  return (left->flip.fact > right->flip.fact) - (left->flip.fact < right->flip.fact);
}

/* Whether the variant pipeline follows from the variants a week. */
static gboolean
derives_pipeline (StrataCase *self)
{
  return !strata_facts_is_known (self->facts, STRATA_FACT_VARIANT_PIPELINE)
         && strata_facts_is_known (self->facts, STRATA_FACT_VARIANTS_PER_WEEK)
         && self->pipeline != NULL
         && strata_logic_uses (self->logic, STRATA_FACT_VARIANT_PIPELINE);
}

static void
put_variants (const Trial *trial,
              double       variants)
{
  StrataCase *one = trial->one;
  const GArray *classes = strata_case_get_classes (one, STRATA_FACT_VARIANT_PIPELINE);
  double pipeline = strata_case_derive (one->pipeline, variants);

  if (pipeline >= 0)
    strata_logic_set_answers (one->logic, STRATA_FACT_VARIANT_PIPELINE, &pipeline, 1);
  else
    strata_logic_set_answers (one->logic, STRATA_FACT_VARIANT_PIPELINE, (const double *) classes->data, classes->len);
}

static void
put_answer (const Trial *trial,
            double       answer)
{
  StrataLogic *logic = trial->one->logic;

  if (strata_logic_uses (logic, trial->fact->id))
    strata_logic_set_answers (logic, trial->fact->id, &answer, 1);
  if (trial->fact->id == STRATA_FACT_VARIANTS_PER_WEEK && derives_pipeline (trial->one))
    put_variants (trial, answer);
}

/* Whether another answer settles on another outcome. */
static gboolean
flips (const Trial   *trial,
       double         answer,
       StrataSettled *settled)
{
  put_answer (trial, answer);
  *settled = strata_case_settle (trial->one);
  put_answer (trial, trial->answer);

  return settled->outcome >= 0 && settled->outcome != trial->settled.outcome;
}

static void
add_flip (const Trial   *trial,
          GArray        *all,
          StrataSettled  settled,
          StrataValue   *to,
          double         distance)
{
  Found found = {
    .flip = {
      .fact = trial->fact->id,
      .from = strata_value_ref (trial->value),
      .to = to,
      .outcome = strata_decision_list_outcomes (trial->one->id)[settled.outcome],
      .basis = settled.basis,
    },
    .distance = distance,
  };

  g_array_append_val (all, found);
}

static void
add_bounds (StrataCase   *one,
            StrataFactId  fact,
            GArray       *bounds)
{
  const GArray *classes;

  if (!strata_logic_uses (one->logic, fact))
    return;
  classes = strata_case_get_classes (one, fact);
  g_array_append_vals (bounds, (const double *) classes->data + 1, classes->len - 1);
}

/* The lowest value of each answer but the first. */
static GArray *
list_bounds (const Trial *trial)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (double));

  add_bounds (trial->one, trial->fact->id, bounds);
  if (trial->fact->id == STRATA_FACT_VARIANTS_PER_WEEK && derives_pipeline (trial->one))
    add_bounds (trial->one->pipeline, trial->fact->id, bounds);

  return bounds;
}

static StrataValue *
number_value (double number)
{
  if (number == trunc (number) && fabs (number) < 1e15)
    return strata_value_new_integer ((gint64) number);

  return strata_value_new_double (number);
}

static gboolean
is_nearer (const Trial *trial,
           double       a,
           double       b)
{
  double left = fabs (a - trial->answer);
  double right = fabs (b - trial->answer);

  return left < right || (left == right && a < b);
}

static void
try_number (const Trial *trial,
            GArray      *all)
{
  g_autoptr (GArray) bounds = list_bounds (trial);
  double step = strata_answer_get_step (trial->fact->id);
  StrataSettled best_settled = { -1, STRATA_BASIS_UNDETERMINED, 0 };
  double best = 0;

  for (guint i = 0; i < 2 * bounds->len; i++)
    {
      double to = g_array_index (bounds, double, i / 2) - (i % 2 == 0 ? 0 : step);
      StrataSettled settled;

      if (to < trial->fact->minimum || (best_settled.outcome >= 0 && !is_nearer (trial, to, best)))
        continue;
      if (!flips (trial, to, &settled))
        continue;
      best = to;
      best_settled = settled;
    }

  if (best_settled.outcome >= 0)
    add_flip (trial, all, best_settled, number_value (best),
              fabs (best - trial->answer) / MAX (fabs (trial->answer), step));
}

static StrataValue *
word_value (const Trial *trial,
            guint        word)
{
  if (trial->fact->type == STRATA_FACT_BOOLEAN)
    return strata_value_new_boolean (word != 0);

  return strata_value_new_string (strata_vocabulary_get_id (trial->fact->members, word));
}

static void
try_words (const Trial *trial,
           GArray      *all)
{
  guint n_words = strata_answer_count (trial->fact->id);

  for (guint i = 0; i < n_words; i++)
    {
      StrataSettled settled;

      if ((double) i == trial->answer || !flips (trial, i, &settled))
        continue;
      add_flip (trial, all, settled, word_value (trial, i), 1);
      return;
    }
}

/* The plan's list without a member, or with one more behind. */
static StrataValue *
list_value (const Trial *trial,
            const char  *word,
            gboolean     added)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; i < strata_value_get_length (trial->value); i++)
    {
      StrataValue *element = strata_value_get_element (trial->value, i);

      if (added || !g_str_equal (strata_value_get_string (element), word))
        g_ptr_array_add (elements, strata_value_ref (element));
    }
  if (added)
    g_ptr_array_add (elements, strata_value_new_string (word));

  return strata_value_new_array (elements);
}

static void
try_members (const Trial *trial,
             GArray      *all)
{
  guint n_words = trial->fact->members->n_words;

  for (guint i = 0; i < 2 * n_words; i++)
    {
      gboolean added = i >= n_words;
      guint32 member = 1u << i % n_words;
      StrataSettled settled;

      if ((((guint32) trial->answer & member) == 0) != added)
        continue;
      if (!flips (trial, (guint32) trial->answer ^ member, &settled))
        continue;
      add_flip (trial, all, settled,
                list_value (trial, strata_vocabulary_get_id (trial->fact->members, i % n_words), added), 1);
      return;
    }
}

static void
try_fact (const Trial *trial,
          GArray      *all)
{
  switch (trial->fact->type)
    {
    case STRATA_FACT_INTEGER:
    case STRATA_FACT_NUMBER:
      try_number (trial, all);
      break;
    case STRATA_FACT_BOOLEAN:
    case STRATA_FACT_CHOICE:
      try_words (trial, all);
      break;
    case STRATA_FACT_SET:
      try_members (trial, all);
      break;
    default:
      g_assert_not_reached ();
    }
}

GArray *
strata_case_list_flips (StrataCase    *self,
                        StrataSettled  settled)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (StrataFlip));

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      Trial trial = { .one = self, .fact = strata_fact_get (i), .settled = settled };
      gboolean counts = strata_logic_uses (self->logic, i)
                        || (i == STRATA_FACT_VARIANTS_PER_WEEK && derives_pipeline (self));

      if (!counts || !strata_facts_is_known (self->facts, i) || !strata_case_get_answer (self, i, &trial.answer))
        continue;
      trial.value = strata_value_get_member (strata_facts_get_value (self->facts), trial.fact->key);
      try_fact (&trial, all);
    }

  g_array_sort (all, compare_found);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (sorted, g_array_index (all, Found, i).flip);

  return sorted;
}
