/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person may type to find a tool, folded once so that typing is quick.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include "strata-search-index.h"

#include <string.h>

#include "strata-folded-text.h"

/* More words than this say nothing more about what is looked for. */
#define MOST_TYPED 8

/* Shorter words are one slip away from half of the dictionary. */
#define SHORTEST_MISTYPED 4

/* How a typed word is found in another, best first. */
enum
{
  MATCH_PREFIX,
  MATCH_SUBSTRING,
  MATCH_SLIP,
  MATCH_NONE,
};

#define COST_NONE G_MAXUINT

typedef struct
{
  guint32 word;
  guint8  field;
} Occurrence;

/* Thousands of tools share a few words ("email", "journeys"), so a typed word
 * is held against each distinct word once, and against the entries only by
 * looking that up.
 */
struct _StrataSearchIndex
{
  GPtrArray  *words;       /* distinct folded words */
  GHashTable *positions;   /* word → position + 1 in words */
  GArray     *occurrences; /* of all entries, one after the other */
  GArray     *starts;      /* entry → its first occurrence */
  GPtrArray  *names;       /* entry → its folded name, or NULL */
  GHashTable *folded;      /* text that many entries share → its words */
};

typedef struct
{
  guint cost;
  guint entry;
} Hit;

static guint
first_occurrence (StrataSearchIndex *self,
                  guint              entry)
{
  return entry < self->starts->len ? g_array_index (self->starts, guint, entry)
                                   : self->occurrences->len;
}

static void
add_word (StrataSearchIndex *self,
          StrataSearchField  field,
          const char        *word)
{
  Occurrence occurrence = { .field = field };
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, word));

  if (position == 0)
    {
      char *copy = g_strdup (word);

      g_ptr_array_add (self->words, copy);
      position = self->words->len;
      g_hash_table_insert (self->positions, copy, GUINT_TO_POINTER (position));
    }
  occurrence.word = position - 1;
  g_array_append_val (self->occurrences, occurrence);
}

static void
add_name (StrataSearchIndex *self,
                StrataSearchField  field,
                const char        *text)
{
  g_auto (GStrv) words = strata_folded_text_split (text);
  g_autofree char *whole = g_strjoinv (NULL, words);

  for (char **word = words; *word != NULL; word++)
    add_word (self, field, *word);
  if (g_strv_length (words) > 1)
    add_word (self, field, whole);
  if (field == STRATA_SEARCH_NAME)
    {
      g_free (g_ptr_array_index (self->names, self->names->len - 1));
      g_ptr_array_index (self->names, self->names->len - 1) = g_steal_pointer (&whole);
    }
}

/* Vendors, roles and capabilities come again and again: folded once each. */
static void
add_shared_text (StrataSearchIndex *self,
                 StrataSearchField  field,
                 const char        *text)
{
  char **words = g_hash_table_lookup (self->folded, text);

  if (words == NULL)
    {
      words = strata_folded_text_split (text);
      g_hash_table_insert (self->folded, g_strdup (text), words);
    }
  for (char **word = words; *word != NULL; word++)
    add_word (self, field, *word);
}

static guint8
match (const char *typed,
       gsize       length,
       const char *word)
{
  const char *found = strstr (word, typed);

  if (found != NULL)
    return found == word ? MATCH_PREFIX : MATCH_SUBSTRING;
  if (length >= SHORTEST_MISTYPED && strata_folded_text_is_one_slip (typed, word))
    return MATCH_SLIP;
  return MATCH_NONE;
}

static guint8 *
match_words (StrataSearchIndex *self,
             const char        *typed)
{
  guint8 *matches = g_new (guint8, self->words->len);
  gsize length = strlen (typed);

  for (guint i = 0; i < self->words->len; i++)
    matches[i] = match (typed, length, g_ptr_array_index (self->words, i));
  return matches;
}

static guint
cheapest_occurrence (StrataSearchIndex *self,
                     guint              entry,
                     const guint8      *matches)
{
  guint end = first_occurrence (self, entry + 1);
  guint best = COST_NONE;

  for (guint i = first_occurrence (self, entry); i < end; i++)
    {
      const Occurrence *occurrence = &g_array_index (self->occurrences, Occurrence, i);
      guint8 found = matches[occurrence->word];

      if (found != MATCH_NONE)
        best = MIN (best, 1u + found * STRATA_N_SEARCH_FIELDS + occurrence->field);
    }
  return best;
}

/* Every typed word has to be found; each adds what it cost. */
static void
add_costs (StrataSearchIndex *self,
           GArray            *hits,
           const char        *typed)
{
  g_autofree guint8 *matches = match_words (self, typed);

  for (guint i = 0; i < hits->len; i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);
      guint cost;

      if (hit->cost == COST_NONE)
        continue;
      cost = cheapest_occurrence (self, hit->entry, matches);
      hit->cost = cost == COST_NONE ? COST_NONE : hit->cost + cost;
    }
}

