import { LogEntry } from './answers';
import { People, storyOf } from './story';

const T0 = Date.parse('2026-06-15T12:00:00Z');
const at = (seconds: number) => T0 + seconds * 1000;

const people: People = {
  person: reference =>
    reference?.id
      ? { id: reference.id, name: `name of ${reference.id}` }
      : undefined,
  timeZone: id => (id === 'ANA' ? 'Europe/Oslo' : undefined),
};

const human = (id: string) => ({ id, type: 'user_reference' });
const MACHINE = { id: 'PSVC', type: 'service_reference' };

let count = 0;
const entry = (
  type: string,
  seconds: number,
  more: Partial<LogEntry> = {},
): LogEntry => {
  count += 1;
  return {
    id: `R${count}`,
    type: `${type}_log_entry`,
    created_at: new Date(at(seconds)).toISOString(),
    incident: undefined,
    ...more,
  } as LogEntry;
};
const by = (id: string) => ({ agent: human(id) });
const call = (id: string, seconds: number, channel = 'push_notification') =>
  entry('notify', seconds, {
    agent: MACHINE,
    user: human(id),
    channel: { type: 'auto', notification: { type: channel } },
  } as Partial<LogEntry>);

const story = (...log: LogEntry[]) => storyOf(log, people);

describe('who acknowledged', () => {
  it.each([
    ['nobody', [], undefined],
    [
      'the first, in whatever order they come',
      [entry('acknowledge', 90, by('BO')), entry('acknowledge', 60, by('ANA'))],
      at(60),
    ],
    [
      'no integration',
      [
        entry('acknowledge', 10, { agent: MACHINE }),
        entry('acknowledge', 60, by('ANA')),
      ],
      at(60),
    ],
    [
      'nobody, where the agent is not told',
      [entry('acknowledge', 10)],
      undefined,
    ],
    [
      'nobody, at a time that is none',
      [entry('acknowledge', 0, { ...by('ANA'), created_at: 'soon' })],
      undefined,
    ],
  ])('%s', (_, log, wanted) => {
    expect(story(...log).acknowledgedAt).toBe(wanted);
  });
});

describe('when it was reopened', () => {
  it.each([
    ['never', [entry('trigger', 0), entry('resolve', 60)], []],
    [
      'when it was triggered again',
      [entry('trigger', 0), entry('resolve', 60), entry('trigger', 90)],
      [90],
    ],
    [
      'twice',
      [
        entry('resolve', 60),
        entry('acknowledge', 90, by('ANA')),
        entry('resolve', 120),
        entry('escalate', 150),
        entry('unacknowledge', 160),
      ],
      [90, 150],
    ],
    [
      'not by a note afterwards',
      [entry('resolve', 60), entry('annotate', 90), call('ANA', 95)],
      [],
    ],
  ])('%s', (_, log, wanted) => {
    const { reopenedAt } = story(...log);
    expect(reopenedAt).toEqual(wanted.map(at));
  });

  it('the last resolution counts', () => {
    const { resolvedAt } = story(
      entry('resolve', 60),
      entry('trigger', 90),
      entry('resolve', 120),
    );
    expect(resolvedAt).toBe(at(120));
  });
});

describe('who was called', () => {
  const calls = (...log: LogEntry[]) =>
    story(...log).pages.map(page => [
      page.person?.id,
      (page.at - T0) / 1000,
      page.acknowledgedAt && (page.acknowledgedAt - T0) / 1000,
    ]);

  it.each([
    [
      'by push, text and call within a minute: one time',
      [call('ANA', 0), call('ANA', 20, 'sms'), call('ANA', 59, 'phone')],
      [['ANA', 0, null]],
    ],
    [
      'a minute later: again',
      [call('ANA', 0), call('ANA', 60)],
      [
        ['ANA', 0, null],
        ['ANA', 60, null],
      ],
    ],
    [
      'e-mail does not count',
      [call('ANA', 0, 'email'), call('ANA', 30, 'sms')],
      [['ANA', 30, null]],
    ],
    [
      'each for themselves',
      [call('ANA', 0), call('BO', 10)],
      [
        ['ANA', 0, null],
        ['BO', 10, null],
      ],
    ],
    [
      'the answer is their own, and a later one',
      [
        entry('acknowledge', 5, by('BO')),
        call('ANA', 0),
        call('BO', 10),
        entry('acknowledge', 40, by('BO')),
      ],
      [
        ['ANA', 0, null],
        ['BO', 10, 40],
      ],
    ],
  ])('%s', (_, log, wanted) => {
    expect(calls(...log)).toEqual(wanted);
  });

  it('of a channel that is not told, too', () => {
    expect(calls(entry('notify', 3, { user: human('ANA') }))).toHaveLength(1);
    const email = { channel: { type: 'email' } } as Partial<LogEntry>;
    expect(calls(entry('notify', 3, { user: human('ANA'), ...email }))).toEqual(
      [],
    );
  });

  it.each([
    [
      'an integration resolved it',
      [entry('resolve', 60, { agent: MACHINE })],
      true,
    ],
    ['somebody resolved it', [entry('resolve', 60, by('ANA'))], false],
    [
      'somebody had looked',
      [
        entry('acknowledge', 30, by('BO')),
        entry('resolve', 60, { agent: MACHINE }),
      ],
      false,
    ],
    ['it is still open', [], false],
  ])('went away without anybody: %s', (_, log, wanted) => {
    const { pages } = story(call('ANA', 0), ...log);
    expect(pages.map(({ autoResolved }) => autoResolved)).toEqual([wanted]);
  });

  it('in the time zone of each', () => {
    const { pages } = story(call('ANA', 0), call('BO', 0));
    expect(pages.map(({ timeZone }) => timeZone)).toEqual([
      'Europe/Oslo',
      undefined,
    ]);
  });
});

it('those who did something are responders, from when they first did', () => {
  const { responders } = story(
    entry('trigger', 0, by('CAI')),
    entry('resolve', 90, by('ANA')),
    entry('acknowledge', 30, by('ANA')),
    entry('annotate', 40, by('BO')),
    entry('resolve', 95, { agent: MACHINE }),
  );
  expect(responders).toEqual([
    { person: { id: 'ANA', name: 'name of ANA' }, engagedAt: at(30) },
    { person: { id: 'BO', name: 'name of BO' }, engagedAt: at(40) },
  ]);
});

it('notes are updates', () => {
  const note = (seconds: number, channel: LogEntry['channel']) =>
    entry('annotate', seconds, { ...by('ANA'), channel });
  const { updates } = story(
    note(30, { content: 'Rolled back', summary: 'x' } as LogEntry['channel']),
    note(10, { summary: 'Looking' } as LogEntry['channel']),
    note(50, null),
  );
  expect(
    updates.map(({ at: when, text, by: who }) => [when, text, who?.id]),
  ).toEqual([
    [at(10), 'Looking', 'ANA'],
    [at(30), 'Rolled back', 'ANA'],
  ]);
});
