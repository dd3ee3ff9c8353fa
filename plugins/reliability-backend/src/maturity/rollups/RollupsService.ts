import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  RollupGroup,
  RollupOptions,
  rollupsQuerySchema,
  RollupsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayOf } from '../../database/dates';
import { findScorecard } from '../findScorecard';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedReport } from '../rankingFilter';
import {
  groupTallies,
  GroupTotals,
  OwnTallies,
  ownTallies,
  wholeOf,
} from './groupTallies';
import { offsetPage } from './offsetPage';
import { ownerGroups } from './ownerGroups';
import { dimensionsOf, namedTiers, presentRollup } from './presentRollup';
import { ratedServices } from './ratedService';
import { ServiceTypeStore } from './ServiceTypeStore';

type RollupsCommand = z.output<typeof rollupsQuerySchema>;

const groupOf = {
  owner: report => report.owner,
  system: report => report.system,
  domain: report => report.domain,
  tier: report => report.tierId,
} as const satisfies Record<
  RollupsCommand['by'],
  (report: RankedReport) => string
>;

const valueOf = {
  name: ({ key }) => key,
  level: ({ nested }) => nested.levelShare,
  score: ({ nested }) => nested.score,
  coverage: ({ nested }) => nested.coverage,
  services: ({ nested }) => nested.services,
  trend: ({ nested }) => nested.trend?.delta ?? 0,
} as const satisfies Record<
  RollupsCommand['orderBy'],
  (group: GroupTotals) => string | number
>;

function sorted(
  groups: readonly GroupTotals[],
  { orderBy, order }: RollupsCommand,
): GroupTotals[] {
  const sign = order === 'desc' ? -1 : 1;
  return [...groups].sort((a, b) => {
    const [one, other] = [valueOf[orderBy](a), valueOf[orderBy](b)];
    if (one === other) return a.key < b.key ? -1 : 1;
    return one < other ? -sign : sign;
  });
}

interface Groups {
  readonly keys: readonly string[];
  pathOf(group: string): readonly string[];
  childrenOf(group: string): number;
  isCyclic(group: string): boolean;
}

/** What services come to by owner, system, domain or tier, as one reader may see them. */
export class RollupsService {
  /** By what services were grouped by, for as long as a list of reports stands. */
  private readonly kept = new WeakMap<
    readonly RankedReport[],
    Map<RollupsCommand['by'], { today: string; tallies: OwnTallies }>
  >();

  constructor(
    private readonly options: ProgrammeOptions & {
      readonly types: ServiceTypeStore;
    },
  ) {}

  async list(
    command: RollupsCommand,
    credentials: BackstageCredentials,
  ): Promise<RollupsResponse> {
    const { config, ranking } = this.options;
    const { by, parent } = command;
    if (parent !== undefined && by !== 'owner') {
      throw new InputError('parent: groups nest only with by=owner');
    }
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const weights = config.rollups.tierWeights;
    const options = { weights, levels: scorecard.definition.levels.length };
    const found = await ranking.matching(command, credentials);
    const tallies = await this.tallies(command, found, options);
    const groups = await this.groups(command, [...tallies.keys()]);
    const totals = groupTallies(tallies, groups.keys, groups.pathOf, options);
    const page = offsetPage(sorted(totals, command), command);
    const names = new Map(
      namedTiers(config.tiers).map(({ id, name }) => [id, name]),
    );
    return {
      ...page,
      items: page.items.map(
        ({ key, own, nested }): RollupGroup => ({
          key: key === '' ? null : key,
          name: (by === 'tier' && names.get(key)) || key,
          own: own ? presentRollup(own, scorecard) : null,
          nested: presentRollup(nested, scorecard),
          children: groups.childrenOf(key),
          cyclic: groups.isCyclic(key),
        }),
      ),
      whole: presentRollup(wholeOf(tallies, options), scorecard),
      dimensions: dimensionsOf(scorecard),
      weights: namedTiers(config.tiers).map(({ id, name }) => ({
        tier: id,
        name,
        weight: weights.get(id) ?? 1,
      })),
    };
  }

  private async tallies(
    command: RollupsCommand,
    found: readonly RankedReport[],
    options: RollupOptions,
  ): Promise<OwnTallies> {
    const { by, type } = command;
    if (type) {
      const known = await this.options.types.types(this.options.knex);
      const reports = found.filter(({ entityRef }) =>
        type.includes(known.get(entityRef) ?? ''),
      );
      return this.addUp(command, reports, options);
    }
    const today = dayOf(this.options.now());
    const known = this.kept.get(found) ?? new Map();
    this.kept.set(found, known);
    if (known.get(by)?.today !== today) {
      const tallies = this.addUp(command, found, options);
      known.set(by, { today, tallies });
    }
    return known.get(by)!.tallies;
  }

  private addUp(
    { by, scorecard: id }: RollupsCommand,
    reports: readonly RankedReport[],
    options: RollupOptions,
  ): OwnTallies {
    const { config, now } = this.options;
    const at = now();
    const services = ratedServices(reports, {
      scorecard: findScorecard(config.scorecards, id),
      now: at,
      today: dayOf(at),
    });
    return ownTallies(services, index => groupOf[by](reports[index]), options);
  }

  private async groups(
    { by, parent, group }: RollupsCommand,
    present: readonly string[],
  ): Promise<Groups> {
    const { knex, stores } = this.options;
    if (by !== 'owner') {
      return {
        keys: present.filter(key => !group || group.includes(key)),
        pathOf: key => [key],
        childrenOf: () => 0,
        isCyclic: () => false,
      };
    }
    const tree = ownerGroups(await stores.groups.parents(knex), present);
    const lower = (ref: string) => ref.toLocaleLowerCase('en-US');
    const keys = group
      ? [...new Set(group.map(lower))].filter(tree.has)
      : tree.below(parent === undefined ? undefined : lower(parent));
    return {
      keys,
      pathOf: tree.pathOf,
      childrenOf: key => (key === '' ? 0 : tree.below(key).length),
      isCyclic: tree.isCyclic,
    };
  }
}
