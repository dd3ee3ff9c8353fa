import { dayBefore } from '@plimsoll/backstage-plugin-reliability-backend/src/database/dates';
import { send } from './client';
import { Portal } from './portal';

const DAY = 24 * 60 * 60 * 1000;
const PAST_DAYS = 60;

const post = async (portal: Portal, route: string, body: object) => {
  const headers = {
    Authorization: `Bearer ${portal.userToken}`,
    'Content-Type': 'application/json',
  };
  const url = `${portal.url}/api/reliability/${route}`;
  const text = await send('POST', url, headers, JSON.stringify(body));
  return JSON.parse(text) as { id: string };
};

/**
 * Running campaigns of two checks each for every service or for one tier, with sixty days behind them.
 *
 * @returns their ids
 */
export async function seedCampaigns(
  portal: Portal,
  count: number,
  now: number,
): Promise<string[]> {
  const { knex } = portal;
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await post(portal, 'campaigns', {
      scorecard: 'bench',
      filter: n % 2 ? { tier: [`tier-${n % 4}`] } : {},
      checks: [`check-${n}`, `check-${n + 8}`],
      title: `Campaign ${n}`,
      owner: 'group:default/team-1',
      startsAt: dayBefore(now, 0),
      dueAt: dayBefore(now, -60),
    });
    await post(portal, `campaigns/${id}/decision`, { action: 'start' });
    ids.push(id);
  }
  await knex('reliability_campaigns').update({
    starts_at: dayBefore(now, PAST_DAYS),
    started_at: new Date(now - PAST_DAYS * DAY),
  });
  for (let ago = 1; ago <= PAST_DAYS; ago += 1) {
    await knex.raw(
      `insert into reliability_campaign_daily (campaign_id, owner, day, total, done, exempt, "unknown")
      select campaign_id, owner, cast(? as text), total, done * ? / 120, exempt, "unknown"
      from reliability_campaign_daily where day = ?`,
      [dayBefore(now, ago), 120 - ago, dayBefore(now, 0)],
    );
  }
  return ids;
}
