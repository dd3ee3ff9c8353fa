import {
  AlertPair,
  alertPairs,
  BurnWindow,
  burnThreshold,
  burnWindows,
} from './alertPairs';
import { ofBudget } from './budget';
import { AlertPairEvaluation, AlertState } from './evaluation';
import { Reading } from './reading';
import { SloWindow } from './slo';

type Burns = Readonly<Record<BurnWindow, Reading>>;

const digits = (value: number) => String(Number(value.toPrecision(4)));
const times = (value: number) => `${digits(value)}×`;
const counted = (count: number) =>
  `${digits(count)} ${count === 1 ? 'failure' : 'failures'}`;

interface Judged extends AlertPair {
  readonly threshold: number;
  readonly longBurn: number | null;
  readonly shortBurn: number | null;
}

/** The longest window that ends now and has no errors. */
const quietFor = (burns: Burns): BurnWindow | undefined =>
  [...burnWindows].reverse().find(window => burns[window].share === 0);

function whyFiring(pair: Judged, burns: Burns): string {
  const on = `On: the last ${pair.long} burn at ${times(
    pair.longBurn!,
  )} and the last ${pair.short} at ${times(
    pair.shortBurn!,
  )}, both above ${times(pair.factor)}.`;
  const quiet = quietFor(burns);
  return quiet
    ? `${on} There were no errors in the last ${quiet}; it stays on until the last ${
        pair.short
      } burn at ${times(pair.factor)} or less, at most ${
        pair.short
      } after the last error.`
    : on;
}

const silence = { no_data: 'no data', no_traffic: 'no traffic' };

function whyOff(pair: Judged, burns: Burns): string {
  const lacking = [pair.long, pair.short].find(key => burns[key].nothing);
  if (lacking) {
    return `Off: there is ${
      silence[burns[lacking].nothing!]
    } in the last ${lacking}, and an alert needs both.`;
  }
  return `Off: the last ${pair.long} burn at ${times(
    pair.longBurn!,
  )} and the last ${pair.short} at ${times(
    pair.shortBurn!,
  )}; both must be above ${times(pair.factor)}.`;
}

function whyNever({ factor, threshold }: Judged): string {
  return `Never: ${times(factor)} of this budget is ${digits(
    threshold * 100,
  )} % of all events, which not even a total outage exceeds.`;
}

function judge(
  pair: Judged,
  burns: Burns,
  minFailures: number,
  isShare: boolean,
): { state: AlertState; reason: string } {
  if (isShare && pair.threshold >= 1) {
    return { state: 'never', reason: whyNever(pair) };
  }
  const exceeds = ({ share }: Reading) =>
    share !== null && share > pair.threshold;
  if (!exceeds(burns[pair.long]) || !exceeds(burns[pair.short])) {
    return { state: 'off', reason: whyOff(pair, burns) };
  }
  const { failures } = burns[pair.long];
  if (failures < minFailures) {
    return {
      state: 'muted',
      reason: `Muted: both windows burn above ${times(
        pair.factor,
      )}, but with ${counted(failures)} in the last ${
        pair.long
      }, and it takes ${digits(minFailures)}.`,
    };
  }
  return { state: 'firing', reason: whyFiring(pair, burns) };
}

/** What evaluating alert pairs needs beside the readings. */
export interface AlertInput {
  readonly window: SloWindow;
  /** Parts per million. */
  readonly target: number;
  readonly severities: readonly ('page' | 'ticket')[];
  /** A pair fires only with at least this many bad events in its long window. */
  readonly minFailures: number;
  /** Whether shares are those of events or slices, so that none exceeds 1; a composite of events adds up to more. */
  readonly isShare: boolean;
}

/** Evaluates the pairs that follow from the window. A window without data or traffic never fires. */
export function alertsOf(
  burns: Burns,
  { window, target, severities, minFailures, isShare }: AlertInput,
): AlertPairEvaluation[] {
  const burnOf = ({ share }: Reading) =>
    share === null ? null : ofBudget(share, target);
  return alertPairs(window)
    .filter(({ severity }) => severities.includes(severity))
    .map(pair => {
      const judged = {
        ...pair,
        threshold: burnThreshold(pair.factor, target),
        longBurn: burnOf(burns[pair.long]),
        shortBurn: burnOf(burns[pair.short]),
      };
      return { ...judged, ...judge(judged, burns, minFailures, isShare) };
    });
}
