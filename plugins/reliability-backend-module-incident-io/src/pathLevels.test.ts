import { pathSchema } from './answers';
import { pathLevels } from './pathLevels';

const target = (id: string, more: object = {}) => ({
  id,
  type: 'schedule',
  urgency: 'high',
  ...more,
});
const level = (...targets: unknown[]) => ({
  type: 'level',
  level: { targets },
});
const branch = (then_path: unknown[], else_path: unknown[]) => ({
  type: 'if_else',
  if_else: { conditions: [], then_path, else_path },
});
const low = (id: string) => level(target(id, { urgency: 'low' }));

const read = (path: unknown[]) => {
  const found = pathLevels(pathSchema.parse({ id: '1', path }).path);
  return {
    ...found,
    levels: found.levels.map(targets => targets.map(({ id }) => id)),
  };
};

const exact = (levels: string[][]) => ({
  levels,
  branches: false,
  unreadable: 0,
});

describe('the levels of an escalation path', () => {
  it.each([
    [
      'are in the order of their steps',
      [level(target('A')), level(target('B'), target('C'))],
      exact([['A'], ['B', 'C']]),
    ],
    ['are none where there are no steps', [], exact([])],
    ['may have nobody', [level(), level(target('B'))], exact([[], ['B']])],
    [
      'leave out what pages nobody',
      [
        { type: 'notify_channel', notify_channel: { targets: [] } },
        level(target('#a', { type: 'slack_channel' })),
        level(target('A'), target('#a', { type: 'slack_channel' })),
        { type: 'delay' },
        { type: 'repeat', repeat: { repeat_times: 3 } },
      ],
      exact([['A']]),
    ],
    [
      'are those of the urgent branch',
      [branch([low('A')], [level(target('B')), level(target('C'))])],
      { ...exact([['B'], ['C']]), branches: true },
    ],
    [
      'are those of the first branch when both are urgent',
      [branch([level(target('A'))], [level(target('B'))])],
      { ...exact([['A']]), branches: true },
    ],
    [
      'are those of the other branch when the first is empty',
      [branch([], [low('B')])],
      { ...exact([['B']]), branches: true },
    ],
    [
      'are found in a branch of a branch',
      [level(target('A')), branch([branch([level(target('B'))], [])], [])],
      { ...exact([['A'], ['B']]), branches: true },
    ],
    [
      'are not known behind another path',
      [level(target('A')), { type: 'escalation_path' }],
      { ...exact([['A']]), unreadable: 1 },
    ],
    [
      'are not known where a step is of a wrong type',
      [
        { type: 'level', level: 7 },
        { type: 'level', level: { targets: 'A' } },
      ],
      { ...exact([]), unreadable: 2 },
    ],
    [
      'count targets that cannot be understood',
      [level(target('A'), 'B', { type: 'user' })],
      { ...exact([['A']]), unreadable: 2 },
    ],
  ])('%s', (_, path, wanted) => {
    expect(read(path)).toEqual(wanted);
  });

  it('cannot be told from an answer without steps', () => {
    expect(pathSchema.safeParse({ id: '1', name: 'A' }).success).toBe(false);
  });
});
