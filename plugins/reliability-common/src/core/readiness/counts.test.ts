import {
  answerOf,
  compiledChecklist,
  doubt,
  itemOf,
  readinessOf,
} from '../../testUtils';
import { ChecklistItem } from './checklist';

describe('counting', () => {
  const items = [
    itemOf({ id: 'met' }),
    itemOf({ id: 'no', weight: 2 }),
    itemOf({ id: 'na', weight: 50 }),
    itemOf({ id: 'open', required: false }),
    itemOf({ id: 'old', phase: 'live', expires: 'P1D' }),
    itemOf({ id: 'doubted', phase: 'live', weight: 4 }),
    itemOf({ id: 'ending', phase: 'live', expires: 'P3D', weight: 2 }),
  ];
  const result = readinessOf(compiledChecklist(items), {
    met: { answer: answerOf() },
    no: { answer: answerOf({ value: 'no' }) },
    na: { answer: answerOf({ value: 'not-applicable' }) },
    old: { answer: answerOf() },
    doubted: { answer: answerOf(), contest: doubt },
    ending: { answer: answerOf() },
  });

  it('leaves out what is not applicable', () => {
    expect(result.counts).toEqual({
      total: 6,
      met: 2,
      requiredTotal: 5,
      requiredMet: 2,
      unanswered: 1,
      notMet: 1,
      expired: 1,
      contested: 1,
      expiring: 1,
      progress: 272,
    });
  });

  it('counts each phase alone and says what blocks it', () => {
    expect(
      result.phases.map(({ id, counts, blocking }) => ({
        id,
        met: counts.met,
        total: counts.total,
        progress: counts.progress,
        blocking,
      })),
    ).toEqual([
      { id: 'design', met: 1, total: 3, progress: 250, blocking: ['no'] },
      {
        id: 'live',
        met: 1,
        total: 3,
        progress: 285,
        blocking: ['old', 'doubted'],
      },
    ]);
  });

  it.each<[string, Partial<ChecklistItem>[], string[], number]>([
    ['everything is done where nothing applies', [], [], 1000],
    ['what weighs nothing counts by number', [{ weight: 0 }], [], 0],
    [
      'all of many small weights is all',
      Array(10).fill({ weight: 0.1 }),
      ['*'],
      1000,
    ],
    ['a third is rounded down', [{}, {}, {}], ['i0'], 333],
    ['two thirds are rounded down', [{}, {}, {}], ['i0', 'i1'], 666],
  ])('%s', (_, drafts, met, progress) => {
    const some = drafts.map((draft, index) =>
      itemOf({ ...draft, id: `i${index}` }),
    );
    const none = itemOf({ id: 'na' });
    const answered = some.filter(
      ({ id }) => met.includes(id) || met[0] === '*',
    );
    const answers = Object.fromEntries(
      answered.map(({ id }) => [id, { answer: answerOf() }]),
    );
    const { counts } = readinessOf(compiledChecklist([...some, none]), {
      ...answers,
      na: { answer: answerOf({ value: 'not-applicable' }) },
    });
    expect(counts.progress).toBe(progress);
  });
});
