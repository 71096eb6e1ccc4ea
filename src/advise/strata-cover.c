/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be kept so that every need is met, at the least weight.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cover-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (strata-cover-error-quark, strata_cover_error)

static void
clear_option (gpointer data)
{
  g_array_unref (((StrataCoverOption *) data)->needs);
}

static void
clear_need (gpointer data)
{
  g_array_unref (((StrataCoverNeed *) data)->options);
}

static void
sort_once (GArray *numbers)
{
  guint n = 0;

  g_array_sort (numbers, strata_cover_compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      if (n == 0 || g_array_index (numbers, guint, n - 1) != number)
        g_array_index (numbers, guint, n++) = number;
    }
  g_array_set_size (numbers, n);
}

static void
decide (StrataCover *self,
        guint        option,
        StrataFate   fate)
{
  StrataCoverOption *decided = strata_cover_get_option (self, option);

  g_assert (decided->fate == STRATA_FATE_OPEN);

  decided->fate = fate;
  if (decided->base != STRATA_COVER_NO_BASE)
    strata_cover_get_option (self, decided->base)->n_open--;
}

/* Nothing that a solver of floating-point numbers says is believed: what it
 * leaves is held against the needs once more. */
static gboolean
check (StrataCover  *self,
       GError      **error)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->needs->len; i++)
    good &= strata_cover_get_need (self, i)->is_met;
  for (guint i = 0; i < self->options->len; i++)
    good &= !strata_cover_is_open (self, i);
  if (!good)
    g_set_error (error, STRATA_COVER_ERROR, STRATA_COVER_ERROR_FAILED,
                 _("The solver could not work out what can be cut."));

  return good;
}

/**
 * strata_cover_compare_numbers:
 * @a: a number
 * @b: another
 *
 * Returns: as `strcmp()` does
 */
int
strata_cover_compare_numbers (gconstpointer a,
                              gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/**
 * strata_cover_new:
 *
 * Returns: (transfer full): a problem without options and needs
 */
StrataCover *
strata_cover_new (void)
{
  StrataCover *self = g_new0 (StrataCover, 1);

  self->options = g_array_new (FALSE, FALSE, sizeof (StrataCoverOption));
  g_array_set_clear_func (self->options, clear_option);
  self->needs = g_array_new (FALSE, FALSE, sizeof (StrataCoverNeed));
  g_array_set_clear_func (self->needs, clear_need);

  return self;
}

/**
 * strata_cover_free:
 * @self: (transfer full): a problem
 *
 * Frees it.
 */
void
strata_cover_free (StrataCover *self)
{
  g_array_unref (self->options);
  g_array_unref (self->needs);
  g_free (self);
}

/**
 * strata_cover_add_option:
 * @self: a problem
 * @weight: what keeping it weighs
 * @base: the option that has to be kept too, or %STRATA_COVER_NO_BASE
 *
 * Adds an option.
 *
 * Returns: its number; they count from 0
 */
guint
strata_cover_add_option (StrataCover *self,
                         gint64       weight,
                         guint        base)
{
  StrataCoverOption option = { weight, base, STRATA_FATE_OPEN, g_array_new (FALSE, FALSE, sizeof (guint)), 0 };

  if (base != STRATA_COVER_NO_BASE)
    {
      g_assert (weight >= 0);
      strata_cover_get_option (self, base)->n_open++;
    }
  g_array_append_val (self->options, option);

  return self->options->len - 1;
}

/**
 * strata_cover_add_need:
 * @self: a problem
 * @options: (transfer full) (element-type guint): what meets it
 *
 * Adds a need.
 */
void
strata_cover_add_need (StrataCover *self,
                       GArray      *options)
{
  StrataCoverNeed need = { options, FALSE };
  guint number = self->needs->len;

  sort_once (options);
  for (guint i = 0; i < options->len; i++)
    g_array_append_val (strata_cover_get_option (self, g_array_index (options, guint, i))->needs, number);
  g_array_append_val (self->needs, need);
}

/**
 * strata_cover_get_option:
 * @self: a problem
 * @option: the number of an option
 *
 * Returns: (transfer none): the option, until another is added
 */
StrataCoverOption *
strata_cover_get_option (StrataCover *self,
                         guint        option)
{
  return &g_array_index (self->options, StrataCoverOption, option);
}

/**
 * strata_cover_get_need:
 * @self: a problem
 * @need: the number of a need
 *
 * Returns: (transfer none): the need, until another is added
 */
StrataCoverNeed *
strata_cover_get_need (StrataCover *self,
                       guint        need)
{
  return &g_array_index (self->needs, StrataCoverNeed, need);
}

/**
 * strata_cover_is_open:
 * @self: a problem
 * @option: the number of an option
 *
 * Returns: whether it is yet to be decided
 */
gboolean
strata_cover_is_open (StrataCover *self,
                      guint        option)
{
  return strata_cover_get_option (self, option)->fate == STRATA_FATE_OPEN;
}

/**
 * strata_cover_keep:
 * @self: a problem
 * @option: an open option
 *
 * Decides to keep an option, and with it its base.
 */
void
strata_cover_keep (StrataCover *self,
                   guint        option)
{
  StrataCoverOption *kept = strata_cover_get_option (self, option);

  decide (self, option, STRATA_FATE_KEPT);
  for (guint i = 0; i < kept->needs->len; i++)
    strata_cover_get_need (self, g_array_index (kept->needs, guint, i))->is_met = TRUE;
  if (kept->base != STRATA_COVER_NO_BASE
      && strata_cover_is_open (self, kept->base))
    strata_cover_keep (self, kept->base);
}

/**
 * strata_cover_cut:
 * @self: a problem
 * @option: an open option that no open option stands on
 *
 * Decides to cut an option.
 */
void
strata_cover_cut (StrataCover *self,
                  guint        option)
{
  g_assert (strata_cover_get_option (self, option)->n_open == 0);

  decide (self, option, STRATA_FATE_CUT);
}

/**
 * strata_cover_solve:
 * @self: a problem
 * @progress: (nullable): told how far it is
 * @data: for @progress
 * @cancellable: (nullable): ends the search
 * @error: return location for an error
 *
 * Decides every option, by looking where that is enough, and where options
 * hang together too closely by proof of a solver, part by part.
 *
 * Returns: whether the choice is the best one; else it could not be proven,
 *   or was cancelled, and nothing may be read from the options
 */
gboolean
strata_cover_solve (StrataCover          *self,
                    StrataCoverProgress   progress,
                    gpointer              data,
                    GCancellable         *cancellable,
                    GError              **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  strata_cover_reduce (self);
  parts = strata_cover_split (self);
  for (guint i = 0; i < parts->len; i++)
    {
      if (progress != NULL)
        progress ((double) i / parts->len, data);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !strata_cover_solve_part (self, g_ptr_array_index (parts, i), cancellable, error))
        return FALSE;
    }
  if (progress != NULL)
    progress (1.0, data);

  return check (self, error);
}
