import {
  CampaignDayTotals,
  CampaignTeamTotals,
  CampaignTotals,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Db, upsert } from '../../database/sql';
import { CAMPAIGNS } from './campaignRow';

type Row = {
  campaign_id: string;
  owner: string;
  day: string;
  total: number;
  done: number;
  exempt: number;
  unknown: number;
};

const TABLE = 'reliability_campaign_daily';

/** In the column `owner`: the sums, and services that nobody owns. A reference has a colon, so neither is one. */
const ALL = '';
export const NO_OWNER = 'none';

const fromRow = ({ day, total, done, exempt, unknown }: Row) => ({
  day,
  total,
  done,
  exempt,
  unknown,
});

/** Stored numbers with the one that follows from the others. */
export const withOpen = ({
  total,
  done,
  exempt,
  unknown,
}: Omit<CampaignTotals, 'open'>): CampaignTotals => ({
  total,
  done,
  exempt,
  unknown,
  open: total - done - exempt - unknown,
});

/** How far campaigns were, day by day. */
export class CampaignDayStore {
  /** Writes a day over what was written of it before. */
  async write(
    tx: Knex.Transaction,
    { campaignId, day }: { readonly campaignId: string; readonly day: string },
    totals: CampaignTotals,
    teams: readonly CampaignTeamTotals[],
  ): Promise<void> {
    const rowOf = (owner: string, sums: CampaignTotals): Row => ({
      campaign_id: campaignId,
      owner,
      day,
      total: sums.total,
      done: sums.done,
      exempt: sums.exempt,
      unknown: sums.unknown,
    });
    const rows = [
      rowOf(ALL, totals),
      ...teams.map(team => rowOf(team.owner ?? NO_OWNER, team)),
    ];
    await tx(TABLE).where({ campaign_id: campaignId, day }).delete();
    await upsert(tx, TABLE, rows, {
      key: ['campaign_id', 'owner', 'day'],
      merge: ['total', 'done', 'exempt', 'unknown'],
    });
  }

  /**
   * The days of a campaign, oldest first.
   *
   * @param owner - of services, or {@link NO_OWNER}; absent: all services
   */
  async of(
    db: Db,
    campaignId: string,
    owner: string = ALL,
  ): Promise<CampaignDayTotals[]> {
    const rows: Row[] = await db(TABLE)
      .where({ campaign_id: campaignId, owner })
      .orderBy('day');
    return rows.map(fromRow);
  }

  /** The last day up to one that was written, of all services. */
  async lastUpTo(
    db: Db,
    campaignId: string,
    day: string,
  ): Promise<CampaignDayTotals | undefined> {
    const row: Row | undefined = await db(TABLE)
      .where({ campaign_id: campaignId, owner: ALL })
      .where('day', '<=', day)
      .orderBy('day', 'desc')
      .first();
    return row && fromRow(row);
  }

  /** What each owner came to on a day. */
  async teams(
    db: Db,
    campaignId: string,
    day: string,
  ): Promise<CampaignTeamTotals[]> {
    const rows: Row[] = await db(TABLE)
      .where({ campaign_id: campaignId, day })
      .whereNot({ owner: ALL });
    return rows.map(row => ({
      owner: row.owner === NO_OWNER ? null : row.owner,
      ...withOpen(fromRow(row)),
    }));
  }

  /** Removes days before one, of campaigns that do not run. */
  async prune(db: Db, before: string): Promise<number> {
    return db(TABLE)
      .where('day', '<', before)
      .whereNotIn(
        'campaign_id',
        db(CAMPAIGNS).select('id').where({ state: 'running' }),
      )
      .delete();
  }
}
