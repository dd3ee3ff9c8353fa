import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ChecklistOverviewResponse,
  CompiledChecklist,
  fingerprint,
  progressFilterSchema,
  progressQuerySchema,
  ProgressResponse,
  ServiceProgress,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { tierNames } from '../tier/tierNames';
import {
  isProgressPositionIn,
  ProgressFilter,
  ProgressLine,
} from './ProgressStore';
import { ReadinessService } from './ReadinessService';
import { stateOfLetter } from './readinessRow';
import { tallyProgress } from './tallyProgress';

type FilterCommand = z.output<typeof progressFilterSchema>;
type ProgressCommand = z.output<typeof progressQuerySchema>;

/** How far all services are with one checklist, as one reader may see them. */
export class OrganisationService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly readiness: ReadinessService;
    },
  ) {}

  /** Services, page by page. @throws NotFoundError when no such checklist is configured */
  async progress(
    checklistId: string,
    { orderBy, order, limit, cursor, ...command }: ProgressCommand,
    credentials: BackstageCredentials,
  ): Promise<ProgressResponse> {
    const { knex, stores, readiness, config } = this.options;
    const checklist = readiness.checklist(checklistId);
    const filter = await this.filterOf(checklist, command, credentials);
    const madeFor = fingerprint([
      { ...filter, visible: undefined },
      orderBy,
      order,
    ]);
    const after = decodeCursor(cursor, madeFor, isProgressPositionIn(orderBy));
    const [page, totalItems] = await Promise.all([
      stores.progress.page(knex, filter, {
        orderBy,
        descending: order === 'desc',
        after,
        limit,
      }),
      stores.progress.count(knex, filter),
    ]);
    const nameOfTier = tierNames(config.tiers);
    return {
      items: page.items.map(line => present(line, checklist, nameOfTier)),
      totalItems,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
  }

  /** Items by team. @throws NotFoundError when no such checklist is configured */
  async overview(
    checklistId: string,
    command: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<ChecklistOverviewResponse> {
    const { knex, stores, readiness } = this.options;
    const checklist = readiness.checklist(checklistId);
    const filter = await this.filterOf(checklist, command, credentials);
    const tallies = await stores.progress.tallies(knex, filter);
    return tallyProgress(tallies, checklist);
  }

  /** The services that a reader asks for and may see. @throws InputError when the item is unknown */
  async filterOf(
    checklist: CompiledChecklist,
    { tier, owner, system, item, state, q }: FilterCommand,
    credentials: BackstageCredentials,
  ): Promise<ProgressFilter> {
    const visibility = await this.options.access.visibility(credentials);
    return {
      checklistId: checklist.definition.id,
      checklistHash: checklist.hash,
      visible: visibility.kind === 'refs' ? visibility.refs : undefined,
      tier,
      owner,
      system,
      item: itemFilter({ item, state }, checklist),
      text: q?.trim() || undefined,
    };
  }
}

function itemFilter(
  { item, state }: Pick<FilterCommand, 'item' | 'state'>,
  { definition, currentIds }: CompiledChecklist,
): ProgressFilter['item'] {
  if (item === undefined) {
    if (state === undefined) return undefined;
    throw new InputError('state: needs the parameter item beside it');
  }
  const current = currentIds.get(item);
  const index = definition.items.findIndex(({ id }) => id === current);
  if (index < 0) {
    throw new InputError(
      `item: there is no item "${item}" in the checklist ${definition.id}`,
    );
  }
  return { index, state: state ?? 'not-met' };
}

function present(
  line: ProgressLine,
  { definition }: CompiledChecklist,
  nameOfTier: (id: string) => string,
): ServiceProgress {
  const { owner, tierId, states, signedOffAt, ...rest } = line;
  return {
    ...rest,
    owner: owner ?? null,
    tier: { id: tierId, name: nameOfTier(tierId) },
    signedOffAt: signedOffAt === undefined ? null : isoTime(signedOffAt),
    states: Object.fromEntries(
      definition.items.map(({ id }, index) => [
        id,
        stateOfLetter(states[index]),
      ]),
    ),
  };
}
