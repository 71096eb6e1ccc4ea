/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One run over three states of a plan that makes the merged one.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge-private.h"

static StrataValue *merge_value (StrataMerger      *self,
                                 const char        *path,
                                 const char        *name,
                                 const StrataSides *sides);

static gboolean
is_equal (StrataValue *a,
          StrataValue *b)
{
  return a == b || (a != NULL && b != NULL && strata_value_equal (a, b));
}

static StrataValue *
ref_or_null (StrataValue *value)
{
  return value != NULL ? strata_value_ref (value) : NULL;
}

static void
add_conflict (StrataMerger      *self,
              const char        *path,
              const StrataSides *sides,
              const char        *reason)
{
  StrataConflict *conflict = g_new0 (StrataConflict, 1);

  conflict->path = g_strdup (path != NULL ? path : "");
  conflict->base = ref_or_null (sides->base);
  conflict->ours = ref_or_null (sides->ours);
  conflict->theirs = ref_or_null (sides->theirs);
  conflict->reason = g_strdup (reason);
  g_ptr_array_add (self->conflicts, conflict);
}

static StrataValue *
get_kept (const StrataSides *sides)
{
  return sides->ours != NULL ? sides->ours : sides->theirs;
}

static StrataValue *
keep (StrataMerger      *self,
      const char        *path,
      const StrataSides *sides,
      const char        *reason)
{
  add_conflict (self, path, sides, reason);

  return ref_or_null (get_kept (sides));
}

/* Takes ours as it is; it is a conflict only where theirs is lost by it. */
static StrataValue *
keep_pinned (StrataMerger      *self,
             const char        *path,
             const StrataSides *sides,
             const char        *reason)
{
  if (strata_compare_same (sides->theirs, sides->base) || strata_compare_same (sides->theirs, sides->ours))
    return ref_or_null (get_kept (sides));

  return keep (self, path, sides, reason);
}

/* Only what is of the kind of both sides can be merged with them. */
static StrataValue *
of_kind (StrataValue     *value,
         StrataValueKind  kind)
{
  return strata_compare_is (value, kind) ? value : NULL;
}

static StrataMatch
match_arrays (const char        *name,
              const StrataSides *sides)
{
  StrataValue *arrays[] = { sides->ours, sides->theirs, sides->base };

  return strata_compare_match (name, arrays, sides->base != NULL ? 3 : 2);
}

/* Whether a path is that of the plan's tools, or of a list of a scenario. A
 * slash in an id is escaped, so the number of segments tells.
 */
static gboolean
find_list (const char      *path,
           StrataValueKind *kind)
{
  static const struct
  {
    const char      *name;
    StrataValueKind  kind;
  } lists[] = {
    { "placements", STRATA_VALUE_ARRAY },
    { "flows", STRATA_VALUE_ARRAY },
    { "owners", STRATA_VALUE_OBJECT },
    { "accepted", STRATA_VALUE_ARRAY },
  };
  g_auto (GStrv) segments = g_strsplit (path != NULL ? path : "", "/", -1);
  gboolean is_in_scenario = g_strv_length (segments) == 3 && g_str_equal (segments[0], "scenarios");

  *kind = STRATA_VALUE_OBJECT;
  for (guint i = 0; is_in_scenario && i < G_N_ELEMENTS (lists); i++)
    {
      *kind = lists[i].kind;
      if (g_str_equal (segments[2], lists[i].name))
        return TRUE;
    }

  return g_strcmp0 (path, "tools") == 0;
}

/* Whether a side removed something that the other has come to refer to. */
static gboolean
is_needed (StrataMerger      *self,
           const StrataParts       *parts,
           const char        *key,
           const StrataSides *part)
{
  StrataValueKind kind = STRATA_VALUE_NULL;

  if (!find_list (parts->path, &kind))
    return FALSE;
  if (g_str_equal (parts->name, "tools"))
    return strata_merge_needs_tool (&self->plan, part, key);

  return g_str_equal (parts->name, "placements")
         && strata_merge_needs_placement (&self->scenario, part, key);
}

static StrataValue *
merge_part (StrataMerger *self,
            const StrataParts *parts,
            const char   *key)
{
  StrataSides part = {
    strata_parts_find (parts->sides.base, parts->base_index, key),
    strata_parts_find (parts->sides.ours, parts->ours_index, key),
    strata_parts_find (parts->sides.theirs, parts->theirs_index, key),
  };
  g_autofree char *path = strata_parts_make_path (parts, key);
  gboolean is_scenario = g_strcmp0 (parts->path, "scenarios") == 0;
  StrataValue *merged = NULL;

  if (is_scenario)
    self->scenario = part;
  merged = merge_value (self, path, parts->is_object ? key : NULL, &part);
  if (is_scenario)
    self->scenario = (StrataSides) { NULL };
  if (merged == NULL && is_needed (self, parts, key, &part))
    merged = keep (self, path, &part, NULL);

  return merged;
}

/* Merges each part that a side has; what is left out is removed. */
static GHashTable *
merge_parts (StrataMerger *self,
             const StrataParts *parts)
{
  GHashTable *kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) strata_value_unref);
  GPtrArray *keys[] = { parts->ours_keys, parts->theirs_keys };

  for (guint side = 0; side < G_N_ELEMENTS (keys); side++)
    {
      for (guint i = 0; i < keys[side]->len; i++)
        {
          char *key = g_ptr_array_index (keys[side], i);
          StrataValue *merged = NULL;

          if (side > 0 && g_hash_table_contains (parts->ours_index, key))
            continue;
          merged = merge_part (self, parts, key);
          if (merged != NULL)
            g_hash_table_insert (kept, key, merged);
        }
    }

  return kept;
}

