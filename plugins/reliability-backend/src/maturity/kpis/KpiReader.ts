import {
  changeFailureMeasure,
  CompiledChecklist,
  contractFacts,
  incidentFigures,
  incidentMeasures,
  itemMeasure,
  KpiMeasure,
  pushedMeasure,
  readinessMeasure,
  rtoMeasure,
  sloMeasures,
  statisticsCollector,
  withinMeasure,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { setImmediate as breathe } from 'node:timers/promises';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { StatLine } from '../../incidents/IncidentStatStore';
import { stateOfLetter } from '../../readiness/readinessRow';
import { KpiEventStore } from './KpiEventStore';
import { KpiSpan } from './kpiPeriod';
import { KpiService, KpiServiceStore } from './KpiServiceStore';

/** Measures by id of the figure. */
export type KpiMeasures = Readonly<Record<string, KpiMeasure>>;

/** The services that figures are about. */
export interface KpiPopulation {
  /** References of services that the reader may see; absent: all. */
  readonly visible?: readonly string[];
  /** Whether only some of those are meant. */
  readonly isNarrowed: boolean;
  readonly services: readonly KpiService[];
  readonly refs: readonly string[];
}

/** What incidents are measured against, which is only known of the present. */
export interface KpiCover {
  /** Services somebody would know of an incident of. */
  readonly connected: number;
  /** Of their on-call. */
  readonly rotations: number;
}

/** Of the shipped checklist. */
const RESTORE_ITEM = 'restore-tested';
const CRITICAL_RANK = 1;

/** Measures the figures of a programme over services. */
export class KpiReader {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly services: KpiServiceStore;
      readonly events: KpiEventStore;
      readonly now: () => number;
    },
  ) {}

  async coverOf({ refs }: KpiPopulation): Promise<KpiCover> {
    const { knex, stores, services } = this.options;
    const mappings = await stores.incidentMappings.all(knex);
    const mapped = mappings.flatMap(({ entityRefs }) => entityRefs);
    return {
      connected: await services.connected(knex, refs, mapped),
      rotations: await services.rotations(knex, refs),
    };
  }

  /** What happened in a time, or was so at its end. */
  async ofPeriod(
    population: KpiPopulation,
    cover: KpiCover,
    span: KpiSpan,
    isCurrent: boolean,
  ): Promise<KpiMeasures> {
    const { knex, events, config, now } = this.options;
    const { refs, services } = population;
    const tierOf = new Map(services.map(each => [each.entityRef, each.tier]));
    const budgets = isCurrent
      ? await events.budgets(knex, refs)
      : await events.budgetsAt(knex, refs, span.lastDay);
    const slos = budgets.map(({ entityRef, remaining }) => ({
      tier: tierOf.get(entityRef) ?? '',
      remaining,
    }));
    const untiered = { id: 'untiered', name: 'Untiered' };
    await breathe();
    const changes = await events.deployments(knex, refs, {
      ...span,
      now: now(),
    });
    return {
      ...sloMeasures(slos, [...config.tiers, untiered]),
      ...(await this.incidents(population, cover, span)),
      'change-failure-rate': changeFailureMeasure(changes),
    };
  }

  /** What is so now, and of which no past is kept. */
  async ofNow({ services, refs }: KpiPopulation): Promise<KpiMeasures> {
    const { knex, services: store, config, now } = this.options;
    const at = now();
    const rpo = await store.values(knex, refs, config.kpis.rpoFact, at);
    const allowed = this.allowed('rpoMinutes');
    const measures: Record<string, KpiMeasure> = {
      'rpo-met': withinMeasure(
        services.flatMap(({ entityRef, tier }) => {
          const most = allowed.get(tier);
          return most === undefined
            ? []
            : [{ allowed: most, value: rpo.get(entityRef) ?? null }];
        }),
      ),
      ...(await this.readiness(services, refs)),
    };
    for (const { id, fact, aggregate } of config.kpis.pushed) {
      const values = await store.values(knex, refs, fact, at);
      measures[id] = pushedMeasure(
        [...values.values()],
        refs.length,
        aggregate,
      );
    }
    return measures;
  }

  private async incidents(
    { visible, isNarrowed, services, refs }: KpiPopulation,
    cover: KpiCover,
    span: KpiSpan,
  ): Promise<KpiMeasures> {
    const { knex, stores, config, now } = this.options;
    const { severityNames, pages } = config.incidents;
    const { from, to } = span;
    const collector = statisticsCollector({
      now: now(),
      from,
      to,
      severityNames,
      ...pages,
    });
    const restored = new Map<string, number[]>();
    const batches = stores.incidentStats.batches(knex, {
      tiers: config.tiers,
      visible,
      unmapped: false,
      tests: false,
      words: [],
      now: now(),
      from,
      to,
      ...(isNarrowed && { among: refs }),
    });
    for await (const batch of batches) {
      for (const { incident } of batch) collector.add(incident);
      await this.collectRestored(batch, restored);
      await breathe();
    }
    const allowed = this.allowed('rtoMinutes');
    return {
      ...incidentMeasures(collector.result(), {
        ...cover,
        services: services.length,
        days: span.days,
      }),
      'rto-met': rtoMeasure(
        services.flatMap(({ entityRef, tier }) => {
          const most = allowed.get(tier);
          const restoredMs = restored.get(entityRef) ?? [];
          return most === undefined
            ? []
            : [{ allowedMinutes: most, restoredMs }];
        }),
      ),
    };
  }

  /** Adds how long incidents took, to each of their services. */
  private async collectRestored(
    batch: readonly StatLine[],
    restored: Map<string, number[]>,
  ): Promise<void> {
    const { knex, stores } = this.options;
    const times = new Map(
      batch.flatMap(({ id, incident }) => {
        const { restore } = incidentFigures(incident);
        return restore === null ? [] : [[id, restore] as const];
      }),
    );
    const refs = await stores.incidentStats.serviceRefs(knex, [
      ...times.keys(),
    ]);
    for (const [id, of] of refs) {
      for (const ref of of) {
        const known = restored.get(ref);
        if (known) known.push(times.get(id)!);
        else restored.set(ref, [times.get(id)!]);
      }
    }
  }

  private async readiness(
    services: readonly KpiService[],
    refs: readonly string[],
  ): Promise<KpiMeasures> {
    const { knex, services: store, config } = this.options;
    const checklist: CompiledChecklist | undefined = config.checklists[0];
    if (!checklist) {
      const none = readinessMeasure([], 0);
      return { 'readiness-rate': none, 'restore-test-rate': none };
    }
    const { definition, hash } = checklist;
    const known = await store.readiness(knex, refs, {
      id: definition.id,
      hash,
    });
    const applying = [...known.values()].filter(({ applies }) => applies);
    const item = definition.items.findIndex(({ id }) => id === RESTORE_ITEM);
    const critical = services.filter(each => each.tierRank <= CRITICAL_RANK);
    const states = critical.flatMap(({ entityRef }) => {
      const found = known.get(entityRef);
      return item >= 0 && found?.applies
        ? [stateOfLetter(found.states[item])]
        : [];
    });
    const others = known.size - applying.length;
    return {
      'readiness-rate': readinessMeasure(applying, refs.length - others),
      'restore-test-rate': itemMeasure(states),
    };
  }

  /** Minutes that contracts allow, by tier. */
  private allowed(of: 'rtoMinutes' | 'rpoMinutes'): Map<string, number> {
    return new Map(
      this.options.config.tiers.flatMap(({ id, contract }) => {
        const minutes = contractFacts(contract)[of];
        return minutes === undefined ? [] : [[id, minutes] as const];
      }),
    );
  }
}
