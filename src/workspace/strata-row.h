/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rows of a list have in common: read-only properties from a table.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STRATA_TYPE_ROW (strata_row_get_type ())

/**
 * StrataRow:
 *
 * A row shows one thing of a plan as plain values that a widget can bind to.
 * Only who made a row sets its values; a property notifies only when its value
 * is another one than before.
 */
G_DECLARE_DERIVABLE_TYPE (StrataRow, strata_row, STRATA, ROW, GObject)

/**
 * StrataRowProperty:
 *
 * One property of a kind of rows: strings, ints, uints and booleans by @type,
 * anything boxed by @boxed.
 */
typedef struct
{
  const char *name;
  GType       type;
  GType     (*boxed) (void); /* only with G_TYPE_BOXED */
} StrataRowProperty;

struct _StrataRowClass
{
  GObjectClass   parent_class;

  /*< private >*/
  GParamSpec   **pspecs;
  guint          n_pspecs;
};

/* Property ids count from 1; row 0 of the table is not used. */
void          strata_row_class_install (StrataRowClass          *klass,
                                        const StrataRowProperty *properties,
                                        guint                    n_properties);

const char   *strata_row_get_string    (StrataRow *self,
                                        guint      property);
int           strata_row_get_int       (StrataRow *self,
                                        guint      property);
guint         strata_row_get_uint      (StrataRow *self,
                                        guint      property);
gboolean      strata_row_get_boolean   (StrataRow *self,
                                        guint      property);
gconstpointer strata_row_get_boxed     (StrataRow *self,
                                        guint      property);

void          strata_row_set_string    (StrataRow  *self,
                                        guint       property,
                                        const char *string);
void          strata_row_take_string   (StrataRow *self,
                                        guint      property,
                                        char      *string);
void          strata_row_set_int       (StrataRow *self,
                                        guint      property,
                                        int        number);
void          strata_row_set_uint      (StrataRow *self,
                                        guint      property,
                                        guint      number);
void          strata_row_set_boolean   (StrataRow *self,
                                        guint      property,
                                        gboolean   boolean);
void          strata_row_set_boxed     (StrataRow     *self,
                                        guint          property,
                                        gconstpointer  boxed);

G_END_DECLS
