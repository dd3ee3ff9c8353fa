import {
  ContractIncident,
  IncidentContractFeature,
  IncidentProviderHarness,
} from './harness';
import { HOUR_MS, IncidentRig, NOW } from './IncidentRig';
import { testsWith } from '../testsWith';

/** Registers the tests of one part of the suite. */
export interface IncidentSuite {
  readonly harness: IncidentProviderHarness;
  /**
   * Each test has a rig of its own, and in the end nothing it showed may hold a secret.
   *
   * @param skew - how far the vendor's clock is ahead; milliseconds
   */
  test(
    sentence: string,
    needs: readonly IncidentContractFeature[],
    run: (rig: IncidentRig) => Promise<void>,
    skew?: number,
  ): void;
}

export const incidentSuiteOf = (
  harness: IncidentProviderHarness,
): IncidentSuite => ({
  harness,
  test: testsWith(harness, (skew?: number) => IncidentRig.start(harness, skew)),
});

/** Some days ago, in whole seconds as most vendors tell times. */
const ago = (days: number) => NOW - Math.round(days * 86_400) * 1000;

/** An incident that was declared some days ago and is still open. */
export const openSince = (
  days: number,
  more: Partial<ContractIncident> = {},
): ContractIncident => ({
  title: 'Checkout is slow',
  status: 'open',
  declaredAt: ago(days),
  ...more,
});

/** An incident that was over an hour after it was declared, some days ago. */
export const overSince = (
  days: number,
  more: Partial<ContractIncident> = {},
): ContractIncident => ({
  title: 'Checkout was slow',
  status: 'resolved',
  declaredAt: ago(days),
  stamps: { resolved: ago(days) + HOUR_MS },
  ...more,
});

/** What must be equal of what was put in and of what is stored, by id. */
function compared(rig: IncidentRig, harness: IncidentProviderHarness) {
  const wanted = [...rig.wanted].map(([id, incident]) => ({
    id,
    title: incident.title,
    status: incident.status,
    severity:
      incident.severity === undefined ? harness.severity : incident.severity,
    declared: incident.declaredAt,
    resolved: incident.stamps?.resolved,
  }));
  const stored = [...rig.stored.values()].map(incident => ({
    id: incident.externalId,
    title: incident.title,
    status: incident.status,
    severity: incident.severity,
    declared: incident.stamps.declared?.at,
    resolved: incident.stamps.resolved?.at,
  }));
  const byId = (a: { id: string }, b: { id: string }) =>
    a.id.localeCompare(b.id);
  return { wanted: wanted.sort(byId), stored: stored.sort(byId) };
}

/** What was put in is stored, and nothing else. */
export function expectAll(
  rig: IncidentRig,
  harness: IncidentProviderHarness,
): void {
  const { wanted, stored } = compared(rig, harness);
  expect(stored).toEqual(wanted);
}

/** Incidents over a whole year, the newest two days ago. */
export function fill(rig: IncidentRig, count: number): void {
  for (let index = 0; index < count; index += 1) {
    rig.put(overSince(2 + (index * 360) / count, { title: `No. ${index}` }));
  }
}
