/** Some time in milliseconds since the epoch; `to` is not in it. @public */
export interface IncidentSpan {
  readonly from: number;
  readonly to: number;
}

/** The spans in order, those that overlap or touch as one, empty and backward ones left out. */
export function joined(spans: readonly IncidentSpan[]): IncidentSpan[] {
  const result: IncidentSpan[] = [];
  const forward = spans.filter(({ from, to }) => from < to);
  for (const span of forward.sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to) {
      if (span.to > last.to) {
        result[result.length - 1] = { from: last.from, to: span.to };
      }
    } else result.push({ from: span.from, to: span.to });
  }
  return result;
}

/** Their length in milliseconds, overlaps once. */
export const unionMs = (spans: readonly IncidentSpan[]): number =>
  joined(spans).reduce((sum, { from, to }) => sum + to - from, 0);

/** How much of one span lies in another; milliseconds. */
export const overlapMs = (one: IncidentSpan, other: IncidentSpan): number =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));

/** What is left of a span without others that are in order and apart. */
export function without(
  span: IncidentSpan,
  taken: readonly IncidentSpan[],
): IncidentSpan[] {
  const rest: IncidentSpan[] = [];
  let begin = span.from;
  for (const { from, to } of taken) {
    if (to <= begin) continue;
    if (from >= span.to) break;
    if (from > begin) rest.push({ from: begin, to: from });
    begin = to;
  }
  if (begin < span.to) rest.push({ from: begin, to: span.to });
  return rest;
}
