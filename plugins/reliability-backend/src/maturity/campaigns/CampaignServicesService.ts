import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CampaignRequirement,
  CampaignService as CampaignServiceLine,
  campaignServicesQuerySchema,
  CampaignServicesResponse,
  campaignServiceStateSchema,
  CampaignStanding,
  campaignTotals,
  fingerprint,
  ServiceCampaignsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { isoTime } from '../../database/dates';
import { decodeCursor, encodeCursor, pageOf } from '../../http/cursor';
import { requireOneOf } from '../../incidents/fieldsAsked';
import { ItemDoubts } from '../ItemDoubts';
import { ProgrammeOptions } from '../programmeOptions';
import { StoredItem } from '../reportRow';
import { NO_OWNER } from './CampaignDayStore';
import { campaignRequirements } from './campaignRequirements';
import { StoredScope } from './campaignRow';
import { CampaignReader } from './CampaignReader';
import { ServiceStanding, Standings } from './Standings';

type ListCommand = z.output<typeof campaignServicesQuerySchema>;

/** Where a page begins: behind the service with this tier, title and reference. */
type Position = readonly [number, string, string];

const positionOf = ({ report }: ServiceStanding): Position => [
  report.tierRank,
  report.sortTitle,
  report.entityRef,
];

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length === 3 &&
  ['number', 'string', 'string'].every(
    (type, index) => typeof value[index] === type,
  );

/** In the order of the pages, put so once for as long as a list of standings stands. */
const inOrder = new WeakMap<
  readonly ServiceStanding[],
  readonly ServiceStanding[]
>();

function sorted(
  services: readonly ServiceStanding[],
): readonly ServiceStanding[] {
  const known = inOrder.get(services);
  if (known) return known;
  const made = services
    .map(service => ({ service, at: positionOf(service) }))
    .sort((a, b) => compare(a.at, b.at))
    .map(({ service }) => service);
  inOrder.set(services, made);
  return made;
}

function compare(a: Position, b: Position): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  if (index < 0) return 0;
  return a[index] < b[index] ? -1 : 1;
}

const isIn = (standing: CampaignStanding) => standing !== 'not-applicable';

/** The services of campaigns, and the campaigns of a service. */
export class CampaignServicesService {
  private readonly itemDoubts: ItemDoubts;

  constructor(
    private readonly options: ProgrammeOptions & {
      readonly campaignReader: CampaignReader;
    },
  ) {
    this.itemDoubts = new ItemDoubts(options);
  }

  /** The services of a campaign as they stand now, the critical first. */
  async list(
    id: string,
    { limit, cursor, state, owner }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<CampaignServicesResponse> {
    const { campaignReader } = this.options;
    requireOneOf('state', state, campaignServiceStateSchema.options);
    const campaign = await campaignReader.require(id);
    const madeFor = fingerprint(['campaign-services', id, state, owner]);
    const after = decodeCursor(cursor, madeFor, isPosition);
    const owners = owner?.map(each => (each === NO_OWNER ? '' : each));
    const visible = await new Standings(this.options).visible(
      campaign,
      credentials,
    );
    const found = sorted(visible).filter(
      ({ report, standing }) =>
        isIn(standing) && (!owners || owners.includes(report.owner)),
    );
    const listed = found.filter(
      ({ standing }) => !state || state.includes(standing),
    );
    const start = after
      ? listed.findIndex(each => compare(positionOf(each), after) > 0)
      : 0;
    const rows = start < 0 ? [] : listed.slice(start, start + limit + 1);
    const { items, ...page } = pageOf(rows, limit, last =>
      encodeCursor(positionOf(last), madeFor),
    );
    const { total: _, ...counts } = campaignTotals(
      found.map(({ standing }) => standing),
    );
    const requirements = this.requirements(campaign);
    return {
      items: items.map(each => lineOf(each, requirements)),
      totalItems: listed.length,
      ...page,
      counts,
    };
  }

  /** The campaigns that run and in whose scope a service is, those that are due first in front. */
  async ofService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceCampaignsResponse> {
    const { knex, stores, maturity, now } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const standings = new Standings(this.options, [entityRef]);
    const items: ServiceCampaignsResponse['items'] = [];
    for (const campaign of await stores.campaigns.inState(knex, 'running')) {
      const [found] = await standings.all(campaign);
      if (found && isIn(found.standing)) {
        const { state, left } = lineOf(found, this.requirements(campaign));
        const { id, title, goal, owner, dueAt } = campaign;
        items.push({ id, title, goal, owner, dueAt, state, left });
      }
    }
    return { items, at: isoTime(now()) };
  }

  private requirements(scope: StoredScope): CampaignRequirement[] {
    const { config, now } = this.options;
    const { itemDoubts } = this;
    return campaignRequirements(scope, { config, itemDoubts, now: now() });
  }
}

const isLeft = (outcome: string) =>
  outcome !== 'pass' && outcome !== 'not-applicable';

function lineOf(
  { report, outcomes, standing }: ServiceStanding,
  requirements: readonly CampaignRequirement[],
): CampaignServiceLine {
  const { title, tier, level }: StoredItem = JSON.parse(report.item);
  return {
    entityRef: report.entityRef,
    title,
    tier,
    owner: report.owner || null,
    level,
    state: standing as CampaignServiceLine['state'],
    left: requirements.flatMap((requirement, index) => {
      const outcome = outcomes[index];
      const { kind, id } = requirement;
      return isLeft(outcome)
        ? {
            kind,
            id,
            checklistId: kind === 'item' ? requirement.checklistId : null,
            title: requirement.title,
            outcome,
          }
        : [];
    }),
  };
}
