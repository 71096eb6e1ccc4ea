/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the window share.
 */

#pragma once

#include "strata-window.h"

#include "ui/canvas/strata-canvas.h"
#include "ui/catalog/strata-catalog-pane.h"
#include "ui/inspector/strata-inspector.h"
#include "ui/window/strata-finding-caption.h"
#include "ui/window/strata-plan-bar.h"
#include "ui/interview/strata-interview-page.h"
#include "ui/window/strata-start-page.h"
#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

typedef struct _StrataPresentation StrataPresentation;

struct _StrataWindow
{
  AdwApplicationWindow parent_instance;

  /* owned */
  StrataWorkspace *workspace; /* NULL while there is no plan */
  GSignalGroup    *document_signals;
  GSettings       *settings;
  GCancellable    *cancellable;
  GFile           *opening; /* while a plan is being read */
  GFileMonitor    *monitor; /* of the plan's file, or NULL */
  StrataPresentation *presentation; /* NULL while there is none */

  /* borrowed; NULL once it is gone */
  AdwToast *removal_toast;

  /* template */
  AdwToastOverlay     *toasts;
  StrataPlanBar       *plan_bar;
  GtkStack            *pages;
  StrataStartPage     *start_page;
  StrataInterviewPage *interview_page;
  AdwOverlaySplitView *catalogue_split;
  AdwOverlaySplitView *inspector_split;
  StrataInspector     *inspector;
  StrataCatalogPane   *catalog_pane;
  StrataCanvas        *canvas;
  AdwBanner           *file_banner;
  GtkWidget           *stage;
  StrataFindingCaption *caption;

  GtkDropControllerMotion *drop_motion;

  /* flags */
  gboolean catalogue_shown;
  gboolean inspector_shown;
  gboolean asking;     /* whether to save before closing */
  gboolean closing;    /* as soon as the plan is saved */
  gboolean discarding; /* what was not saved */
  gboolean failed;     /* to save where the file is, as the question says */
  gboolean looking;    /* at the file, or reading it again */
  gboolean unreadable; /* since somebody else changed the file */

  guint            look_source;
  StrataUnderneath underneath;
};

/* strata-window.c */
StrataDocument *_strata_window_get_document    (StrataWindow   *self);
gboolean        _strata_window_set_document    (StrataWindow    *self,
                                                StrataDocument  *document,
                                                GError         **error);
void            _strata_window_show_toast      (StrataWindow   *self,
                                                const char     *title);
/* Of something that Undo brings back. */
void            _strata_window_show_removal    (StrataWindow   *self,
                                                const char     *title);
void            _strata_window_show_error      (StrataWindow   *self,
                                                const char     *heading,
                                                const char     *body);

/* strata-window-actions.c */
void            _strata_window_install_actions (GtkWidgetClass *widget_class);
void            _strata_window_update_actions  (StrataWindow   *self);

/* strata-window-scenarios.c */
void            _strata_window_install_scenario_actions (GtkWidgetClass *widget_class);
void            _strata_window_update_scenario_actions  (StrataWindow   *self);

/* strata-window-present.c */
void            _strata_window_install_present_actions (GtkWidgetClass *widget_class);
void            _strata_window_init_presenting (StrataWindow   *self);
void            _strata_window_update_present_actions (StrataWindow *self);
gboolean        _strata_window_set_presenting  (StrataWindow   *self,
                                                gboolean        presenting);
gboolean        _strata_window_present_key     (StrataWindow   *self,
                                                guint           keyval);
void            _strata_presentation_free      (StrataPresentation *self);

/* strata-window-files.c */
void            _strata_window_new_plan        (StrataWindow   *self);
void            _strata_window_open            (StrataWindow   *self);
void            _strata_window_open_example    (StrataWindow   *self,
                                                const char     *path);
void            _strata_window_save            (StrataWindow   *self);
void            _strata_window_save_as         (StrataWindow   *self);
void            _strata_window_ask_to_save     (StrataWindow   *self,
                                                const char     *problem);
StrataWindow   *_strata_window_get_vacant      (StrataWindow   *self);

/* strata-window-recovery.c */
void            _strata_window_recover         (StrataWindow   *self,
                                                const char     *id);
void            _strata_window_discard_recovery (StrataWindow  *self,
                                                 const char    *id);
void            _strata_window_show_merge      (StrataWindow   *self,
                                                StrataMerge    *merge);

/* strata-window-sync.c */
void            _strata_window_prepare_sync    (StrataWindow   *self);
void            _strata_window_begin_sync      (StrataWindow   *self);
void            _strata_window_end_sync        (StrataWindow   *self);
gboolean        _strata_window_saves_itself    (StrataWindow   *self);
void            _strata_window_look_underneath (StrataWindow   *self);
void            _strata_window_merge           (StrataWindow   *self);

/* strata-window-versions.c */
void            _strata_window_show_versions   (StrataWindow   *self);
void            _strata_window_restore_version (StrataWindow   *self,
                                                const char     *name);

/* strata-window-titles.c */
char           *_strata_window_describe_title    (StrataWindow *self);
char           *_strata_window_describe_subtitle (StrataWindow *self);
char           *_strata_window_describe_undo     (StrataWindow *self);
char           *_strata_window_describe_redo     (StrataWindow *self);

G_END_DECLS