static GArray *
every_entry (StrataSearchIndex *self)
{
  GArray *hits = g_array_sized_new (FALSE, FALSE, sizeof (Hit), self->starts->len);

  for (guint i = 0; i < self->starts->len; i++)
    {
      Hit hit = { .cost = 0, .entry = i };

      g_array_append_val (hits, hit);
    }
  return hits;
}

static void
put_exact_names_first (StrataSearchIndex *self,
                       GArray            *hits,
                       const char        *words)
{
  g_autofree char *whole = strata_folded_text_join (words);

  for (guint i = 0; i < hits->len; i++)
    {
      if (*whole != '\0' && g_strcmp0 (g_ptr_array_index (self->names, i), whole) == 0)
        g_array_index (hits, Hit, i).cost = 0;
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *hit_a = a;
  const Hit *hit_b = b;

  if (hit_a->cost != hit_b->cost)
    return hit_a->cost < hit_b->cost ? -1 : 1;
  return (hit_a->entry > hit_b->entry) - (hit_a->entry < hit_b->entry);
}

/**
 * strata_search_index_new:
 *
 * Returns: (transfer full): an index without entries
 */
StrataSearchIndex *
strata_search_index_new (void)
{
  StrataSearchIndex *self = g_new0 (StrataSearchIndex, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  return self;
}

/**
 * strata_search_index_free:
 * @self: (transfer full): an index
 *
 * Frees an index.
 */
void
strata_search_index_free (StrataSearchIndex *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->folded);
  g_ptr_array_unref (self->names);
  g_array_unref (self->starts);
  g_array_unref (self->occurrences);
  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * strata_search_index_begin:
 * @self: an index
 *
 * Starts the next entry; what is added from now on is its text.
 */
void
strata_search_index_begin (StrataSearchIndex *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->starts, self->occurrences->len);
  g_ptr_array_add (self->names, NULL);
}

/**
 * strata_search_index_add:
 * @self: an index with an entry begun
 * @field: what of the entry @text is
 * @text: its text
 *
 * Makes the entry findable by the words of @text. Names and aliases are also
 * found when they are typed as one word.
 */
void
strata_search_index_add (StrataSearchIndex *self,
                         StrataSearchField  field,
                         const char        *text)
{
  g_return_if_fail (self != NULL && self->starts->len > 0);
  g_return_if_fail (text != NULL);

  if (field == STRATA_SEARCH_NAME || field == STRATA_SEARCH_ALIAS)
    add_name (self, field, text);
  else
    add_shared_text (self, field, text);
}

/**
 * strata_search_index_find:
 * @self: an index
 * @words: what was typed
 *
 * Finds the entries that have every typed word: an entry with exactly that
 * name first, then words that begin so, then words that contain it, then
 * words one slip of the finger away; names before aliases, vendors, the main role,
 * other roles and capabilities, and what is still equal in the entries' order. Nothing typed
 * finds everything.
 *
 * Returns: (transfer full) (element-type guint): the entries, best first
 */
GArray *
strata_search_index_find (StrataSearchIndex *self,
                          const char        *words)
{
  g_autoptr (GArray) hits = NULL;
  g_auto (GStrv) typed = NULL;
  GArray *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  hits = every_entry (self);
  typed = strata_folded_text_split (words);
  for (guint i = 0; typed[i] != NULL && i < MOST_TYPED; i++)
    add_costs (self, hits, typed[i]);
  put_exact_names_first (self, hits, words);
  g_array_sort (hits, compare_hits);

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < hits->len && g_array_index (hits, Hit, i).cost != COST_NONE; i++)
    g_array_append_val (found, g_array_index (hits, Hit, i).entry);
  return found;
}

/**
 * strata_search_index_nearest:
 * @self: an index
 * @name: a name or id that no entry has
 * @entry: (out): the entry that was probably meant
 * @distance: (inout): how far it is; only what is nearer than this is found
 *
 * Finds the entry whose name, alias or a word of these is spelt most like
 * @name.
 *
 * Returns: whether there is one
 */
gboolean
strata_search_index_nearest (StrataSearchIndex *self,
                             const char        *name,
                             guint             *entry,
                             guint             *distance)
{
  g_autofree char *whole = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && entry != NULL && distance != NULL, FALSE);

  whole = strata_folded_text_join (name);
  for (guint i = 0; i < self->starts->len; i++)
    {
      for (guint j = first_occurrence (self, i); j < first_occurrence (self, i + 1); j++)
        {
          const Occurrence *occurrence = &g_array_index (self->occurrences, Occurrence, j);
          guint away;

          if (occurrence->field > STRATA_SEARCH_ALIAS)
            continue;
          away = strata_folded_text_distance (whole, g_ptr_array_index (self->words, occurrence->word));
          if (away >= *distance)
            continue;
          *distance = away;
          *entry = i;
          found = TRUE;
        }
    }
  return found;
}
