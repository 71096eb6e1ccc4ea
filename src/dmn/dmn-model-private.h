/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a decision model holds.
 */

#pragma once

#include "dmn/dmn-expression.h"
#include "dmn/dmn-model.h"
#include "dmn/dmn-xml.h"
#include "dmn/feel-parser.h"

G_BEGIN_DECLS

typedef enum
{
  DMN_ELEMENT_INPUT,     /* input data */
  DMN_ELEMENT_DECISION,
  DMN_ELEMENT_KNOWLEDGE, /* a business knowledge model */
  DMN_ELEMENT_SERVICE,   /* a decision service: some decisions as a function */
} DmnElementKind;

/* Something in the model that others may require. */
typedef struct
{
  DmnElementKind  kind;
  char           *id;           /* (nullable) */
  char           *name;
  DmnType        *type;         /* (nullable): borrowed */
  DmnExpression  *expression;   /* (nullable): of decisions and knowledge */
  xmlNode        *node;         /* borrowed from the document */
  GArray         *required;     /* of guint: places in elements */
  GArray         *parameters;   /* of guint: of a service, input data first */
  GArray         *outputs;      /* of guint: of a service */
  int             line;
} DmnElement;

struct _DmnModel
{
  gatomicrefcount  ref_count;
  char            *name;      /* of the file, for messages */
  xmlDoc          *document;  /* as it was read */
  GPtrArray       *types;     /* of DmnType */
  GPtrArray       *builtins;  /* of DmnType */
  GPtrArray       *elements;  /* of DmnElement */
  GArray          *decisions; /* of guint: places in elements */
};

/* Takes the document. */
DmnModel *dmn_model_new_for_document (xmlDoc      *document,
                                      const char  *name,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

static inline DmnElement *
dmn_model_get_element (const DmnModel *model,
                       guint           index)
{
  return model->elements->pdata[index];
}

static inline DmnElement *
dmn_model_get_decision (const DmnModel *model,
                        guint           decision)
{
  return dmn_model_get_element (model, g_array_index (model->decisions, guint, decision));
}

/**
 * DmnReader:
 *
 * What is known while a model is being read.
 */
typedef struct
{
  DmnModel   *model;    /* borrowed */
  FeelNames  *names;
  const char *decision; /* (nullable): whose part is being read */
  GError     *error;
} DmnReader;

/* Sets the error, once: file, line, decision and what is wrong. */
void           dmn_reader_fail       (DmnReader  *reader,
                                      xmlNode    *node,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (3, 4);
void           dmn_reader_fail_at    (DmnReader  *reader,
                                      int         line,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (3, 4);
/* Borrowed; NULL for no name, or with an error for one that nothing has. */
DmnType       *dmn_reader_get_type   (DmnReader  *reader,
                                      xmlNode    *node,
                                      const char *attribute);
FeelNode      *dmn_reader_parse      (DmnReader  *reader,
                                      xmlNode    *node,
                                      const char *text,
                                      gboolean    tests,
                                      const char *where) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dmn_is_expression     (xmlNode    *node);
/* The one boxed expression in an element; NULL without an error where there
 * is none. */
DmnExpression *dmn_reader_expression (DmnReader  *reader,
                                      xmlNode    *parent) G_GNUC_WARN_UNUSED_RESULT;
DmnExpression *dmn_reader_boxed      (DmnReader  *reader,
                                      xmlNode    *node) G_GNUC_WARN_UNUSED_RESULT;
DmnTable      *dmn_reader_table      (DmnReader  *reader,
                                      xmlNode    *node) G_GNUC_WARN_UNUSED_RESULT;
/* Both once all elements are read. */
void           dmn_reader_link       (DmnReader  *reader);
void           dmn_reader_services   (DmnReader  *reader);
gboolean       dmn_reader_read       (DmnReader  *reader);

G_END_DECLS
