/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interview: one question at a time, the decisions forming beside it.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-interview-page.h"

#include <glib/gi18n.h>

#include "strata-answers.h"
#include "workspace/strata-decision-text.h"
#include "workspace/strata-interview.h"

/* What a plan turns on; the others follow. */
static const StrataDecisionId shown[] = {
  STRATA_DECISION_DATA_LAYER,
  STRATA_DECISION_AUTOMATION_HUB,
  STRATA_DECISION_PERSONALIZATION,
};

struct _StrataInterviewPage
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace     *workspace;
  StrataInterview     *interview;
  GSignalGroup        *workspace_signals;

  /* template */
  AdwWindowTitle      *title;
  GtkWidget           *back;
  GtkLabel            *reason;
  GtkLabel            *asked;
  StrataAnswers       *answers;
  GtkWidget           *next;
  GtkWidget           *skip;
  AdwPreferencesGroup *decisions;

  /* children */
  AdwActionRow        *rows[G_N_ELEMENTS (shown)];
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataInterviewPage, strata_interview_page, ADW_TYPE_BIN)

static void
update_decisions (StrataInterviewPage *self)
{
  StrataDecisions *decisions = strata_assessment_get_decisions (strata_workspace_get_assessment (self->workspace));

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const StrataDecision *decision = strata_decisions_get (decisions, shown[i]);
      const char *outcome = decision->outcome != NULL ? strata_decision_text_get_outcome (decision->outcome) : _("open");

      adw_action_row_set_subtitle (self->rows[i], outcome);
      if (decision->outcome != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->rows[i]), "settled");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->rows[i]), "settled");
    }
}

static void
show_reason (StrataInterviewPage *self)
{
  g_autofree char *reason = strata_interview_dup_reason (self->interview);

  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
}

static void
show_end (StrataInterviewPage *self)
{
  gtk_label_set_label (self->reason, "");
  gtk_label_set_label (self->asked, _("That Is All There Is to Ask"));
  gtk_widget_set_visible (GTK_WIDGET (self->answers), FALSE);
  gtk_widget_set_visible (self->skip, FALSE);
  gtk_widget_grab_focus (self->next);
}

static void
show_question (StrataInterviewPage *self)
{
  StrataFactRow *row = strata_interview_get_fact (self->interview);
  guint number = strata_interview_get_n_asked (self->interview) + 1;
  g_autofree char *count = g_strdup_printf (_("Question %u"), number);

  gtk_widget_set_sensitive (self->back, number > 1);
  adw_window_title_set_subtitle (self->title, row != NULL ? count : "");
  if (row == NULL)
    {
      show_end (self);
      return;
    }
  show_reason (self);
  gtk_label_set_label (self->asked, strata_fact_row_get_question (row));
  gtk_widget_set_visible (GTK_WIDGET (self->answers), TRUE);
  gtk_widget_set_visible (self->skip, TRUE);
  strata_answers_show (self->answers, self->workspace, row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), strata_fact_row_get_question (row),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
finish_cb (StrataInterviewPage *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
go_on_cb (StrataInterviewPage *self)
{
  if (strata_interview_get_fact (self->interview) == NULL)
    {
      finish_cb (self);
      return;
    }
  strata_interview_go_on (self->interview);
  show_question (self);
}

/* What nobody knows is unknown, even if somebody thought to know it before. */
static void
skip_cb (StrataInterviewPage *self)
{
  StrataFactRow *row = strata_interview_get_fact (self->interview);
  g_autoptr (GError) error = NULL;

  if (!strata_workspace_set_fact (self->workspace, strata_fact_row_get_fact (row)->key, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  go_on_cb (self);
}

static void
back_cb (StrataInterviewPage *self)
{
  strata_interview_go_back (self->interview);
  show_question (self);
}

static gboolean
key_pressed_cb (StrataInterviewPage *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  if ((state & GDK_ALT_MASK) != 0 && keyval == GDK_KEY_Left)
    {
      back_cb (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape)
    {
      finish_cb (self);
      return GDK_EVENT_STOP;
    }
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9 && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    return strata_answers_choose (self->answers, keyval - GDK_KEY_1);

  return GDK_EVENT_PROPAGATE;
}

static void
add_decisions (StrataInterviewPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *name = g_strconcat ("interview-", strata_decision_get_key (shown[i]), NULL);

      self->rows[i] = ADW_ACTION_ROW (adw_action_row_new ());
      gtk_widget_set_name (GTK_WIDGET (self->rows[i]), name);
      gtk_widget_add_css_class (GTK_WIDGET (self->rows[i]), "property");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), strata_decision_text_get_label (shown[i]));
      adw_preferences_group_add (self->decisions, GTK_WIDGET (self->rows[i]));
    }
}

static void
strata_interview_page_dispose (GObject *object)
{
  StrataInterviewPage *self = STRATA_INTERVIEW_PAGE (object);

  g_clear_object (&self->workspace_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_INTERVIEW_PAGE);
  g_clear_object (&self->interview);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (strata_interview_page_parent_class)->dispose (object);
}

static void
strata_interview_page_class_init (StrataInterviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_interview_page_dispose;

  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STRATA_TYPE_ANSWERS);
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-interview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, answers);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, asked);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, back);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, next);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, reason);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, skip);
  gtk_widget_class_bind_template_child (widget_class, StrataInterviewPage, title);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
strata_interview_page_init (StrataInterviewPage *self)
{
  self->workspace_signals = g_signal_group_new (STRATA_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::assessment", G_CALLBACK (update_decisions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_decisions (self);
}

/**
 * strata_interview_page_begin:
 * @self: the page
 * @workspace: whose client is asked
 *
 * Begins at the question that brings the decisions furthest.
 */
void
strata_interview_page_begin (StrataInterviewPage *self,
                             StrataWorkspace     *workspace)
{
  g_return_if_fail (STRATA_IS_INTERVIEW_PAGE (self));
  g_return_if_fail (STRATA_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->interview);
  self->interview = strata_interview_new (workspace);
  g_signal_group_set_target (self->workspace_signals, workspace);
  update_decisions (self);
  show_question (self);
}
