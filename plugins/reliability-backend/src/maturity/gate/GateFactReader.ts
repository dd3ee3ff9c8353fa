import {
  COMPOSITE,
  Exemption,
  exemptionEnd,
  Facts,
  GateBudget,
  gateFacts,
  isKnownStatus,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { SloState } from '../../slo/sloState';
import { Subject } from '../buildReport';
import { SloBudget, SloBudgets } from '../SloBudgets';
import { EvidenceSpend, GateEvidenceStore } from './GateEvidenceStore';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What is known of one service, as policies judge it. */
export interface GateEvidence {
  readonly facts: Facts;
  /** Of SLOs with data. */
  readonly budgets: readonly GateBudget[];
  /** Those in force. */
  readonly exemptions: readonly Exemption[];
}

/** Whether the values of an SLO count: the same as for its facts. */
const hasData = (state: SloState | undefined) =>
  state?.valueStatus !== null &&
  state?.valueStatus !== undefined &&
  isKnownStatus(state.valueStatus) &&
  !state.flags.includes('provisional');

/** The part of an impact that lies in a window; what an incident took is taken to be spread evenly. */
function within(spend: EvidenceSpend, { from, to }: SloBudget['window']) {
  const whole = spend.to - spend.from;
  if (whole <= 0) return spend.from >= from && spend.from < to ? 1 : 0;
  const part = Math.min(spend.to, to) - Math.max(spend.from, from);
  return Math.max(0, part) / whole;
}

function gateBudgets(
  slo: SloBudget,
  spends: readonly EvidenceSpend[],
): GateBudget[] {
  const counting = slo.objectives.filter(
    ({ id }) => slo.worst !== COMPOSITE || id === COMPOSITE,
  );
  return counting.flatMap(({ id, consumed }) =>
    consumed === null
      ? []
      : [
          {
            sloId: slo.id,
            sloTitle: slo.title,
            objectiveId: id,
            left: 1 - consumed,
            spends: spends
              .filter(
                ({ sloId, objectiveId }) =>
                  sloId === slo.id && objectiveId === id,
              )
              .map(spend => ({
                incidentId: spend.incidentId,
                incidentTitle: spend.incidentTitle,
                cause: spend.cause,
                share: spend.share * within(spend, slo.window),
                postmortemPublished: spend.postmortemPublished,
              })),
          },
        ],
  );
}

/** Reads what policies judge of one service, from our own database only. */
export class GateFactReader {
  private readonly store = new GateEvidenceStore();

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly knex: Knex;
      readonly stores: Stores;
      readonly sloBudgets: SloBudgets;
    },
  ) {}

  /**
   * @param subject - the service with its facts
   * @param exemptCauses - of the policy of its tier
   */
  async read(
    { service, facts }: Subject,
    exemptCauses: readonly string[],
    now: number,
  ): Promise<GateEvidence> {
    const { knex, config, stores } = this.options;
    const { entityRef } = service;
    const budgets = await this.budgets(entityRef, now);
    const granted = await stores.exemptions.inForce(knex, [entityRef], now);
    const exemptions = [
      ...config.exemptions.filter(
        each => each.entityRef === entityRef && exemptionEnd(each) > now,
      ),
      ...(granted.get(entityRef) ?? []),
    ];
    const scorecardId = config.scorecardIds.find(id =>
      service.scorecards.includes(id),
    );
    const [report] = scorecardId
      ? await stores.reports.of(knex, [entityRef], [scorecardId])
      : [];
    const own = gateFacts({
      facts,
      budgets,
      exemptCauses,
      openSeverities: await this.store.openSeverities(knex, entityRef),
      pages7d: await this.store.pagesSince(knex, entityRef, now - WEEK),
      assessed: scorecardId !== undefined,
      ...(report && {
        assessment: { level: report.level, at: report.assessedAt },
      }),
      exemptions: exemptions.length,
      now,
    });
    return { facts: [...facts, ...own], budgets, exemptions };
  }

  private async budgets(entityRef: string, now: number): Promise<GateBudget[]> {
    const { knex, stores, sloBudgets } = this.options;
    const slos = await sloBudgets.ofServices(knex, [entityRef]);
    if (slos.size === 0) return [];
    const states = await stores.sloStates.of(knex, [...slos.keys()]);
    const known = [...slos.values()].filter(({ id }) =>
      hasData(states.get(id)),
    );
    const begin = Math.min(now, ...known.map(({ window }) => window.from));
    const ids = known.map(({ id }) => id);
    const spends = await this.store.spends(knex, ids, begin);
    return known.flatMap(slo => gateBudgets(slo, spends));
  }
}
