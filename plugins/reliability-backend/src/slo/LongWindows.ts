import {
  companionOf,
  fingerprint,
  MeasuredAt,
  SliMeasurement,
  SloWindow,
  TimeRange,
  windowAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { LoadedSlo } from './loadedSlo';
import { nextTurn } from '../tasks/spread';

const MINUTE = 60_000;

/** How old the count of a long window may become. */
const LONGEST_AGE = { period: 5 * MINUTE, companion: 15 * MINUTE };

/** Nor older than such a share of the window, so that short ones are counted every time. */
const SHARE_OF_WINDOW = 2000;

/** Not more SLOs are remembered. */
const MAX_REMEMBERED = 20_000;

type Key = keyof typeof LONGEST_AGE;
type Measured = ReadonlyMap<string, SliMeasurement>;

const KEYS = Object.keys(LONGEST_AGE) as Key[];

/** What was counted of a long window. */
export interface LongWindow {
  readonly key: Key;
  /** When it was counted; milliseconds since the epoch. */
  readonly end: number;
  /** With what corrections take out; by key of the indicator. */
  readonly counts: ReadonlyMap<string, SliMeasurement['counts']>;
  /** As they were sent. */
  readonly queries: readonly string[];
}

/** An SLO at one time. */
export interface LongWindowsOf {
  readonly loaded: LoadedSlo;
  /** Milliseconds since the epoch; a whole minute. */
  readonly at: number;
  readonly corrections: readonly TimeRange[];
}

const isOf = (key: Key, name: string) =>
  name === key || name.startsWith(`${key}!`);

const hashOf = ({ loaded, corrections }: LongWindowsOf) =>
  fingerprint([
    loaded.measureHash,
    corrections.map(({ from, to }) => [from, to]),
  ]);

/** Whether what was counted still serves. */
function isFresh({ key, end }: LongWindow, { loaded, at }: LongWindowsOf) {
  const { window: promised } = loaded.slo;
  const window: SloWindow = key === 'period' ? promised : companionOf(promised);
  const [now, then] = [windowAt(window, at), windowAt(window, end)];
  if (window.kind === 'calendar' && now.from !== then.from) return false;
  const length = now.end - now.from;
  const every = Math.min(LONGEST_AGE[key], length / SHARE_OF_WINDOW);
  // Each SLO has a moment of its own, so that not all are counted in the same minute.
  const due = nextTurn(`${loaded.id} ${key}`, every, end);
  return every >= MINUTE && end <= at && at < due;
}

/**
 * Remembers what was counted of the two windows that cost a source most and change least: the period, which may be
 * a month, and the one it is compared with.
 */
export class LongWindows {
  private readonly kept = new Map<
    string,
    { readonly hash: string; readonly windows: readonly LongWindow[] }
  >();

  /** The windows that need not be counted again. */
  recall(subject: LongWindowsOf): readonly LongWindow[] {
    const known = this.kept.get(subject.loaded.id);
    return known?.hash === hashOf(subject)
      ? known.windows.filter(window => isFresh(window, subject))
      : [];
  }

  remember(subject: LongWindowsOf, windows: readonly LongWindow[]): void {
    if (this.kept.size >= MAX_REMEMBERED) this.kept.clear();
    this.kept.set(subject.loaded.id, { hash: hashOf(subject), windows });
  }
}

/** Whether a window, or what a correction takes out of it, is among those that are known. */
export const isKnown = (windows: readonly LongWindow[], name: string) =>
  windows.some(({ key }) => isOf(key, name));

/** Answers together with what was known. */
export function withKnown(
  answers: Measured,
  windows: readonly LongWindow[],
): Map<string, SliMeasurement> {
  return new Map(
    [...answers].map(([indicator, answer]) => {
      const counts = windows.map(known => known.counts.get(indicator));
      return [
        indicator,
        {
          ...answer,
          counts: Object.assign({}, ...counts, answer.counts),
          queries: [
            ...answer.queries,
            ...windows.flatMap(({ queries }) => queries),
          ],
        },
      ];
    }),
  );
}

/** The long windows as they are known after an evaluation: those of the answers, and the others as before. */
export function longWindowsOf(
  answers: Measured,
  at: number,
  known: readonly LongWindow[],
): LongWindow[] {
  const queries = [...answers.values()].flatMap(answer => answer.queries);
  return KEYS.map(key => {
    const before = known.find(window => window.key === key);
    if (before) return before;
    const counts = [...answers].map(([indicator, answer]) => {
      const own = Object.entries(answer.counts).filter(([name]) =>
        isOf(key, name),
      );
      return [indicator, Object.fromEntries(own)] as const;
    });
    return { key, end: at, counts: new Map(counts), queries };
  });
}

/** The times at which the known windows were counted. */
export const measuredAt = (windows: readonly LongWindow[]): MeasuredAt =>
  Object.fromEntries(windows.map(({ key, end }) => [key, end]));

/**
 * What may be used again: nothing of an answer in part, and not the period of a budget that goes faster than it may.
 */
export function toRemember(
  measured: Measured,
  windows: readonly LongWindow[],
  isMoving: boolean,
): readonly LongWindow[] {
  if ([...measured.values()].some(({ warnings }) => warnings.length > 0)) {
    return [];
  }
  return windows.filter(({ key }) => !isMoving || key !== 'period');
}
