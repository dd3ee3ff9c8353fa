import { NotFoundError } from '@backstage/errors';
import {
  CreateGateWaiverRequest,
  entityPath,
  GateAnswer,
  ListGateDecisionsResponse,
  ListGateWaiversResponse,
  RecordGateDecisionRequest,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DAY } from '../demoIncidents/times';
import { Caller } from '../demoPortal/ReliabilityClient';
import { DemoGate, DemoQuestion } from './readDemoProgramme';
import { ProgrammeContext, refOf } from './seedContext';

const requestOf = ({ days, ref, change, override }: DemoQuestion) =>
  ({
    ref,
    change,
    // The past that is made up reads from it how long ago it was, see demoPast.
    key: `demo/${days}/${ref}`,
    url: `https://git.kittiwake.example/pipelines/${ref}`,
    ...(override && { override: { reason: override.reason } }),
  } satisfies RecordGateDecisionRequest);

/** @throws NotFoundError while it is not as the file wants it */
async function requireRead(
  { service, wants, level }: DemoGate,
  caller: Caller,
): Promise<void> {
  const path = entityPath(refOf(service));
  const { reports } = await caller.get<ServiceResponse>(`/services/${path}`);
  const attained = reports[0]?.level.id;
  if (attained !== level) {
    throw new NotFoundError(`Its level is ${attained}, not ${level}`);
  }
  const { decision } = await caller.get<GateAnswer>(`/gate/${path}`);
  if (decision !== wants) {
    throw new NotFoundError(`The load line says ${decision}, not ${wants}`);
  }
}

async function ask(
  gate: DemoGate,
  { client }: ProgrammeContext,
): Promise<void> {
  const { service, asked } = gate;
  const machine = await client.asMachine();
  const path = `/gate/${entityPath(refOf(service))}`;
  const query = new URLSearchParams({ service: refOf(service), limit: '500' });
  const { items } = await machine.get<ListGateDecisionsResponse>(
    `/gate/decisions?${query}`,
  );
  const recorded = new Set(items.map(({ ref }) => ref));
  for (const question of asked) {
    if (recorded.has(question.ref)) continue;
    await requireRead(gate, machine);
    const { override } = question;
    const caller = override ? await client.asPerson(override.by) : machine;
    await caller.send('POST', `${path}/decisions`, requestOf(question));
  }
}

/**
 * Asks the load line what pipelines ask, and waives it afterwards, each once.
 *
 * @throws NotFoundError while it answers something else than the file wants
 */
export async function seedGate(
  gate: DemoGate,
  context: ProgrammeContext,
): Promise<void> {
  await ask(gate, context);
  const { service, waiver } = gate;
  if (!waiver) return;
  const person = await context.client.asPerson(waiver.by);
  const query = new URLSearchParams({ service: refOf(service), state: 'all' });
  const { totalItems } = await person.get<ListGateWaiversResponse>(
    `/gate/waivers?${query}`,
  );
  if (totalItems > 0) return;
  await person.send('POST', `/gate/${entityPath(refOf(service))}/waivers`, {
    reason: waiver.reason,
    until: new Date(context.now + waiver.ends * DAY).toISOString(),
  } satisfies CreateGateWaiverRequest);
}
