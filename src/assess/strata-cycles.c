/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which placements feed each other in a circle: Tarjan's strongly connected
 * components, with a stack of its own because a plan may be hostile.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-cycles-private.h"

#define UNVISITED 0

typedef struct
{
  StrataArena *arena;
  guint        n_nodes;
  guint       *first_edge; /* one for each node, and the end */
  guint       *targets;

  guint       *order;      /* when a node was first seen, from 1 */
  guint       *low;        /* the earliest node that it reaches back to */
  guint       *next_edge;
  guint       *component;  /* from 1; 0 while the node is open */
  guint       *path;       /* the nodes from the start to the present one */
  guint        n_path;
  guint       *open;       /* nodes whose component is not known yet */
  guint        n_open;
  guint        n_seen;
  guint        n_components;
} Search;

static void
list_edges (Search           *search,
            const StrataFlow *flows,
            guint             n_flows)
{
  guint *fill = strata_arena_new_array (search->arena, guint, search->n_nodes);

  search->first_edge = strata_arena_new_array (search->arena, guint, search->n_nodes + 1);
  search->targets = strata_arena_new_array (search->arena, guint, n_flows);
  for (guint i = 0; i < n_flows; i++)
    search->first_edge[flows[i].from + 1]++;
  for (guint i = 0; i < search->n_nodes; i++)
    search->first_edge[i + 1] += search->first_edge[i];
  for (guint i = 0; i < n_flows; i++)
    search->targets[search->first_edge[flows[i].from] + fill[flows[i].from]++] = flows[i].to;
}

static void
enter (Search *search,
       guint   node)
{
  search->order[node] = ++search->n_seen;
  search->low[node] = search->order[node];
  search->next_edge[node] = search->first_edge[node];
  search->path[search->n_path++] = node;
  search->open[search->n_open++] = node;
}

/* All that was opened since the node and is still open is its component. */
static void
close_component (Search *search,
                 guint   node)
{
  guint member;

  search->n_components++;
  do
    {
      member = search->open[--search->n_open];
      search->component[member] = search->n_components;
    }
  while (member != node);
}

static void
leave (Search *search,
       guint   node)
{
  search->n_path--;
  if (search->low[node] == search->order[node])
    close_component (search, node);
  if (search->n_path > 0)
    {
      guint parent = search->path[search->n_path - 1];

      search->low[parent] = MIN (search->low[parent], search->low[node]);
    }
}

static void
visit (Search *search,
       guint   start)
{
  enter (search, start);
  while (search->n_path > 0)
    {
      guint node = search->path[search->n_path - 1];
      guint target;

      if (search->next_edge[node] == search->first_edge[node + 1])
        {
          leave (search, node);
          continue;
        }
      target = search->targets[search->next_edge[node]++];
      if (search->order[target] == UNVISITED)
        enter (search, target);
      else if (search->component[target] == 0)
        search->low[node] = MIN (search->low[node], search->order[target]);
    }
}

/* Components of two or more, their members ascending. */
static StrataCycles
list_cycles (Search *search)
{
  StrataPositions *members = strata_arena_new_array (search->arena, StrataPositions, search->n_components + 1);
  StrataCycles cycles = { members, 0 };

  for (guint i = 0; i < search->n_nodes; i++)
    members[search->component[i]].n++;
  for (guint i = 1; i <= search->n_components; i++)
    {
      members[i].at = strata_arena_new_array (search->arena, guint, members[i].n);
      members[i].n = 0;
    }
  for (guint i = 0; i < search->n_nodes; i++)
    {
      StrataPositions *component = &members[search->component[i]];

      component->at[component->n++] = i;
    }
  for (guint i = 1; i <= search->n_components; i++)
    {
      if (members[i].n > 1)
        members[cycles.n++] = members[i];
    }
  return cycles;
}

/**
 * strata_cycles_find:
 * @arena: where the answer lives
 * @n_nodes: number of placements
 * @flows: (array length=n_flows): what runs between them
 * @n_flows: how many
 *
 * Finds the strongly connected components of more than one placement, in time
 * that grows with placements and flows.
 *
 * Returns: the components
 */
StrataCycles
strata_cycles_find (StrataArena      *arena,
                    guint             n_nodes,
                    const StrataFlow *flows,
                    guint             n_flows)
{
  Search search = { .arena = arena, .n_nodes = n_nodes };

  if (n_flows == 0)
    return (StrataCycles) { NULL, 0 };
  list_edges (&search, flows, n_flows);
  search.order = strata_arena_new_array (arena, guint, n_nodes);
  search.low = strata_arena_new_array (arena, guint, n_nodes);
  search.next_edge = strata_arena_new_array (arena, guint, n_nodes);
  search.component = strata_arena_new_array (arena, guint, n_nodes);
  search.path = strata_arena_new_array (arena, guint, n_nodes);
  search.open = strata_arena_new_array (arena, guint, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      if (search.order[i] == UNVISITED)
        visit (&search, i);
    }
  return list_cycles (&search);
}
