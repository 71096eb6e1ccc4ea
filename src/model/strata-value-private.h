/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a value is made of, for the files that make one.
 */

#pragma once

#include "strata-names-private.h"
#include "strata-value.h"

G_BEGIN_DECLS

/* Text and elements follow the struct in the same block of memory. */
struct _StrataValue
{
  gatomicrefcount  ref_count;
  StrataValueKind  kind;

  union
  {
    gboolean       boolean;
    gint64         integer;
    double         number;
    const char    *string;
    struct
    {
      guint         length;
      StrataValue **elements;
      StrataNames  *names;    /* objects only; shared by copies with the same keys */
    };
  };
};

StrataValue *strata_value_alloc_container (StrataValueKind  kind,
                                           guint            length,
                                           StrataNames     *names) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
