/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool as a catalogue or a plan defines it: its roles and what it offers.
 */

#pragma once

#include "strata-value.h"
#include "strata-vocabulary.h"

G_BEGIN_DECLS

/**
 * StrataOffer:
 *
 * A capability that a tool has: with every plan of it, or with a bought module.
 */
typedef struct
{
  const char *capability;
  const char *module;   /* NULL: part of every plan */
  const char *status;   /* catalogue only, e.g. "end-of-sale"; or NULL */
  const char *grade;    /* catalogue only: "verified" or "unverified"; or NULL */
  const char *source;   /* catalogue only: where it is documented; or NULL */
  const char *date;     /* catalogue only: when it was looked up; or NULL */
} StrataOffer;

/**
 * StrataTool:
 *
 * A tool's definition; immutable and ref-counted. Fields are read, never
 * written; all pointers are owned by the tool.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount     ref_count;
  StrataValue        *value;

  /*< public >*/
  char               *id;
  const char         *name;          /* defaults to the id */
  const char         *vendor;        /* or NULL */
  StrataRoles         roles;         /* at least one */
  StrataRole          main_role;     /* the first one written */
  const StrataOffer  *offers;
  guint               n_offers;
  const char * const *requires;      /* capabilities, NULL-terminated */
  const char * const *aliases;       /* other and former names, NULL-terminated */
  const char         *billing_unit;  /* "mtu", "contact", …; or NULL */
  gboolean            needs_code;
} StrataTool;

#define STRATA_TYPE_TOOL (strata_tool_get_type ())

GType        strata_tool_get_type    (void) G_GNUC_CONST;
StrataTool  *strata_tool_new         (const char   *id,
                                      StrataValue  *value,
                                      const char   *path,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
StrataTool  *strata_tool_ref         (StrataTool *tool);
void         strata_tool_unref       (StrataTool *tool);
StrataValue *strata_tool_get_value   (StrataTool *tool);
const char  *strata_tool_get_module_name (StrataTool *tool,
                                          const char *module);
gboolean     strata_tool_is_at_home  (StrataTool  *tool,
                                      StrataLayer  layer);
StrataLayer  strata_tool_get_home    (StrataTool *tool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataTool, strata_tool_unref)

G_END_DECLS
