/* eslint-disable jest/no-export, jest/no-disabled-tests, jest/expect-expect, jest/valid-title -- a suite for others, whose harness names what is skipped */
import {
  ContractIncident,
  IncidentContractFeature,
  IncidentProviderHarness,
} from './harness';
import { HOUR_MS, IncidentRig, NOW } from './IncidentRig';

/** Hundreds of requests over real HTTP take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

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

export function incidentSuiteOf(
  harness: IncidentProviderHarness,
): IncidentSuite {
  const whyNot = (needs: readonly IncidentContractFeature[]) =>
    needs.map(need => harness.lacks?.[need]).find(reason => reason);

  return {
    harness,
    test(sentence, needs, run, skew) {
      const reason = whyNot(needs);
      if (reason) {
        it.skip(`${sentence} (${reason})`, () => {});
        return;
      }
      it(
        sentence,
        async () => {
          const rig = await IncidentRig.start(harness, skew);
          try {
            await run(rig);
            const shown = rig.shown();
            expect(
              harness.secrets.filter(secret => shown.includes(secret)),
            ).toEqual([]);
          } finally {
            await rig.stop();
          }
        },
        TIMEOUT_MS,
      );
    },
  };
}

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
