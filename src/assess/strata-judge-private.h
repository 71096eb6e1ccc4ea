/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a check works with: the stack that it reads and the findings that it
 * adds, and the tables in which checks stand.
 */

#pragma once

#include "strata-stack-private.h"
#include "strata-tool-names.h"

G_BEGIN_DECLS

typedef struct _StrataCheck StrataCheck;
typedef struct _StrataFamily StrataFamily;

/**
 * StrataJudge:
 *
 * Gathers the findings of one assessment.
 */
typedef struct
{
  StrataStack        *stack;
  StrataArena        *kept;     /* lives as long as the assessment */
  GPtrArray          *findings; /* StrataFinding, all of it in `kept` */
  const StrataFamily *family;   /* whose checks are being run */
  GString            *scratch;
  StrataToolNames    *names;    /* of placements; made when first asked for */
} StrataJudge;

/**
 * StrataCheck:
 *
 * One row of a family: a code, the function that may flag it, and why. A code
 * that ends in a slash stands for all that begin with it.
 */
struct _StrataCheck
{
  const char       *code;
  void            (*check) (StrataJudge *judge,
                            const char  *code); /* NULL: another row's flags it */
  const char       *why;       /* untranslated: the rule and its reason, without
                                * numbers, which stand in the decision model */
  StrataFactSet     facts;     /* that the rule looks at itself */
  StrataDecisionSet decisions; /* that it rests on */
};

/**
 * StrataFamily:
 *
 * The checks of one file: everything before the slash of a code.
 */
struct _StrataFamily
{
  const StrataCheck *checks;
  guint              n_checks;
};

extern const StrataFamily strata_fit_family;
extern const StrataFamily strata_flow_family;
extern const StrataFamily strata_house_family;
extern const StrataFamily strata_need_family;
extern const StrataFamily strata_order_family;
extern const StrataFamily strata_overlap_family;
extern const StrataFamily strata_prereq_family;
extern const StrataFamily strata_redundant_family;
extern const StrataFamily strata_retire_family;
extern const StrataFamily strata_role_family;
extern const StrataFamily strata_unknown_family;

/* Findings. Everything that is handed in is copied. */
StrataFinding *strata_judge_flag              (StrataJudge     *judge,
                                               const char      *code,
                                               StrataSeverity   severity,
                                               StrataPositions  tools);
StrataFinding *strata_judge_flag_one          (StrataJudge     *judge,
                                               const char      *code,
                                               StrataSeverity   severity,
                                               guint            tool);
void           strata_judge_set_capabilities  (StrataJudge     *judge,
                                               StrataFinding   *finding,
                                               StrataPositions  capabilities);
void           strata_judge_set_facts         (StrataJudge        *judge,
                                               StrataFinding      *finding,
                                               const StrataFactId *facts,
                                               guint               n_facts);
void           strata_judge_set_days          (StrataFinding   *finding,
                                               int              from,
                                               int              to);
void           strata_judge_say               (StrataJudge     *judge,
                                               StrataFinding   *finding,
                                               const char      *format,
                                               ...) G_GNUC_PRINTF (3, 4);
void           strata_judge_sort              (StrataJudge     *judge);
/* Marks accepted findings; what matches nothing is added to `stale`. */
void           strata_judge_accept            (StrataJudge     *judge,
                                               GPtrArray       *stale);

/* Wording. What these return lives as long as the judge and its stack. */
const char    *strata_judge_layer_label       (StrataJudge     *judge,
                                               StrataLayer      layer);
const char    *strata_judge_name              (StrataJudge     *judge,
                                               guint            tool);
const char    *strata_judge_list_names        (StrataJudge     *judge,
                                               StrataPositions  tools);
const char    *strata_judge_list_labels       (StrataJudge     *judge,
                                               StrataPositions  capabilities);
guint          strata_positions_hash          (const guint     *positions,
                                               guint            n);

G_END_DECLS
