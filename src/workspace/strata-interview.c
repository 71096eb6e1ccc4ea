/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions to the client, one at a time.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-interview.h"

struct _StrataInterview
{
  GObject parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  StrataFactRow   *fact;  /* NULL at the end */
  GArray          *asked; /* StrataFactId, those before it in their order */
};

enum
{
  PROP_FACT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataInterview, strata_interview, G_TYPE_OBJECT)

static StrataFactRow *
find_row (StrataInterview *self,
          StrataFactId     fact)
{
  GListModel *facts = strata_workspace_list_facts (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (StrataFactRow) row = g_list_model_get_item (facts, i);

      if (strata_fact_row_get_fact (row)->id == fact)
        return row;
    }

  g_return_val_if_reached (NULL);
}

static void
set_fact (StrataInterview *self,
          StrataFactRow   *fact)
{
  if (g_set_object (&self->fact, fact))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FACT]);
}

static StrataDecisions *
get_decisions (StrataInterview *self)
{
  strata_workspace_settle (self->workspace);

  return strata_assessment_get_decisions (strata_workspace_get_assessment (self->workspace));
}

static StrataFactSet
list_asked (StrataInterview *self)
{
  StrataFactSet asked = 0;

  for (guint i = 0; i < self->asked->len; i++)
    asked |= STRATA_FACT_BIT (g_array_index (self->asked, StrataFactId, i));

  return asked;
}

static void
ask_next (StrataInterview *self)
{
  StrataFactId next;

  set_fact (self, strata_question_find (get_decisions (self), list_asked (self), &next) ? find_row (self, next) : NULL);
}

static void
strata_interview_dispose (GObject *object)
{
  StrataInterview *self = STRATA_INTERVIEW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->fact);
  g_clear_pointer (&self->asked, g_array_unref);

  G_OBJECT_CLASS (strata_interview_parent_class)->dispose (object);
}

static void
strata_interview_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FACT:
      g_value_set_object (value, STRATA_INTERVIEW (object)->fact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_interview_class_init (StrataInterviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = strata_interview_dispose;
  object_class->get_property = strata_interview_get_property;

  properties[PROP_FACT] = g_param_spec_object ("fact", NULL, NULL, STRATA_TYPE_FACT_ROW,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
strata_interview_init (StrataInterview *self)
{
  self->asked = g_array_new (FALSE, FALSE, sizeof (StrataFactId));
}

/**
 * strata_interview_new:
 * @workspace: whose client is asked
 *
 * Returns: (transfer full): an interview at its first question
 */
StrataInterview *
strata_interview_new (StrataWorkspace *workspace)
{
  StrataInterview *self = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STRATA_TYPE_INTERVIEW, NULL);
  self->workspace = g_object_ref (workspace);
  ask_next (self);

  return self;
}

/**
 * strata_interview_get_fact:
 * @self: an interview
 *
 * Returns: (transfer none) (nullable): what is asked for, %NULL at the end
 */
StrataFactRow *
strata_interview_get_fact (StrataInterview *self)
{
  g_return_val_if_fail (STRATA_IS_INTERVIEW (self), NULL);

  return self->fact;
}

/**
 * strata_interview_get_n_asked:
 * @self: an interview
 *
 * Returns: how many questions came before this one
 */
guint
strata_interview_get_n_asked (StrataInterview *self)
{
  g_return_val_if_fail (STRATA_IS_INTERVIEW (self), 0);

  return self->asked->len;
}

/**
 * strata_interview_dup_reason:
 * @self: an interview
 *
 * Returns: (transfer full) (nullable): what the answer is needed for; %NULL at
 *   the end, or when no decision waits for it any more
 */
char *
strata_interview_dup_reason (StrataInterview *self)
{
  g_return_val_if_fail (STRATA_IS_INTERVIEW (self), NULL);

  if (self->fact == NULL || strata_fact_row_get_value (self->fact) != NULL)
    return NULL;

  return strata_question_describe_reason (get_decisions (self), strata_fact_row_get_fact (self->fact)->id);
}

/**
 * strata_interview_go_on:
 * @self: an interview
 *
 * Asks the next question. One that was left without an answer isn't asked
 * again.
 */
void
strata_interview_go_on (StrataInterview *self)
{
  g_return_if_fail (STRATA_IS_INTERVIEW (self));

  if (self->fact == NULL)
    return;

  g_array_append_val (self->asked, strata_fact_row_get_fact (self->fact)->id);
  ask_next (self);
}

/**
 * strata_interview_go_back:
 * @self: an interview
 *
 * Asks the question before this one once more; its answer stays until there
 * is another.
 */
void
strata_interview_go_back (StrataInterview *self)
{
  StrataFactId former;

  g_return_if_fail (STRATA_IS_INTERVIEW (self));

  if (self->asked->len == 0)
    return;

  former = g_array_index (self->asked, StrataFactId, self->asked->len - 1);
  g_array_set_size (self->asked, self->asked->len - 1);
  set_fact (self, find_row (self, former));
}
