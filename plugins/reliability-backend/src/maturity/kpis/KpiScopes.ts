import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Remembered } from '../../access/Remembered';
import { ListKeys } from '../../incidents/ListKeys';
import { ownersBelow } from '../ownersBelow';
import { ProgrammeOptions } from '../programmeOptions';
import { KpiService, KpiServiceStore } from './KpiServiceStore';
import { ServicesByRef } from './risks/riskVisibility';

/** What narrows the services of a risk. */
export interface ScopeFilter {
  readonly tier?: readonly string[];
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly domain?: readonly string[];
}

/** The services that a reader may see. */
export interface SeenServices {
  /** Whether the catalog shows all of them. */
  readonly seesAll: boolean;
  readonly services: ServicesByRef;
}

/** Long enough for the pages of a walk. */
const REMEMBERED_MS = 15_000;

/** Which services a reader may see, and which of them a request is about. */
export class KpiScopes {
  private readonly known: Remembered<ServicesByRef>;
  private readonly keys = new ListKeys();

  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'stores' | 'config' | 'access' | 'now'
    > & { readonly services: KpiServiceStore },
  ) {
    const { now } = options;
    this.known = new Remembered({ ttlMs: REMEMBERED_MS, now, maxKeys: 50 });
  }

  async seen(credentials: BackstageCredentials): Promise<SeenServices> {
    const visible = await this.options.access.visibleRefs(credentials);
    const services = await this.services(visible);
    return { seesAll: visible === undefined, services };
  }

  /** @param visible - references that the reader may see; undefined: all */
  async services(
    visible: readonly string[] | undefined,
  ): Promise<ServicesByRef> {
    const { knex, config, services } = this.options;
    return this.known.get(this.keys.of(visible), async () => {
      const { tiers } = config;
      const all = await services.services(knex, { tiers, visible });
      return new Map(all.map(service => [service.entityRef, service]));
    });
  }

  /** Owners with the groups below them. */
  async owners(
    owners: readonly string[] | undefined,
  ): Promise<string[] | undefined> {
    const { knex, stores } = this.options;
    return ownersBelow(knex, stores, owners);
  }
}

/** Whether a request is about a service; its owners are those with all groups below. */
export function matchesScope(filter: ScopeFilter) {
  const among = (
    values: readonly string[] | undefined,
    valueOf: (service: KpiService) => string | undefined,
  ) => {
    const wanted = values && new Set<string | undefined>(values);
    return (service: KpiService) => !wanted || wanted.has(valueOf(service));
  };
  const conditions = [
    among(filter.tier, ({ tier }) => tier),
    among(filter.owner, ({ owner }) => owner),
    among(filter.system, ({ system }) => system),
    among(filter.domain, ({ domain }) => domain),
  ];
  return (service: KpiService) => conditions.every(holds => holds(service));
}

/** Whether a request narrows the services at all. */
export const narrows = ({ tier, owner, system, domain }: ScopeFilter) =>
  [tier, owner, system, domain].some(list => list !== undefined);
