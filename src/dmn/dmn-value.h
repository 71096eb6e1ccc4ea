/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A FEEL value: immutable and ref-counted.
 */

#pragma once

#include "dmn/dmn-number.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DMN_KIND_NULL,
  DMN_KIND_BOOLEAN,
  DMN_KIND_NUMBER,
  DMN_KIND_STRING,
  DMN_KIND_DATE,
  DMN_KIND_TIME,
  DMN_KIND_DATE_TIME,
  DMN_KIND_MONTHS_DURATION,  /* years and months */
  DMN_KIND_SECONDS_DURATION, /* days and time */
  DMN_KIND_LIST,
  DMN_KIND_CONTEXT,
  DMN_KIND_RANGE,
  DMN_KIND_FUNCTION,
} DmnKind;

/**
 * DmnValue:
 *
 * One value of FEEL's (DMN 1.3, section 10.3.2). %NULL is never a value: the
 * null of FEEL is dmn_value_null ().
 */
typedef struct _DmnValue DmnValue;

/* A day of the proleptic Gregorian calendar. */
typedef struct
{
  gint32  year;
  guint8  month; /* 1 … 12 */
  guint8  day;   /* 1 … 31 */
} DmnDate;

typedef enum
{
  DMN_ZONE_LOCAL,  /* no zone is said */
  DMN_ZONE_OFFSET, /* +02:00, Z */
  DMN_ZONE_NAMED,  /* @Europe/Paris */
} DmnZoneKind;

/* A time of day. */
typedef struct
{
  gint32      second;     /* of the day, 0 … 86 399 */
  gint32      nanosecond;
  DmnZoneKind zone;
  gint32      offset;     /* seconds east of UTC, for an offset */
  GRefString *zone_name;  /* for a named zone, else NULL */
} DmnTime;

/* Days and time. */
typedef struct
{
  gint64 seconds;
  gint32 nanoseconds; /* of the same sign as the seconds */
} DmnDuration;

#define DMN_TYPE_VALUE (dmn_value_get_type ())

GType            dmn_value_get_type        (void) G_GNUC_CONST;

DmnValue        *dmn_value_new_null        (void) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_boolean     (gboolean boolean) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_integer     (gint64 integer) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_number      (DmnNumber number) G_GNUC_WARN_UNUSED_RESULT; /* takes it */
DmnValue        *dmn_value_new_string      (const char *string) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_date        (DmnDate date) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_time        (DmnTime time) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_date_time   (DmnDate date,
                                            DmnTime time) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_months      (gint64 months) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_duration    (DmnDuration duration) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_list        (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_new_context     (GPtrArray *names,
                                            GPtrArray *members) G_GNUC_WARN_UNUSED_RESULT;
/* An end that is NULL is open to infinity. */
DmnValue        *dmn_value_new_range       (DmnValue *low,
                                            gboolean  low_included,
                                            DmnValue *high,
                                            gboolean  high_included) G_GNUC_WARN_UNUSED_RESULT;
/* Something that can be called: opaque here, known to whoever calls it. */
DmnValue        *dmn_value_new_function    (gpointer       function,
                                            GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;
DmnValue        *dmn_value_ref             (DmnValue *value);
void             dmn_value_unref           (DmnValue *value);

DmnKind          dmn_value_get_kind        (const DmnValue *value);
gboolean         dmn_value_is_null         (const DmnValue *value);
gboolean         dmn_value_get_boolean     (const DmnValue *value);
const DmnNumber *dmn_value_get_number      (const DmnValue *value);
const char      *dmn_value_get_string      (const DmnValue *value);
const DmnDate   *dmn_value_get_date        (const DmnValue *value);
const DmnTime   *dmn_value_get_time        (const DmnValue *value);
gint64           dmn_value_get_months      (const DmnValue *value);
DmnDuration      dmn_value_get_duration    (const DmnValue *value);
guint            dmn_value_get_length      (const DmnValue *value);
DmnValue        *dmn_value_get_item        (const DmnValue *value,
                                            guint           index);
const char      *dmn_value_get_name        (const DmnValue *value,
                                            guint           index);
DmnValue        *dmn_value_get_member      (const DmnValue *value,
                                            const char     *name);
DmnValue        *dmn_value_get_low         (const DmnValue *value);
DmnValue        *dmn_value_get_high        (const DmnValue *value);
gboolean         dmn_value_includes_low    (const DmnValue *value);
gboolean         dmn_value_includes_high   (const DmnValue *value);
gpointer         dmn_value_get_function    (const DmnValue *value);

/* What FEEL calls the kind: "number", "days and time duration" … */
const char      *dmn_kind_get_name         (DmnKind kind);

/**
 * DmnTruth:
 *
 * FEEL's three-valued logic: a comparison of things that cannot be compared
 * is neither true nor false.
 */
typedef enum
{
  DMN_TRUTH_FALSE,
  DMN_TRUTH_TRUE,
  DMN_TRUTH_NULL,
} DmnTruth;

DmnTruth         dmn_value_equal           (const DmnValue *a,
                                            const DmnValue *b);
/* FALSE when the two cannot be put in an order. */
gboolean         dmn_value_compare         (const DmnValue *a,
                                            const DmnValue *b,
                                            int            *order);
DmnTruth         dmn_value_in_range        (const DmnValue *value,
                                            const DmnValue *range);

/* FEEL's string () of a value. */
char            *dmn_value_to_string       (const DmnValue *value) G_GNUC_WARN_UNUSED_RESULT;
/* How FEEL writes it, as a constant. */
char            *dmn_value_to_feel         (const DmnValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnValue, dmn_value_unref)

G_END_DECLS
