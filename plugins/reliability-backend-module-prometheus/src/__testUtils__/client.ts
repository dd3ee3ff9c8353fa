import { ConfigReader } from '@backstage/config';
import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';
import { readPrometheusConfig } from '../config';
import { ClientOptions, PrometheusClient } from '../PrometheusClient';

/** The configuration of a source `main` at an address. */
export const configFor = (url: string, more: object = {}) =>
  readPrometheusConfig(
    new ConfigReader({ name: 'main', type: 'prometheus', url, ...more }),
  );

/** A client of a source `main` at an address. */
export const clientFor = (
  url: string,
  more: object = {},
  options: ClientOptions = {},
) => new PrometheusClient(configFor(url, more), options);

/** A signal that never aborts. */
export const never = () => new AbortController().signal;

/** The fault that a question ends with; fails the test where it is answered. */
export async function faultOf(question: Promise<unknown>) {
  const answer = await question.then(
    value => ({ value }),
    error => ({ error }),
  );
  if (!('error' in answer)) throw new Error('it was answered');
  if (!(answer.error instanceof SliSourceError)) throw answer.error;
  return { failure: answer.error.failure, message: answer.error.message };
}
