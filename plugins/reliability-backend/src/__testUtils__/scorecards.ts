import { JsonObject } from '@backstage/types';

export const check = (id: string, changed: JsonObject = {}): JsonObject => ({
  id,
  title: `Check ${id}`,
  level: 'bronze',
  pass: 'true',
  ...changed,
});

/** Bronze for an owner in the catalog, Silver for a well tested service, as `ci` pushes it. */
export const ladder = (changed: JsonObject = {}): JsonObject => ({
  id: 'ladder',
  title: 'Ladder',
  levels: [
    { id: 'bronze', name: 'Bronze' },
    { id: 'silver', name: 'Silver' },
  ],
  checks: [
    check('owned', { pass: 'entity.ownerExists' }),
    check('tested', {
      level: 'silver',
      pass: 'facts["ci/coverage"] >= 80.0',
    }),
  ],
  ...changed,
});

/** Configuration in which only these scorecards are in force. */
export const only = (...scorecards: JsonObject[]): JsonObject => ({
  disabledScorecards: ['reliability'],
  scorecards,
});
