import { FactGroup, FactValue } from '../facts/facts';
import { INCIDENTS } from '../facts/incidentCatalogue';
import { shareValues } from '../facts/sharedValues';
import {
  countsForFigures,
  isOpen,
  IncidentStatus,
  Severity,
  StampName,
  PostmortemStatus,
} from './incident';
import {
  DatedFollowUp,
  followUpOverdue,
  isFollowUpOpen,
  PostmortemProgressInput,
  postmortemState,
} from './postmortem';
import { quantile } from './quantile';
import { unionMs } from './spans';
import { customerImpactSpan, incidentFigures } from './stamps';

/** What facts need of one incident. @public */
export interface FactIncident {
  readonly status: IncidentStatus;
  readonly isTest: boolean;
  readonly severity: Severity | null;
  readonly customerImpact: boolean | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly stamps: Readonly<
    Partial<Record<StampName, { readonly at: number }>>
  >;
  readonly isRepeat: boolean;
  readonly pages: { readonly total: number; readonly withoutHuman: number };
  readonly postmortem: {
    readonly required: boolean;
    readonly draftDueAt: number | null;
    readonly publishDueAt: number | null;
    /** null: nobody has begun. */
    readonly status: PostmortemStatus | null;
  };
  readonly followUps: readonly DatedFollowUp[];
}

/** What facts need of one service. @public */
export interface IncidentFactsInput {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /**
   * Its incidents of any time that are open, have an open follow-up or a postmortem that is required and not
   * published, all of the last 91 days, and the latest one.
   */
  readonly incidents: readonly FactIncident[];
  /**
   * The accounts that annotations, mappings or incidents link with it, where they can be asked: those that only
   * push, and the portal, are never stale. `readAt` is the last success, null: never read.
   */
  readonly accounts: readonly { readonly readAt: number | null }[];
  /** Whether anything else links it, such as an account that only pushes. */
  readonly linked: boolean;
  /** When incidents or links of it last changed here; milliseconds since the epoch. */
  readonly changedAt: number;
}

/** How long what accounts said holds. @public */
export const INCIDENT_FACTS_HOLD_MS = 6 * 3_600_000;

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const PERIOD_DAYS = 90;

const midnight = (at: number) => Math.floor(at / DAY) * DAY;

/** Begins at a midnight, so that nothing changes with every look. */
const periodStart = (at: number) => midnight(at) - PERIOD_DAYS * DAY;

const progressInput = ({
  postmortem,
  status,
}: FactIncident): PostmortemProgressInput => ({
  ...postmortem,
  incident: status,
});

const isOverdue = (incident: FactIncident, at: number) =>
  postmortemState(progressInput(incident), at) === 'overdue';

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0);

const latest = (times: readonly number[]) =>
  times.reduce((last, time) => Math.max(last, time), -Infinity);

const present = (values: {
  readonly [key: string]: FactValue | null;
}): FactGroup['values'] =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, FactValue] => entry[1] !== null,
    ),
  );

/** Impact that goes on grows by quarters of an hour. */
function impactMinutes(incidents: readonly FactIncident[], at: number) {
  const until = Math.floor(at / QUARTER) * QUARTER;
  const spans = incidents.flatMap(
    incident => customerImpactSpan(incident, until) ?? [],
  );
  return unionMs(spans) / MINUTE;
}

function restoredIn(incidents: readonly FactIncident[]) {
  const times = incidents
    .flatMap(incident => incidentFigures(incident).restore ?? [])
    .sort((a, b) => a - b);
  const median = quantile(times, 0.5);
  const worst = times.at(-1);
  return {
    resolved90d: times.length,
    medianTtrMinutes90d: median === null ? null : median / MINUTE,
    ttrWorstMinutes90d: worst === undefined ? null : worst / MINUTE,
  };
}

