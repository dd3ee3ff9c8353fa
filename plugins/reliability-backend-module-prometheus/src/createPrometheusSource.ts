import { Config } from '@backstage/config';
import { readPrometheusConfig } from './config';
import { PrometheusClient } from './PrometheusClient';
import { PrometheusSource } from './PrometheusSource';

/**
 * Makes the source of one entry of `reliability.slo.sources`.
 *
 * @throws InputError with the path of every key that is wrong
 */
export function createPrometheusSource(config: Config): PrometheusSource {
  const checked = readPrometheusConfig(config);
  return new PrometheusSource(checked, new PrometheusClient(checked));
}
