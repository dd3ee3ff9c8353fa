import { Duration } from 'luxon';
import { FactGroup, FactValue } from '../facts/facts';
import { shareValues } from '../facts/sharedValues';
import { SLO, SLO_FACT_TTL } from '../facts/sloCatalogue';
import { TierContract } from '../tier';
import { Slo } from './slo';
import { isKnownStatus, SloFlag, SloStatus } from './status';

/** The last evaluation of an SLO that succeeded, as facts need it. @public */
export interface SloFactState {
  /** Of that evaluation: never `error` or `pending`. */
  readonly status: SloStatus;
  readonly flags: readonly SloFlag[];
  /** Of the worst objective; null: no data. */
  readonly remaining: number | null;
  /** 0–1; null: not known. */
  readonly coverage: number | null;
  /** Milliseconds since the epoch. */
  readonly evaluatedAt: number;
}

/** What facts need of one SLO. @public */
export interface SloFactInput {
  readonly slo: Pick<Slo, 'objectives' | 'composite' | 'routes' | 'options'>;
  /** Absent: never evaluated with success. */
  readonly state?: SloFactState;
  /** Whether the last try failed. */
  readonly failed: boolean;
}

/** What facts need of one service. @public */
export interface SloFactsInput {
  readonly slos: readonly SloFactInput[];
  /** Errors in its documents, files that cannot be read included. */
  readonly documentErrors: number;
  /** When the definitions or what is wrong with them last changed. */
  readonly definedAt: number;
  /** Of its tier. */
  readonly contract: TierContract | undefined;
  readonly now: number;
}

const DAY = 24 * 3_600_000;

const TTL = Duration.fromISO(SLO_FACT_TTL).toMillis();

/** What an SLO promises: its strictest target, of a composite that of the whole; parts per million. @public */
export const promisedTarget = ({
  objectives,
  composite,
}: Pick<Slo, 'objectives' | 'composite'>): number =>
  composite?.target ?? Math.max(...objectives.map(({ target }) => target));

const lowestTarget = ({ objectives, composite }: SloFactInput['slo']) =>
  composite?.target ?? Math.min(...objectives.map(({ target }) => target));

const percent = (ppm: number) => ppm / 10_000;

/** So that a value that moves with every evaluation does not change the score with every evaluation. */
const wholePercent = (share: number) => Math.floor(share * 100 + 1e-6);

function reviewFacts(slos: readonly SloFactInput[], now: number) {
  const dates = slos.flatMap(({ slo }) => slo.options.reviewedOn ?? []);
  const oldest = Math.min(...dates.map(date => Date.parse(date)));
  return {
    unreviewed: slos.length - dates.length,
    ...(slos.length > 0 &&
      dates.length === slos.length && {
        reviewedDaysAgo: Math.max(0, Math.floor((now - oldest) / DAY)),
      }),
  };
}

function definitionValues(input: SloFactsInput) {
  const { slos, contract, documentErrors, now } = input;
  const demanded = contract?.sloTarget;
  const wantsAlerts = contract?.slo?.alerts?.length !== 0;
  const unrouted = slos.filter(({ slo }) => slo.routes.length === 0).length;
  return {
    count: slos.length,
    ...(slos.length > 0 && {
      minTarget: percent(Math.min(...slos.map(({ slo }) => lowestTarget(slo)))),
    }),
    ...(demanded !== undefined && {
      tierTargetMet: slos.some(
        ({ slo }) => percent(promisedTarget(slo)) >= demanded,
      ),
    }),
    unrouted: wantsAlerts ? unrouted : 0,
    ...reviewFacts(slos, now),
    documentErrors,
  };
}

function evaluationValues(slos: readonly SloFactInput[]): {
  [key: string]: FactValue;
} {
  const states = slos.flatMap(({ state }) => state ?? []);
  const withData = states.filter(
    ({ status, flags }) =>
      isKnownStatus(status) && !flags.includes('provisional'),
  );
  const of = (status: SloStatus) =>
    withData.filter(state => state.status === status).length;
  const flagged = (flag: SloFlag) =>
    states.filter(({ flags }) => flags.includes(flag)).length;
  const coverages = states.flatMap(({ coverage }) => coverage ?? []);
  const remainings = withData.flatMap(({ remaining }) => remaining ?? []);
  const statuses = slos.map(({ state }) => state?.status ?? 'pending');
  return {
    withData: withData.length,
    healthy: of('healthy'),
    atRisk: of('at_risk'),
    burning: of('burning'),
    breached: of('breached'),
    errors: slos.filter(({ failed }) => failed).length,
    noData: states.filter(({ status }) => !isKnownStatus(status)).length,
    provisional: flagged('provisional'),
    stale: flagged('stale'),
    ...(coverages.length > 0 && {
      coverage: wholePercent(Math.min(...coverages)),
    }),
    ...(remainings.length > 0 && {
      worstRemaining: wholePercent(Math.min(...remainings)),
    }),
    statuses: [...new Set(statuses)].sort(),
  };
}

const withoutSlos = new Map<boolean, FactGroup['values']>();

/** Of services without SLOs, which are the same for nearly all of them. */
function valuesWithoutSlos(input: SloFactsInput): FactGroup['values'] {
  const { contract, documentErrors } = input;
  const demanded = contract?.sloTarget !== undefined;
  const known = documentErrors > 0 ? undefined : withoutSlos.get(demanded);
  if (known) return known;
  const values = { ...definitionValues(input), ...evaluationValues([]) };
  if (documentErrors === 0) withoutSlos.set(demanded, shareValues(values));
  return values;
}

/**
 * Facts about the SLOs of one service; in CEL `slo.count`. The first group is about its definitions and never goes
 * stale, the second about their evaluations and goes stale an hour after the oldest of them. What is provisional
 * or without data counts as no SLO with data. A failed try leaves the last good evaluation in force until it is
 * stale. Without SLOs one group holds both, with zeros; before the first evaluation the second is not there.
 *
 * @public
 */
export function sloFacts(input: SloFactsInput): FactGroup[] {
  const { slos, definedAt } = input;
  const group = { root: SLO, source: SLO };
  if (slos.length === 0) {
    return [{ ...group, at: definedAt, values: valuesWithoutSlos(input) }];
  }
  const definitions: FactGroup = {
    ...group,
    at: definedAt,
    values: definitionValues(input),
  };
  const times = slos.flatMap(({ state }) => state?.evaluatedAt ?? []);
  if (times.length === 0) return [definitions];
  const oldest = Math.min(...times);
  return [
    definitions,
    {
      ...group,
      at: oldest,
      expiresAt: oldest + TTL,
      values: evaluationValues(slos),
    },
  ];
}

/**
 * When time alone changes a fact about definitions: a review is a day older. Undefined: never.
 *
 * @public
 */
export function nextSloFactChange({
  slos,
  now,
}: Pick<SloFactsInput, 'slos' | 'now'>): number | undefined {
  return slos.some(({ slo }) => slo.options.reviewedOn !== undefined)
    ? (Math.floor(now / DAY) + 1) * DAY
    : undefined;
}
