import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  AnswerProposal,
  answersByItem,
  CompiledChecklist,
  CompiledItem,
  ListProposalsResponse,
  proposeAnswerRequestSchema,
  reliabilityReadinessAnswerPermission,
  reliabilityReadinessProposePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { requirePerson } from '../../access/requirePerson';
import { isoTime } from '../../database/dates';
import { Db } from '../../database/sql';
import { Stores } from '../../database/stores';
import { MaturityService } from '../../maturity/MaturityService';
import { ItemPath, requireEvidence, requireManual } from '../answerRules';
import { ReadinessService } from '../ReadinessService';
import { ChecklistPath } from '../ReviewService';
import { StoredProposal } from './ProposalStore';

type ProposeCommand = z.output<typeof proposeAnswerRequestSchema>;

/** So many wait for one item at most; more would not be read. */
const MOST_OF_AN_ITEM = 5;

const present = (
  { entityRef: _e, checklistId: _c, version: _v, ...rest }: StoredProposal,
  { definition }: CompiledItem,
): AnswerProposal => ({
  ...rest,
  itemId: definition.id,
  itemTitle: definition.title,
  at: isoTime(rest.at),
});

const sayTheSame = (one: StoredProposal, other: StoredProposal) =>
  one.answer === other.answer &&
  one.note === other.note &&
  JSON.stringify(one.evidence) === JSON.stringify(other.evidence);

/**
 * Answers that are proposed. They count for nothing: a person reads them and answers the item, after which the
 * item has another version and its proposals are outdated.
 */
export class ProposalService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly readiness: ReadinessService;
      readonly now: () => number;
    },
  ) {}

  /** @throws NotFoundError when it is no service, may not be seen, or the checklist is not for it */
  async list(
    { entityRef, checklistId }: ChecklistPath,
    credentials: BackstageCredentials,
  ): Promise<ListProposalsResponse> {
    const { knex, maturity, readiness } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const checklist = readiness.checklist(checklistId);
    await readiness.requireApplies(knex, entityRef, checklist);
    const waiting = await this.waiting(knex, entityRef, checklist);
    return {
      items: checklist.items.flatMap(item =>
        waiting
          .filter(({ itemId }) => itemId === item.definition.id)
          .map(proposal => present(proposal, item)),
      ),
    };
  }

  /**
   * Proposes an answer; the same again by the same proposer is the one that is there, another one takes its place.
   *
   * @throws InputError for an item that a rule answers, and for evidence that is missing
   * @throws ConflictError when too many wait already
   */
  async propose(
    { entityRef, checklistId, itemId }: ItemPath,
    command: ProposeCommand,
    credentials: BackstageCredentials,
  ): Promise<AnswerProposal> {
    const { knex, stores, access, maturity, readiness, now } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    await access.requireOn(
      reliabilityReadinessProposePermission,
      credentials,
      entityRef,
    );
    const checklist = readiness.checklist(checklistId);
    const item = readiness.item(checklist, itemId);
    requireManual(item);
    requireEvidence(item, { ...command, version: 0 });
    return knex.transaction(async tx => {
      // The lock comes first: of two who propose at once, the second must see what the first wrote.
      await stores.services.lock(tx, [entityRef]);
      await readiness.requireApplies(tx, entityRef, checklist);
      const { id } = item.definition;
      const own = (await this.waiting(tx, entityRef, checklist)).filter(
        proposal => proposal.itemId === id,
      );
      const proposal: StoredProposal = {
        ...command,
        id: randomUUID(),
        entityRef,
        checklistId,
        itemId: id,
        by: nameOf(credentials),
        at: now(),
        version: await this.versionOf(tx, entityRef, checklist, id),
      };
      const before = own.find(({ by }) => by === proposal.by);
      if (before && sayTheSame(before, proposal)) return present(before, item);
      if (!before && own.length >= MOST_OF_AN_ITEM) {
        throw new ConflictError(
          `${own.length} proposals wait for "${item.definition.title}" already; somebody has to read them first`,
        );
      }
      await stores.proposals.save(tx, proposal);
      return present(proposal, item);
    });
  }

  /**
   * Rejects a proposal; one that is gone stays so. People who may answer do, and whoever proposed it.
   *
   * @throws NotAllowedError for machines that did not propose it
   */
  async dismiss(
    { entityRef, checklistId, itemId }: ItemPath,
    proposalId: string,
    credentials: BackstageCredentials,
  ): Promise<ListProposalsResponse> {
    const { knex, stores, access, maturity, readiness } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const checklist = readiness.checklist(checklistId);
    readiness.item(checklist, itemId);
    const all = await stores.proposals.of(knex, entityRef, checklistId);
    const found = all.find(({ id }) => id === proposalId);
    if (found?.by !== nameOf(credentials)) {
      requirePerson(credentials, 'reject what others propose');
      await access.requireOn(
        reliabilityReadinessAnswerPermission,
        credentials,
        entityRef,
      );
    }
    if (found) await stores.proposals.remove(knex, found);
    return this.list({ entityRef, checklistId }, credentials);
  }

  /** Those made for items as they are now, under the present ids of items. */
  private async waiting(
    db: Db,
    entityRef: string,
    checklist: CompiledChecklist,
  ): Promise<StoredProposal[]> {
    const { stores } = this.options;
    const { id } = checklist.definition;
    const all = await stores.proposals.of(db, entityRef, id);
    const answers = answersByItem(
      checklist,
      await stores.answers.ofChecklist(db, id, [entityRef]),
    );
    return all.flatMap(proposal => {
      const itemId = checklist.currentIds.get(proposal.itemId);
      if (itemId === undefined) return [];
      const version = answers.get(itemId)?.version ?? 0;
      return version === proposal.version ? [{ ...proposal, itemId }] : [];
    });
  }

  private async versionOf(
    db: Db,
    entityRef: string,
    checklist: CompiledChecklist,
    itemId: string,
  ): Promise<number> {
    const { id } = checklist.definition;
    const rows = await this.options.stores.answers.ofChecklist(db, id, [
      entityRef,
    ]);
    return answersByItem(checklist, rows).get(itemId)?.version ?? 0;
  }
}
