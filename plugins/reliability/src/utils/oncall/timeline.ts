import type {
  CoverageGapItem,
  OncallSpan,
  ServiceRotationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';

/** What a timeline shows; RFC 3339. */
export interface TimelineWindow {
  from: string;
  to: string;
}

/** A stretch of a lane: somebody, or nobody. */
export interface TimelineBlock {
  key: string;
  from: string;
  to: string;
  /** Percent of the window. */
  left: number;
  /** Percent of the window. */
  width: number;
  /** From 0; more than one where people share the time. */
  track: number;
  /** Whether it reaches an edge of the window, so that its true length is not known. */
  cut: boolean;
  /** Absent: nobody. */
  span?: OncallSpan;
}

/** One level of one rotation. */
export interface TimelineLane {
  key: string;
  /** Of the rotation; absent where the service has one only. */
  title?: string;
  level: number | null;
  tracks: number;
  blocks: TimelineBlock[];
}

/** Whether a rotation only names the members of a team, whom nobody planned. */
export const isMembers = ({
  kind,
  spans,
}: Pick<ServiceRotationItem, 'kind' | 'spans'>): boolean =>
  kind === 'group' ||
  (spans.length > 0 && spans.every(({ source }) => source === 'members'));

/** Where a time is in the window, in percent; outside of it at its edge. */
export function placeOf(iso: string, window: TimelineWindow): number {
  const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
  const share = (Date.parse(iso) - from) / (to - from);
  return 100 * Math.min(1, Math.max(0, share));
}

/** Midnights of the reader within the window, with where they are; days may have 23 or 25 hours. */
export function daysOf(window: TimelineWindow) {
  const to = DateTime.fromISO(window.to);
  const days: { iso: string; at: number; weekend: boolean; width: number }[] =
    [];
  let day = DateTime.fromISO(window.from).startOf('day');
  while (day < to) {
    const next = day.plus({ days: 1 });
    const at = placeOf(day.toISO() ?? '', window);
    days.push({
      iso: day.toISODate() ?? '',
      at,
      weekend: day.weekday > 5,
      width: placeOf(next.toISO() ?? '', window) - at,
    });
    day = next;
  }
  return days;
}

/** Gaps that touch or overlap become one. */
function joined(gaps: readonly CoverageGapItem[]): CoverageGapItem[] {
  const sorted = [...gaps].sort(
    (a, b) => Date.parse(a.from) - Date.parse(b.from),
  );
  const found: CoverageGapItem[] = [];
  for (const gap of sorted) {
    const last = found[found.length - 1];
    if (last && Date.parse(gap.from) <= Date.parse(last.to)) {
      if (Date.parse(gap.to) > Date.parse(last.to)) last.to = gap.to;
      last.required = last.required || gap.required;
    } else {
      found.push({ ...gap });
    }
  }
  return found;
}

function blocksOf(
  spans: readonly OncallSpan[],
  gaps: readonly CoverageGapItem[],
  window: TimelineWindow,
): { blocks: TimelineBlock[]; tracks: number } {
  // Nobody stands first, so that it takes the track that it leaves free.
  const all = [
    ...joined(gaps).map(({ from, to }) => ({ from, to, span: undefined })),
    ...spans.map(span => ({ from: span.from, to: span.to, span })),
  ].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const ends: number[] = [];
  const blocks = all
    .map(({ from, to, span }, index) => {
      const left = placeOf(from, window);
      const free = ends.findIndex(end => end <= Date.parse(from));
      const track = free < 0 ? ends.length : free;
      const width = placeOf(to, window) - left;
      if (width > 0) ends[track] = Date.parse(to);
      const cut = left <= 0 || left + width >= 100;
      return { key: String(index), from, to, left, width, track, cut, span };
    })
    .filter(({ width }) => width > 0);
  return { blocks, tracks: Math.max(1, ends.length) };
}

/**
 * The lanes of a timeline: one for each level of each rotation that is a plan and counts. An empty slot is
 * drawn by its gap only, because somebody else may fill the time.
 */
export function lanesOf(
  rotations: readonly ServiceRotationItem[],
  window: TimelineWindow,
): TimelineLane[] {
  const planned = rotations.filter(
    rotation => !rotation.mirror && !isMembers(rotation),
  );
  return planned.flatMap(rotation => {
    const levels = [
      ...new Set([
        ...rotation.levels.map(({ level }) => level),
        ...rotation.spans.map(({ level }) => level),
      ]),
    ].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
    return levels.map(level => ({
      key: `${rotation.id} ${level}`,
      title: planned.length > 1 ? rotation.title : undefined,
      level,
      ...blocksOf(
        rotation.spans.filter(
          span => span.level === level && span.person !== null,
        ),
        rotation.gaps.filter(gap => gap.level === level || gap.level === null),
        window,
      ),
    }));
  });
}

/** The lanes of one side of a comparison: one for each level. */
export function lanesOfSpans(
  spans: readonly OncallSpan[],
  window: TimelineWindow,
): TimelineLane[] {
  const levels = [...new Set(spans.map(({ level }) => level))];
  return levels
    .sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
    .map(level => ({
      key: String(level),
      level,
      ...blocksOf(
        spans.filter(span => span.level === level && span.person !== null),
        [],
        window,
      ),
    }));
}
