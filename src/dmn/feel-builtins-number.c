/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: numbers (DMN 1.3, section 10.3.4.5).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

static DmnValue *
apply (FeelRun           *run,
       const char        *name,
       DmnNumberFunction  function,
       DmnValue          *argument)
{
  DmnNumber result;

  if (!feel_argument_is (argument, DMN_KIND_NUMBER))
    return feel_builtin_refuse (run, name, "the argument", "a number");
  if (!dmn_number_apply (function, dmn_value_get_number (argument), &result))
    return feel_run_fail (run, "%s () has no finite result here", name);

  return dmn_value_new_number (result);
}

static DmnValue *
round_to (FeelRun         *run,
          const char      *name,
          DmnRounding      rounding,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  gint64 scale = 0;
  DmnNumber result;

  if (!feel_argument_is (arguments[0], DMN_KIND_NUMBER))
    return feel_builtin_refuse (run, name, "the number", "a number");
  if (n_arguments > 1 && !feel_argument_get_integer (arguments[1], &scale))
    return feel_builtin_refuse (run, name, "the scale", "a whole number");
  if (!dmn_number_round (dmn_value_get_number (arguments[0]), scale, rounding, &result))
    return feel_builtin_refuse (run, name, "the scale", "between −6111 and 6176");

  return dmn_value_new_number (result);
}

static DmnValue *
call_decimal (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  return round_to (run, "decimal", DMN_ROUND_HALF_EVEN, arguments, n_arguments);
}

static DmnValue *
call_floor (FeelRun         *run,
            DmnValue *const *arguments,
            guint            n_arguments)
{
  return round_to (run, "floor", DMN_ROUND_FLOOR, arguments, n_arguments);
}

static DmnValue *
call_ceiling (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  return round_to (run, "ceiling", DMN_ROUND_CEILING, arguments, n_arguments);
}

static DmnValue *
call_round_up (FeelRun         *run,
               DmnValue *const *arguments,
               guint            n_arguments)
{
  return round_to (run, "round up", DMN_ROUND_UP, arguments, n_arguments);
}

static DmnValue *
call_round_down (FeelRun         *run,
                 DmnValue *const *arguments,
                 guint            n_arguments)
{
  return round_to (run, "round down", DMN_ROUND_DOWN, arguments, n_arguments);
}

static DmnValue *
call_round_half_up (FeelRun         *run,
                    DmnValue *const *arguments,
                    guint            n_arguments)
{
  return round_to (run, "round half up", DMN_ROUND_HALF_UP, arguments, n_arguments);
}

static DmnValue *
call_round_half_down (FeelRun         *run,
                      DmnValue *const *arguments,
                      guint            n_arguments)
{
  return round_to (run, "round half down", DMN_ROUND_HALF_DOWN, arguments, n_arguments);
}

static DmnValue *
call_abs (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  DmnDuration duration;

  if (feel_argument_is (arguments[0], DMN_KIND_MONTHS_DURATION))
    return dmn_value_new_months (ABS (dmn_value_get_months (arguments[0])));
  if (!feel_argument_is (arguments[0], DMN_KIND_SECONDS_DURATION))
    return apply (run, "abs", DMN_FUNCTION_ABS, arguments[0]);

  duration = dmn_value_get_duration (arguments[0]);
  duration.seconds = ABS (duration.seconds);
  duration.nanoseconds = ABS (duration.nanoseconds);

  return dmn_value_new_duration (duration);
}

static DmnValue *
call_sqrt (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  return apply (run, "sqrt", DMN_FUNCTION_SQRT, arguments[0]);
}

static DmnValue *
call_log (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return apply (run, "log", DMN_FUNCTION_LOG, arguments[0]);
}

static DmnValue *
call_exp (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return apply (run, "exp", DMN_FUNCTION_EXP, arguments[0]);
}

/* dividend - divisor * floor (dividend / divisor): the sign of the divisor */
static gboolean
modulo (const DmnNumber *dividend,
        const DmnNumber *divisor,
        DmnNumber       *result)
{
  g_auto (DmnNumber) quotient = DMN_NUMBER_ZERO, whole = DMN_NUMBER_ZERO, product = DMN_NUMBER_ZERO;

  return dmn_number_arithmetic (DMN_ARITHMETIC_DIVIDE, dividend, divisor, &quotient) &&
         dmn_number_round (&quotient, 0, DMN_ROUND_FLOOR, &whole) &&
         dmn_number_arithmetic (DMN_ARITHMETIC_MULTIPLY, divisor, &whole, &product) &&
         dmn_number_arithmetic (DMN_ARITHMETIC_SUBTRACT, dividend, &product, result);
}

static DmnValue *
call_modulo (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  DmnNumber result;

  if (!feel_argument_is (arguments[0], DMN_KIND_NUMBER) ||
      !feel_argument_is (arguments[1], DMN_KIND_NUMBER))
    return feel_builtin_refuse (run, "modulo", "an argument", "a number");
  if (!modulo (dmn_value_get_number (arguments[0]), dmn_value_get_number (arguments[1]), &result))
    return feel_run_fail (run, "modulo () has no finite result here");

  return dmn_value_new_number (result);
}

static DmnValue *
parity (FeelRun    *run,
        const char *name,
        DmnValue   *argument,
        gint64      expected)
{
  g_auto (DmnNumber) two = dmn_number_from_integer (2);
  g_auto (DmnNumber) rest = DMN_NUMBER_ZERO;
  g_auto (DmnNumber) wanted = dmn_number_from_integer (expected);

  if (!feel_argument_is (argument, DMN_KIND_NUMBER))
    return feel_builtin_refuse (run, name, "the argument", "a number");
  if (!modulo (dmn_value_get_number (argument), &two, &rest))
    return feel_run_fail (run, "%s () cannot be told of so large a number", name);

  return dmn_value_new_boolean (dmn_number_compare (&rest, &wanted) == 0);
}

static DmnValue *
call_even (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  return parity (run, "even", arguments[0], 0);
}

static DmnValue *
call_odd (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return parity (run, "odd", arguments[0], 1);
}

const FeelBuiltin feel_builtins_number[] = {
  { "decimal", "n,scale", 2, call_decimal },
  { "floor", "n,scale", 1, call_floor },
  { "ceiling", "n,scale", 1, call_ceiling },
  { "round up", "n,scale", 2, call_round_up },
  { "round down", "n,scale", 2, call_round_down },
  { "round half up", "n,scale", 2, call_round_half_up },
  { "round half down", "n,scale", 2, call_round_half_down },
  { "abs", "n", 1, call_abs },
  { "modulo", "dividend,divisor", 2, call_modulo },
  { "sqrt", "number", 1, call_sqrt },
  { "log", "number", 1, call_log },
  { "exp", "number", 1, call_exp },
  { "even", "number", 1, call_even },
  { "odd", "number", 1, call_odd },
  { NULL },
};
