/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A type of a decision model: FEEL's own, or an item definition.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-type.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

/* Types refer to each other; a circle of them is no type. */
#define MAX_BASES 32

typedef struct
{
  const char *name;
  gboolean    has_kind;
  DmnKind     kind;
} Builtin;

static const Builtin builtins[] = {
  { "Any", FALSE },
  { "<Undefined>", FALSE }, /* as editors write it */
  { "boolean", TRUE, DMN_KIND_BOOLEAN },
  { "number", TRUE, DMN_KIND_NUMBER },
  { "string", TRUE, DMN_KIND_STRING },
  { "date", TRUE, DMN_KIND_DATE },
  { "time", TRUE, DMN_KIND_TIME },
  { "date and time", TRUE, DMN_KIND_DATE_TIME },
  { "dateTime", TRUE, DMN_KIND_DATE_TIME },
  { "years and months duration", TRUE, DMN_KIND_MONTHS_DURATION },
  { "yearMonthDuration", TRUE, DMN_KIND_MONTHS_DURATION },
  { "days and time duration", TRUE, DMN_KIND_SECONDS_DURATION },
  { "dayTimeDuration", TRUE, DMN_KIND_SECONDS_DURATION },
  { "context", TRUE, DMN_KIND_CONTEXT },
  { "list", TRUE, DMN_KIND_LIST },
  { "function", TRUE, DMN_KIND_FUNCTION },
  /* Camunda's */
  { "integer", TRUE, DMN_KIND_NUMBER },
  { "long", TRUE, DMN_KIND_NUMBER },
  { "double", TRUE, DMN_KIND_NUMBER },
};

/* "feel:number" and "number" are one. */
static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static DmnValue *
temporal_from_text (DmnKind     kind,
                    const char *text)
{
  DmnValue *value = NULL;

  switch ((int) kind)
    {
    case DMN_KIND_DATE:
      return dmn_temporal_parse_date (text);
    case DMN_KIND_TIME:
      return dmn_temporal_parse_time (text);
    case DMN_KIND_DATE_TIME:
      return dmn_temporal_parse_date_time (text);
    case DMN_KIND_MONTHS_DURATION:
    case DMN_KIND_SECONDS_DURATION:
      value = dmn_temporal_parse_duration (text);
      if (value != NULL && dmn_value_get_kind (value) != kind)
        g_clear_pointer (&value, dmn_value_unref);
      return value;
    default:
      return NULL;
    }
}

static DmnValue *
refuse (FeelRun        *run,
        const DmnType  *type,
        const DmnValue *value)
{
  g_autofree char *text = dmn_value_to_string (value);

  return feel_run_fail (run, "“%.60s” is no %s", text, type->name);
}

/* A list of one item is that item, where one item is wanted. */
static DmnValue *
unwrap (DmnValue *value)
{
  if (dmn_value_get_kind (value) == DMN_KIND_LIST && dmn_value_get_length (value) == 1)
    return dmn_value_get_item (value, 0);

  return value;
}

static DmnValue *
convert_kind (const DmnType *type,
              DmnValue      *value,
              gboolean       from_text,
              FeelRun       *run)
{
  DmnValue *one = type->kind != DMN_KIND_LIST ? unwrap (value) : value;
  DmnValue *read = NULL;

  if (!type->has_kind || dmn_value_get_kind (value) == type->kind)
    return dmn_value_ref (value);
  if (dmn_value_get_kind (one) == type->kind)
    return dmn_value_ref (one);
  if (type->kind == DMN_KIND_DATE_TIME && dmn_value_get_kind (one) == DMN_KIND_DATE)
    return dmn_value_new_date_time (*dmn_value_get_date (one), (DmnTime) { .zone = DMN_ZONE_OFFSET });

  if (from_text && dmn_value_get_kind (one) == DMN_KIND_STRING)
    read = temporal_from_text (type->kind, dmn_value_get_string (one));

  return read != NULL ? read : refuse (run, type, value);
}

/* Members that no component names stay as they are. */
static DmnValue *
convert_context (const DmnType *type,
                 DmnValue      *value,
                 gboolean       from_text,
                 FeelRun       *run)
{
  g_autoptr (GPtrArray) names = NULL, members = NULL;

  if (dmn_value_get_kind (value) != DMN_KIND_CONTEXT)
    return refuse (run, type, value);

  names = g_ptr_array_new_with_free_func (g_free);
  members = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  for (guint i = 0; i < dmn_value_get_length (value); i++)
    {
      const char *name = dmn_value_get_name (value, i);
      DmnValue *member = dmn_value_get_item (value, i);
      DmnType *component = NULL;

      for (guint j = 0; j < type->components->len && component == NULL; j++)
        if (strcmp (((DmnType *) type->components->pdata[j])->name, name) == 0)
          component = type->components->pdata[j];
      g_ptr_array_add (names, g_strdup (name));
      g_ptr_array_add (members, dmn_type_convert (component, member, from_text, run));
      if (dmn_value_is_null (members->pdata[i]) && !dmn_value_is_null (member))
        return refuse (run, type, value);
    }

  /* Who gives inputs may leave some out; a result has all that it says. */
  for (guint i = 0; !from_text && i < type->components->len; i++)
    if (dmn_value_get_member (value, ((DmnType *) type->components->pdata[i])->name) == NULL)
      return refuse (run, type, value);

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&members));
}

