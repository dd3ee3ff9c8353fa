import { NotFoundError } from '@backstage/errors';
import {
  CampaignResponse,
  CreateCampaignRequest,
  ListCampaignsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Caller } from '../demoPortal/ReliabilityClient';
import { DemoCampaign } from './readDemoProgramme';
import { dayIn, ProgrammeContext } from './seedContext';

type Made = Pick<CampaignResponse, 'id' | 'title' | 'state' | 'totals'>;

async function findOrMake(
  campaign: DemoCampaign,
  person: Caller,
  context: ProgrammeContext,
): Promise<Made> {
  const { title, goal, owner, scorecard, filter, checks } = campaign;
  const { items } = await person.get<ListCampaignsResponse>(
    '/campaigns?limit=500',
  );
  const known = items.find(item => item.title === title);
  if (known) return known;
  return person.send<CampaignResponse>('POST', '/campaigns', {
    title,
    goal,
    owner,
    scorecard,
    filter: filter as CreateCampaignRequest['filter'],
    checks: [...checks],
    startsAt: dayIn(context, campaign.starts),
    dueAt: dayIn(context, campaign.due),
  } satisfies CreateCampaignRequest);
}

/**
 * Makes a campaign and takes it as far as the file says; one that somebody decided about since stays.
 *
 * @throws NotFoundError while the facts of its services are not read
 */
export async function seedCampaign(
  campaign: DemoCampaign,
  context: ProgrammeContext,
): Promise<void> {
  const { by, done = 0, then, note = '' } = campaign;
  const person = await context.client.asPerson(by);
  const made = await findOrMake(campaign, person, context);
  if (!then || made.state === 'ended' || made.state === 'cancelled') return;
  if (made.totals.done < done) {
    throw new NotFoundError(
      `${made.totals.done} services of "${made.title}" are done, not ${done}`,
    );
  }
  const decide = (action: string) =>
    person.send('POST', `/campaigns/${made.id}/decision`, { action, note });
  if (made.state === 'draft') await decide('start');
  if (then === 'end') await decide('end');
}