static StrataValue *
list_texts (GPtrArray *keys)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (texts, strata_value_new_string (g_ptr_array_index (keys, i)));

  return strata_value_new_array (texts);
}

static void
check_order (StrataMerger *self,
             const StrataParts *parts)
{
  StrataSides orders = { NULL };

  if (parts->is_object || parts->match != STRATA_MATCH_IDS
      || !strata_merge_order_conflicts (parts->base_keys, parts->ours_keys, parts->theirs_keys))
    return;

  orders.base = list_texts (parts->base_keys);
  orders.ours = list_texts (parts->ours_keys);
  orders.theirs = list_texts (parts->theirs_keys);
  add_conflict (self, parts->path, &orders, NULL);
  strata_value_unref (orders.base);
  strata_value_unref (orders.ours);
  strata_value_unref (orders.theirs);
}

static StrataValue *
merge_container (StrataMerger *self,
                 StrataParts        *parts)
{
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (GPtrArray) order = NULL;
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  StrataValue *merged = NULL;

  strata_parts_init (parts);
  kept = merge_parts (self, parts);
  check_order (self, parts);
  order = strata_merge_order (parts->base_keys, parts->ours_keys, parts->theirs_keys, kept);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (values, g_hash_table_lookup (kept, g_ptr_array_index (order, i)));
  merged = parts->is_object ? strata_value_new_object (order, values) : strata_value_new_array (values);
  g_clear_pointer (&kept, g_hash_table_unref);
  strata_parts_clear (parts);

  return merged;
}

/* Both sides changed it, differently. */
static StrataValue *
merge_changed (StrataMerger      *self,
               const char        *path,
               const char        *name,
               const StrataSides *sides)
{
  StrataValueKind kind = sides->ours != NULL ? strata_value_get_kind (sides->ours) : STRATA_VALUE_NULL;
  StrataParts parts = {
    .path = path,
    .name = name,
    .is_object = kind == STRATA_VALUE_OBJECT,
    .match = STRATA_MATCH_WHOLE,
    .sides = { of_kind (sides->base, kind), sides->ours, sides->theirs },
  };

  if (!strata_compare_is (sides->theirs, kind))
    return keep (self, path, sides, NULL);
  if (kind == STRATA_VALUE_ARRAY)
    parts.match = match_arrays (name, &parts.sides);
  if (!parts.is_object && parts.match == STRATA_MATCH_WHOLE)
    return keep (self, path, sides, NULL);

  return merge_container (self, &parts);
}

/* Whether something is pinned within what both sides have. */
static gboolean
has_pin_below (StrataMerger      *self,
               const char        *path,
               const StrataSides *sides)
{
  g_autofree char *start = path != NULL ? g_strconcat (path, "/", NULL) : g_strdup ("");
  GHashTableIter iter;
  gpointer pin = NULL;

  if (sides->ours == NULL || !strata_compare_is (sides->theirs, strata_value_get_kind (sides->ours)))
    return FALSE;

  g_hash_table_iter_init (&iter, self->pins);
  while (g_hash_table_iter_next (&iter, &pin, NULL))
    {
      if (g_str_has_prefix (pin, start))
        return TRUE;
    }

  return FALSE;
}

static StrataValue *
or_empty (StrataValue     *value,
          StrataValueKind  kind)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (strata_compare_is (value, kind))
    return strata_value_ref (value);

  return kind == STRATA_VALUE_OBJECT ? strata_value_new_object (none, none) : strata_value_new_array (none);
}

/* A list that is not there is empty. Its elements are looked at one by one,
 * even where a side left them all alone: it may have come to refer to one that
 * the other side removed.
 */
static StrataValue *
merge_list (StrataMerger      *self,
            const char        *path,
            const char        *name,
            const StrataSides *sides,
            StrataValueKind    kind)
{
  g_autoptr (StrataValue) ours = or_empty (sides->ours, kind);
  g_autoptr (StrataValue) theirs = or_empty (sides->theirs, kind);
  g_autoptr (StrataValue) merged = NULL;
  gboolean has_all = sides->ours != NULL && sides->theirs != NULL;

  if (strata_value_get_length (ours) == 0 && strata_value_get_length (theirs) == 0)
    return ref_or_null (get_kept (sides));

  merged = merge_changed (self, path, name, &(StrataSides) { sides->base, ours, theirs });

  return has_all || strata_value_get_length (merged) > 0 ? g_steal_pointer (&merged) : NULL;
}

static StrataValue *
merge_value (StrataMerger      *self,
             const char        *path,
             const char        *name,
             const StrataSides *sides)
{
  const char *reason = g_hash_table_lookup (self->pins, path != NULL ? path : "");
  StrataValueKind kind = STRATA_VALUE_NULL;

  if (reason != NULL)
    return keep_pinned (self, path, sides, reason);
  if (g_hash_table_size (self->pins) > 0 && has_pin_below (self, path, sides))
    return merge_changed (self, path, name, sides);
  if (is_equal (sides->ours, sides->theirs))
    return ref_or_null (sides->ours);
  if (find_list (path, &kind))
    return merge_list (self, path, name, sides, kind);
  if (is_equal (sides->theirs, sides->base))
    return ref_or_null (sides->ours);
  if (is_equal (sides->ours, sides->base))
    return ref_or_null (sides->theirs);
  if (strata_compare_same (sides->theirs, sides->base) || strata_compare_same (sides->ours, sides->theirs))
    return ref_or_null (sides->ours);
  if (strata_compare_same (sides->ours, sides->base))
    return ref_or_null (sides->theirs);

  return merge_changed (self, path, name, sides);
}

/* Makes the merged value, and lists the conflicts. */
StrataValue *
strata_merger_run (StrataMerger *self)
{
  g_ptr_array_set_size (self->conflicts, 0);

  return merge_value (self, NULL, NULL, &self->plan);
}
