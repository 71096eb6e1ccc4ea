/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verification's answer for programs.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "storage/strata-json-builder.h"
#include "storage/strata-json-writer.h"
#include "strata-verify.h"

static const struct
{
  DmnLimit    limit;
  const char *list;
} limited_lists[] = {
  { DMN_LIMIT_GAPS, "gaps" },
  { DMN_LIMIT_PAIRS, "conflicts" },
  { DMN_LIMIT_SHADOWS, "shadowed" },
  { DMN_LIMIT_PAIRS, "overlaps" },
};

static void
add_sides (StrataJsonBuilder *builder,
           const DmnBox      *box)
{
  for (guint i = 0; i < box->sides->len; i++)
    {
      const DmnBoxSide *side = &g_array_index (box->sides, DmnBoxSide, i);

      strata_json_builder_add_member (builder, side->input, strata_value_new_string (side->range));
    }
}

static void
add_gaps (StrataJsonBuilder *builder,
          GPtrArray         *gaps)
{
  strata_json_builder_open_member (builder, "gaps", FALSE);
  for (guint i = 0; i < gaps->len; i++)
    {
      strata_json_builder_open (builder, TRUE);
      add_sides (builder, gaps->pdata[i]);
      strata_json_builder_close (builder);
    }
  strata_json_builder_close (builder);
}

static void
add_pair (StrataJsonBuilder *builder,
          const DmnBox      *box)
{
  strata_json_builder_open (builder, TRUE);
  strata_json_builder_open_member (builder, "rows", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (box->rows); i++)
    strata_json_builder_add (builder, strata_value_new_integer (box->rows[i]));
  strata_json_builder_close (builder);
  strata_json_builder_open_member (builder, "box", TRUE);
  add_sides (builder, box);
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
}

static void
add_pairs (StrataJsonBuilder *builder,
           const char        *name,
           GPtrArray         *pairs)
{
  strata_json_builder_open_member (builder, name, FALSE);
  for (guint i = 0; i < pairs->len; i++)
    add_pair (builder, pairs->pdata[i]);
  strata_json_builder_close (builder);
}

static void
add_shadows (StrataJsonBuilder *builder,
             GArray            *shadows)
{
  strata_json_builder_open_member (builder, "shadowed", FALSE);
  for (guint i = 0; i < shadows->len; i++)
    strata_json_builder_add (builder, strata_value_new_integer (g_array_index (shadows, DmnShadow, i).row));
  strata_json_builder_close (builder);
}

/* The keys of lists that end early; no key where none does. */
static void
add_limits (StrataJsonBuilder *builder,
            DmnLimit           limits)
{
  if (limits == 0)
    return;

  strata_json_builder_open_member (builder, "cut_short", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (limited_lists); i++)
    if ((limits & limited_lists[i].limit) != 0)
      strata_json_builder_add (builder, strata_value_new_string (limited_lists[i].list));
  strata_json_builder_close (builder);
}

static void
add_table (StrataJsonBuilder     *builder,
           const DmnVerification *verification)
{
  const DmnTable *table = verification->table;

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "decision", strata_value_new_string (table->decision));
  strata_json_builder_add_member (builder, "hit_policy",
                                  strata_value_new_string (dmn_hit_policy_get_name (table->hit_policy)));
  add_gaps (builder, verification->gaps);
  add_pairs (builder, "conflicts", verification->conflicts);
  add_shadows (builder, verification->shadows);
  add_pairs (builder, "overlaps", verification->overlaps);
  add_limits (builder, verification->limits);
  if (verification->obstacle != NULL)
    strata_json_builder_add_member (builder, "not_verified", strata_value_new_string (verification->obstacle));
  strata_json_builder_close (builder);
}

/**
 * strata_verify_to_json:
 * @verifications: (element-type DmnVerification): verified tables
 *
 * Returns: (transfer full): one object: each table with its gaps, conflicts,
 *   shadowed rows and overlaps
 */
GBytes *
strata_verify_to_json (GPtrArray *verifications)
{
  g_autoptr (StrataJsonBuilder) builder = strata_json_builder_new ();
  g_autoptr (StrataValue) answer = NULL;

  g_return_val_if_fail (verifications != NULL, NULL);

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_open_member (builder, "tables", FALSE);
  for (guint i = 0; i < verifications->len; i++)
    add_table (builder, verifications->pdata[i]);
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
  answer = strata_json_builder_end (builder);

  return strata_json_writer_to_bytes (answer);
}
