import { StampName } from '@plimsoll/backstage-plugin-reliability-common';
import {
  ContractIncident,
  IncidentContractVendor,
  IncidentProviderHarness,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { genericIncidentFactory } from '../genericIncidentFactory';
import { SECRET, signed } from './signed';

const iso = (at: number) => new Date(at).toISOString();

/** What a tool would send of an incident. */
function bodyOf(id: string, incident: ContractIncident, now: number): object {
  const { title, status, severity, declaredAt, stamps = {} } = incident;
  const times = Object.entries({ declared: declaredAt, ...stamps }) as [
    StampName,
    number,
  ][];
  return {
    id,
    title,
    status,
    severity,
    updatedAt: iso(incident.updatedAt ?? now),
    stamps: Object.fromEntries(times.map(([name, at]) => [name, iso(at)])),
    services: incident.services ?? ['Payments'],
  };
}

async function startVendor(now: () => number): Promise<IncidentContractVendor> {
  const incidents = new Map<string, ContractIncident>();
  const nothing = () => {};
  return {
    config: () => ({ webhookSecret: SECRET }),
    put(incident) {
      const id = `INC-${incidents.size + 1}`;
      incidents.set(id, incident);
      return id;
    },
    change: (id, incident) => incidents.set(id, incident),
    remove: id => incidents.delete(id),
    deliver: id =>
      signed(JSON.stringify(bodyOf(id, incidents.get(id)!, now())), now()),
    sign: body => signed(body, now()),
    fail: nothing,
    heal: nothing,
    requests: () => 0,
    stop: async () => {},
  };
}

const PUSHED = 'it cannot be asked: what is sent is all there is';

/** A tool of one's own as the contract suite of incidents wants it. */
export const genericHarness: IncidentProviderHarness = {
  factory: genericIncidentFactory,
  secrets: [SECRET],
  statuses: ['open', 'resolved'],
  stamps: ['resolved'],
  severity: 'SEV2',
  callsFor300: 0,
  callsForNothing: 0,
  lacks: {
    read: PUSHED,
    'read-some': PUSHED,
    annotations: 'only plimsoll.dev/incidents names what it tells',
  },
  start: startVendor,
};
