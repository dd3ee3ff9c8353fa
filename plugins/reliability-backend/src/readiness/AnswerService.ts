import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { InputError } from '@backstage/errors';
import {
  Answer,
  answersByItem,
  ContestRequest,
  CompiledItem,
  fingerprint,
  ItemHistoryResponse,
  ReadinessWriteResponse,
  reliabilityReadinessAnswerPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isInteger, pageOf } from '../http/cursor';
import { nameOf } from '../access/nameOf';
import { PageCommand } from '../maturity/commands';
import { MaturityService } from '../maturity/MaturityService';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import {
  AnswerCommand,
  ItemPath,
  keepEvidence,
  requireEvidence,
  requireManual,
  requireVersion,
} from './answerRules';
import { AnswerChange, StoredAnswer } from './AnswerStore';
import { presentAnswer } from './presentChecklist';
import { ReadinessService } from './ReadinessService';

/** What a change makes of an answer; `undefined` where it changes nothing. */
type Change = (
  before: StoredAnswer,
  item: CompiledItem,
) => Omit<AnswerChange, 'by' | 'at'> | undefined;

/** Answers, doubts and their history. */
export class AnswerService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly ranking: RankingService;
      readonly readiness: ReadinessService;
      readonly reassessor: Reassessor;
      readonly now: () => number;
    },
  ) {}

  /**
   * Answers an item, or takes the answer back. A new answer settles a doubt: it is a new claim.
   *
   * @throws ConflictError when somebody else changed the item since it was read
   */
  async answer(
    path: ItemPath,
    command: AnswerCommand,
    credentials: BackstageCredentials,
  ): Promise<ReadinessWriteResponse> {
    const by = nameOf(credentials);
    const at = this.options.now();
    return this.change(path, command.version, credentials, (before, item) => {
      requireManual(item);
      if (command.answer === null) {
        return before.answer || before.contest
          ? {
              after: { ...before, answer: undefined, contest: undefined },
              action: 'withdrawn',
              reason: command.note,
            }
          : undefined;
      }
      requireEvidence(item, command);
      const answer: Answer = {
        value: command.answer,
        note: command.note,
        evidence: keepEvidence(before.answer, command.evidence, {
          addedAt: at,
          addedBy: by,
        }),
        by,
        at,
      };
      return {
        after: { ...before, answer, contest: undefined },
        action: 'answered',
        reason: '',
      };
    });
  }

  /** Says that an item does not hold, whoever or whatever answered it. */
  async contest(
    path: ItemPath,
    { reason, version }: ContestRequest,
    credentials: BackstageCredentials,
  ): Promise<ReadinessWriteResponse> {
    const by = nameOf(credentials);
    const at = this.options.now();
    return this.change(path, version, credentials, (before, { verify }) => {
      if (!before.answer && !verify) {
        throw new InputError(
          'There is no answer yet that could be contested; answer the item instead',
        );
      }
      return {
        after: { ...before, contest: { reason, by, at } },
        action: 'contested',
        reason,
      };
    });
  }

  /** Takes the doubt back; without one nothing changes. */
  async settle(
    path: ItemPath,
    version: number,
    credentials: BackstageCredentials,
  ): Promise<ReadinessWriteResponse> {
    return this.change(path, version, credentials, before =>
      before.contest
        ? {
            after: { ...before, contest: undefined },
            action: 'settled',
            reason: before.contest.reason,
          }
        : undefined,
    );
  }

  async history(
    path: ItemPath,
    command: PageCommand,
    credentials: BackstageCredentials,
  ): Promise<ItemHistoryResponse> {
    const { knex, stores, maturity, readiness } = this.options;
    const { entityRef, checklistId } = path;
    await maturity.requireVisible(entityRef, credentials);
    const checklist = readiness.checklist(checklistId);
    const { definition } = readiness.item(checklist, path.itemId);
    const madeFor = fingerprint([
      'item',
      entityRef,
      checklistId,
      definition.id,
    ]);
    const found = await stores.answers.steps(
      knex,
      {
        entityRef,
        checklistId,
        itemIds: [definition.id, ...(definition.formerly ?? [])],
      },
      {
        before: decodeCursor(command.cursor, madeFor, isInteger),
        limit: command.limit + 1,
      },
    );
    const { items, ...page } = pageOf(found.items, command.limit, last =>
      encodeCursor(last.id, madeFor),
    );
    return {
      items: items.map(({ id: _, answer, ...step }) => ({
        ...step,
        at: isoTime(step.at),
        answer: answer ? presentAnswer(answer) : null,
      })),
      totalItems: found.total,
      ...page,
    };
  }

  private async change(
    { entityRef, checklistId, itemId }: ItemPath,
    version: number,
    credentials: BackstageCredentials,
    make: Change,
  ): Promise<ReadinessWriteResponse> {
    const { knex, stores, maturity, readiness, reassessor, ranking, now } =
      this.options;
    const permission = reliabilityReadinessAnswerPermission;
    await this.requirePermission(permission, entityRef, credentials);
    const checklist = readiness.checklist(checklistId);
    const item = readiness.item(checklist, itemId);
    await knex.transaction(async tx => {
      // The lock comes first: of two who answer at once, the second must see what the first wrote.
      const [service] = await stores.services.lock(tx, [entityRef]);
      if (!service) return;
      await readiness.requireApplies(tx, entityRef, checklist);
      const rows = await stores.answers.ofChecklist(tx, checklistId, [
        entityRef,
      ]);
      const { id } = item.definition;
      const before: StoredAnswer = {
        ...(answersByItem(checklist, rows).get(id) ?? { version: 0 }),
        entityRef,
        checklistId,
        itemId: id,
      };
      requireVersion(before, version);
      const change = make(before, item);
      if (!change) return;
      const after = { ...change.after, version: before.version + 1 };
      const by = nameOf(credentials);
      await stores.answers.save(tx, [{ ...change, after, by, at: now() }]);
      await reassessor.reassess(tx, [entityRef], now(), by);
    });
    ranking.changed();
    return {
      checklist: await readiness.get(entityRef, checklistId, credentials),
      service: await maturity.get(entityRef, credentials),
    };
  }

  private async requirePermission(
    permission: ResourcePermission,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { access, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    await access.requireOn(permission, credentials, entityRef);
  }
}
