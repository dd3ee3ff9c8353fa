import { escalationSchema, routingSchema } from './answers';
import { escalationPlan, notifyPlan, routingOf, withOthers } from './plan';

const schedule = (id: string) => ({ type: 'schedule', id });

const rule = (recipient: unknown, delay?: unknown, notifyType?: string) => ({
  recipient,
  delay,
  notifyType,
});

const inMinutes = (timeAmount: number) => ({
  timeAmount,
  timeUnit: 'minutes',
});

/** Levels as text, such as `schedule A + user U`. */
function read(rules: unknown[], more: object = {}) {
  const plan = escalationPlan(escalationSchema.parse({ rules, ...more }));
  return {
    levels: plan.levels.map(targets =>
      targets.map(({ type, id }) => `${type} ${id}`).join(' + '),
    ),
    unreadable: plan.unreadable,
    warnings: plan.warnings.length,
  };
}

const told = (levels: string[], unreadable = 0, warnings = 0) => ({
  levels,
  unreadable,
  warnings,
});

describe('the levels of an escalation', () => {
  it.each([
    [
      'are in the order of delays, as Opsgenie tells them',
      [
        rule(schedule('B'), inMinutes(10)),
        rule(schedule('A'), inMinutes(0)),
        rule(schedule('C'), { timeAmount: 1, timeUnit: 'hours' }),
      ],
      told(['schedule A', 'schedule B', 'schedule C']),
    ],
    [
      'are in the order of delays, as Jira tells them',
      [rule(schedule('B'), 5), rule(schedule('A'), 0)],
      told(['schedule A', 'schedule B']),
    ],
    [
      'are one where rules page at the same time',
      [
        rule(schedule('A'), 0),
        rule({ type: 'user', id: 'U' }, 0),
        rule(schedule('B'), 5),
      ],
      told(['schedule A + user U', 'schedule B']),
    ],
    [
      'are in the order of rules where a delay is not told',
      [rule(schedule('B'), 5), rule(schedule('A')), rule(schedule('C'))],
      told(['schedule B', 'schedule A', 'schedule C']),
    ],
    ['may be none', [], told([])],
    [
      'may have nobody',
      [rule({ type: 'none' }, 0), rule({ type: 'noone' }, 5)],
      told(['', '']),
    ],
    [
      'are not known where a recipient cannot be followed',
      [
        rule(schedule('A'), 0),
        rule({ type: 'escalation', id: 'E' }, 5),
        rule({ type: 'schedule' }, 10),
        rule('U', 15),
        rule(schedule('B'), 20, 'a new way'),
        'rule',
      ],
      told(['schedule A', '', '', '', ''], 5),
    ],
  ])('%s', (_, rules, wanted) => {
    expect(read(rules)).toEqual(wanted);
  });

  it('are none while it is disabled, and that is said', () => {
    const rules = [rule(schedule('A'), 0)];
    expect(read(rules, { enabled: false })).toEqual(told([], 0, 1));
  });

  it('cannot be told from an answer without rules', () => {
    expect(escalationSchema.safeParse({ id: 'E' }).success).toBe(false);
  });
});

describe('the routing rules of a team', () => {
  const route = (id: string, more: object = {}) =>
    routingSchema.parse({ notify: { type: 'escalation', id }, ...more });

  it.each([
    ['the default one', [route('A', { isDefault: true }), route('B')], 'A', 1],
    [
      'the last where none is the default',
      [route('B', { order: 1 }), route('A', { order: 0 })],
      'B',
      1,
    ],
    ['the only one', [route('A')], 'A', 0],
    ['none where there are none', [], undefined, 0],
  ])('come to %s', (_, rules, id, others) => {
    const routing = routingOf(rules);
    expect(routing.notify?.id).toBe(id);
    expect(routing.others).toBe(others);
  });

  it.each([
    ['a schedule', schedule('A'), { levels: 1, unreadable: 0, warnings: 0 }],
    ['nobody', { type: 'none' }, { levels: 0, unreadable: 0, warnings: 1 }],
    ['what is not told', undefined, { levels: 0, unreadable: 1, warnings: 0 }],
    [
      'what is not known',
      { type: 'robot', id: 'R' },
      { levels: 0, unreadable: 1, warnings: 0 },
    ],
  ])('may page %s', (_, notify, wanted) => {
    const plan = notifyPlan(routingSchema.parse({ notify }).notify);
    expect({
      levels: plan.levels.length,
      unreadable: plan.unreadable,
      warnings: plan.warnings.length,
    }).toEqual(wanted);
  });

  it('are an estimate when there are several', () => {
    const plan = notifyPlan(route('A').notify);
    expect(withOthers(plan, 0)).toBe(plan);
    expect(withOthers(plan, 2)).toMatchObject({
      estimated: true,
      warnings: [expect.stringMatching(/^2 further routing rules/)],
    });
  });
});
