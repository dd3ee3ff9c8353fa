import { OncallWindow } from '@plimsoll/backstage-plugin-reliability-common';

/** Something that holds for a time. */
export interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly priority: number;
  readonly value: T;
}

/** Spans without order and overlaps become disjoint ones, in order; touching ones are joined. */
function joined(spans: readonly OncallWindow[]): OncallWindow[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** Index of the first one that ends after a time. */
function firstAfter(covers: readonly OncallWindow[], at: number): number {
  let low = 0;
  let high = covers.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (covers[middle].to > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function without<T>(span: Span<T>, covers: readonly OncallWindow[]): Span<T>[] {
  const parts: Span<T>[] = [];
  let at = span.start;
  for (let i = firstAfter(covers, at); i < covers.length; i++) {
    const { from, to } = covers[i];
    if (from >= span.end) break;
    if (from > at) parts.push({ ...span, start: at, end: from });
    at = Math.max(at, to);
  }
  if (at < span.end) parts.push({ ...span, start: at });
  return parts;
}

/** Cuts out of each span the time for which there is one of a higher priority. Equal ones stand side by side. */
export function byPriority<T>(spans: readonly Span<T>[]): Span<T>[] {
  const priorities = [...new Set(spans.map(({ priority }) => priority))];
  const result: Span<T>[] = [];
  let covers: OncallWindow[] = [];
  for (const priority of priorities.sort((a, b) => b - a)) {
    const these = spans.filter(span => span.priority === priority);
    for (const span of these) result.push(...without(span, covers));
    covers = joined([
      ...covers,
      ...these.map(({ start, end }) => ({ from: start, to: end })),
    ]);
  }
  return result;
}
