import type {
  ChangeMark,
  ServiceIncidentsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';

/** An incident as the chart draws it. */
export type ChartIncident = ServiceIncidentsResponse['timeline'][number];
/** What was left of a budget at the end of each day. */
export type BudgetDays = ServiceIncidentsResponse['budgets'][number]['days'];

/** What a chart shows; RFC 3339. */
export interface ChartWindow {
  from: string;
  to: string;
}

/** An incident, or changes too close to each other to be drawn apart. Places are percent of the window. */
export interface ChartBlock {
  key: string;
  left: number;
  width: number;
  /** From 0; more than one where incidents share the time. */
  track: number;
  incident?: ChartIncident;
  changes?: readonly ChangeMark[];
}

/** The incidents of one severity, or the changes. */
export interface ChartLane {
  key: string;
  kind: 'incidents' | 'changes';
  /** null: incidents of no level. */
  level: number | null;
  tracks: number;
  blocks: ChartBlock[];
}

/** Percent of the window: narrower blocks could not be pointed at. */
const NARROWEST = 0.8;

/** Where a time is in the window, in percent; outside of it at its edge. */
export function placeOf(iso: string, { from, to }: ChartWindow): number {
  const start = Date.parse(from);
  const share = (Date.parse(iso) - start) / (Date.parse(to) - start);
  return 100 * Math.min(1, Math.max(0, share));
}

/** Gives each block the first track that is free where it begins. */
function inTracks(blocks: Omit<ChartBlock, 'track'>[]) {
  const ends: number[] = [];
  const placed = blocks
    .sort((a, b) => a.left - b.left)
    .map(block => {
      const free = ends.findIndex(end => end <= block.left);
      const track = free < 0 ? ends.length : free;
      ends[track] = block.left + block.width;
      return { ...block, track };
    });
  return { blocks: placed, tracks: Math.max(1, ends.length) };
}

function blockOf(incident: ChartIncident, window: ChartWindow) {
  const start = placeOf(incident.from, window);
  const end = placeOf(incident.to ?? window.to, window);
  const width = Math.max(NARROWEST, end - start);
  return {
    key: incident.id,
    left: Math.min(start, 100 - width),
    width,
    incident,
  };
}

/** Changes one after the other, those that would overlap as one. */
function changeBlocks(changes: readonly ChangeMark[], window: ChartWindow) {
  const blocks: (Omit<ChartBlock, 'track'> & { changes: ChangeMark[] })[] = [];
  const sorted = [...changes].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  );
  for (const change of sorted) {
    const left = Math.min(placeOf(change.at, window), 100 - NARROWEST);
    const last = blocks[blocks.length - 1];
    if (last && left < last.left + last.width) last.changes.push(change);
    else {
      const { id, entityRef } = change;
      blocks.push({
        key: `${entityRef} ${id}`,
        left,
        width: NARROWEST,
        changes: [change],
      });
    }
  }
  return blocks;
}

/** A lane for each severity that occurs, the worst first, then one for changes where any were pushed. */
export function chartLanes(
  incidents: readonly ChartIncident[],
  changes: readonly ChangeMark[],
  window: ChartWindow,
): ChartLane[] {
  const levels = [...new Set(incidents.map(({ severity }) => severity))].sort(
    (a, b) => (a ?? 9) - (b ?? 9),
  );
  const lanes: ChartLane[] = levels.map(level => ({
    key: `level ${level}`,
    kind: 'incidents',
    level,
    ...inTracks(
      incidents
        .filter(({ severity }) => severity === level)
        .map(incident => blockOf(incident, window)),
    ),
  }));
  if (changes.length === 0) return lanes;
  const marks = inTracks(changeBlocks(changes, window));
  return [...lanes, { key: 'changes', kind: 'changes', level: null, ...marks }];
}

const STEPS = [1, 2, 3, 7, 14, 28, 61, 91, 122];
const MOST_TICKS = 8;

/** The midnights of the reader that the axis names, with where they are. */
export function chartTicks(window: ChartWindow): { iso: string; at: number }[] {
  const [from, to] = [
    DateTime.fromISO(window.from),
    DateTime.fromISO(window.to),
  ];
  const days = to.diff(from, 'days').days;
  const step = STEPS.find(each => days / each <= MOST_TICKS) ?? 183;
  const ticks = [];
  let day = from.startOf('day').plus({ days: 1 });
  for (; day < to; day = day.plus({ days: step })) {
    const iso = day.toISO() ?? '';
    ticks.push({ iso, at: placeOf(iso, window) });
  }
  return ticks;
}

/** The part of a budget from which the chart is drawn: from the lowest, at most 0, to all of it. */
export function budgetFloor(days: BudgetDays): number {
  return Math.min(0, ...days.map(({ remaining }) => remaining ?? 0));
}

/**
 * A budget as lines, broken where it is not known. x is percent of the window, y percent of the height from
 * the top. A day is drawn at its end, which is what it tells of.
 */
export function budgetLines(
  days: BudgetDays,
  window: ChartWindow,
): { x: number; y: number }[][] {
  const floor = budgetFloor(days);
  const lines: { x: number; y: number }[][] = [[]];
  for (const { day, remaining } of days) {
    if (remaining === null) {
      lines.push([]);
      continue;
    }
    const end = DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 });
    lines[lines.length - 1].push({
      x: placeOf(end.toISO() ?? day, window),
      y: (100 * (1 - Math.min(1, remaining))) / (1 - floor),
    });
  }
  return lines.filter(line => line.length > 0);
}

/** What was left at the end of the last day before a time; undefined where that is not known. */
export function budgetAt(days: BudgetDays, iso: string): number | undefined {
  const day = DateTime.fromISO(iso, { zone: 'utc' }).toISODate() ?? '';
  return days.find(each => each.day === day)?.remaining ?? undefined;
}
