/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable, ref-counted JSON value: what a plan is made of.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * StrataValue:
 *
 * One JSON value that never changes once made.
 *
 * Objects keep the order of their members. A changed value is a new one that
 * shares every untouched part with the old one, so two values that are the
 * same pointer are the same text.
 */
typedef struct _StrataValue StrataValue;

/* How many arrays and objects may stand in one another. */
#define STRATA_VALUE_MAX_DEPTH 64

typedef enum
{
  STRATA_VALUE_NULL,
  STRATA_VALUE_BOOLEAN,
  STRATA_VALUE_INTEGER,
  STRATA_VALUE_DOUBLE,
  STRATA_VALUE_STRING,
  STRATA_VALUE_ARRAY,
  STRATA_VALUE_OBJECT,
} StrataValueKind;

#define STRATA_TYPE_VALUE (strata_value_get_type ())

GType            strata_value_get_type     (void) G_GNUC_CONST;

/* Making values. Each returns a new reference. */
StrataValue     *strata_value_new_null     (void) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_boolean  (gboolean boolean) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_integer  (gint64 integer) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_double   (double number) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_string   (const char *string) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_strv     (const char * const *strings) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_array    (GPtrArray *elements) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_new_object   (GPtrArray *names,
                                            GPtrArray *members) G_GNUC_WARN_UNUSED_RESULT;

StrataValue     *strata_value_ref          (StrataValue *value);
void             strata_value_unref        (StrataValue *value);

/* Reading values. Everything returned is borrowed. */
StrataValueKind  strata_value_get_kind     (StrataValue *value);
gboolean         strata_value_get_boolean  (StrataValue *value);
gint64           strata_value_get_integer  (StrataValue *value);
double           strata_value_get_double   (StrataValue *value);
const char      *strata_value_get_string   (StrataValue *value);
guint            strata_value_get_length   (StrataValue *value);
StrataValue     *strata_value_get_element  (StrataValue *value,
                                            guint        index);
const char      *strata_value_get_name     (StrataValue *value,
                                            guint        index);
StrataValue     *strata_value_get_member   (StrataValue *value,
                                            const char  *name);
gboolean         strata_value_find_member  (StrataValue *value,
                                            const char  *name,
                                            guint       *index);
gboolean         strata_value_equal        (StrataValue *a,
                                            StrataValue *b);

/* Changed copies. Each shares what it does not touch. */
StrataValue     *strata_value_with_member    (StrataValue *object,
                                              const char  *name,
                                              StrataValue *member,
                                              guint        position) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_without_member (StrataValue *object,
                                              const char  *name) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_with_element   (StrataValue *array,
                                              guint        index,
                                              StrataValue *element) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_with_inserted  (StrataValue *array,
                                              guint        index,
                                              StrataValue *element) G_GNUC_WARN_UNUSED_RESULT;
StrataValue     *strata_value_without_element (StrataValue *array,
                                               guint        index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataValue, strata_value_unref)

G_END_DECLS