static gboolean
is_allowed (const DmnType *type,
            DmnValue      *value,
            FeelRun       *run)
{
  return type->allowed == NULL || feel_test (run, type->allowed, value, NULL) == DMN_TRUTH_TRUE;
}

static DmnValue *
convert_one (DmnType  *type,
             DmnValue *value,
             gboolean  from_text,
             FeelRun  *run)
{
  g_autoptr (DmnValue) converted = NULL;

  if (type->components != NULL)
    converted = convert_context (type, unwrap (value), from_text, run);
  else if (type->base != NULL)
    converted = dmn_type_convert (type->base, value, from_text, run);
  else
    converted = convert_kind (type, value, from_text, run);

  if (dmn_value_is_null (converted) || is_allowed (type, converted, run))
    return g_steal_pointer (&converted);

  return refuse (run, type, value);
}

static DmnValue *
convert_collection (DmnType  *type,
                    DmnValue *value,
                    gboolean  from_text,
                    FeelRun  *run)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  if (dmn_value_get_kind (value) != DMN_KIND_LIST)
    {
      g_ptr_array_add (items, convert_one (type, value, from_text, run));
      if (dmn_value_is_null (items->pdata[0]))
        return refuse (run, type, value);
      return dmn_value_new_list (g_steal_pointer (&items));
    }

  for (guint i = 0; i < dmn_value_get_length (value); i++)
    {
      DmnValue *item = dmn_value_get_item (value, i);

      g_ptr_array_add (items, dmn_value_is_null (item) ? dmn_value_ref (item)
                                                       : convert_one (type, item, from_text, run));
      if (dmn_value_is_null (items->pdata[i]) && !dmn_value_is_null (item))
        return refuse (run, type, value);
    }

  return dmn_value_new_list (g_steal_pointer (&items));
}

static gboolean
has_members (const DmnType  *type,
             const DmnValue *value)
{
  if (dmn_value_get_kind (value) != DMN_KIND_CONTEXT)
    return FALSE;

  for (guint i = 0; i < type->components->len; i++)
    {
      const DmnType *component = type->components->pdata[i];
      const DmnValue *member = dmn_value_get_member (value, component->name);

      if (member == NULL || (!dmn_value_is_null (member) && !dmn_type_has (component, member)))
        return FALSE;
    }

  return TRUE;
}

/* The type itself, or an item where it is a collection. */
static gboolean
has_one (const DmnType  *type,
         const DmnValue *value)
{
  if (type->components != NULL)
    return has_members (type, value);
  if (type->base != NULL)
    return dmn_type_has (type->base, value);

  return !type->has_kind || dmn_value_get_kind (value) == type->kind;
}

/**
 * dmn_type_new:
 * @name: what messages call it
 *
 * Returns: (transfer full): a type that anything conforms to, for the reader
 *   to fill
 */
DmnType *
dmn_type_new (const char *name)
{
  DmnType *type = g_new0 (DmnType, 1);

  type->name = g_strdup (name);

  return type;
}

/**
 * dmn_type_free:
 * @type: (transfer full): a type
 *
 * Frees the type and its components.
 */
void
dmn_type_free (DmnType *type)
{
  g_free (type->name);
  g_free (type->base_name);
  g_clear_pointer (&type->allowed, feel_node_unref);
  g_clear_pointer (&type->components, g_ptr_array_unref);
  g_free (type);
}

/**
 * dmn_type_builtin:
 * @name: what a model refers to, with or without a prefix
 *
 * Returns: (transfer full) (nullable): one of FEEL's own types, or %NULL
 */
DmnType *
dmn_type_builtin (const char *name)
{
  const char *local = local_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (builtins); i++)
    if (strcmp (builtins[i].name, local) == 0)
      {
        DmnType *type = dmn_type_new (local);

        type->has_kind = builtins[i].has_kind;
        type->kind = builtins[i].kind;
        return type;
      }

  return NULL;
}

/**
 * dmn_type_has_end:
 * @type: a type that is resolved
 *
 * Returns: %FALSE where the types that it refers to go round in a circle
 */
gboolean
dmn_type_has_end (const DmnType *type)
{
  guint n_bases = 0;

  while (type->base != NULL && n_bases++ < MAX_BASES)
    type = type->base;

  return type->base == NULL;
}

/**
 * dmn_type_has:
 * @type: a type that is resolved
 * @value: a value
 *
 * Returns: whether it is of the type; which of its values are allowed is not
 *   looked at
 */
gboolean
dmn_type_has (const DmnType  *type,
              const DmnValue *value)
{
  if (dmn_value_is_null (value))
    return FALSE;
  if (!type->collection)
    return has_one (type, value);
  if (dmn_value_get_kind (value) != DMN_KIND_LIST)
    return FALSE;

  for (guint i = 0; i < dmn_value_get_length (value); i++)
    if (!has_one (type, dmn_value_get_item (value, i)))
      return FALSE;

  return TRUE;
}

DmnValue *
dmn_type_convert (DmnType  *type,
                  DmnValue *value,
                  gboolean  from_text,
                  FeelRun  *run)
{
  if (type == NULL)
    return dmn_value_ref (value);

  /* Null conforms to everything but to a type that says otherwise. */
  if (dmn_value_is_null (value))
    return dmn_value_ref (value);

  if (type->collection)
    return convert_collection (type, value, from_text, run);

  return convert_one (type, value, from_text, run);
}
