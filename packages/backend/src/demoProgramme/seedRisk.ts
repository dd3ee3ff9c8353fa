import {
  CreateRiskRequest,
  ListRisksResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { majorId } from '../demoIncidents/times';
import { DemoRisk } from './readDemoProgramme';
import { dayIn, ProgrammeContext, refOf } from './seedContext';

const STATES = ['open', 'mitigated', 'accepted', 'closed'];

function requestOf(
  risk: DemoRisk,
  id: string,
  context: ProgrammeContext,
): CreateRiskRequest {
  const { services = [], system = null, check: taken, state = 'open' } = risk;
  const [scorecard, check] = taken?.split('/') ?? [];
  return {
    id,
    title: risk.title,
    description: risk.description,
    services: services.map(refOf),
    scope: { owner: null, system },
    likelihood: risk.likelihood,
    impact: risk.impact,
    owner: risk.owner,
    mitigation: risk.mitigation,
    reviewBy: dayIn(context, risk.review),
    state,
    check: check ? { scorecard, check, entityRef: refOf(services[0]) } : null,
  };
}

/**
 * Writes a risk down, once; what somebody changed since stays.
 *
 * @throws ResponseError while its service is unknown, or the check does not fail yet
 */
export async function seedRisk(
  risk: DemoRisk,
  context: ProgrammeContext,
): Promise<void> {
  const person = await context.client.asPerson(risk.by);
  const id = majorId(risk.number);
  const query = new URLSearchParams({ kind: 'written', limit: '500' });
  for (const state of STATES) query.append('state', state);
  const { items } = await person.get<ListRisksResponse>(`/risks?${query}`);
  if (items.some(item => item.id === id)) return;
  await person.send('POST', '/risks', requestOf(risk, id, context));
}
