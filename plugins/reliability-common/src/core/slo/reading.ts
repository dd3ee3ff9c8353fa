import { BURN_WINDOWS, BurnWindow, burnWindows } from './alertPairs';
import { correctedMs, mergeCorrections } from './corrections';
import { SliceCount } from './evaluation';
import { MeasuredAt, SliCount, SliMeasurement } from './measurement';
import { measuredRange, measuredWindow, overlapKey } from './plan';
import { EmptySlices, Indicator, SloWindow } from './slo';
import { companionOf, TimeRange, windowAt } from './window';

/** What a window says of one indicator, before any target. */
export interface Reading {
  readonly bad: number | null;
  readonly total: number | null;
  /** Share of what was bad; null: see `nothing`. */
  readonly share: number | null;
  /** The same by the whole period: what is spent is this ÷ (1 - target). */
  readonly spent: number | null;
  /** Bad events or slices, of a composite those of all members. */
  readonly failures: number;
  /** Why there is no share. */
  readonly nothing: 'no_data' | 'no_traffic' | null;
}

/** The readings of one indicator at one time. */
export interface IndicatorReading {
  readonly period: Reading;
  readonly companion: Reading;
  readonly burns: Readonly<Record<BurnWindow, Reading>>;
  readonly slices: SliceCount | null;
}

const NOTHING: SliCount = { total: null, bad: null };

/** Where nothing is known, or nothing happened. */
export const emptyReading = (
  nothing: NonNullable<Reading['nothing']>,
): Reading => ({
  bad: null,
  total: nothing === 'no_data' ? null : 0,
  share: null,
  spent: null,
  failures: 0,
  nothing,
});

const within = (value: number, most: number) =>
  Math.min(Math.max(value, 0), most);

/** The events of a window without those that corrections take out. Counts are estimates: they are kept within bounds. */
export function countOf(
  counts: SliMeasurement['counts'],
  key: string,
  merged: readonly TimeRange[],
): SliCount {
  const whole = counts[key] ?? NOTHING;
  if (whole.total === null) return NOTHING;
  let { total } = whole;
  let bad = whole.bad ?? 0;
  merged.forEach((_, n) => {
    const part = counts[overlapKey(key, n)] ?? NOTHING;
    total -= part.total ?? 0;
    bad -= part.bad ?? 0;
  });
  total = Math.max(total, 0);
  return { total, bad: within(bad, total) };
}

interface Counted {
  readonly count: SliCount;
  /** What was measured. */
  readonly range: TimeRange;
  readonly merged: readonly TimeRange[];
  readonly indicator: Indicator;
  readonly emptySlices: EmptySlices;
  /** The whole calendar period; absent: the window is its own period. */
  readonly whole?: TimeRange;
}

const uncorrectedMs = (range: TimeRange, merged: readonly TimeRange[]) =>
  range.to - range.from - correctedMs(range, merged);

/** Slices of a range, without those that corrections take out. */
const slicesIn = (
  range: TimeRange,
  merged: readonly TimeRange[],
  sliceMs: number,
) => Math.max(0, Math.round(uncorrectedMs(range, merged) / sliceMs));

/** Slices by the policy for empty ones; the budget is a fixed number of slices. */
function readSlices(counted: Counted, sliceMs: number): Reading {
  const { count, range, merged, emptySlices, whole } = counted;
  const expected = slicesIn(range, merged, sliceMs);
  const measured = Math.min(count.total ?? 0, expected);
  const empty = expected - measured;
  const bad =
    within(count.bad ?? 0, measured) + (emptySlices === 'bad' ? empty : 0);
  const gone = emptySlices === 'exclude' ? empty : 0;
  const total = expected - gone;
  if (total === 0) return emptyReading('no_traffic');
  const inPeriod = whole ? slicesIn(whole, merged, sliceMs) - gone : total;
  return {
    bad,
    total,
    share: bad / total,
    spent: bad / Math.max(inPeriod, total),
    failures: bad,
    nothing: null,
  };
}

/** What a count comes to. */
export function readCount(counted: Counted): Reading {
  const { count, range, merged, indicator, whole } = counted;
  if (count.total === null) return emptyReading('no_data');
  if (count.total === 0) return emptyReading('no_traffic');
  if (indicator.method === 'Timeslices' && indicator.sliceMs !== undefined) {
    return readSlices(counted, indicator.sliceMs);
  }
  const bad = within(count.bad ?? 0, count.total);
  const share = bad / count.total;
  const wholeMs = whole ? uncorrectedMs(whole, merged) : 0;
  const passed = wholeMs > 0 ? uncorrectedMs(range, merged) / wholeMs : 1;
  return {
    bad,
    total: count.total,
    share,
    spent: share * Math.min(passed, 1),
    failures: bad,
    nothing: null,
  };
}

