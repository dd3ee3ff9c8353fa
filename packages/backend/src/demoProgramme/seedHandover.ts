import {
  entityPath,
  ListHandoversResponse,
  OfferHandoverRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DemoHandover } from './readDemoProgramme';
import { ProgrammeContext, refOf } from './seedContext';

/**
 * Offers a service, once.
 *
 * @throws ResponseError while the service is unknown
 */
export async function seedHandover(
  { service, by, to, note }: DemoHandover,
  { client }: ProgrammeContext,
): Promise<void> {
  const person = await client.asPerson(by);
  const path = `/services/${entityPath(refOf(service))}/handovers`;
  const { totalItems } = await person.get<ListHandoversResponse>(path);
  if (totalItems > 0) return;
  await person.send('POST', path, { to, note } satisfies OfferHandoverRequest);
}
