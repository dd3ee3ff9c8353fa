import {
  answerOf,
  checkOf,
  compiled,
  compiledChecklist,
  DAY,
  definitionOf,
  doubt,
  itemOf,
  NOW,
  readinessOf,
  serviceFacts,
} from '../../testUtils';
import { factCatalogue } from '../facts';
import { assess } from '../maturity';
import {
  nextSignOffChange,
  PhaseSignOff,
  readinessFacts,
} from './readinessFacts';

const checklist = compiledChecklist([
  itemOf({ id: 'a', weight: 2 }),
  itemOf({ id: 'b', phase: 'live' }),
  itemOf({ id: 'c', phase: 'live', required: false }),
]);
const yes = { answer: answerOf() };
const na = { answer: answerOf({ value: 'not-applicable' }) };

const signOff = (
  phaseId: string,
  changed: Partial<PhaseSignOff> = {},
): PhaseSignOff => ({
  checklistId: 'launch',
  phaseId,
  approvedAt: NOW - 10 * DAY,
  valid: true,
  ...changed,
});

const valuesOf = (
  signOffs: readonly PhaseSignOff[],
  answers: Parameters<typeof readinessOf>[1] = { a: yes },
) =>
  readinessFacts([readinessOf(checklist, answers)], signOffs, NOW)[0].values
    .launch as Record<string, unknown>;

it('tells the counts, the progress in percent', () => {
  expect(valuesOf([], { a: yes, b: { ...yes, contest: doubt } })).toEqual({
    applies: true,
    progress: 50,
    total: 3,
    met: 1,
    requiredTotal: 2,
    requiredMet: 1,
    requiredMissing: 1,
    unanswered: 1,
    notMet: 0,
    expired: 0,
    contested: 1,
    expiring: 0,
    signedOff: false,
    signedOffValid: false,
    signedOffPhases: [],
  });
});

describe('signed off is', () => {
  const old = { approvedAt: NOW - 99.5 * DAY };
  it.each<
    [string, PhaseSignOff[], boolean, boolean, string[], number | undefined]
  >([
    ['nothing without a sign-off', [], false, false, [], undefined],
    ['a part', [signOff('design')], false, false, ['design'], 10],
    [
      'all, with every phase, as old as the oldest',
      [signOff('live'), signOff('design', old)],
      true,
      true,
      ['design', 'live'],
      99,
    ],
    [
      'all that holds no more',
      [signOff('live', { valid: false }), signOff('design')],
      true,
      false,
      ['design'],
      10,
    ],
    [
      'no phase that is gone',
      [signOff('design'), signOff('dusk')],
      false,
      false,
      ['design'],
      10,
    ],
    [
      'no phase of another checklist',
      [signOff('design', { checklistId: 'other' })],
      false,
      false,
      [],
      undefined,
    ],
  ])('%s', (_, signOffs, signedOff, valid, phases, age) => {
    expect(valuesOf(signOffs)).toMatchObject({
      signedOff,
      signedOffValid: valid,
      signedOffPhases: phases,
    });
    expect(valuesOf(signOffs).signedOffAgeDays).toBe(age);
  });

  it.each([
    ['no item of the other phase applies', { a: yes, b: na, c: na }],
    ['nothing is required in the other phase', { a: yes, b: na }],
  ])('all, where %s', (_, answers) => {
    const values = valuesOf([signOff('design')], answers);
    expect(values).toMatchObject({ signedOff: true, signedOffValid: true });
  });

  it.each([
    ['nothing without a sign-off', [], false],
    ['all with one', [signOff('live')], true],
    ['nothing that holds no more', [signOff('live', { valid: false })], false],
  ])('%s, where nothing is required at all', (_, signOffs, expected) => {
    const optional = compiledChecklist([
      itemOf({ id: 'a', required: false }),
      itemOf({ id: 'b', required: false, phase: 'live' }),
    ]);
    const [{ values }] = readinessFacts([readinessOf(optional)], signOffs, NOW);
    expect(values.launch).toMatchObject({ signedOffValid: expected });
  });
});

it('says of a checklist that does not apply only that', () => {
  const other = compiledChecklist([itemOf()], { when: 'false' });
  expect(readinessFacts([readinessOf(other)], [], NOW)).toMatchObject([
    { values: { launch: { applies: false } } },
  ]);
});

it.each([
  ['the last answer', { a: yes }, [], NOW - DAY],
  [
    'a later sign-off',
    { a: yes },
    [signOff('live', { approvedAt: NOW - 5 })],
    NOW - 5,
  ],
  [
    'the end of a sign-off',
    { a: yes },
    [signOff('live', { validUntil: NOW - 9 })],
    NOW - 9,
  ],
])('is as old as %s', (_, answers, signOffs, at) => {
  const assessment = readinessOf(checklist, answers);
  expect(readinessFacts([assessment], signOffs, NOW)[0]).toMatchObject({
    root: 'readiness',
    source: 'readiness',
    at,
  });
});

it.each([
  ['never without a sign-off', [], undefined],
  [
    'with the next whole day',
    [signOff('live', { approvedAt: NOW - 1.25 * DAY })],
    NOW + 0.75 * DAY,
  ],
  [
    'a day after one of this moment',
    [signOff('live', { approvedAt: NOW })],
    NOW + DAY,
  ],
  [
    'with the end, if sooner',
    [signOff('live', { validUntil: NOW + 5 })],
    NOW + 5,
  ],
])('changes %s', (_, signOffs, at) => {
  expect(nextSignOffChange(signOffs, NOW)).toBe(at);
});

it('documents every value that it tells', () => {
  const told = Object.keys(valuesOf([signOff('live')]));
  const documented = factCatalogue
    .filter(({ source }) => source === 'readiness')
    .map(({ key }) => key.replace('readiness["<checklist>"].', ''));
  expect(told.sort()).toEqual(documented.sort());
});

it('is what a scorecard checks', () => {
  const scorecard = compiled(
    definitionOf([
      checkOf({
        id: 'ready',
        pass: 'readiness["launch"].requiredMissing == 1 && readiness["launch"].progress >= 50.0',
      }),
      checkOf({ id: 'signed', pass: 'readiness["launch"].signedOffValid' }),
    ]),
    { checklistIds: ['launch'] },
  );
  const facts = readinessFacts([readinessOf(checklist, { a: yes })], [], NOW);
  const { checks } = assess([...serviceFacts(), ...facts], scorecard, NOW);
  expect(checks.map(({ outcome }) => outcome)).toEqual(['pass', 'fail']);
});
