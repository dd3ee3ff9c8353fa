import {
  CampaignDayTotals,
  CampaignEvent,
  CampaignFilter,
  CampaignLifecycle,
} from '@plimsoll/backstage-plugin-reliability-common';
import { optionalTime, timeOf } from '../../database/sql';
import { optionalDate } from '../reportRow';

/** Which services a campaign is for, and what they have to do. */
export interface StoredScope {
  readonly scorecard: string;
  readonly filter: CampaignFilter;
  /** Ids of checks of the scorecard. */
  readonly checks: readonly string[];
  readonly items: readonly {
    readonly checklistId: string;
    readonly itemId: string;
  }[];
}

/** What people wrote of a campaign. Days are YYYY-MM-DD, in UTC. */
export interface CampaignContent extends StoredScope {
  readonly title: string;
  readonly goal: string;
  readonly owner: string;
  readonly startsAt: string;
  readonly dueAt: string;
}

/** A campaign. Times are milliseconds since the epoch. */
export interface StoredCampaign extends CampaignContent {
  readonly id: string;
  readonly state: CampaignLifecycle;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly endedBy?: string;
  /** The numbers of the end. */
  readonly result?: CampaignDayTotals;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly changedBy: string;
  readonly changedAt: number;
  readonly version: number;
}

/** Something that was decided about a campaign. */
export interface StoredEvent extends Omit<CampaignEvent, 'at'> {
  readonly campaignId: string;
  readonly at: number;
}

export type CampaignRow = {
  id: string;
  title: string;
  goal: string;
  owner: string;
  state: CampaignLifecycle;
  starts_at: string;
  due_at: string;
  scorecard_id: string;
  scope: string;
  open_key: string | null;
  started_at: Date | number | null;
  ended_at: Date | number | null;
  ended_by: string | null;
  result: string | null;
  created_by: string;
  created_at: Date | number;
  changed_by: string;
  changed_at: Date | number;
  version: number;
};

export const CAMPAIGNS = 'reliability_campaigns';

/** A row as a campaign. */
export function fromCampaignRow(row: CampaignRow): StoredCampaign {
  const scope: Omit<StoredScope, 'scorecard'> = JSON.parse(row.scope);
  return {
    id: row.id,
    title: row.title,
    goal: row.goal,
    owner: row.owner,
    state: row.state,
    startsAt: row.starts_at,
    dueAt: row.due_at,
    scorecard: row.scorecard_id,
    ...scope,
    startedAt: optionalTime(row.started_at),
    endedAt: optionalTime(row.ended_at),
    endedBy: row.ended_by ?? undefined,
    result: row.result === null ? undefined : JSON.parse(row.result),
    createdBy: row.created_by,
    createdAt: timeOf(row.created_at),
    changedBy: row.changed_by,
    changedAt: timeOf(row.changed_at),
    version: row.version,
  };
}

/**
 * A campaign as a row.
 *
 * @param openKey - of its content; null when it is over
 */
export function toCampaignRow(
  campaign: StoredCampaign,
  openKey: string | null,
): CampaignRow {
  const { filter, checks, items } = campaign;
  return {
    id: campaign.id,
    title: campaign.title,
    goal: campaign.goal,
    owner: campaign.owner,
    state: campaign.state,
    starts_at: campaign.startsAt,
    due_at: campaign.dueAt,
    scorecard_id: campaign.scorecard,
    scope: JSON.stringify({ filter, checks, items }),
    open_key: openKey,
    started_at: optionalDate(campaign.startedAt),
    ended_at: optionalDate(campaign.endedAt),
    ended_by: campaign.endedBy ?? null,
    result: campaign.result ? JSON.stringify(campaign.result) : null,
    created_by: campaign.createdBy,
    created_at: new Date(campaign.createdAt),
    changed_by: campaign.changedBy,
    changed_at: new Date(campaign.changedAt),
    version: campaign.version,
  };
}
