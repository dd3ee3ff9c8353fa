import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CompiledScorecard,
  fingerprint,
  judgeKpi,
  kpiCoverage,
  KpiDefinitionsResponse,
  KpiItem,
  KpiMeasure,
  kpiTrend,
  kpisQuerySchema,
  KpisResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { Remembered } from '../../access/Remembered';
import { TargetedKpi } from '../../config/kpis';
import { isoTime } from '../../database/dates';
import { ListKeys } from '../../incidents/ListKeys';
import { findScorecard } from '../findScorecard';
import { ProgrammeOptions } from '../programmeOptions';
import { KpiLevelReader } from './KpiLevelReader';
import { kpiPeriod, KpiPeriod } from './kpiPeriod';
import { KpiMeasures, KpiPopulation, KpiReader } from './KpiReader';
import { KpiScopes, matchesScope, narrows } from './KpiScopes';

type KpisCommand = z.output<typeof kpisQuerySchema>;
type ScopeCommand = Omit<KpisCommand, 'from' | 'to'>;

const REMEMBERED_MS = 60_000;
const REMEMBERED = 50;

const UNKNOWN: KpiMeasure = { value: null, n: 0, of: 0 };

function present(
  definition: TargetedKpi,
  now: KpiMeasure = UNKNOWN,
  before?: KpiMeasure,
): KpiItem {
  const { target, direction } = definition;
  const { value, n, of } = now;
  const met = (given: number | null) => judgeKpi(given, target, direction);
  return {
    ...definition,
    value,
    n,
    of,
    met: met(value),
    coverage: kpiCoverage(now),
    p90: now.p90 ?? null,
    trend: kpiTrend(now, before, direction),
    // Of a share of each level the target of the whole says nothing.
    parts: (now.parts ?? []).map(part =>
      definition.id === 'level-share'
        ? { ...part, target: null, met: 'no-target' as const }
        : { ...part, target, met: met(part.value) },
    ),
  };
}

/** The figures of a reliability programme, as one reader may see them. */
export class KpisService {
  private readonly known: Remembered<KpisResponse>;
  private readonly keys = new ListKeys();

  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'config' | 'access' | 'ranking' | 'now'
    > & {
      readonly scopes: KpiScopes;
      readonly reader: KpiReader;
      readonly levels: KpiLevelReader;
    },
  ) {
    const { now } = options;
    this.known = new Remembered({
      ttlMs: REMEMBERED_MS,
      now,
      maxKeys: REMEMBERED,
    });
  }

  definitions(): KpiDefinitionsResponse {
    return { items: [...this.options.config.kpis.definitions] };
  }

  /** @throws InputError when the period is none, NotFoundError when there is no such scorecard */
  async get(
    { from, to, ...asked }: KpisCommand,
    credentials: BackstageCredentials,
  ): Promise<KpisResponse> {
    const { access, config, now } = this.options;
    const period = kpiPeriod({ from, to }, now());
    const scorecard = findScorecard(config.scorecards, asked.scorecard);
    const visible = await access.visibleRefs(credentials);
    const { firstDay, lastDay } = period.now;
    const key = fingerprint([asked, firstDay, lastDay, this.keys.of(visible)]);
    return this.known.get(key, () =>
      this.compute({ ...asked }, { period, scorecard, visible, credentials }),
    );
  }

  private async compute(
    asked: ScopeCommand,
    {
      period,
      scorecard,
      visible,
      credentials,
    }: {
      readonly period: KpiPeriod;
      readonly scorecard: CompiledScorecard;
      readonly visible: readonly string[] | undefined;
      readonly credentials: BackstageCredentials;
    },
  ): Promise<KpisResponse> {
    const { config, ranking, reader, levels, now } = this.options;
    const owner = await this.options.scopes.owners(asked.owner);
    const scope = { ...asked, owner };
    const population = await this.population(scope, visible);
    const reports = await ranking.matching(scope, credentials);
    const found = await levels.read(population, scorecard, period, reports);
    const { isCurrent } = period;
    const cover = await reader.coverOf(population);
    const during = await reader.ofPeriod(
      population,
      cover,
      period.now,
      isCurrent,
    );
    // On SQLite nothing else would be served between two statements.
    await breathe();
    const current = await reader.ofNow(population);
    const measures: KpiMeasures = { ...during, ...current, ...found.now };
    await breathe();
    const before: KpiMeasures = {
      ...(await reader.ofPeriod(population, cover, period.before, false)),
      ...found.before,
    };
    const { id, title, levels: definedLevels } = scorecard.definition;
    return {
      from: period.now.firstDay,
      to: period.now.lastDay,
      previousFrom: period.before.firstDay,
      previousTo: period.before.lastDay,
      computedAt: isoTime(now()),
      services: population.services.length,
      scorecard: {
        id,
        title,
        levels: definedLevels.map(({ id: level, name }, index) => ({
          id: level,
          name,
          index,
        })),
      },
      items: config.kpis.definitions.map(definition =>
        present(definition, measures[definition.id], before[definition.id]),
      ),
      history: found.history,
    };
  }

  private async population(
    scope: ScopeCommand,
    visible: readonly string[] | undefined,
  ): Promise<KpiPopulation> {
    const seen = await this.options.scopes.services(visible);
    const services = [...seen.values()].filter(matchesScope(scope));
    return {
      visible,
      isNarrowed: narrows(scope),
      services,
      refs: services.map(({ entityRef }) => entityRef),
    };
  }
}
