/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes what is done with several plans, parted by zero bytes: the edit from
 * one to the next leads there, and whatever is merged can be read back.
 */

#include "config.h"

#include <string.h>

#include "document/strata-diff.h"
#include "document/strata-merge.h"
#include "fuzz.h"
#include "storage/strata-plan-file.h"

#define N_PLANS 3

/* Reads the plan that begins at *@at, and goes on behind it. */
static StrataPlan *
read_next (const char **at,
           const char  *end)
{
  const char *zero = memchr (*at, '\0', end - *at);
  const char *stop = zero != NULL ? zero : end;
  g_autoptr (GBytes) bytes = g_bytes_new_static (*at, stop - *at);

  *at = zero != NULL ? zero + 1 : end;

  return strata_plan_file_parse (bytes, "fuzz", NULL);
}

static void
assert_same (StrataPlan *a,
             StrataPlan *b)
{
  g_autoptr (GBytes) one = strata_plan_file_to_bytes (a);
  g_autoptr (GBytes) other = strata_plan_file_to_bytes (b);

  g_assert_true (g_bytes_equal (one, other));
}

static void
go_there (StrataPlan *a,
          StrataPlan *b)
{
  g_autoptr (GPtrArray) changes = strata_diff (a, b);
  g_autoptr (StrataEdit) edit = strata_diff_to_edit (a, b, "Edit");
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) reached = strata_plan_apply (a, edit, &error);

  g_assert_no_error (error);
  g_assert_true (changes->len == 0 || strata_edit_get_n_operations (edit) > 0);
  assert_same (reached, b);
}

static void
merge_all (StrataPlan *base,
           StrataPlan *ours,
           StrataPlan *theirs)
{
  g_autoptr (StrataMerge) merge = strata_merge (base, ours, theirs, NULL, NULL);
  g_autoptr (StrataMerge) none = strata_merge (base, ours, base, NULL, NULL);
  g_autoptr (StrataMerge) unrelated = strata_merge (NULL, ours, theirs, NULL, NULL);
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (merge->plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) read = strata_plan_file_parse (bytes, "fuzz", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (none->conflicts->len, ==, 0);
  assert_same (none->plan, ours);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *at = (const char *) data;
  const char *end = at + size;
  StrataPlan *plans[N_PLANS] = { NULL };
  gboolean has_all = TRUE;

  for (guint i = 0; i < N_PLANS && has_all; i++)
    {
      plans[i] = read_next (&at, end);
      has_all = plans[i] != NULL;
    }
  if (has_all)
    {
      go_there (plans[0], plans[1]);
      go_there (plans[1], plans[2]);
      merge_all (plans[0], plans[1], plans[2]);
    }
  for (guint i = 0; i < N_PLANS; i++)
    g_clear_pointer (&plans[i], strata_plan_unref);

  return 0;
}
