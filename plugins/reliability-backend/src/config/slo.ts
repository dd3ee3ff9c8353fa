import { Duration } from 'luxon';
import { KEY, Problems, repeated } from './problems';
import { Raw } from './schema';

/** A source of SLIs as it is known before anything is asked of it. */
export interface SliSourceEntry {
  readonly name: string;
  readonly type: string;
  /** Whether queries that name no source are for it. */
  readonly default: boolean;
}

/** How SLOs are evaluated. Durations are milliseconds. */
export interface SloConfig {
  readonly evaluateEveryMs: number;
  /** What is younger may still be incomplete at a source. */
  readonly ingestionDelayMs: number;
  /** A window of which a lower share has samples is provisional. */
  readonly provisionalBelow: number;
  /** Those configured; the one of pushed samples is not among them. */
  readonly sources: readonly SliSourceEntry[];
  /** Address of the portal without a slash at its end; empty where it is not configured. */
  readonly portalUrl: string;
}

const milliseconds = (iso: string) => Duration.fromISO(iso).toMillis();

/** Reads `reliability.slo`; the only source of all is the default one. */
export function readSlo(
  { slo }: Pick<Raw, 'slo'>,
  baseUrl: string | undefined,
  problems: Problems,
): SloConfig {
  const at = `${KEY}.slo.sources`;
  problems.push(
    ...repeated(
      slo.sources.map(({ name }) => name),
      index => `${at}[${index}].name`,
    ),
  );
  slo.sources
    .map((source, index) => ({ source, index }))
    .filter(({ source }) => source.default)
    .slice(1)
    .forEach(({ index }) =>
      problems.push(`${at}[${index}].default: another source is the default`),
    );
  return {
    evaluateEveryMs: milliseconds(slo.evaluateEvery),
    ingestionDelayMs: milliseconds(slo.ingestionDelay),
    provisionalBelow: slo.provisionalBelow,
    sources: slo.sources.map(({ name, type, default: isDefault }) => ({
      name,
      type,
      default: isDefault ?? slo.sources.length === 1,
    })),
    portalUrl: (baseUrl ?? '').replace(/\/+$/, ''),
  };
}
