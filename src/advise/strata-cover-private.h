/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be kept so that every need is met, at the least weight.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The base of an option that stands on its own. */
#define STRATA_COVER_NO_BASE G_MAXUINT

/**
 * StrataCoverError:
 * @STRATA_COVER_ERROR_TOO_HEAVY: weights are so large that nothing could be
 *   proven of them
 * @STRATA_COVER_ERROR_FAILED: the solver gave no answer, or a wrong one
 */
typedef enum
{
  STRATA_COVER_ERROR_TOO_HEAVY,
  STRATA_COVER_ERROR_FAILED,
} StrataCoverError;

#define STRATA_COVER_ERROR (strata_cover_error_quark ())

/**
 * StrataFate:
 *
 * What became of an option.
 */
typedef enum
{
  STRATA_FATE_OPEN,
  STRATA_FATE_KEPT,
  STRATA_FATE_CUT,
} StrataFate;

/**
 * StrataCoverOption:
 *
 * Something to keep or to cut. One with a base is kept only where its base is.
 */
typedef struct
{
  gint64      weight;
  guint       base;    /* an earlier option, or STRATA_COVER_NO_BASE */
  StrataFate  fate;
  GArray     *needs;   /* guint: those it meets, ascending */
  guint       n_open;  /* options that stand on it and are open */
} StrataCoverOption;

/**
 * StrataCoverNeed:
 *
 * Met where one of its options is kept.
 */
typedef struct
{
  GArray   *options;   /* guint, ascending */
  gboolean  is_met;
} StrataCoverNeed;

/**
 * StrataCover:
 *
 * Options without a base come first, then those with one. Of all choices
 * that meet every need the best is sought: the one of the least weight; of
 * these the one with the fewest options that stand on their own, then with
 * the fewest that have a base, then the one that keeps the earlier of two
 * options where they first differ.
 */
typedef struct
{
  GArray *options; /* StrataCoverOption */
  GArray *needs;   /* StrataCoverNeed */
} StrataCover;

/* How far it is, from 0 to 1. */
typedef void (*StrataCoverProgress) (double   done,
                                     gpointer data);

/**
 * StrataCoverPart:
 *
 * Open options that no open need connects with other open options.
 */
typedef struct
{
  GArray *options; /* guint, ascending */
  GArray *needs;   /* guint, ascending */
} StrataCoverPart;

GQuark             strata_cover_error_quark (void);

int                strata_cover_compare_numbers (gconstpointer a,
                                                 gconstpointer b);

StrataCover       *strata_cover_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void               strata_cover_free        (StrataCover *cover);
/* No weight of an option with a base is negative. */
guint              strata_cover_add_option  (StrataCover *cover,
                                             gint64       weight,
                                             guint        base);
/* Takes the array of guint; sorts it, and drops what is in it twice. */
void               strata_cover_add_need    (StrataCover *cover,
                                             GArray      *options);
StrataCoverOption *strata_cover_get_option  (StrataCover *cover,
                                             guint        option);
StrataCoverNeed   *strata_cover_get_need    (StrataCover *cover,
                                             guint        need);
void               strata_cover_keep        (StrataCover *cover,
                                             guint        option);
void               strata_cover_cut         (StrataCover *cover,
                                             guint        option);
/* Leaves no option open, or fails. */
gboolean           strata_cover_solve       (StrataCover         *cover,
                                             StrataCoverProgress  progress,
                                             gpointer             data,
                                             GCancellable        *cancellable,
                                             GError             **error);

gboolean           strata_cover_is_open     (StrataCover *cover,
                                             guint        option);

/* The steps of solving. First: decide what can be decided by looking. */
void               strata_cover_reduce      (StrataCover *cover);
/* What is open falls into parts. */
GPtrArray         *strata_cover_split       (StrataCover *cover) G_GNUC_WARN_UNUSED_RESULT;
void               strata_cover_part_free   (StrataCoverPart *part);
/* Decides one part with HiGHS. */
gboolean           strata_cover_solve_part  (StrataCover           *cover,
                                             const StrataCoverPart *part,
                                             GCancellable          *cancellable,
                                             GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCover, strata_cover_free)

G_END_DECLS