/** What reading a measurement needs. */
export interface ReadingInput {
  readonly indicator: Indicator;
  readonly measurement: SliMeasurement | undefined;
  readonly window: SloWindow;
  readonly at: number;
  readonly measuredAt?: MeasuredAt;
  readonly emptySlices: EmptySlices;
  readonly corrections: readonly TimeRange[];
}

/** Reads the window in force at a time, whose count has the given key. */
export function readPeriod(input: ReadingInput, key: string): Reading {
  const { indicator, measurement, window, at, emptySlices } = input;
  const merged = mergeCorrections(input.corrections, indicator);
  const { from, end } = windowAt(window, at);
  return readCount({
    count: countOf(measurement?.counts ?? {}, key, merged),
    range: measuredWindow(window, at, indicator),
    merged,
    indicator,
    emptySlices,
    ...(window.kind === 'calendar' && { whole: { from, to: end } }),
  });
}

/** An empty slice that counts as bad is no lack of data, once there were data in the period. */
function readBurn(
  input: ReadingInput,
  key: BurnWindow,
  silenceIsBad: boolean,
): Reading {
  const { indicator, measurement, at, emptySlices } = input;
  const merged = mergeCorrections(input.corrections, indicator);
  const count = countOf(measurement?.counts ?? {}, key, merged);
  const range = measuredRange(
    { from: at - BURN_WINDOWS[key], to: at },
    indicator,
  );
  const counted = { count, range, merged, indicator, emptySlices };
  return silenceIsBad && !count.total && indicator.sliceMs !== undefined
    ? readSlices(counted, indicator.sliceMs)
    : readCount(counted);
}

function slicesOf(input: ReadingInput): SliceCount | null {
  const { indicator, measurement, window, at, measuredAt } = input;
  const { sliceMs } = indicator;
  if (sliceMs === undefined) return null;
  const merged = mergeCorrections(input.corrections, indicator);
  const expected = slicesIn(
    measuredWindow(window, measuredAt?.period ?? at, indicator),
    merged,
    sliceMs,
  );
  const { total } = countOf(measurement?.counts ?? {}, 'period', merged);
  return {
    measured: Math.min(Math.round(total ?? 0), expected),
    expected,
    lengthMs: sliceMs,
  };
}

/** For so long, or one slice, a calendar period may have no events yet and says nothing about coverage. */
const FRESH = BURN_WINDOWS['1h'];

/** Whether a calendar period has only just begun. */
export function isFresh(
  window: SloWindow,
  at: number,
  { sliceMs = 0 }: Pick<Indicator, 'sliceMs'>,
): boolean {
  return (
    window.kind === 'calendar' &&
    at - windowAt(window, at).from <= Math.max(FRESH, sliceMs)
  );
}

/** A calendar budget begins at 100 %: a period of a few minutes without events is no lack of data. */
const UNTOUCHED: Reading = {
  bad: 0,
  total: 0,
  share: 0,
  spent: 0,
  failures: 0,
  nothing: null,
};

/** Reads all windows of an indicator. */
export function readIndicator(input: ReadingInput): IndicatorReading {
  const { window, at, measuredAt = {}, indicator, emptySlices } = input;
  const { period: periodAt = at, companion: companionAt = at } = measuredAt;
  const period = readPeriod({ ...input, at: periodAt }, 'period');
  const silenceIsBad =
    emptySlices === 'bad' &&
    indicator.method === 'Timeslices' &&
    period.nothing === null;
  const burns = Object.fromEntries(
    burnWindows.map(key => [key, readBurn(input, key, silenceIsBad)]),
  ) as Record<BurnWindow, Reading>;
  const untouched =
    period.nothing !== null &&
    burns['1d'].nothing === null &&
    isFresh(window, at, indicator);
  return {
    period: untouched ? UNTOUCHED : period,
    companion: readPeriod(
      {
        ...input,
        window: companionOf(window),
        at: companionAt,
      },
      'companion',
    ),
    burns,
    slices: slicesOf(input),
  };
}
