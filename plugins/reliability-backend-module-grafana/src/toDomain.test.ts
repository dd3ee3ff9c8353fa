import { stepSchema } from './answers';
import { planOf, toDirect, toEntry, toPerson, toShift } from './toDomain';

const good = {
  user_pk: 'UANA',
  user_email: 'Ana@Example.com',
  user_username: 'ana',
  shift_start: '2026-06-15T12:00:00Z',
  shift_end: '2026-06-22T12:00:00+02:00',
};

const shiftOf = (changed: object) => {
  const entry = toEntry({ ...good, ...changed });
  return entry && toShift(entry, { level: null });
};

describe('a final shift', () => {
  it('is a shift without a level', () => {
    expect(shiftOf({})).toEqual({
      start: Date.parse('2026-06-15T12:00:00Z'),
      end: Date.parse('2026-06-22T10:00:00Z'),
      level: null,
      person: { id: 'UANA', name: 'ana', email: 'ana@example.com' },
      source: 'rotation',
      shadow: false,
    });
  });

  it.each([
    ['no e-mail', { user_email: '' }, { id: 'UANA', name: 'ana' }],
    ['no e-mail at all', { user_email: null }, { id: 'UANA', name: 'ana' }],
    [
      'no name: the e-mail',
      { user_username: 7 },
      { id: 'UANA', name: 'ana@example.com', email: 'ana@example.com' },
    ],
    [
      'neither',
      { user_username: null, user_email: [] },
      { id: 'UANA', name: 'Somebody without a name' },
    ],
  ])('%s', (_, changed, person) => {
    expect(shiftOf(changed)?.person).toEqual(person);
  });

  it.each([
    ['without a person', { user_pk: undefined }],
    ['with a start that is no time', { shift_start: 'soon' }],
    ['without an end', { shift_end: null }],
  ])('%s is not understood', (_, changed) => {
    expect(shiftOf(changed)).toBeUndefined();
  });

  it('of a chain has the level and the name of its schedule', () => {
    const entry = toEntry(good)!;
    expect(toShift(entry, { level: 2, schedule: 'Second' })).toMatchObject({
      level: 2,
      schedule: 'Second',
    });
  });
});

it('whoever is paged directly is always', () => {
  expect(toDirect(toPerson('U1'), 3)).toEqual({
    start: null,
    end: null,
    level: 3,
    person: { id: 'U1', name: 'Somebody without a name' },
    source: 'direct',
    shadow: false,
  });
});

describe('levels of a chain', () => {
  const on = (id: string | null) => ({
    type: 'notify_on_call_from_schedule',
    notify_on_call_from_schedule: id,
  });
  const persons = (...ids: string[]) => ({
    type: 'notify_persons',
    persons_to_notify: ids,
  });
  const turn = (...ids: string[]) => ({
    type: 'notify_person_next_each_time',
    persons_to_notify_next_each_time: ids,
  });
  const wait = { type: 'wait', duration: 60 };
  const other = (type: string) => ({ type });

  const plan = (steps: readonly object[]) =>
    planOf(
      steps.map((step, position) =>
        stepSchema.parse({ escalation_chain_id: 'F', position, ...step }),
      ),
    );
  const levels = (steps: readonly object[]) =>
    plan(steps)
      .levels.map(each => [...each.schedules, ...each.people].join('+'))
      .join(' > ');

  it.each([
    ['no step', [], ''],
    ['one schedule', [on('A')], 'A'],
    ['two with a wait between', [on('A'), wait, on('B')], 'A > B'],
    ['two at the same time', [on('A'), on('B')], 'A+B'],
    ['the same twice at once', [on('A'), on('A')], 'A'],
    ['the same again later', [on('A'), wait, on('A')], 'A > A'],
    ['a wait before', [wait, wait, on('A')], 'A'],
    ['people and a schedule', [persons('U', 'V'), on('A')], 'A+U+V'],
    ['people in turn', [on('A'), wait, turn('U', 'V')], 'A > U+V'],
    [
      'steps that page nobody',
      [on('A'), other('trigger_webhook'), wait, other('resolve'), on('B')],
      'A > B',
    ],
    ['a channel', [other('notify_whole_channel'), wait, on('A')], 'A'],
    [
      'an order that is told by positions',
      [
        { ...on('B'), position: 5 },
        { ...wait, position: 3 },
        { ...on('A'), position: 1 },
      ],
      'A > B',
    ],
    ['a schedule that is gone', [on(null), wait, on('B')], ' > B'],
    ['a list of the wrong type', [{ ...persons(), persons_to_notify: 5 }], ''],
  ])('%s', (_, steps, wanted) => {
    expect(levels(steps)).toBe(wanted);
  });

  it.each([
    ['plain', [on('A')], 'exact', []],
    [
      'certain times',
      [other('notify_if_time_from_to'), on('A')],
      'estimated',
      ['at certain times'],
    ],
    [
      'a condition',
      [other('notify_if_num_alerts_in_window'), on('A')],
      'estimated',
      ['under a condition'],
    ],
    ['a group', [other('notify_user_group')], 'unknown', ['pages a group']],
    ['a team', [other('notify_team_members')], 'unknown', ['pages a group']],
    ['a new type', [other('notify_moon')], 'unknown', ['is not known here']],
    ['no type', [other('')], 'unknown', ['is not known here']],
    [
      'nobody paged',
      [other('declare_incident'), other('repeat_escalation')],
      'exact',
      [],
    ],
    ['no schedule', [on(null)], 'exact', ['names no schedule']],
  ])('with %s', (_, steps, gaps, warnings) => {
    expect(plan(steps)).toMatchObject({
      gaps,
      warnings: warnings.map(text => expect.stringContaining(text)),
    });
  });
});
