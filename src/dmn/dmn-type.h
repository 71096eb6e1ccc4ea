/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A type of a decision model: FEEL's own, or an item definition.
 */

#pragma once

#include "dmn/feel-evaluate.h"

G_BEGIN_DECLS

/**
 * DmnType:
 *
 * What values a variable may have (DMN 1.3, section 7.3.3). Owned by the
 * model. A type that names another by id or name is resolved once all are
 * read.
 */
typedef struct _DmnType DmnType;

struct _DmnType
{
  char      *name;
  char      *base_name;  /* (nullable): the type that it refers to */
  DmnType   *base;       /* (nullable): borrowed; resolved from base_name */
  gboolean   has_kind;
  DmnKind    kind;       /* of FEEL's own types */
  gboolean   collection;
  int        line;       /* of the file; 0 for FEEL's own */
  FeelNode  *allowed;    /* (nullable): unary tests, of each item of a collection */
  GPtrArray *components; /* (nullable): of DmnType, each with its name */
};

DmnType  *dmn_type_new       (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void      dmn_type_free      (DmnType    *type);
gboolean  dmn_type_has_end   (const DmnType *type);
/* One of FEEL's own by its name, or NULL: "number", "feel:number", "Any" … */
DmnType  *dmn_type_builtin   (const char *name);

/* As it is, without a list of one for the one. */
gboolean  dmn_type_has       (const DmnType  *type,
                              const DmnValue *value);

/**
 * dmn_type_convert:
 * @type: (nullable): what the value has to be; NULL: anything
 * @value: a value
 * @from_text: whether texts are read as dates, times and durations
 * @run: gets the reason where it does not conform
 *
 * Returns: (transfer full): the value as the type has it (a list of one for
 *   the one, a text read as a date), or null
 */
DmnValue *dmn_type_convert   (DmnType    *type,
                              DmnValue   *value,
                              gboolean    from_text,
                              FeelRun    *run) G_GNUC_WARN_UNUSED_RESULT;

/* Whether dmn_type_convert () certainly gives the value itself back: asked
 * before values that are used at once, to save a reference. */
static inline gboolean
dmn_type_keeps (const DmnType  *type,
                const DmnValue *value)
{
  if (type == NULL)
    return TRUE;

  return type->base == NULL && type->components == NULL && type->allowed == NULL && !type->collection
         && (!type->has_kind || type->kind == dmn_value_get_kind (value));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnType, dmn_type_free)

G_END_DECLS
