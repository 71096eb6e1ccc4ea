/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an edit would do to the findings, in a few words.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-what-if-private.h"

#include <glib/gi18n-lib.h>

#include "assess/strata-sentence.h"
#include "assess/strata-tool-names.h"

#define MOST_LINES 3
/* More names than these make no line that is read at a glance. */
#define MOST_NAMES 3

/* A kind of findings that are told of together. */
typedef struct
{
  const char *prefix;                /* of their codes */
  char     *(*count) (guint number); /* “2 ordering violations”; NULL: overlaps */
  gboolean    by_capability;         /* counts and lists capabilities, not tools */
} Kind;

/* What becomes one line. */
typedef struct
{
  const Kind *kind;
  int         severity;
  StrataSeverity weight;
  guint       n_findings;
  GPtrArray  *names;        /* of tools that the edit is not about */
  GPtrArray  *capabilities; /* ids */
} Group;

typedef struct
{
  GHashTable    *moved;
  StrataCatalog *catalog;
  GHashTable    *names;  /* StrataAssessment → StrataToolNames */
  GPtrArray     *groups; /* Group */
} Telling;

static char *
count_cuts (guint number)
{
  /* Translators: something that is paid for and could be cut. */
  return g_strdup_printf (ngettext ("%u possible cut", "%u possible cuts", number), number);
}

static char *
count_violations (guint number)
{
  /* Translators: something starts before what it stands on is ready. */
  return g_strdup_printf (ngettext ("%u ordering violation", "%u ordering violations", number), number);
}

static char *
count_channels (guint number)
{
  return g_strdup_printf (ngettext ("%u channel without a sender", "%u channels without a sender", number), number);
}

static char *
count_missing_capabilities (guint number)
{
  return g_strdup_printf (ngettext ("%u missing capability", "%u missing capabilities", number), number);
}

static char *
count_prerequisites (guint number)
{
  return g_strdup_printf (ngettext ("%u missing prerequisite", "%u missing prerequisites", number), number);
}

static char *
count_misfits (guint number)
{
  /* Translators: tools that are too big, too small or too early for a client. */
  return g_strdup_printf (ngettext ("%u poor fit", "%u poor fits", number), number);
}

static char *
count_roles (guint number)
{
  return g_strdup_printf (ngettext ("%u tool in the wrong place", "%u tools in the wrong place", number), number);
}

static char *
count_others (guint number)
{
  return g_strdup_printf (ngettext ("%u other finding", "%u other findings", number), number);
}

/* The first that fits counts. */
static const Kind kinds[] = {
  { "overlap/redundant", count_cuts, FALSE },
  { "overlap/", NULL, TRUE },
  { "order/", count_violations, FALSE },
  { "prereq/channel", count_channels, TRUE },
  { "prereq/capability", count_missing_capabilities, TRUE },
  { "prereq/", count_prerequisites, FALSE },
  { "fit/", count_misfits, FALSE },
  { "role/", count_roles, FALSE },
  { "", count_others, FALSE },
};

static const Kind *
find_kind (const char *code)
{
  const Kind *kind = kinds;

  while (!g_str_has_prefix (code, kind->prefix))
    kind++;

  return kind;
}

static void
free_group (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->names);
  g_ptr_array_unref (group->capabilities);
  g_free (group);
}

/* Each overlap is a line of its own: it says with what. */
static Group *
ensure_group (Telling                  *telling,
              const StrataWhatIfChange *change)
{
  const Kind *kind = find_kind (change->finding->code);
  Group *group;

  for (guint i = 0; kind->count != NULL && i < telling->groups->len; i++)
    {
      group = g_ptr_array_index (telling->groups, i);
      if (group->kind == kind && group->severity == change->severity && group->weight == change->weight)
        return group;
    }

  group = g_new0 (Group, 1);
  group->kind = kind;
  group->severity = change->severity;
  group->weight = change->weight;
  group->names = g_ptr_array_new ();
  group->capabilities = g_ptr_array_new ();
  g_ptr_array_add (telling->groups, group);

  return group;
}

static StrataToolNames *
ensure_names (Telling          *telling,
              StrataAssessment *assessment)
{
  StrataToolNames *names = g_hash_table_lookup (telling->names, assessment);

  if (names == NULL)
    {
      names = strata_tool_names_look_up (strata_assessment_get_plan (assessment),
                                         strata_assessment_get_scenario (assessment), telling->catalog);
      g_hash_table_insert (telling->names, assessment, names);
    }

  return names;
}

