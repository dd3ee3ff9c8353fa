import { SliSourceError } from '@plimsoll/backstage-plugin-reliability-node';

/** By name: a module may bring a copy of the package, whose class is another one. */
export const isSliSourceError = (error: unknown): error is SliSourceError =>
  error instanceof Error && error.name === 'SliSourceError';
