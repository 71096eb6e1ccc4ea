/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something the decision model flags in a scenario.
 */

#pragma once

#include "model/strata-facts.h"

G_BEGIN_DECLS

/* Worst first. decision-model.md, section 6. */
typedef enum
{
  STRATA_SEVERITY_ERROR,
  STRATA_SEVERITY_WARNING,
  STRATA_SEVERITY_ADVICE,
} StrataSeverity;

#define STRATA_N_SEVERITIES 3

/* A set of decisions: bit 1 << decision. */
typedef guint32 StrataDecisionSet;

#define STRATA_DECISION_BIT(decision) ((StrataDecisionSet) 1 << (decision))

/* The end of a stretch of days that never ends. */
#define STRATA_DAY_NEVER G_MAXINT

/* A finding without a saving, or with one that nobody knows. */
#define STRATA_SAVING_NONE G_GINT64_CONSTANT (-1)

/**
 * StrataFinding:
 *
 * One row of an assessment; owned by it. Fields are read, never written.
 */
typedef struct
{
  const char          *code;          /* "overlap/capability" */
  StrataSeverity       severity;
  const guint         *tools;         /* positions of placements, ascending */
  guint                n_tools;
  const char * const  *capabilities;  /* sorted ids, NULL-terminated; NULL: does not apply */
  const char * const  *facts;         /* keys, NULL-terminated; NULL: does not apply */
  gboolean             has_days;
  int                  from_day;
  int                  to_day;        /* exclusive, or STRATA_DAY_NEVER */
  const char          *module;        /* or NULL */
  guint                module_index;  /* its place in the placement's modules */
  gint64               saving;        /* cents, or STRATA_SAVING_NONE */
  char                *message;       /* translated, one sentence for the room */
  const char          *why;           /* translated: the rule and the reason for it, or NULL */
  StrataFactSet        grounds;       /* every fact that the rule looked at */
  StrataDecisionSet    decisions;     /* settled ones that the rule rests on */
  gboolean             accepted;
  const char          *reason;        /* why it was accepted, or NULL */
} StrataFinding;

const char *strata_severity_get_id    (StrataSeverity severity);

G_END_DECLS
