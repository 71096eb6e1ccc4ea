/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads typed fields from a value and says where one is wrong.
 */

#pragma once

#include "strata-value.h"
#include "strata-vocabulary.h"

G_BEGIN_DECLS

typedef struct _StrataReader StrataReader;

/**
 * StrataReader:
 *
 * A value and the way to it. Readers live on the stack, each pointing to that
 * of its container, so that a path is spelt out only when something is wrong.
 */
struct _StrataReader
{
  const StrataReader  *parent; /* NULL at the root */
  const char          *name;   /* the member's key, or the root's path; NULL in an array */
  guint                index;  /* the element's position */
  StrataValue         *value;
  GError             **error;
};

StrataReader  strata_reader_init         (StrataValue         *value,
                                          const char          *path,
                                          GError             **error);
StrataReader  strata_reader_get_child    (const StrataReader  *parent,
                                          guint                index);
gboolean      strata_reader_get_member   (const StrataReader  *object,
                                          const char          *key,
                                          StrataReader        *member);
gboolean      strata_reader_has          (const StrataReader  *object,
                                          const char          *key);
char         *strata_reader_dup_path     (const StrataReader  *self) G_GNUC_WARN_UNUSED_RESULT;

/* The following return FALSE and set the error unless all is well. Getters
 * leave what they would fill untouched when the key is absent.
 */
gboolean      strata_reader_fail         (const StrataReader  *self,
                                          const char          *clause);
gboolean      strata_reader_fail_found   (const StrataReader  *self,
                                          const char          *found,
                                          const char          *clause);
gboolean      strata_reader_expect       (const StrataReader  *self,
                                          StrataValueKind      kind);
gboolean      strata_reader_require      (const StrataReader  *object,
                                          ...) G_GNUC_NULL_TERMINATED;

gboolean      strata_reader_open         (const StrataReader  *object,
                                          const char          *key,
                                          StrataValueKind      kind,
                                          StrataReader        *container,
                                          guint               *length);
gboolean      strata_reader_get_boolean  (const StrataReader  *object,
                                          const char          *key,
                                          gboolean            *boolean);
gboolean      strata_reader_get_integer  (const StrataReader  *object,
                                          const char          *key,
                                          gint64               minimum,
                                          gint64               maximum,
                                          gint64              *integer);
gboolean      strata_reader_get_number   (const StrataReader  *object,
                                          const char          *key,
                                          double               minimum,
                                          double              *number);
gboolean      strata_reader_get_day      (const StrataReader  *object,
                                          const char          *key,
                                          int                 *day);
gboolean      strata_reader_check_money  (const StrataReader  *self,
                                          gint64              *cents);
gboolean      strata_reader_get_money    (const StrataReader  *object,
                                          const char          *key,
                                          gint64              *cents);
gboolean      strata_reader_get_string   (const StrataReader  *object,
                                          const char          *key,
                                          const char         **string);
gboolean      strata_reader_get_id       (const StrataReader  *object,
                                          const char          *key,
                                          const char         **id);
gboolean      strata_reader_get_date     (const StrataReader  *object,
                                          const char          *key,
                                          const char         **date);
gboolean      strata_reader_get_strings  (const StrataReader  *object,
                                          const char          *key,
                                          const char * const **strings);
gboolean      strata_reader_get_choice   (const StrataReader     *object,
                                          const char             *key,
                                          const StrataVocabulary *vocabulary,
                                          int                    *choice);
gboolean      strata_reader_get_choices  (const StrataReader     *object,
                                          const char             *key,
                                          const StrataVocabulary *vocabulary,
                                          guint32                *choices,
                                          int                    *first);

G_END_DECLS
