import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  BudgetReview,
  fingerprint,
  listBudgetReviewsQuerySchema,
  ListBudgetReviewsResponse,
  reliabilityIncidentEditPermission,
  settleBudgetReviewRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { ReliabilityConfig } from '../../config/config';
import { isoOrNull, isoTime } from '../../database/dates';
import { Stores } from '../../database/stores';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import { requireOneOf } from '../fieldsAsked';
import { incidentRef } from '../FollowUpPresenter';
import { IncidentBrief } from '../IncidentBriefStore';
import { ShownName, shownNames } from '../shownNames';
import { ReviewLine } from './BudgetReviewStore';

type ListCommand = z.output<typeof listBudgetReviewsQuerySchema>;
type SettleCommand = z.output<typeof settleBudgetReviewRequestSchema>;

const KINDS = ['dark-burn', 'blind-spot'];
const STATES = ['open', 'settled'];

const presentReview = (
  line: ReviewLine,
  {
    incident,
    canEdit,
    shown,
  }: {
    incident: IncidentBrief | undefined;
    canEdit: boolean;
    shown: ShownName;
  },
): BudgetReview => ({
  id: line.id,
  kind: line.kind,
  sloId: line.sloId,
  sloTitle: line.sloTitle,
  entityRef: line.entityRef,
  serviceTitle: line.serviceTitle,
  owner: line.owner ?? null,
  incident: incident ? incidentRef(incident) : null,
  from: isoTime(line.from),
  to: isoTime(line.to),
  share: line.share,
  state: line.state,
  note: line.note,
  settledBy: line.settledBy === undefined ? null : shown(line.settledBy),
  settledAt: isoOrNull(line.settledAt),
  foundAt: isoTime(line.foundAt),
  canEdit,
});

/** Budgets that went without an incident, and incidents that no budget felt, for people to look at. */
export class BudgetReviewService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly now: () => number;
    },
  ) {}

  /** @throws InputError when a filter names what there is not */
  async list(
    { limit, cursor, state = ['open'], ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListBudgetReviewsResponse> {
    const { knex, stores, access } = this.options;
    requireOneOf('kind', command.kind, KINDS);
    requireOneOf('state', state, STATES);
    const madeFor = fingerprint(['budget-reviews', command, state]);
    const { isPosition } = stores.budgetReviews;
    const after = decodeCursor(cursor, madeFor, isPosition);
    const visible = await access.visibleRefs(credentials);
    const filter = { ...command, state, visible };
    const [page, totalItems] = await Promise.all([
      stores.budgetReviews.page(knex, filter, { after, limit }),
      stores.budgetReviews.count(knex, filter),
    ]);
    return {
      items: await this.present(page.items, credentials),
      totalItems,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
  }

  /**
   * @throws NotFoundError when there is none, or the caller may not see its service
   * @throws NotAllowedError when the caller may not edit incidents of the service
   */
  async settle(
    id: string,
    { state, note }: SettleCommand,
    credentials: BackstageCredentials,
  ): Promise<BudgetReview> {
    const { knex, stores, access, now } = this.options;
    const { entityRef } = await this.requireVisible(id, credentials);
    await access.requireOn(
      reliabilityIncidentEditPermission,
      credentials,
      entityRef,
    );
    const isSettled = state === 'settled';
    await stores.budgetReviews.settle(knex, id, {
      state,
      note,
      ...(isSettled && { settledBy: nameOf(credentials), settledAt: now() }),
    });
    const line = await this.requireVisible(id, credentials);
    const [item] = await this.present([line], credentials);
    return item;
  }

  private async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ReviewLine> {
    const { knex, stores, access } = this.options;
    const { items } = await stores.budgetReviews.page(
      knex,
      { ids: [id] },
      { limit: 1 },
    );
    const [line] = items;
    if (!line || !(await access.canRead(credentials, line.entityRef))) {
      throw new NotFoundError(
        `There is no review item "${id}", or the catalog does not show its service to you`,
      );
    }
    return line;
  }

  private async present(
    lines: readonly ReviewLine[],
    credentials: BackstageCredentials,
  ): Promise<BudgetReview[]> {
    const { knex, stores, config, access } = this.options;
    if (lines.length === 0) return [];
    const [incidents, editable, shown] = await Promise.all([
      stores.incidentBriefs.of(
        knex,
        config.tiers,
        lines.flatMap(({ incidentId }) => incidentId ?? []),
      ),
      access.allowedAmong(
        reliabilityIncidentEditPermission,
        credentials,
        lines.map(({ entityRef }) => entityRef),
      ),
      shownNames(access, credentials),
    ]);
    return lines.map(line =>
      presentReview(line, {
        incident: incidents.get(line.incidentId ?? ''),
        canEdit: editable.has(line.entityRef),
        shown,
      }),
    );
  }
}
