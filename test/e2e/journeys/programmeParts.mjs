/** Addresses and questions of the lead's view, as its journeys need them. */
import { standingOf } from './places.mjs';

export const programme = (part = '') => `/reliability/programme${part}`;
export const dayIn = days =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const button = (within, name) =>
  within.getByRole('button', { name, exact: true }).first();

/** The checks that the service fails, the first one first. */
export const failing = async (portal, service) =>
  (await standingOf(portal, service)).checks.filter(
    ({ outcome, enforcement }) =>
      outcome === 'fail' && enforcement === 'enforced',
  );
