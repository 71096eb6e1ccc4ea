/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes decision models: every decision of what can be read comes to
 * something, and every table can be verified or says why not. After a zero byte the input may go on with the decisions' inputs,
 * as JSON.
 */

#include "config.h"

#include <string.h>

#include "dmn/dmn-evaluation.h"
#include "dmn/dmn-json.h"
#include "dmn/dmn-verify.h"
#include "fuzz.h"

static DmnValue *
read_inputs (const char *json)
{
  g_autoptr (DmnValue) inputs = dmn_value_from_json (json, NULL);

  return inputs != NULL && dmn_value_get_kind (inputs) == DMN_KIND_CONTEXT ? g_steal_pointer (&inputs)
                                                                      : dmn_value_from_json ("{}", NULL);
}

static void
evaluate_all (DmnModel *model,
              DmnValue *inputs)
{
  g_autoptr (DmnEvaluation) evaluation = dmn_evaluation_new (model, inputs);

  for (guint i = 0; i < dmn_model_get_n_decisions (model); i++)
    {
      g_autofree char *json = dmn_value_to_json (dmn_evaluation_get (evaluation, i));

      g_assert_nonnull (json);
    }
}

static void
verify_all (DmnModel *model)
{
  g_autoptr (GPtrArray) verifications = dmn_verify_model (model);

  for (guint i = 0; i < verifications->len; i++)
    {
      const DmnVerification *verification = verifications->pdata[i];

      g_assert_true (verification->obstacle == NULL || !dmn_verification_finds_fault (verification));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  gsize length = strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autofree char *rest = length < size ? g_strndup ((const char *) data + length + 1, size - length - 1) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_new (bytes, "fuzz", &error);
  g_autoptr (DmnValue) inputs = NULL;

  g_assert_true ((model == NULL) == (error != NULL));
  if (model == NULL)
    return 0;

  inputs = read_inputs (g_utf8_validate (rest, -1, NULL) ? rest : "");
  evaluate_all (model, inputs);
  verify_all (model);

  return 0;
}
