import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  dryRunRequestSchema,
  DryRunResponse,
  indicatorsOf,
  Objective,
  reliabilitySloDryRunPermission,
  replay,
  SliStep,
  Slo,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull, isoTime } from '../database/dates';
import { parseSloFile } from './documents/parseSloFile';
import { dryRunRange, DryRunRange } from './dryRunRange';
import { SliSources } from './SliSources';

type DryRunCommand = z.output<typeof dryRunRequestSchema>;

/** People wait for it, and a source that takes longer needs a shorter draft. */
const TIMEOUT_MS = 30_000;
const MAX_POINTS = 400;

/** How a draft would have done over what happened. It is the one read that asks a source. */
export class DryRunService {
  private readonly running = new Set<string>();

  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly sources: SliSources;
      readonly now: () => number;
      readonly timeoutMs?: number;
    },
  ) {}

  /**
   * @throws NotAllowedError when the caller lacks the permission
   * @throws InputError when the document has no such SLO, or its source gives no answer
   */
  async run(
    command: DryRunCommand,
    credentials: BackstageCredentials,
  ): Promise<DryRunResponse> {
    await this.options.access.require(
      reliabilitySloDryRunPermission,
      credentials,
    );
    const caller = nameOf(credentials);
    if (this.running.has(caller)) {
      throw new InputError(
        'Another dry run of yours is still under way; wait until it ends',
      );
    }
    this.running.add(caller);
    try {
      return await this.runAlone(command);
    } finally {
      this.running.delete(caller);
    }
  }

  private async runAlone(command: DryRunCommand): Promise<DryRunResponse> {
    const { sources, config, now } = this.options;
    const { slos, diagnostics } = parseSloFile(
      command.document,
      { sources: sources.context },
      sources.check,
    );
    const slo = choose(slos, command.name, diagnostics);
    const at = now() - config.slo.ingestionDelayMs;
    const range = dryRunRange(slo, command.days, at);
    const steps = await this.withinTime(signal =>
      this.measure(slo, range, signal),
    );
    const { stepMs, from, to } = range;
    return {
      name: slo.name,
      stepMs,
      from: isoTime(from),
      to: isoTime(to),
      objectives: slo.objectives.map(objective => ({
        id: objective.id,
        title: objective.title,
        target: objective.target,
        ...replayed(slo, objective, range, steps.get(objective.id)!),
      })),
      diagnostics: [...diagnostics],
    };
  }

  /** The steps of every objective; objectives that share an indicator share its steps. */
  private async measure(
    slo: Slo,
    range: DryRunRange,
    signal: AbortSignal,
  ): Promise<Map<string, readonly SliStep[]>> {
    const byObjective = new Map<string, readonly SliStep[]>();
    for (const { indicator, objectiveIds } of indicatorsOf(slo)) {
      const { sli } = indicator;
      const { source: name } = sli.kind === 'ratio' ? sli.total : sli.query;
      const source = this.options.sources.find(name);
      if (!source) throw new InputError(`There is no source "${name}"`);
      if (source.kind === 'status') {
        throw new InputError(
          `The source "${name}" only reports the status of SLOs; it cannot be asked about a draft`,
        );
      }
      const { steps } = await source.series(indicator, range, { signal });
      objectiveIds.forEach(id => byObjective.set(id, steps));
    }
    return byObjective;
  }

  private async withinTime<T>(
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { timeoutMs = TIMEOUT_MS } = this.options;
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(
          new InputError(
            `The source did not answer within ${
              timeoutMs / 1000
            } seconds; ask for fewer days`,
          ),
        );
        controller.abort();
      }, timeoutMs);
    });
    try {
      return await Promise.race([ask(controller.signal), tooLate]);
    } catch (error) {
      throw error instanceof SliSourceError
        ? new InputError(error.message)
        : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

function choose(
  slos: readonly Slo[],
  name: string | undefined,
  diagnostics: Readonly<DryRunResponse['diagnostics']>,
): Slo {
  const slo =
    name === undefined ? slos[0] : slos.find(each => each.name === name);
  if (slo) return slo;
  const problem = diagnostics.find(({ severity }) => severity === 'error');
  if (problem) {
    throw new InputError(
      `document: line ${problem.line}, column ${problem.column}: ${problem.message}`,
    );
  }
  throw new InputError(
    slos.length === 0
      ? 'document: there is no SLO in it'
      : `name: there is no SLO "${name}" in the document, only ${slos
          .map(each => each.name)
          .join(', ')}`,
  );
}

function replayed(
  slo: Slo,
  objective: Objective,
  { stepMs, from, to }: DryRunRange,
  steps: readonly SliStep[],
) {
  const { points, alerts, suggestedTarget } = replay({
    slo,
    objective,
    steps,
    stepMs,
    from,
    to,
    maxPoints: MAX_POINTS,
  });
  return {
    suggestedTarget,
    points: points.map(point => ({ ...point, at: isoTime(point.at) })),
    alerts: alerts.map(alert => ({
      ...alert,
      from: isoTime(alert.from),
      to: isoOrNull(alert.to),
    })),
  };
}
