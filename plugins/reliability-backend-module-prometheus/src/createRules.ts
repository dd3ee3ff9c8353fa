import { SloRules } from '@plimsoll/backstage-plugin-reliability-node';
import { PrometheusConfig } from './config';
import { PrometheusClient } from './PrometheusClient';
import { compareRules, generateRules } from './rules';

/** The rules that one Prometheus evaluates by itself. */
export function createRules(
  config: Pick<PrometheusConfig, 'scrapeInterval'>,
  client: PrometheusClient,
): SloRules {
  const stepMs = config.scrapeInterval;
  return {
    generate: (subjects, options) =>
      generateRules(subjects, { ...options, stepMs }),
    async drift(subjects, { signal }) {
      const loaded = await client.rules(signal);
      return new Map(
        subjects.map(subject => [
          subject.id,
          compareRules(subject, loaded, { stepMs }),
        ]),
      );
    },
  };
}
