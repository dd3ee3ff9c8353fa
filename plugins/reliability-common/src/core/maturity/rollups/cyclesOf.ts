interface Visit {
  readonly node: string;
  readonly next: Iterator<string>;
}

/**
 * The groups of nodes that reach each other, and single nodes that point at themselves (R. Tarjan, Depth-first
 * search and linear graph algorithms, 1972; with a stack of its own instead of recursion).
 *
 * @param nodes - every node
 * @param edges - where each node points
 *
 * @public
 */
export function cyclesOf(
  nodes: readonly string[],
  edges: ReadonlyMap<string, ReadonlySet<string>>,
): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const cycles: string[][] = [];
  const NOWHERE: ReadonlySet<string> = new Set();

  const enter = (node: string): Visit => {
    lowest.set(node, order.size);
    order.set(node, order.size);
    open.push(node);
    isOpen.add(node);
    return { node, next: (edges.get(node) ?? NOWHERE).values() };
  };
  const lower = (node: string, to: number) =>
    lowest.set(node, Math.min(lowest.get(node)!, to));
  const close = (node: string) => {
    const found = open.splice(open.lastIndexOf(node));
    for (const each of found) isOpen.delete(each);
    if (found.length > 1 || edges.get(node)?.has(node)) cycles.push(found);
  };

  for (const start of nodes) {
    const path = order.has(start) ? [] : [enter(start)];
    while (path.length > 0) {
      const { node, next } = path[path.length - 1];
      const { value, done } = next.next();
      if (!done) {
        if (!order.has(value)) path.push(enter(value));
        else if (isOpen.has(value)) lower(node, order.get(value)!);
        continue;
      }
      path.pop();
      if (lowest.get(node) === order.get(node)) close(node);
      if (path.length > 0) {
        lower(path[path.length - 1].node, lowest.get(node)!);
      }
    }
  }
  return cycles;
}
