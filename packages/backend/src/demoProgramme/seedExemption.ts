import {
  DecideExemption,
  ExemptionItem,
  ListExemptionsResponse,
  RequestExemption,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Caller } from '../demoPortal/ReliabilityClient';
import { DemoExemption } from './readDemoProgramme';
import { dayIn, ProgrammeContext, refOf } from './seedContext';

async function known(
  { service, scorecard, check }: DemoExemption,
  reason: string,
  caller: Caller,
): Promise<ExemptionItem | undefined> {
  const query = new URLSearchParams({
    service: refOf(service),
    scorecard,
    check,
    limit: '500',
  });
  const { items } = await caller.get<ListExemptionsResponse>(
    `/exemptions?${query}`,
  );
  return items.find(item => item.reason === reason);
}

async function requestOnce(
  exemption: DemoExemption,
  asked: Pick<RequestExemption, 'reason' | 'until' | 'renews'>,
  { client }: ProgrammeContext,
): Promise<ExemptionItem> {
  const { service, scorecard, check, by } = exemption;
  const person = await client.asPerson(by);
  const there = await known(exemption, asked.reason, person);
  if (there) return there;
  return person.send('POST', '/exemptions', {
    ...asked,
    entityRef: refOf(service),
    scorecard,
    check,
  } satisfies RequestExemption);
}

/** Decides on what nobody has decided on yet. */
async function decideOnce(
  { id, state, version }: ExemptionItem,
  { decision, decider, note = '' }: DemoExemption,
  { client }: ProgrammeContext,
): Promise<void> {
  if (!decision || !decider || state !== 'requested') return;
  const person = await client.asPerson(decider);
  await person.send('POST', `/exemptions/${id}/decision`, {
    decision,
    note,
    version,
  } satisfies DecideExemption);
}

/**
 * Brings an exemption and its renewal, each once; what somebody decided since stays.
 *
 * @throws ResponseError while the service or one of the people is unknown
 */
export async function seedExemption(
  exemption: DemoExemption,
  context: ProgrammeContext,
): Promise<void> {
  const { reason, ends, renewal } = exemption;
  const until = dayIn(context, ends);
  const first = await requestOnce(exemption, { reason, until }, context);
  await decideOnce(first, exemption, context);
  if (!renewal) return;
  const second = await requestOnce(
    exemption,
    {
      reason: renewal.reason,
      until: dayIn(context, renewal.ends),
      renews: first.id,
    },
    context,
  );
  await decideOnce(second, exemption, context);
}
