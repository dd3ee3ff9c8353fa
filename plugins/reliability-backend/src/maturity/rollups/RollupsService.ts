import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  RatedService,
  rollUp,
  RollupGroup,
  rollupsQuerySchema,
  RollupsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayOf } from '../../database/dates';
import { findScorecard } from '../findScorecard';
import { ProgrammeOptions } from '../programmeOptions';
import { RankedReport } from '../rankingFilter';
import { groupTallies, GroupTotals, Member } from './groupTallies';
import { offsetPage } from './offsetPage';
import { ownerGroups } from './ownerGroups';
import { dimensionsOf, namedTiers, presentRollup } from './presentRollup';
import { ratedServices, RatingContext } from './ratedService';
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
  private readonly kept = new WeakMap<
    readonly RankedReport[],
    { today: string; services: readonly RatedService[] }
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
    const members = await this.members(command, found);
    const groups = await this.groups(command, members);
    const totals = groupTallies(members, groups.keys, groups.pathOf, options);
    const page = offsetPage(sorted(totals, command), command);
    const names = new Map(
      namedTiers(config.tiers).map(({ id, name }) => [id, name]),
    );
    const whole = rollUp(
      members.map(({ service }) => service),
      options,
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
      whole: presentRollup(whole, scorecard),
      dimensions: dimensionsOf(scorecard),
      weights: namedTiers(config.tiers).map(({ id, name }) => ({
        tier: id,
        name,
        weight: weights.get(id) ?? 1,
      })),
    };
  }

  private async members(
    { by, type, scorecard: id }: RollupsCommand,
    found: readonly RankedReport[],
  ): Promise<Member[]> {
    const { config, knex, types, now } = this.options;
    const known = type && (await types.types(knex));
    const reports = known
      ? found.filter(({ entityRef }) =>
          type.includes(known.get(entityRef) ?? ''),
        )
      : found;
    const at = now();
    const services = this.rated(reports, {
      scorecard: findScorecard(config.scorecards, id),
      now: at,
      today: dayOf(at),
    });
    return services.map((service, index) => ({
      group: groupOf[by](reports[index]),
      service,
    }));
  }

  /** Made once for a list that stands, such as that of all services. */
  private rated(
    reports: readonly RankedReport[],
    context: RatingContext,
  ): readonly RatedService[] {
    const known = this.kept.get(reports);
    if (known?.today === context.today) return known.services;
    const services = ratedServices(reports, context);
    this.kept.set(reports, { today: context.today, services });
    return services;
  }

  private async groups(
    { by, parent, group }: RollupsCommand,
    members: readonly Member[],
  ): Promise<Groups> {
    const { knex, stores } = this.options;
    const present = new Set(members.map(member => member.group));
    if (by !== 'owner') {
      return {
        keys: [...present].filter(key => !group || group.includes(key)),
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
