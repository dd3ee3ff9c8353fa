import fs from 'node:fs';
import path from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { fleet } from './fleet';
import { failedMetricOf, metricOf, SCRAPE_MS } from './sloPrometheus';

/** One service in so many also has an SLO whose events are pushed. */
const PUSHED_EVERY = 10;

const TARGETS = [99, 99.5, 99.9, 99.95];

/** Numbers of the services with a pushed SLO. */
export const pushedServices = (services: number): number[] =>
  Array.from(
    { length: Math.ceil(services / PUSHED_EVERY) },
    (_, index) => index * PUSHED_EVERY,
  );

function document(service: number): string {
  const measured = [
    'apiVersion: plimsoll.dev/v1',
    'kind: SLO',
    'name: availability',
    `target: ${TARGETS[service % TARGETS.length]}`,
    'window: 30d',
    `bad: sum(${failedMetricOf(service)})`,
    `total: sum(${metricOf(service)})`,
    'source: prom',
  ];
  const pushed = [
    '---',
    'apiVersion: plimsoll.dev/v1',
    'kind: SLO',
    'name: letters',
    'target: 99',
    'window: 30d',
    'pushed: true',
  ];
  return [...measured, ...(service % PUSHED_EVERY ? [] : pushed), ''].join(
    '\n',
  );
}

/**
 * The fleet with an SLO for every service, in a file beside it.
 *
 * @param folder - where the files are written
 */
export function fleetWithSlos(services: number, folder: string): Entity[] {
  fs.mkdirSync(folder, { recursive: true });
  return fleet(services).map(entity => {
    const [, index] = /^service-(\d+)$/.exec(entity.metadata.name) ?? [];
    if (entity.kind !== 'Component' || index === undefined) return entity;
    const file = `slo-${index}.yaml`;
    fs.writeFileSync(path.join(folder, file), document(Number(index)));
    const annotations = {
      ...entity.metadata.annotations,
      'backstage.io/source-location': `file:${folder}/`,
      'plimsoll.dev/slo': file,
    };
    return { ...entity, metadata: { ...entity.metadata, annotations } };
  });
}

/** The section `reliability` with one Prometheus; tiers, scorecard and checklist are those that ship. */
export const sloSection = (url: string): JsonObject => ({
  slo: {
    sources: [
      {
        name: 'prom',
        type: 'prometheus',
        default: true,
        url,
        timeout: 'PT1M',
        scrapeInterval: `PT${SCRAPE_MS / 1000}S`,
      },
    ],
  },
});
