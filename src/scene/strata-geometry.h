/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Points and rectangles of a drawing, in logical pixels from its top left.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} StrataPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} StrataRect;

G_END_DECLS
