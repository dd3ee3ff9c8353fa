import { ConflictError } from '@backstage/errors';
import {
  canonicalJson,
  DecideCampaignRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { dayOf, isoTime } from '../../database/dates';
import { CampaignContent, StoredCampaign } from './campaignRow';

type Action = DecideCampaignRequest['action'];

const FIELDS = [
  'title',
  'goal',
  'owner',
  'startsAt',
  'dueAt',
  'scorecard',
  'filter',
  'checks',
  'items',
] as const satisfies readonly (keyof CampaignContent)[];

/** Only the content of a campaign or of a request. */
export function contentOf(campaign: CampaignContent): CampaignContent {
  const { title, goal, owner, startsAt, dueAt } = campaign;
  const { scorecard, filter, checks, items } = campaign;
  return {
    title,
    goal,
    owner,
    startsAt,
    dueAt,
    scorecard,
    filter,
    checks,
    items,
  };
}

/** The fields in which two contents differ. */
export const changedFields = (
  before: CampaignContent,
  after: CampaignContent,
): (typeof FIELDS)[number][] =>
  FIELDS.filter(
    name => canonicalJson(before[name]) !== canonicalJson(after[name]),
  );

const isOver = ({ state }: StoredCampaign) =>
  state === 'ended' || state === 'cancelled';

/** @throws ConflictError when the campaign is over, or what must stay would change while it runs */
export function requireChangeable(
  campaign: StoredCampaign,
  fields: readonly (keyof CampaignContent)[],
): void {
  if (isOver(campaign)) {
    const { state, endedAt = 0, endedBy } = campaign;
    const who = endedBy ? ` by ${endedBy}` : '';
    throw new ConflictError(
      `The campaign was ${state}${who} at ${isoTime(endedAt)}`,
    );
  }
  const fixed = fields.find(
    name => name === 'scorecard' || name === 'startsAt',
  );
  if (fixed && campaign.state !== 'draft') {
    throw new ConflictError(
      `${fixed}: stays as it is while the campaign runs; it was started at ${isoTime(
        campaign.startedAt ?? 0,
      )}`,
    );
  }
}

const reached = {
  start: 'running',
  end: 'ended',
  cancel: 'cancelled',
} as const;

/** Whether a decision was made before. */
export const isDecided = ({ state }: StoredCampaign, action: Action): boolean =>
  reached[action] === state;

const allowed: Record<Action, readonly StoredCampaign['state'][]> = {
  start: ['draft'],
  end: ['running'],
  cancel: ['draft', 'running'],
};

/** @throws ConflictError when the decision cannot be made any more, or not yet */
export function requireDecidable(
  campaign: StoredCampaign,
  action: Action,
): void {
  if (allowed[action].includes(campaign.state)) return;
  if (campaign.state === 'draft') {
    throw new ConflictError('The campaign is a draft; start or cancel it');
  }
  requireChangeable(campaign, []);
}

/**
 * A campaign that begins to run. Its first day is today where it would have been later.
 *
 * @param at - milliseconds since the epoch
 */
export const started = (
  campaign: StoredCampaign,
  at: number,
): StoredCampaign => ({
  ...campaign,
  state: 'running',
  startedAt: at,
  startsAt: campaign.startsAt < dayOf(at) ? campaign.startsAt : dayOf(at),
  version: campaign.version + 1,
});
