import { randomUUID } from 'node:crypto';
import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  fingerprint,
  ListReviewsResponse,
  listReviewsQuerySchema,
  ReadinessWriteResponse,
  reliabilityReadinessAnswerPermission,
  requestReviewSchema,
  Review,
  reviewDecisionSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ServiceRecord } from '../catalog/ServiceStore';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isOffset } from '../http/cursor';
import { MaturityService } from '../maturity/MaturityService';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { freezeDossier } from './freezeDossier';
import { ChecklistView, presentReview } from './presentChecklist';
import { ReadinessService } from './ReadinessService';
import {
  commentsOn,
  missingIn,
  requireMayDecide,
  requireNoneOpen,
  requireOpen,
  requirePhase,
  requireReviewer,
  requireSameContent,
} from './reviewRules';
import { StoredReview } from './ReviewStore';

type RequestCommand = z.output<typeof requestReviewSchema>;
type DecisionCommand = z.output<typeof reviewDecisionSchema>;
type ListCommand = z.output<typeof listReviewsQuerySchema>;

/** Which checklist of which service. */
export interface ChecklistPath {
  readonly entityRef: string;
  readonly checklistId: string;
}

const decided = {
  approve: 'approved',
  return: 'returned',
  withdraw: 'withdrawn',
} as const satisfies Record<DecisionCommand['decision'], Review['state']>;

/** Reviews of phases: asked for, decided, listed. */
export class ReviewService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly auth: AuthService;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly ranking: RankingService;
      readonly readiness: ReadinessService;
      readonly reassessor: Reassessor;
      readonly now: () => number;
    },
  ) {}

  /**
   * Asks a second person to sign a phase off.
   *
   * @throws InputError when a required item is missing
   * @throws ConflictError when a review of the phase is open already
   */
  async request(
    path: ChecklistPath,
    { phase, note }: RequestCommand,
    credentials: BackstageCredentials,
  ): Promise<ReadinessWriteResponse> {
    const { stores, access, maturity, readiness, now } = this.options;
    const { entityRef, checklistId } = path;
    await maturity.requireVisible(entityRef, credentials);
    await access.requireOn(
      reliabilityReadinessAnswerPermission,
      credentials,
      entityRef,
    );
    requirePhase(readiness.checklist(checklistId), phase);
    return this.change(path, credentials, async (tx, view) => {
      requireNoneOpen(view, phase);
      const missing = missingIn(view, phase);
      if (missing) {
        throw new InputError(
          `phase: required items are missing before a review: ${missing}`,
        );
      }
      await stores.reviews.insert(tx, {
        id: randomUUID(),
        entityRef,
        checklistId,
        phaseId: phase,
        state: 'requested',
        requestedBy: nameOf(credentials),
        requestedAt: now(),
        note,
        comment: '',
        comments: {},
      });
    });
  }

  /**
   * Approves, returns or withdraws a review.
   *
   * @throws NotAllowedError when the permission, or the rule of the tier, does not let the caller decide
   * @throws ConflictError when it is decided already, or what was read is not what is there
   */
  async decide(
    reviewId: string,
    command: DecisionCommand,
    credentials: BackstageCredentials,
  ): Promise<ReadinessWriteResponse> {
    const { review } = await this.visible(reviewId, credentials);
    await requireMayDecide(review, command.decision, credentials, this.options);
    return this.change(review, credentials, async (tx, view) => {
      const { stores, now } = this.options;
      // What was read before the lock may be decided by now.
      const current = (await stores.reviews.get(tx, reviewId)) ?? review;
      requireOpen(current);
      const by = nameOf(credentials);
      if (command.decision !== 'withdraw') {
        requirePhase(view.checklist, current.phaseId);
        requireReviewer(view, current, by);
        requireSameContent(view, current.phaseId, command.contentHash);
      }
      const after: StoredReview = {
        ...current,
        state: decided[command.decision],
        decidedBy: by,
        decidedAt: now(),
        comment: command.comment,
        comments: commentsOn(view.checklist, current.phaseId, command.comments),
      };
      await this.save(tx, view, after);
    });
  }

  /** Reviews of a checklist of a service, newest first. */
  async list(
    { entityRef, checklistId }: ChecklistPath,
    { phase, cursor, limit }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListReviewsResponse> {
    const { knex, stores, maturity, readiness } = this.options;
    const service = await maturity.requireVisible(entityRef, credentials);
    const checklist = readiness.checklist(checklistId);
    if (phase !== undefined) requirePhase(checklist, phase);
    const of = { entityRef, checklistId, phaseId: phase };
    const madeFor = fingerprint(['reviews', of]);
    const offset = decodeCursor(cursor, madeFor, isOffset) ?? 0;
    const found = await stores.reviews.list(knex, of, { offset, limit });
    const next = offset + found.items.length;
    return {
      items: found.items.map(review =>
        presentReview(review, checklist, service.title),
      ),
      totalItems: found.total,
      ...(next < found.total && { nextCursor: encodeCursor(next, madeFor) }),
    };
  }

  /** @throws NotFoundError when there is no such review, or its service may not be seen */
  async visible(
    reviewId: string,
    credentials: BackstageCredentials,
  ): Promise<{ review: StoredReview; service: ServiceRecord }> {
    const { knex, stores, access } = this.options;
    const review = await stores.reviews.get(knex, reviewId);
    const service =
      review && (await stores.services.get(knex, review.entityRef));
    if (service && (await access.canRead(credentials, service.entityRef))) {
      return { review, service };
    }
    throw new NotFoundError(
      'There is no such review, or the catalog does not show you its service',
    );
  }

  private async save(
    tx: Knex.Transaction,
    view: ChecklistView,
    review: StoredReview,
  ): Promise<void> {
    const { stores } = this.options;
    if (review.state !== 'approved') {
      await stores.reviews.decide(tx, review);
      return;
    }
    const missing = missingIn(view, review.phaseId);
    if (missing) {
      throw new ConflictError(
        `Required items are missing by now, so that it can only be returned: ${missing}`,
      );
    }
    await stores.reviews.decide(tx, review, freezeDossier(view, review));
  }

  /** Shows a write what is there at this moment, and answers what it left. */
  private async change(
    { entityRef, checklistId }: ChecklistPath,
    credentials: BackstageCredentials,
    write: (tx: Knex.Transaction, view: ChecklistView) => Promise<void>,
  ): Promise<ReadinessWriteResponse> {
    const { knex, stores, maturity, readiness, reassessor, ranking, now } =
      this.options;
    const checklist = readiness.checklist(checklistId);
    await knex.transaction(async tx => {
      // The lock comes first: no answer may slip in between what is approved and the approval.
      const [service] = await stores.services.lock(tx, [entityRef]);
      if (!service) throw new NotFoundError(`${entityRef} is gone`);
      // Time may have ended an answer since the last assessment.
      await reassessor.reassess(tx, [entityRef], now(), 'source:clock');
      await write(tx, await readiness.require(service, checklist, tx));
      const by = nameOf(credentials);
      await reassessor.reassess(tx, [entityRef], now(), by);
    });
    ranking.changed();
    return {
      checklist: await readiness.get(entityRef, checklistId, credentials),
      service: await maturity.get(entityRef, credentials),
    };
  }
}
