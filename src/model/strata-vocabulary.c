/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed sets of words in a plan: layers, roles, statuses and the like.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-vocabulary.h"

#include <glib/gi18n-lib.h>

static const StrataWord layer_words[] = {
  { "data", N_("Data") },
  { "automation", N_("Automation") },
  { "personalization", N_("Personalization") },
};

static const StrataWord role_words[] = {
  { "event-collection", N_("Event collection") },
  { "cdp", N_("CDP") },
  { "warehouse", N_("Warehouse") },
  { "transformation", N_("Transformation") },
  { "ingestion", N_("Ingestion") },
  { "reverse-etl", N_("Reverse ETL") },
  { "identity-resolution", N_("Identity resolution") },
  { "consent", N_("Consent") },
  { "analytics", N_("Analytics") },
  { "spreadsheet", N_("Spreadsheet") },
  { "map", N_("Marketing automation") },
  { "orchestrator", N_("Orchestrator") },
  { "connector", N_("Connector") },
  { "crm", N_("CRM") },
  { "messaging", N_("Messaging") },
  { "personalization-engine", N_("Personalization engine") },
  { "experimentation", N_("Experimentation") },
  { "recommendation", N_("Recommendation") },
  { "content-variants", N_("Content variants") },
  { "feature-flags", N_("Feature flags") },
  { "measurement", N_("Measurement") },
};

static const StrataWord status_words[] = {
  { "existing", N_("Existing") },
  { "planned", N_("Planned") },
  { "retiring", N_("Retiring") },
};

static const StrataWord carries_words[] = {
  { "events", N_("Events") },
  { "profiles", N_("Profiles") },
  { "audiences", N_("Audiences") },
  { "content", N_("Content") },
  { "results", N_("Results") },
};

static const StrataWord rendering_words[] = {
  { NULL, N_("Unknown") },
  { "server", N_("On the server") },
  { "client", N_("In the browser") },
};

/* The roles of a layer stand together in their enumeration. */
static const StrataRole first_roles[STRATA_N_LAYERS + 1] = {
  STRATA_ROLE_EVENT_COLLECTION,
  STRATA_ROLE_MAP,
  STRATA_ROLE_PERSONALIZATION_ENGINE,
  STRATA_N_ROLES,
};

G_STATIC_ASSERT (G_N_ELEMENTS (layer_words) == STRATA_N_LAYERS);
G_STATIC_ASSERT (G_N_ELEMENTS (role_words) == STRATA_N_ROLES);

const StrataVocabulary strata_layers = { layer_words, G_N_ELEMENTS (layer_words) };
const StrataVocabulary strata_roles = { role_words, G_N_ELEMENTS (role_words) };
const StrataVocabulary strata_statuses = { status_words, G_N_ELEMENTS (status_words) };
const StrataVocabulary strata_carries = { carries_words, G_N_ELEMENTS (carries_words) };
const StrataVocabulary strata_renderings = { rendering_words, G_N_ELEMENTS (rendering_words) };

static guint
count_written (const StrataVocabulary *vocabulary)
{
  guint n_written = 0;

  for (guint i = 0; i < vocabulary->n_words; i++)
    n_written += vocabulary->words[i].id != NULL;

  return n_written;
}

/**
 * strata_vocabulary_lookup:
 * @vocabulary: a vocabulary
 * @id: a word as it is written in a file
 * @value: (out): the value that it stands for
 *
 * Returns: whether there is such a word
 */
gboolean
strata_vocabulary_lookup (const StrataVocabulary *vocabulary,
                          const char             *id,
                          int                    *value)
{
  g_return_val_if_fail (vocabulary != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  for (guint i = 0; i < vocabulary->n_words; i++)
    {
      if (g_strcmp0 (vocabulary->words[i].id, id) == 0)
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * strata_vocabulary_get_id:
 * @vocabulary: a vocabulary
 * @value: one of its values
 *
 * Returns: (nullable): the word as it is written in a file, or %NULL for a
 *   value that is never written
 */
const char *
strata_vocabulary_get_id (const StrataVocabulary *vocabulary,
                          int                     value)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);
  g_return_val_if_fail (value >= 0 && (guint) value < vocabulary->n_words, NULL);

  return vocabulary->words[value].id;
}

/**
 * strata_vocabulary_get_label:
 * @vocabulary: a vocabulary
 * @value: one of its values
 *
 * Returns: the word as a person reads it, translated
 */
const char *
strata_vocabulary_get_label (const StrataVocabulary *vocabulary,
                             int                     value)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);
  g_return_val_if_fail (value >= 0 && (guint) value < vocabulary->n_words, NULL);

  return _(vocabulary->words[value].label);
}

/**
 * strata_vocabulary_describe:
 * @vocabulary: a vocabulary
 *
 * Lists every word for a sentence about what is allowed: `"a", "b" and "c"`.
 *
 * Returns: (transfer full): the list, translated
 */
char *
strata_vocabulary_describe (const StrataVocabulary *vocabulary)
{
  g_autoptr (GString) list = NULL;
  guint n_written = 0;
  guint n_left = 0;

  g_return_val_if_fail (vocabulary != NULL, NULL);

  list = g_string_new (NULL);
  n_written = n_left = count_written (vocabulary);
  for (guint i = 0; i < vocabulary->n_words; i++)
    {
      if (vocabulary->words[i].id == NULL)
        continue;

      if (n_left < n_written)
        /* Translators: between the last two, and between the other words of a list. */
        g_string_append (list, n_left == 1 ? _(" and ") : _(", "));
      g_string_append_printf (list, "\"%s\"", vocabulary->words[i].id);
      n_left--;
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * strata_role_get_home:
 * @role: a role
 *
 * Returns: the layer where the role is at home (decision model, section 2)
 */
StrataLayer
strata_role_get_home (StrataRole role)
{
  g_return_val_if_fail ((guint) role < STRATA_N_ROLES, STRATA_LAYER_DATA);

  if (role < first_roles[STRATA_LAYER_AUTOMATION])
    return STRATA_LAYER_DATA;
  if (role < first_roles[STRATA_LAYER_PERSONALIZATION])
    return STRATA_LAYER_AUTOMATION;

  return STRATA_LAYER_PERSONALIZATION;
}

/**
 * strata_layer_get_roles:
 * @layer: a layer
 *
 * Returns: the roles that are at home in the layer (decision model, section 2)
 */
StrataRoles
strata_layer_get_roles (StrataLayer layer)
{
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, 0);

  return (STRATA_ROLE_BIT (first_roles[layer + 1]) - 1)
         & ~(STRATA_ROLE_BIT (first_roles[layer]) - 1);
}
