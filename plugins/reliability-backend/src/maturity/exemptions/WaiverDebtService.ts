import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  answerableOwners,
  DebtExemption,
  DebtIncident,
  fingerprint,
  isExemptionInForce,
  waiverDebt,
  WaiverDebt,
  waiverDebtQuerySchema,
  WaiverDebtResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { ReliabilityConfig } from '../../config/config';
import { groupBy } from '../../database/groupBy';
import { Stores } from '../../database/stores';
import { decodeCursor, encodeCursor, isOffset } from '../../http/cursor';
import { ConfiguredExemptions } from './ConfiguredExemptions';
import { ExemptionFilter } from './exemptionFilter';
import { ExemptionListStore } from './ExemptionListStore';
import { ExemptionRecord } from './exemptionRow';
import { MeanwhileStore } from './MeanwhileStore';

type DebtCommand = z.output<typeof waiverDebtQuerySchema>;

/** An exemption in force and whose it is; empty: nobody's. */
interface Owed {
  readonly exemption: DebtExemption;
  readonly owner: string;
}

/** The debt of one owner. */
interface OwnerDebt extends WaiverDebt {
  readonly owner: string;
}

/** The heaviest first. */
const byWeight = (a: OwnerDebt, b: OwnerDebt) =>
  b.weight - a.weight ||
  b.exemptions - a.exemptions ||
  (a.owner < b.owner ? -1 : 1);

/** What is exempt by owner, how long it has been, and what happened meanwhile. */
export class WaiverDebtService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly list: ExemptionListStore;
      readonly meanwhile: MeanwhileStore;
      readonly configured: ConfiguredExemptions;
      readonly now: () => number;
    },
  ) {}

  async list(
    { limit, cursor, ...command }: DebtCommand,
    credentials: BackstageCredentials,
  ): Promise<WaiverDebtResponse> {
    const { knex, stores, access, meanwhile, now } = this.options;
    const madeFor = fingerprint(['waiver debt', command]);
    const offset = decodeCursor(cursor, madeFor, isOffset) ?? 0;
    const filter: ExemptionFilter = {
      now: now(),
      visible: await access.visibleRefs(credentials),
      scorecard: command.scorecard,
    };
    const owed = await this.owed(filter);
    const incidents = groupBy(
      await meanwhile.ofExemptions(knex, filter),
      ({ entityRef }) => entityRef,
    );
    const parents: ReadonlyMap<string, readonly string[]> = command.nested
      ? await stores.groups.parents(knex)
      : new Map();
    const owners = ownersOf(owed, parents, command.owner);
    const debtOf = (own: readonly Owed[]) => debt(own, incidents, filter.now);
    const all = [...owners]
      .map(([owner, own]): OwnerDebt => ({ owner, ...debtOf(own) }))
      .sort(byWeight);
    const next = offset + limit;
    return {
      items: all.slice(offset, next).map(({ owner, ...rest }) => ({
        ...rest,
        owner: owner || null,
      })),
      totalItems: all.length,
      ...(next < all.length && { nextCursor: encodeCursor(next, madeFor) }),
      // A nested group repeats what its members owe: the total takes each exemption once.
      total: debtOf([...new Set([...owners.values()].flat())]),
    };
  }

  private async owed(filter: ExemptionFilter): Promise<Owed[]> {
    const { knex, list, configured, config } = this.options;
    const stored = await list.inForce(knex, filter);
    const ours = (await configured.matching(knex, filter)).filter(
      ({ exemption }) => isExemptionInForce(exemption, filter.now),
    );
    const weights = new Map(
      config.scorecards.flatMap(({ definition }) =>
        definition.checks.map(
          ({ id, weight }) => [`${definition.id} ${id}`, weight] as const,
        ),
      ),
    );
    const weightOf = ({ weight, scorecardId, checkId }: ExemptionRecord) =>
      weight ?? weights.get(`${scorecardId} ${checkId}`) ?? 0;
    return [...stored, ...ours].map(({ exemption, owner = '' }) => ({
      owner,
      exemption: {
        ...exemption,
        check: exemption.checkId,
        weight: weightOf(exemption),
      },
    }));
  }
}

/** What each owner answers for, of those that are asked for. */
function ownersOf(
  owed: readonly Owed[],
  parents: ReadonlyMap<string, readonly string[]>,
  wanted: readonly string[] | undefined,
): Map<string, Owed[]> {
  const answerable = owed.flatMap(each =>
    answerableOwners(each.owner, parents)
      .filter(owner => !wanted || wanted.includes(owner))
      .map(owner => ({ owner, each })),
  );
  return new Map(
    [...groupBy(answerable, ({ owner }) => owner)].map(([owner, group]) => [
      owner,
      group.map(({ each }) => each),
    ]),
  );
}

function debt(
  owed: readonly Owed[],
  incidents: ReadonlyMap<string, readonly DebtIncident[]>,
  now: number,
): WaiverDebt {
  const exemptions = owed.map(({ exemption }) => exemption);
  const refs = new Set(exemptions.map(({ entityRef }) => entityRef));
  const met = [...refs].flatMap(ref => incidents.get(ref) ?? []);
  return waiverDebt(exemptions, met, now);
}
