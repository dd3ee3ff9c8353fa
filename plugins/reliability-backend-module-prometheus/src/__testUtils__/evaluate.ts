import {
  evaluateSlo,
  indicatorsOf,
  ObjectiveEvaluation,
  planWindows,
  Slo,
  TimeRange,
} from '@plimsoll/backstage-plugin-reliability-common';
import { PrometheusClient } from '../PrometheusClient';
import { PrometheusSource } from '../PrometheusSource';
import { configFor, never } from './client';
import { AT, MINUTE } from './services';

/** The source `main` at an address, whose targets are scraped every minute. */
export function sourceFor(url: string, more: object = {}) {
  const config = configFor(url, { scrapeInterval: 'PT1M', ...more });
  return new PrometheusSource(config, new PrometheusClient(config));
}

/** Evaluates an SLO on a source, as the backend does; answers its only objective. */
export async function evaluateOn(
  source: PrometheusSource,
  slo: Slo,
  corrections: readonly TimeRange[] = [],
): Promise<ObjectiveEvaluation> {
  const [{ key, indicator }] = indicatorsOf(slo);
  const windows = planWindows(slo, indicator, AT, corrections);
  const options = { signal: never() };
  const measurement = await source.measure({ indicator, windows }, options);
  const coverage = await source.coverage(
    { indicator, windows: windows.slice(0, 1) },
    options,
  );
  const { objectives } = evaluateSlo({
    slo,
    at: AT,
    measured: new Map([[key, measurement]]),
    coverage: new Map([[key, coverage.period]]),
    corrections,
    policy: {
      atRiskBelow: 0.2,
      severities: ['page', 'ticket'],
      provisionalBelow: 0.5,
    },
    scrapeIntervalMs: MINUTE,
  });
  return objectives[0];
}

/** The alerts that are on: `page 1h/5m`. */
export const firing = ({ alerts }: ObjectiveEvaluation) =>
  alerts
    .filter(({ state }) => state === 'firing')
    .map(({ severity, long, short }) => `${severity} ${long}/${short}`);

/** The burn rate of a window. */
export const burnOf = ({ burns }: ObjectiveEvaluation, window: string) =>
  burns.find(burn => burn.window === window)?.rate;