function valuesOf({
  incidents,
  at,
}: Pick<IncidentFactsInput, 'incidents' | 'at'>): FactGroup['values'] {
  const counted = incidents.filter(countsForFigures);
  const recent = counted.filter(
    ({ startedAt }) => startedAt >= periodStart(at),
  );
  const of = (level: Severity) =>
    recent.filter(({ severity }) => severity === level).length;
  const open = counted.filter(({ status }) => isOpen(status));
  const followUps = counted.flatMap(incident => incident.followUps);
  const pages = sum(recent.map(incident => incident.pages.total));
  const noise = sum(recent.map(incident => incident.pages.withoutHuman));
  const last = latest(counted.map(({ startedAt }) => startedAt));
  return present({
    open: open.length,
    unresolvedOver24h: open.filter(({ startedAt }) => at - startedAt > DAY)
      .length,
    total_90d: recent.length,
    sev1_90d: of(1),
    sev2_90d: of(2),
    ...restoredIn(recent),
    impactMinutes90d: impactMinutes(recent, at),
    repeats90d: recent.filter(({ isRepeat }) => isRepeat).length,
    postmortemsRequired90d: recent.filter(
      ({ postmortem }) => postmortem.required,
    ).length,
    postmortemsOverdue: counted.filter(incident => isOverdue(incident, at))
      .length,
    followUpsOpen: followUps.filter(isFollowUpOpen).length,
    followUpsOverdue: followUps.filter(each => followUpOverdue(each, at))
      .length,
    daysSinceLast: Number.isFinite(last)
      ? Math.max(0, Math.floor(at / DAY) - Math.floor(last / DAY))
      : null,
    noisePercent90d: pages === 0 ? null : (100 * noise) / pages,
  });
}

/** Of services without incidents, which are the same for nearly all of them. */
const NO_COUNTS = shareValues(valuesOf({ incidents: [], at: 0 }));

/** The same where no account has to be read for it. */
const NOTHING_READ = {
  linked: shareValues({ known: true, ...NO_COUNTS }),
  unlinked: shareValues({ known: false, ...NO_COUNTS }),
};

/**
 * Facts about the incidents of one service; in CEL `incidents.open`. The first group says whether anybody would
 * know of an incident and never goes stale. The second counts them; it goes stale six hours after the oldest
 * successful read of the accounts that are linked with it, and is not there while one of them was never read. Without
 * incidents and without an account to read one group holds both.
 *
 * @public
 */
export function incidentFacts(input: IncidentFactsInput): FactGroup[] {
  const { incidents, accounts, linked, changedAt } = input;
  const group = { root: INCIDENTS, source: INCIDENTS };
  if (incidents.length === 0 && accounts.length === 0) {
    const values = linked ? NOTHING_READ.linked : NOTHING_READ.unlinked;
    return [{ ...group, at: changedAt, values }];
  }
  const known =
    linked || accounts.length > 0 || incidents.some(countsForFigures);
  const definitions: FactGroup = { ...group, at: changedAt, values: { known } };
  const reads = accounts.map(({ readAt }) => readAt);
  if (reads.includes(null)) return [definitions];
  const oldest = Math.min(...reads.map(Number));
  return [
    definitions,
    {
      ...group,
      at: reads.length === 0 ? changedAt : oldest,
      ...(reads.length > 0 && {
        expiresAt: oldest + INCIDENT_FACTS_HOLD_MS,
      }),
      values: incidents.length === 0 ? NO_COUNTS : valuesOf(input),
    },
  ];
}

/** When time alone changes something about one incident. */
function changesOf(incident: FactIncident, at: number): number[] {
  const { status, startedAt, postmortem, followUps } = incident;
  const span = customerImpactSpan(incident, at);
  const dues = [
    postmortem.draftDueAt,
    postmortem.publishDueAt,
    ...followUps.filter(isFollowUpOpen).map(({ dueAt }) => dueAt),
  ];
  return [
    // Overdue is after the moment, not at it.
    ...dues.flatMap(due => (due === null ? [] : due + 1)),
    ...(isOpen(status) ? [startedAt + DAY + 1] : []),
    ...(span?.open ? [(Math.floor(at / QUARTER) + 1) * QUARTER] : []),
  ];
}

/**
 * When time alone changes a fact next: a deadline passes, an incident is open for a day, impact goes on for
 * another quarter of an hour, or it is midnight UTC, when days are counted and incidents leave the 90 days.
 * Undefined: never.
 *
 * @public
 */
export function nextIncidentFactChange(
  { incidents }: Pick<IncidentFactsInput, 'incidents'>,
  at: number,
): number | undefined {
  if (incidents.length === 0) return undefined;
  const counted = incidents.filter(countsForFigures);
  if (counted.length === 0) return undefined;
  const times = [
    midnight(at) + DAY,
    ...counted.flatMap(incident => changesOf(incident, at)),
  ];
  return times
    .filter(time => time > at)
    .reduce((soonest, time) => Math.min(soonest, time));
}
