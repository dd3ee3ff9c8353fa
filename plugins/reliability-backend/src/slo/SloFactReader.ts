import {
  FactGroup,
  sloFacts,
  SloFactState,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { groupBy } from '../database/groupBy';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { SloState } from './sloState';

/** The lowest share of the window with samples; null: none is known. */
export function lowestCoverage(
  coverage: Readonly<Record<string, number | null>> | null,
): number | null {
  const known = Object.values(coverage ?? {}).filter(
    (share): share is number => share !== null,
  );
  return known.length > 0 ? Math.min(...known) : null;
}

function factState(state: SloState | undefined): SloFactState | undefined {
  if (!state?.valueStatus || state.evaluatedAt === null) return undefined;
  return {
    status: state.valueStatus,
    flags: state.flags,
    remaining: state.remaining,
    coverage: lowestCoverage(state.coverage),
    evaluatedAt: state.evaluatedAt,
  };
}

/** What tells the facts of each of the services that were read for, at a time. */
export type SloAssessor = (
  service: Pick<ServiceRecord, 'entityRef' | 'changedAt'>,
  tier: TierResolution,
  now: number,
) => FactGroup[];

/** The facts about the SLOs of services, with one statement a table for any number of them. */
export class SloFactReader {
  constructor(private readonly stores: Stores) {}

  /** Reads what is stored. @returns the facts of each of the services with its tier, at a time */
  async of(
    db: Db,
    services: readonly Pick<ServiceRecord, 'entityRef'>[],
  ): Promise<SloAssessor> {
    const { stores } = this;
    const refs = services.map(({ entityRef }) => entityRef);
    const slos = await stores.slos.ofServices(db, refs);
    const states = await stores.sloStates.of(
      db,
      slos.map(({ id }) => id),
    );
    const problems = await stores.sloFiles.problems(db, refs);
    const byService = groupBy(slos, ({ entityRef }) => entityRef);
    return ({ entityRef, changedAt }, { tier }, now) => {
      const found = problems.get(entityRef);
      return sloFacts({
        slos: (byService.get(entityRef) ?? []).map(({ id, slo }) => {
          const state = states.get(id);
          return {
            slo,
            state: factState(state),
            failed: state?.status === 'error',
          };
        }),
        documentErrors: found?.errors ?? 0,
        definedAt: Math.max(changedAt, found?.changedAt ?? 0),
        contract: tier?.contract,
        now,
      });
    };
  }
}
