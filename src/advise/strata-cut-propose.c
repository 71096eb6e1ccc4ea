/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All cuts as one edit, with the assessment that it would lead to.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cut.h"

#include <glib/gi18n-lib.h>

#include "strata-draft-private.h"

static void
draft_part (StrataDraft         *draft,
            StrataScenario      *scenario,
            const StrataCutPart *part)
{
  const char *id = scenario->placements[part->placement]->id;

  if (part->module != NULL)
    strata_draft_drop_module (draft, id, part->module);
  else
    strata_draft_remove (draft, id);
}

/**
 * strata_cut_propose:
 * @self: what can be cut
 * @catalog: where tools and capabilities are looked up
 *
 * Makes one edit of all the cuts, which one undo takes back. Flows to and from
 * what is cut go with it.
 *
 * Returns: (transfer full) (nullable): the edit, and what it would lead to;
 *   %NULL where nothing can be cut
 */
StrataFix *
strata_cut_propose (StrataCut     *self,
                    StrataCatalog *catalog)
{
  StrataScenario *scenario = NULL;
  g_autoptr (StrataDraft) draft = NULL;
  g_autoptr (StrataAssessment) after = NULL;

  g_return_val_if_fail (self != NULL && catalog != NULL, NULL);

  scenario = strata_assessment_get_scenario (self->now);
  draft = strata_draft_new (strata_assessment_get_plan (self->now), scenario, catalog, _("Cut What Nobody Needs"));
  for (guint i = 0; i < self->n_parts; i++)
    draft_part (draft, scenario, &self->parts[i]);
  if (strata_draft_get_edit (draft) == NULL)
    return NULL;
  after = strata_assess (strata_draft_get_plan (draft), strata_draft_get_scenario (draft), catalog,
                         strata_assessment_get_decisions (self->now));

  return strata_fix_new (strata_draft_get_edit (draft), _("Cut"), self->now, after);
}
