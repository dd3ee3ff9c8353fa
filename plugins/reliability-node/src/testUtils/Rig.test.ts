import { RotationFailure, RotationReading } from '../oncallProvider';
import { ProviderError, ProviderFailure } from '../http/ProviderError';
import { failureOf } from './Rig';
import { simulatedRuntime } from './simulation';
import { givenSpans, wantedSpans } from './spans';

const ref = { account: 'main', kind: 'schedule', id: '1' } as const;
const error = (failure: ProviderFailure) => new ProviderError(failure, failure);
const failed = (failure: ProviderFailure): RotationFailure => ({
  kind: 'failure',
  ref,
  error: error(failure),
});
const reading = { kind: 'reading', ref } as unknown as RotationReading;

describe('how a read ended', () => {
  it.each([
    ['thrown', { error: error('timeout') }, 'timeout'],
    [
      'said of each',
      { failures: [failed('forbidden'), failed('forbidden')] },
      'forbidden',
    ],
    [
      'said of one only',
      { failures: [failed('forbidden')] },
      '1 failures: forbidden',
    ],
    [
      'two kinds',
      { failures: [failed('forbidden'), failed('refused')] },
      '2 failures: forbidden, refused',
    ],
    ['no failure', { readings: [reading] }, '1 rotations were read'],
    ['another error', { error: new TypeError('x') }, 'thrown: TypeError: x'],
    ['nothing at all', {}, '0 failures: '],
  ])('%s', (_, outcome, wanted) => {
    expect(failureOf({ readings: [], failures: [], ...outcome }, 2)).toBe(
      wanted,
    );
  });
});

describe('spans', () => {
  const window = { from: 0, to: 100_000 };
  const ana = { id: '1', name: 'Ana' };
  const shift = (from: number, to: number, more: object = {}) => ({
    from,
    to,
    level: 1,
    person: ana,
    ...more,
  });
  const given = (
    start: number | null,
    end: number | null,
    more: object = {},
  ) => ({
    start,
    end,
    level: 1,
    person: ana,
    source: 'rotation' as const,
    shadow: false,
    ...more,
  });
  const ofAna = (from: number, to: number) => ({
    level: 1,
    person: 'Ana',
    from,
    to,
  });

  it.each([
    [
      'shifts that touch are one',
      [given(0, 10), given(10, 20)],
      [ofAna(0, 20)],
    ],
    [
      'a second between is nothing',
      [given(0, 10), given(1010, 2000)],
      [ofAna(0, 2000)],
    ],
    [
      'more is a gap',
      [given(0, 10), given(1011, 2000)],
      [ofAna(0, 10), ofAna(1011, 2000)],
    ],
    ['for ever fills the window', [given(null, null)], [ofAna(0, 100_000)]],
    ['a backwards shift is none', [given(20, 10)], []],
    ['a shadow is none', [given(0, 10, { shadow: true })], []],
    ['an empty slot is none', [given(0, 10, { person: null })], []],
  ])('%s', (_, shifts, wanted) => {
    expect(givenSpans(shifts, window)).toEqual(wanted);
  });

  it('of what was put in have no level where the provider has none', () => {
    expect(wantedSpans([shift(0, 10)], window, false)).toEqual([
      { ...ofAna(0, 10), level: null },
    ]);
    expect(wantedSpans([shift(0, 10)], window, true)).toEqual([ofAna(0, 10)]);
  });
});

describe('simulated time', () => {
  it('passes by sleeping, for all who sleep at once', async () => {
    const runtime = simulatedRuntime(1000);
    await Promise.all([runtime.sleep(50), runtime.sleep(70)]);
    expect(runtime.now()).toBe(1070);
    runtime.advance(5);
    expect(runtime.now()).toBe(1075);
    expect(runtime.slept).toEqual([50, 70]);
  });

  it('does not pass for whoever gave up', async () => {
    const runtime = simulatedRuntime(1000);
    const reason = new Error('given up');
    await expect(runtime.sleep(50, AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
    expect(runtime.now()).toBe(1000);
  });
});
