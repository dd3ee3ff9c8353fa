import { randomUUID } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  fingerprint,
  gateVerdictSchema,
  GateAnswer,
  listGateDecisionsQuerySchema,
  ListGateDecisionsResponse,
  recordGateDecisionRequestSchema,
  RecordGateDecisionResponse,
  reliabilityGateWaivePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../../access/Access';
import { nameOf } from '../../access/nameOf';
import { decodeCursor, encodeCursor } from '../../http/cursor';
import {
  refsAsked,
  requireOneOf,
  timeAsked,
} from '../../incidents/fieldsAsked';
import {
  DecisionLine,
  GateDecisionStore,
  StoredDecision,
} from './GateDecisionStore';
import { GateService } from './GateService';
import { presentDecision } from './presentGate';

type RecordCommand = z.output<typeof recordGateDecisionRequestSchema>;
type ListCommand = z.output<typeof listGateDecisionsQuerySchema>;

interface Written {
  readonly line: DecisionLine;
  readonly repeated: boolean;
}

/** Decisions of the load line that somebody has recorded. */
export class GateRecordService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly access: Access;
      readonly gate: GateService;
      readonly decisionStore: GateDecisionStore;
      readonly now: () => number;
    },
  ) {}

  /**
   * Decides and records it. The same key answers what was recorded, with an override where one is given now and was
   * not before. Where it cannot be written within the time limit, the answer comes without a record.
   *
   * @throws NotFoundError when it is no service, or the caller may not see it
   * @throws NotAllowedError when there is an override, and the caller may not waive
   */
  async record(
    entityRef: string,
    command: RecordCommand,
    credentials: BackstageCredentials,
  ): Promise<RecordGateDecisionResponse> {
    const { access, gate } = this.options;
    const { change, override } = command;
    const deadline = gate.deadline();
    const answer = await gate.decide(
      entityRef,
      credentials,
      { change },
      deadline,
    );
    if (override) {
      await access.requireOn(
        reliabilityGateWaivePermission,
        credentials,
        entityRef,
      );
    }
    // Without its tier it is not certain either that the caller may see the service.
    const written = answer.tier
      ? await deadline.race(
          this.write(answer, command, nameOf(credentials)),
          () => undefined,
        )
      : undefined;
    const line = written?.line;
    return {
      record: line ? presentDecision(line) : null,
      repeated: written?.repeated ?? false,
      proceed:
        (line ?? answer).decision !== 'hold' ||
        (line ? line.override !== undefined : override !== undefined),
      answer,
    };
  }

  /** @throws InputError when a filter names what there is not */
  async list(
    { limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListGateDecisionsResponse> {
    const { knex, access, decisionStore } = this.options;
    requireOneOf('decision', command.decision, gateVerdictSchema.options);
    const madeFor = fingerprint(['gate-decisions', command]);
    const after = decodeCursor(cursor, madeFor, decisionStore.isPosition);
    const filter = {
      ...command,
      service: command.service && refsAsked('service', command.service),
      from: timeAsked(command.from),
      to: timeAsked(command.to),
      visible: await access.visibleRefs(credentials),
    };
    const [{ items, next }, totalItems] = await Promise.all([
      decisionStore.page(knex, filter, { after, limit }),
      decisionStore.count(knex, filter),
    ]);
    return {
      items: items.map(presentDecision),
      totalItems,
      ...(next && { nextCursor: encodeCursor(next, madeFor) }),
    };
  }

  private async write(
    answer: GateAnswer,
    { key, ref, url, override }: RecordCommand,
    by: string,
  ): Promise<Written> {
    const { knex, decisionStore, now } = this.options;
    const { entityRef, decision } = answer;
    const at = now();
    const overridden = override && { by, at, reason: override.reason };
    const record: StoredDecision = {
      id: randomUUID(),
      entityRef,
      key,
      at: Date.parse(answer.decidedAt),
      decision,
      state: answer.state,
      tier: answer.tier?.id,
      headline: answer.headline,
      reasons: answer.reasons,
      change: answer.change ?? undefined,
      ref,
      url,
      by,
      ...(decision === 'hold' && { override: overridden }),
    };
    await decisionStore.add(knex, record);
    const one =
      key === undefined ? { id: record.id } : { service: [entityRef], key };
    const line = await this.read(one);
    if (line.id === record.id) return { line, repeated: false };
    if (overridden && line.decision === 'hold' && !line.override) {
      await decisionStore.override(knex, line.id, overridden);
      return { line: await this.read({ id: line.id }), repeated: true };
    }
    return { line, repeated: true };
  }

  private async read(
    one: { readonly id: string } | { service: string[]; key: string },
  ): Promise<DecisionLine> {
    const { knex, decisionStore } = this.options;
    const { items } = await decisionStore.page(knex, one, { limit: 1 });
    return items[0];
  }
}
