/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be drawn, as a list that every painter reads.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "scene/strata-layout.h"

G_BEGIN_DECLS

/**
 * StrataTone:
 *
 * A colour by its meaning; a painter knows what it looks like.
 */
typedef enum
{
  STRATA_TONE_DATA,
  STRATA_TONE_AUTOMATION,
  STRATA_TONE_PERSONALIZATION,
  STRATA_TONE_ERROR,
} StrataTone;

#define STRATA_N_TONES 4

/**
 * StrataDisplayKind:
 * @STRATA_DISPLAY_GROUP: the `n_items` items that follow are one thing
 * @STRATA_DISPLAY_RECT: a filled rectangle, rounded by `radius`
 * @STRATA_DISPLAY_PATH: a stroked path
 */
typedef enum
{
  STRATA_DISPLAY_GROUP,
  STRATA_DISPLAY_RECT,
  STRATA_DISPLAY_PATH,
} StrataDisplayKind;

/* What a group is, for a document's structure and a screen reader. */
typedef enum
{
  STRATA_DISPLAY_ROLE_FLOW,
  STRATA_DISPLAY_ROLE_INSERTION,
} StrataDisplayRole;

/**
 * StrataDisplayItem:
 *
 * One item; which fields count depends on its kind. A path is a point, then
 * three more for each cubic curve.
 */
typedef struct
{
  StrataDisplayKind  kind;
  StrataTone         tone;      /* rect and path */

  char              *id;        /* group */
  StrataDisplayRole  role;      /* group */
  char              *label;     /* group; translated */
  guint              n_items;   /* group */
  gboolean           faded;     /* group: drawn faintly */

  StrataRect         rect;      /* rect */
  double             radius;    /* rect */

  StrataPoint       *points;    /* path */
  guint              n_points;  /* path */
  double             thickness; /* path */
  gboolean           dashed;    /* path */
  gboolean           filled;    /* path: closed, and filled rather than stroked */
} StrataDisplayItem;

/**
 * StrataDisplayList:
 *
 * Items from back to front; owned by who made it.
 */
typedef struct _StrataDisplayList StrataDisplayList;

StrataDisplayList       *strata_display_list_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void                     strata_display_list_free          (StrataDisplayList *list);
guint                    strata_display_list_get_n_items   (StrataDisplayList *list);
const StrataDisplayItem *strata_display_list_get_item      (StrataDisplayList *list,
                                                            guint              index);

void                     strata_display_list_add_flows     (StrataDisplayList *list,
                                                            StrataLayout      *layout,
                                                            StrataAssessment  *assessment,
                                                            const gboolean    *faded,
                                                            guint              chosen);
void                     strata_display_list_add_connection (StrataDisplayList *list,
                                                             StrataLayer        layer,
                                                             StrataRect         from,
                                                             const StrataRect  *to,
                                                             StrataPoint        point);
void                     strata_display_list_add_insertion (StrataDisplayList     *list,
                                                            const StrataInsertion *insertion);

StrataTone               strata_layer_get_tone             (StrataLayer layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataDisplayList, strata_display_list_free)

G_END_DECLS
