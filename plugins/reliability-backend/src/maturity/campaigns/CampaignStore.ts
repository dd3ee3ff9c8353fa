import {
  CampaignLifecycle,
  fingerprint,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { SortColumn, sortedPage, SortValues } from '../../database/keyset';
import { Db, timeOf, upsert } from '../../database/sql';
import {
  CampaignContent,
  CampaignRow,
  CAMPAIGNS,
  fromCampaignRow,
  StoredCampaign,
  StoredEvent,
  toCampaignRow,
} from './campaignRow';

/** What narrows the list. A list that is empty matches nothing; one that is absent, everything. */
export interface CampaignListFilter {
  readonly state?: readonly string[];
  /** Entity references of whoever runs it. */
  readonly owner?: readonly string[];
}

const EVENTS = 'reliability_campaign_events';
const MOST_EVENTS = 50;

const SORTED: readonly SortColumn[] = [
  {
    sql: `case state when 'running' then 0 when 'draft' then 1 else 2 end`,
    direction: 'asc',
    type: 'number',
  },
  { sql: 'due_at', direction: 'asc', type: 'text' },
  { sql: 'id', direction: 'asc', type: 'text' },
];

const isOver = ({ state }: Pick<StoredCampaign, 'state'>) =>
  state === 'ended' || state === 'cancelled';

/** Equal for campaigns that ask for the same. */
export const contentKey = (content: CampaignContent): string => {
  const { title, goal, owner, startsAt, dueAt } = content;
  const { scorecard, filter, checks, items } = content;
  return fingerprint([
    { title, goal, owner, startsAt, dueAt, scorecard, filter, checks, items },
  ]);
};

const rowOf = (campaign: StoredCampaign) =>
  toCampaignRow(campaign, isOver(campaign) ? null : contentKey(campaign));

/** Campaigns and what was decided about them. */
export class CampaignStore {
  /** For cursors. */
  readonly sorting = SORTED;

  async get(db: Db, id: string): Promise<StoredCampaign | undefined> {
    const row: CampaignRow | undefined = await db(CAMPAIGNS)
      .where({ id })
      .first();
    return row && fromCampaignRow(row);
  }

  /** The campaign that is not over and asks for the same. */
  async same(
    db: Db,
    content: CampaignContent,
  ): Promise<StoredCampaign | undefined> {
    const row: CampaignRow | undefined = await db(CAMPAIGNS)
      .where({ open_key: contentKey(content) })
      .first();
    return row && fromCampaignRow(row);
  }

  /** @returns whether it was written: not when one that asks for the same is there */
  async create(tx: Knex.Transaction, campaign: StoredCampaign) {
    await upsert(tx, CAMPAIGNS, [rowOf(campaign)], {
      key: ['open_key'],
      merge: [],
    });
    return (await this.get(tx, campaign.id)) !== undefined;
  }

  /**
   * Writes a campaign over the version before it.
   *
   * @returns false when somebody else was faster
   */
  async change(tx: Knex.Transaction, campaign: StoredCampaign) {
    const { id, ...row } = rowOf(campaign);
    const version = campaign.version - 1;
    return (await tx(CAMPAIGNS).where({ id, version }).update(row)) === 1;
  }

  async addEvent(tx: Knex.Transaction, event: StoredEvent): Promise<void> {
    await tx(EVENTS).insert({
      campaign_id: event.campaignId,
      at: new Date(event.at),
      by: event.by,
      action: event.action,
      fields: JSON.stringify(event.fields),
      note: event.note,
    });
  }

  /** The newest first. */
  async events(db: Db, campaignId: string): Promise<StoredEvent[]> {
    const rows = await db(EVENTS)
      .where({ campaign_id: campaignId })
      .orderBy('id', 'desc')
      .limit(MOST_EVENTS);
    return rows.map(row => ({
      campaignId,
      at: timeOf(row.at),
      by: row.by,
      action: row.action,
      fields: JSON.parse(row.fields),
      note: row.note,
    }));
  }

  /** All in one state, those that are due first in front. */
  async inState(db: Db, state: CampaignLifecycle): Promise<StoredCampaign[]> {
    const rows: CampaignRow[] = await db(CAMPAIGNS)
      .where({ state })
      .orderBy(['due_at', 'id']);
    return rows.map(fromCampaignRow);
  }

  /** Those that run and whose last day is among these days, both included (YYYY-MM-DD). */
  async dueBetween(
    db: Db,
    { from, until }: { readonly from: string; readonly until: string },
  ): Promise<StoredCampaign[]> {
    const rows: CampaignRow[] = await db(CAMPAIGNS)
      .where({ state: 'running' })
      .whereBetween('due_at', [from, until])
      .orderBy(['due_at', 'id']);
    return rows.map(fromCampaignRow);
  }

  /** Those that run and began after `from`, up to and including `until` (milliseconds since the epoch). */
  async startedBetween(
    db: Db,
    { from, until }: { readonly from: number; readonly until: number },
  ): Promise<StoredCampaign[]> {
    const rows: CampaignRow[] = await db(CAMPAIGNS)
      .where({ state: 'running' })
      .where('started_at', '>', new Date(from))
      .where('started_at', '<=', new Date(until))
      .orderBy(['started_at', 'id']);
    return rows.map(fromCampaignRow);
  }

  /** One page and the position after which the next begins. */
  async page(
    db: Db,
    filter: CampaignListFilter,
    page: { readonly after?: SortValues; readonly limit: number },
  ): Promise<{ items: StoredCampaign[]; next?: SortValues }> {
    const query = this.matching(db, filter).select('*');
    const { rows, next } = await sortedPage<CampaignRow>(
      db,
      query,
      SORTED,
      page,
    );
    return { items: rows.map(fromCampaignRow), next };
  }

  /** How many there are in each state; of those of an owner. */
  async counts(
    db: Db,
    { owner }: Pick<CampaignListFilter, 'owner'>,
  ): Promise<Record<CampaignLifecycle, number>> {
    const rows: { state: CampaignLifecycle; count: number | string }[] =
      await this.matching(db, { owner })
        .select('state')
        .count({ count: '*' })
        .groupBy('state');
    const counts = { draft: 0, running: 0, ended: 0, cancelled: 0 };
    for (const { state, count } of rows) counts[state] = Number(count);
    return counts;
  }

  private matching(
    db: Db,
    { state, owner }: CampaignListFilter,
  ): Knex.QueryBuilder {
    const query = db(CAMPAIGNS);
    if (state) query.whereIn('state', [...state]);
    if (owner) query.whereIn('owner', [...owner]);
    return query;
  }
}
