import {
  ChecklistAssessment,
  FactGroup,
  ItemState,
  ReadinessCounts,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { optionalTime, timeOf } from '../database/sql';
import { optionalDate } from '../maturity/reportRow';

/** What time alone will change; the level is that of the first scorecard of the service. */
export interface StoredForecast {
  readonly at: number;
  readonly items: readonly string[];
  readonly level?: { readonly from: string; readonly to: string };
}

/** The part of an assessment that only the page of a service reads. */
export interface ReadinessDetail
  extends Pick<
    ChecklistAssessment,
    'items' | 'counts' | 'phases' | 'changedAt'
  > {
  readonly forecast: readonly StoredForecast[];
  /** What scorecards see of it; absent where the checklist is not for the service. */
  readonly facts?: FactGroup;
}

/** What a checklist last said about a service. Times are milliseconds since the epoch. */
export interface StoredReadiness {
  readonly checklistId: string;
  readonly entityRef: string;
  readonly checklistHash: string;
  readonly applies: boolean;
  readonly title: string;
  readonly owner?: string;
  readonly system?: string;
  readonly tierId: string;
  readonly progress: number;
  readonly requiredMet: number;
  readonly requiredTotal: number;
  readonly expired: number;
  readonly contested: number;
  /** One letter an item; see {@link stateOfLetter}. */
  readonly states: string;
  readonly signedOff: boolean;
  readonly signedOffAt?: number;
  readonly assessedAt: number;
  readonly nextChangeAt?: number;
  /** JSON of a {@link ReadinessDetail}; empty where the query left it out. */
  readonly detail: string;
}

/** A row to be written. */
export interface ReadinessWrite
  extends Omit<
    StoredReadiness,
    'entityRef' | 'title' | 'owner' | 'system' | keyof Sums
  > {
  readonly service: ServiceRecord;
  readonly counts: ReadinessCounts;
}

type Sums = Pick<
  StoredReadiness,
  'progress' | 'requiredMet' | 'requiredTotal' | 'expired' | 'contested'
>;

export type ReadinessRow = {
  checklist_id: string;
  entity_ref: string;
  checklist_hash: string;
  applies: boolean | number;
  sort_title: string;
  title: string;
  search: string;
  owner: string | null;
  system: string | null;
  tier_id: string;
  progress: number;
  required_met: number;
  required_total: number;
  missing: number;
  expired: number;
  contested: number;
  states: string;
  signed_off: boolean | number;
  signed_off_at: Date | number | null;
  assessed_at: Date | number;
  next_change_at: Date | number | null;
  detail: string | null;
};

export const READINESS_TABLE = 'reliability_readiness';

const letters: Record<ItemState, string> = {
  unanswered: 'u',
  met: 'm',
  'not-met': 'f',
  'not-applicable': 'n',
  expired: 'e',
  contested: 'c',
};

const states = new Map(
  Object.entries(letters).map(([state, letter]) => [
    letter,
    state as ItemState,
  ]),
);

/** How a state stands in the column `states`. */
export const letterOfState = (state: ItemState): string => letters[state];

/** The state that a letter of the column `states` stands for. */
export const stateOfLetter = (letter: string): ItemState =>
  states.get(letter) ?? 'unanswered';

/** A row as what it holds. */
export function fromReadinessRow(row: ReadinessRow): StoredReadiness {
  return {
    checklistId: row.checklist_id,
    entityRef: row.entity_ref,
    checklistHash: row.checklist_hash,
    applies: Boolean(row.applies),
    title: row.title,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    tierId: row.tier_id,
    progress: row.progress,
    requiredMet: row.required_met,
    requiredTotal: row.required_total,
    expired: row.expired,
    contested: row.contested,
    states: row.states,
    signedOff: Boolean(row.signed_off),
    signedOffAt: optionalTime(row.signed_off_at),
    assessedAt: timeOf(row.assessed_at),
    nextChangeAt: optionalTime(row.next_change_at),
    detail: row.detail ?? '',
  };
}

/** What is to be written as a row. */
export function toReadinessRow(write: ReadinessWrite): ReadinessRow {
  const { service, counts } = write;
  const { entityRef, title, owner } = service;
  return {
    checklist_id: write.checklistId,
    entity_ref: entityRef,
    checklist_hash: write.checklistHash,
    applies: write.applies,
    sort_title: title.toLowerCase(),
    title,
    search: `${title}\n${entityRef}\n${owner ?? ''}`.toLowerCase(),
    owner: owner ?? null,
    system: service.system ?? null,
    tier_id: write.tierId,
    progress: counts.progress,
    required_met: counts.requiredMet,
    required_total: counts.requiredTotal,
    missing: counts.requiredTotal - counts.requiredMet,
    expired: counts.expired,
    contested: counts.contested,
    states: write.states,
    signed_off: write.signedOff,
    signed_off_at: optionalDate(write.signedOffAt),
    assessed_at: new Date(write.assessedAt),
    next_change_at: optionalDate(write.nextChangeAt),
    detail: write.detail,
  };
}
