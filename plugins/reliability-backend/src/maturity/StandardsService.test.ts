import { factCatalogue } from '@plimsoll/backstage-plugin-reliability-common';
import { configOf } from '../__testUtils__/harness';
import { check, ladder } from '../__testUtils__/scorecards';
import { StandardsService } from './StandardsService';

const config = configOf({
  scorecards: [
    ladder({
      description: 'For all',
      checks: [
        check('a', { dimension: 'people', why: 'Because.' }),
        check('b', { level: 'silver' }),
        check('c', { dimension: 'people' }),
      ],
    }),
  ],
});
const standards = new StandardsService({ config });

it('lists the scorecards in force, with their checks by title', () => {
  const { items } = standards.scorecards();
  expect(items.map(({ id }) => id)).toEqual(['reliability', 'ladder']);
  expect(items[1]).toEqual({
    id: 'ladder',
    title: 'Ladder',
    description: 'For all',
    hash: config.scorecards[1].hash,
    levels: [
      { id: 'bronze', name: 'Bronze' },
      { id: 'silver', name: 'Silver' },
    ],
    dimensions: ['people', 'general'],
    checks: [
      { id: 'a', title: 'Check a' },
      { id: 'b', title: 'Check b' },
      { id: 'c', title: 'Check c' },
    ],
  });
});

it('gives one scorecard as it is configured', () => {
  const { definition, hash } = standards.scorecard('ladder');
  expect(hash).toBe(config.scorecards[1].hash);
  expect(definition.checks[0]).toMatchObject({ pass: 'true', why: 'Because.' });
  expect(() => standards.scorecard('x')).toThrow('There is no scorecard "x"');
});

it('lists every fact that a check can use', () => {
  expect(standards.facts().items).toEqual(factCatalogue);
});
