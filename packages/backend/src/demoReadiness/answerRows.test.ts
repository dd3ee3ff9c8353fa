import { AnswerableItem, answerRows } from './answerRows';
import { DemoAnswers, DemoProfile } from './readDemoAnswers';

const NOW = new Date('2026-11-21T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

const item = (
  id: string,
  changed: Partial<AnswerableItem> = {},
): AnswerableItem => ({
  id,
  category: 'data',
  phase: 'design',
  automatic: false,
  evidenceRule: 'optional',
  ...changed,
});
const items = [
  item('backup'),
  item('restore', { phase: 'live' }),
  item('cost', { category: 'cost' }),
  item('owner', { automatic: true }),
];

const file: DemoAnswers = {
  checklist: 'launch',
  evidence: { backup: ['Age of the backup', 'grafana/d/backup-$service'] },
  notes: { backup: 'Every hour.' },
  services: [],
};
const rowsOf = (profile: Partial<DemoProfile>, about = items) =>
  answerRows(
    { service: 'pay', authors: ['ann'], age: 'P30D', ...profile },
    file,
    about,
    NOW,
  );
const idsOf = (profile: Partial<DemoProfile>) =>
  rowsOf(profile).map(({ itemId }) => itemId);

describe('answerRows', () => {
  it.each<[string, Partial<DemoProfile>, string[]]>([
    ['nothing', {}, []],
    [
      'all but what a rule answers',
      { yes: 'all' },
      ['backup', 'restore', 'cost'],
    ],
    ['an item', { yes: ['cost'] }, ['cost']],
    ['a phase', { yes: ['live'] }, ['restore']],
    ['a category', { yes: ['data'] }, ['backup', 'restore']],
    ['all but a category', { yes: 'all', except: ['data'] }, ['cost']],
    ['also what is not met', { no: { cost: 'Too much.' } }, ['cost']],
  ])('answers %s', (_, profile, expected) => {
    expect(idsOf(profile)).toEqual(expected);
  });

  it('writes the usual note and evidence, with the author and the time', () => {
    const [row] = rowsOf({ yes: ['backup'], ages: { backup: 'P1D' } });
    expect(row).toEqual({
      entityRef: 'component:default/pay',
      itemId: 'backup',
      answer: 'yes',
      note: 'Every hour.',
      evidence: [
        {
          title: 'Age of the backup',
          url: 'https://grafana.kittiwake.example/d/backup-pay',
        },
      ],
      at: '2026-11-20T12:00:00.000Z',
      by: 'user:default/ann',
    });
  });

  it('prefers the words of the team, and no evidence for what is not met', () => {
    const own = { yes: 'all', notes: { backup: 'Twice a day.' } } as const;
    expect(rowsOf(own)[0].note).toBe('Twice a day.');
    expect(rowsOf({ no: { backup: 'Never.' } })[0]).toMatchObject({
      answer: 'no',
      note: 'Never.',
      evidence: [],
    });
    expect(
      rowsOf({ yes: 'all', 'not-applicable': { backup: 'No data.' } })[0],
    ).toMatchObject({ answer: 'not-applicable', note: 'No data.' });
  });

  it('leaves evidence out where the item takes none', () => {
    const [row] = rowsOf({ yes: 'all' }, [
      item('backup', { evidenceRule: 'none' }),
    ]);
    expect(row.evidence).toEqual([]);
  });

  it('spreads the answers over three weeks, each time alike', () => {
    const ages = rowsOf({ yes: 'all' }).map(
      ({ at }) => (NOW.getTime() - Date.parse(at)) / DAY,
    );
    expect(new Set(ages).size).toBe(ages.length);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...ages)).toBeLessThan(51);
    expect(rowsOf({ yes: 'all' })).toEqual(rowsOf({ yes: 'all' }));
  });
});