static void
add_once (GPtrArray  *strings,
          const char *string)
{
  if (!g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL))
    g_ptr_array_add (strings, (gpointer) string);
}

/* What is carried needs no name: the room looks at it. */
static void
add_to_group (Telling                  *telling,
              const StrataWhatIfChange *change)
{
  Group *group = ensure_group (telling, change);
  StrataScenario *scenario = strata_assessment_get_scenario (change->assessment);

  group->n_findings++;
  for (guint i = 0; i < change->finding->n_tools && group->names->len <= MOST_NAMES; i++)
    {
      guint placement = change->finding->tools[i];

      if (!g_hash_table_contains (telling->moved, scenario->placements[placement]->id))
        add_once (group->names, strata_tool_names_get (ensure_names (telling, change->assessment), placement));
    }
  for (guint i = 0; i < change->capabilities->len; i++)
    add_once (group->capabilities, g_ptr_array_index (change->capabilities, i));
}

static const char *
get_string (guint    index,
            gpointer user_data)
{
  return g_ptr_array_index ((GPtrArray *) user_data, index);
}

static char *
list_strings (GPtrArray *strings)
{
  return strata_sentence_dup_list (strings->len, get_string, strings);
}

static char *
list_capabilities (GPtrArray     *capabilities,
                   StrataCatalog *catalog)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < capabilities->len; i++)
    {
      const char *label = strata_catalog_get_label (catalog, g_ptr_array_index (capabilities, i));

      g_ptr_array_add (labels, strata_sentence_dup_label (label));
    }

  return list_strings (labels);
}

static char *
tell_overlap (const Group   *group,
              StrataCatalog *catalog)
{
  guint number = group->capabilities->len;
  g_autofree char *capabilities = list_capabilities (group->capabilities, catalog);
  g_autofree char *names = NULL;

  if (group->names->len == 0 || group->names->len > MOST_NAMES)
    /* Translators: followed by capabilities: “2 overlaps: email and push”. */
    return g_strdup_printf (ngettext ("%u overlap: %s", "%u overlaps: %s", number), number, capabilities);

  names = list_strings (group->names);
  /* Translators: “2 overlaps with HubSpot and Klaviyo: email and push”. */
  return g_strdup_printf (ngettext ("%u overlap with %s: %s", "%u overlaps with %s: %s", number),
                          number, names, capabilities);
}

static char *
tell_count (const Group   *group,
            StrataCatalog *catalog)
{
  gboolean by_capability = group->kind->by_capability;
  g_autofree char *count = group->kind->count (by_capability ? group->capabilities->len : group->n_findings);
  g_autofree char *members = NULL;

  if (!by_capability && (group->names->len == 0 || group->names->len > MOST_NAMES))
    return g_steal_pointer (&count);

  members = by_capability ? list_capabilities (group->capabilities, catalog) : list_strings (group->names);
  /* Translators: “2 ordering violations: Segment and HubSpot”. */
  return g_strdup_printf (_("%s: %s"), count, members);
}

static StrataWhatIfLine *
tell_group (const Group   *group,
            StrataCatalog *catalog)
{
  StrataWhatIfLine *line = g_new0 (StrataWhatIfLine, 1);
  g_autofree char *text = (group->kind->count == NULL ? tell_overlap : tell_count) (group, catalog);

  line->severity = group->severity;
  /* Translators: followed by what there is no more: “Solves 1 overlap: email”. */
  line->text = group->severity == STRATA_WHAT_IF_SOLVED ? g_strdup_printf (_("Solves %s"), text)
                                                        : g_steal_pointer (&text);

  return line;
}

GPtrArray *
strata_what_if_tell (GPtrArray     *changes,
                     GHashTable    *moved,
                     StrataCatalog *catalog,
                     guint         *n_more)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) strata_tool_names_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
  Telling telling = { moved, catalog, names, groups };
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    add_to_group (&telling, g_ptr_array_index (changes, i));
  for (guint i = 0; i < groups->len && i < MOST_LINES; i++)
    g_ptr_array_add (lines, tell_group (g_ptr_array_index (groups, i), catalog));
  *n_more = groups->len - lines->len;

  return lines;
}
