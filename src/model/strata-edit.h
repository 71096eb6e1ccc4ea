/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of a plan as data: a named list of path operations.
 */

#pragma once

#include "strata-value.h"

G_BEGIN_DECLS

/**
 * StrataEdit:
 *
 * What a gesture asks for. Operations are applied in order; all of them or
 * none. Once handed to [func@Strata.plan_apply] an edit is not changed again.
 *
 * A path names a place in the plan's JSON, segments parted by `/`, with `~1`
 * for a slash and `~0` for a tilde inside a segment. A segment names a member
 * of an object; in an array it is the `id` of an element that has one, else a
 * position: `scenarios/target/placements/p1/layer`. The empty path is the plan.
 */
typedef struct _StrataEdit StrataEdit;

typedef enum
{
  STRATA_EDIT_SET,    /* put value at path; missing objects on the way are made */
  STRATA_EDIT_UNSET,  /* remove the member or element at path */
  STRATA_EDIT_INSERT, /* put value into the array at path, before position; a missing array is made */
  STRATA_EDIT_MOVE,   /* move the element at path to position in its own array */
} StrataEditKind;

/**
 * StrataEditOperation:
 *
 * One step of an edit, borrowed from it.
 */
typedef struct
{
  StrataEditKind  kind;
  char           *path;
  StrataValue    *value;    /* SET and INSERT */
  guint           position; /* INSERT and MOVE; counted after removal for MOVE; G_MAXUINT: at the end */
} StrataEditOperation;

#define STRATA_TYPE_EDIT (strata_edit_get_type ())

GType        strata_edit_get_type (void) G_GNUC_CONST;

/* The name is what Undo shows after "Undo": translated, in title case. */
StrataEdit  *strata_edit_new      (const char *name) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit  *strata_edit_ref      (StrataEdit *edit);
void         strata_edit_unref    (StrataEdit *edit);

void         strata_edit_set      (StrataEdit  *edit,
                                   const char  *path,
                                   StrataValue *value);
void         strata_edit_unset    (StrataEdit *edit,
                                   const char *path);
void         strata_edit_insert   (StrataEdit  *edit,
                                   const char  *array_path,
                                   guint        position,
                                   StrataValue *value);
void         strata_edit_move     (StrataEdit *edit,
                                   const char *path,
                                   guint       position);

/* The steps of another edit, after those that are there. */
void         strata_edit_append   (StrataEdit *edit,
                                   StrataEdit *other);

const char  *strata_edit_get_name         (StrataEdit *edit);
guint        strata_edit_get_n_operations (StrataEdit *edit);
const StrataEditOperation *
             strata_edit_get_operation    (StrataEdit *edit,
                                           guint       index);

/* A path from segments, each escaped; NULL-terminated. */
char        *strata_path_build    (const char *first,
                                   ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataEdit, strata_edit_unref)

G_END_DECLS
