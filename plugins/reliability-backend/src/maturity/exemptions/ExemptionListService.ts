import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ExemptionState,
  exemptionStates,
  fingerprint,
  isExemptionEnding,
  isExemptionInForce,
  latestExemptionDay,
  listExemptionsQuerySchema,
  ListExemptionsResponse,
  MIN_EXEMPTION_REASON,
  reliabilityExemptionDecidePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ReliabilityConfig } from '../../config/config';
import { isSortValues, SortValues } from '../../database/keyset';
import { decodeCursor, encodeCursor, pageOf } from '../../http/cursor';
import { ConfiguredExemptions } from './ConfiguredExemptions';
import {
  ExemptionFilter,
  ExemptionStates,
  isInStates,
} from './exemptionFilter';
import {
  ExemptionCounts,
  exemptionColumns,
  ExemptionListStore,
  ExemptionSorting,
} from './ExemptionListStore';
import { ExemptionPresenter } from './ExemptionPresenter';
import { ExemptionRecord } from './exemptionRow';

type ListCommand = z.output<typeof listExemptionsQuerySchema>;

/** An exemption with the values by which the list is sorted. */
interface Placed {
  readonly exemption: ExemptionRecord;
  readonly position: SortValues;
}

const isState = (text: string): text is ExemptionState =>
  (exemptionStates as readonly string[]).includes(text);

function statesOf(
  given: readonly string[] | undefined,
): ExemptionState[] | undefined {
  return given?.map(text => {
    if (isState(text)) return text;
    throw new InputError(
      `state: there is no state "${text}", only ${exemptionStates.join(', ')}`,
    );
  });
}

const compare = (a: SortValues, b: SortValues): number => {
  const place = a.findIndex((value, index) => value !== b[index]);
  if (place < 0) return 0;
  return a[place] < b[place] ? -1 : 1;
};

/** What comes first in a list; keys differ. */
const byPosition =
  (order: ExemptionSorting['order']) => (a: SortValues, b: SortValues) =>
    order === 'asc' ? compare(a, b) : compare(b, a);

/** Exemptions of the portal and of the configuration in one list. */
export class ExemptionListService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly list: ExemptionListStore;
      readonly configured: ConfiguredExemptions;
      readonly presenter: ExemptionPresenter;
      readonly now: () => number;
    },
  ) {}

  async list(
    { limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListExemptionsResponse> {
    const { knex, access, list, configured, presenter, now } = this.options;
    const { state, expiring, forMe, orderBy, order, ...narrow } = command;
    const filter = {
      ...narrow,
      now: now(),
      visible: await access.visibleRefs(credentials),
    };
    const decidable = await this.decidable(filter, credentials);
    const states: ExemptionStates = {
      state: statesOf(state),
      expiring,
      ...(forMe && { decidable }),
    };
    const sorting = { orderBy, order };
    const madeFor = fingerprint(['exemptions', command]);
    const after = decodeCursor(
      cursor,
      madeFor,
      isSortValues(exemptionColumns(sorting)),
    );
    const ours = await configured.matching(knex, filter);
    const listed = ours
      .map(({ exemption }) => exemption)
      .filter(each => isInStates(each, states, filter.now));
    const stored = await list.page(
      knex,
      { ...filter, ...states },
      { ...sorting, after, limit: limit + 1 },
    );
    const placed = merged(stored, listed, sorting, after).slice(0, limit + 1);
    const { items, ...page } = pageOf(placed, limit, last =>
      encodeCursor(last.position, madeFor),
    );
    const total = await list.total(knex, { ...filter, ...states });
    const counts = await list.counts(knex, filter, decidable);
    return {
      items: await presenter.items(
        items.map(({ exemption }) => exemption),
        credentials,
      ),
      totalItems: total + listed.length,
      ...page,
      counts: withConfigured(
        counts,
        ours.map(({ exemption }) => exemption),
        filter.now,
      ),
      rules: this.rules(filter.now),
    };
  }

  /** What somebody has to keep to who asks now. */
  private rules(now: number): ListExemptionsResponse['rules'] {
    const { maxDuration, maxDurationMs } = this.options.config.exemptionRules;
    return {
      latestUntil: latestExemptionDay(now, maxDurationMs),
      maxDuration,
      minReason: MIN_EXEMPTION_REASON,
    };
  }

  /** Which of the requests that wait the reader may decide: nobody decides on their own. */
  private async decidable(
    filter: ExemptionFilter,
    credentials: BackstageCredentials,
  ): Promise<NonNullable<ExemptionStates['decidable']>> {
    const { knex, access, list } = this.options;
    const waiting = await list.requestedRefs(knex, filter);
    const refs =
      waiting.length === 0
        ? new Set<string>()
        : await access.allowedAmong(
            reliabilityExemptionDecidePermission,
            credentials,
            waiting,
          );
    return { refs: [...refs], by: nameOf(credentials) };
  }
}

/** The page of what is stored with those of the configuration that belong on it. */
function merged(
  stored: readonly Placed[],
  configured: readonly ExemptionRecord[],
  { orderBy, order }: ExemptionSorting,
  after: SortValues | undefined,
): Placed[] {
  const inOrder = byPosition(order);
  // Nobody asked for those of the configuration: they are as old as can be.
  const added = configured
    .map((exemption): Placed => {
      const time = orderBy === 'end' ? exemption.endsAt : 0;
      return { exemption, position: [time, exemption.id] };
    })
    .filter(({ position }) => !after || inOrder(position, after) > 0);
  return [...stored, ...added].sort((a, b) => inOrder(a.position, b.position));
}

function withConfigured(
  counts: ExemptionCounts,
  configured: readonly ExemptionRecord[],
  now: number,
): ExemptionCounts {
  const inForce = configured.filter(each => isExemptionInForce(each, now));
  const ending = inForce.filter(each => isExemptionEnding(each, now));
  return {
    ...counts,
    approved: counts.approved + inForce.length,
    expiring: counts.expiring + ending.length,
    over: counts.over + configured.length - inForce.length,
  };
}
