import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CoverState,
  fingerprint,
  listOncallQuerySchema,
  ListOncallResponse,
  OncallItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull, isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { tierNames } from '../tier/tierNames';
import { accountsNamed, timeAsked, wordsOf } from './listCommand';
import { OncallListFilter } from './OncallListStore';
import { OncallLine } from './oncallListRow';
import { OncallReader } from './OncallReader';
import { presentLevel } from './presentCover';
import { presentBrief } from './presentRotation';
import { ReplyPeople } from './ReplyPeople';
import { ServiceRotations } from './ServiceRotations';

type ListCommand = z.output<typeof listOncallQuerySchema>;

type FilterCommand = Omit<
  ListCommand,
  'orderBy' | 'order' | 'limit' | 'cursor'
>;

const STATES: readonly CoverState[] = [
  'covered',
  'uncovered',
  'unknown',
  'none',
];

/** Who is on call for all services, as one reader may see them. */
export class OncallListService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly reader: OncallReader;
      readonly now: () => number;
    },
  ) {}

  /** @throws InputError when nothing is known of the time asked for */
  async list(
    { orderBy, order, limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListOncallResponse> {
    const { knex, stores, reader } = this.options;
    const hidden = await reader.hidesPeople(credentials);
    const filter = await this.filterOf(command, hidden, credentials);
    const madeFor = fingerprint(['oncall', command, orderBy, order]);
    const sorting = { orderBy, descending: order === 'desc' };
    const isPosition = stores.oncallList.isPosition(knex, filter, sorting);
    const after = decodeCursor(cursor, madeFor, isPosition);
    const [page, counts] = await Promise.all([
      stores.oncallList.page(knex, filter, { ...sorting, after, limit }),
      stores.oncallList.counts(knex, { ...filter, state: undefined }),
    ]);
    const countOf = (state: CoverState) => counts.get(state) ?? 0;
    const counted = filter.state ? [...new Set(filter.state)] : STATES;
    return {
      items: await this.present(page.items, filter.at, hidden),
      totalItems: counted.reduce((sum, state) => sum + countOf(state), 0),
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
      at: isoTime(filter.at),
      counts: Object.fromEntries(
        STATES.map(state => [state, countOf(state)]),
      ) as ListOncallResponse['counts'],
      namesHidden: hidden,
    };
  }

  private async filterOf(
    { at, provider, account, q, ...rest }: FilterCommand,
    hidden: boolean,
    credentials: BackstageCredentials,
  ): Promise<OncallListFilter> {
    const { config, access, reader, now } = this.options;
    return {
      ...reader.coverAt(timeAsked(at, now(), reader.known())),
      ...rest,
      tiers: config.tiers,
      now: now(),
      visible: await access.visibleRefs(credentials),
      accounts: accountsNamed(config.oncall.accounts, { provider, account }),
      words: wordsOf(q),
      names: !hidden,
    };
  }

  private async present(
    lines: readonly OncallLine[],
    at: number,
    hidden: boolean,
  ): Promise<OncallItem[]> {
    const { config, reader } = this.options;
    const services = await reader.ofServices(
      lines.map(({ entityRef }) => entityRef),
      { from: at, to: reader.known().to },
    );
    const reply = await reader.people(services.views(), hidden);
    const nameOfTier = tierNames(config.tiers);
    return lines.map(line => ({
      ...this.presentRotations(line, services, { at, reply }),
      entityRef: line.entityRef,
      title: line.title,
      owner: line.owner ?? null,
      system: line.system ?? null,
      tier: { id: line.tierId, name: nameOfTier(line.tierId) },
      state: line.state,
      nextGap: line.nextGap
        ? {
            from: isoTime(line.nextGap.from),
            to: isoTime(line.nextGap.to),
            level: line.nextGap.level,
            required: true,
          }
        : null,
      findings: [...new Set(line.findings.map(({ code }) => code))],
    }));
  }

  private presentRotations(
    { entityRef }: OncallLine,
    services: ServiceRotations,
    { at, reply }: { at: number; reply: ReplyPeople },
  ): Pick<OncallItem, 'levels' | 'rotations' | 'fetchedAt'> {
    const { reader } = this.options;
    const views = services.viewsOf(entityRef);
    const counting = views.filter(({ mirror }) => !mirror);
    const times = counting.flatMap(({ known }) => known?.fetchedAt ?? []);
    return {
      levels: reader
        .cover(views, { at })
        .levels.map(level => presentLevel(level, reply)),
      rotations: views.map(view => presentBrief(view, reply)),
      fetchedAt: isoOrNull(times.length > 0 ? Math.min(...times) : null),
    };
  }
}
