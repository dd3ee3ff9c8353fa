import { timelineSchema } from './answers';
import { timelineQuery } from './OperationsClient';
import { neighbours, teamsOf, toTurns } from './timeline';

const DAY_MS = 24 * 3600_000;
const start = Date.parse('2026-06-15T12:00:00Z');
const day = (days: number) => new Date(start + days * DAY_MS).toISOString();

const ana = { type: 'user', id: 'U1', name: 'Ana@Example.com' };
const bo = { type: 'user', id: 'U2', name: 'bo@example.com' };
const cai = { type: 'user', id: 'U3' };
const team = { type: 'team', id: 'T1', name: 'Crew' };

const period = (more: object, from = 0, to = 1) => ({
  startDate: day(from),
  endDate: day(to),
  type: 'base',
  ...more,
});

const timeline = (...rotations: object[]) =>
  timelineSchema.parse({ finalTimeline: { rotations } });

const teams = new Map([['T1', [{ id: 'U9', name: 'Member' }]]]);

const turnsOf = (...periods: unknown[]) =>
  toTurns(timeline({ id: 'R', periods }), teams);

describe('a period', () => {
  it('is a turn, with the e-mail that people of Opsgenie sign in with', () => {
    expect(turnsOf(period({ recipient: ana }))).toEqual({
      parts: [
        [
          {
            start,
            end: start + DAY_MS,
            people: [
              { id: 'U1', name: 'Ana@Example.com', email: 'ana@example.com' },
            ],
            source: 'rotation',
          },
        ],
      ],
      unreadable: 0,
    });
  });

  it.each([
    ['of Jira', { responder: cai }, ['U3'], 'rotation'],
    [
      'that is over',
      { type: 'historical', flattenedRecipients: [bo] },
      ['U2'],
      'rotation',
    ],
    [
      'that is over, of somebody with a name only',
      { type: 'historical', flattenedRecipients: [{ name: 'x@y.io' }] },
      ['x@y.io'],
      'rotation',
    ],
    ['swapped', { type: 'override', recipient: bo }, ['U2'], 'override'],
    [
      'forwarded, by the one who takes it',
      { type: 'forwarding', recipient: bo, fromUser: ana },
      ['U2'],
      'forwarded',
    ],
    [
      'of a team that is resolved',
      { responder: team, flattenedResponders: [ana, bo] },
      ['U1', 'U2'],
      'rotation',
    ],
    ['of a team that is not', { recipient: team }, ['U9'], 'rotation'],
    ['of nobody, at Opsgenie', { recipient: { type: 'none' } }, [], 'rotation'],
    ['of nobody, at Jira', { responder: { type: 'noone' } }, [], 'rotation'],
    [
      'of nobody, over already',
      { type: 'historical', flattenedResponders: [] },
      [],
      'rotation',
    ],
  ])('%s', (_, more, ids, source) => {
    const { parts, unreadable } = turnsOf(period(more));
    expect(unreadable).toBe(0);
    const [[turn]] = parts;
    expect(turn.people.map(({ id }) => id)).toEqual(ids);
    expect(turn.source).toBe(source);
  });

  it.each([
    ['nobody told', {}],
    ['a person who is a text', { recipient: 'Ana' }],
    ['a person of whom nothing is told', { recipient: { type: 'user' } }],
    ['an escalation', { recipient: { type: 'escalation', id: 'E' } }],
    ['a team that is not known', { recipient: { ...team, id: 'T2' } }],
    ['people who are a text', { flattenedRecipients: 'Ana' }],
    ['a start that is no time', { recipient: ana, startDate: 'soon' }],
    ['no end', { recipient: ana, endDate: undefined }],
  ])('with %s cannot be understood, and is no gap', (_, more) => {
    expect(turnsOf(period(more))).toEqual({ parts: [[]], unreadable: 1 });
  });

  it('of a part that was deleted is none', () => {
    const periods = [period({ recipient: ana })];
    const rotations = [{ periods, deleted: true }, { periods: null }];
    expect(toTurns(timeline(...rotations), teams)).toEqual({
      parts: [[]],
      unreadable: 0,
    });
  });

  it('says of which team the people must be asked for', () => {
    const periods = [
      period({ recipient: team }),
      period({ responder: { ...team, id: 'T2' }, flattenedResponders: [ana] }),
      period({ recipient: ana }),
      'x',
    ];
    expect(teamsOf(timeline({ periods }))).toEqual(['T1']);
  });

  it('of somebody who is gone is told so', () => {
    const [[turn]] = turnsOf(
      period({ responder: { ...cai, deleted: true } }),
    ).parts;
    expect(turn.people).toMatchObject([{ id: 'U3', left: true }]);
  });
});

describe('whoever comes next', () => {
  const window = { from: start, to: start + 3 * DAY_MS };
  const weekly = turnsOf(
    period({ recipient: ana }, 0, 1),
    period({ recipient: ana }, 1, 2),
    period({ recipient: bo }, 2, 3),
    period({ recipient: cai }, 3, 4),
  );
  const names = (which: 'next' | 'previous', turns = weekly) => {
    const { parts, unreadable } = neighbours(turns, which, window);
    return [...parts[0].map(({ people }) => people[0].id), unreadable];
  };

  it('is the next other person, at the same times', () => {
    expect(names('next')).toEqual(['U2', 'U2', 'U3', 0]);
  });

  it('or came before may not be known', () => {
    expect(names('previous')).toEqual(['U1', 'U2', 2]);
  });

  it('is the same one where there is nobody else', () => {
    const single = turnsOf(
      period({ recipient: ana }, 0, 1),
      period({ recipient: ana }, 1, 2),
    );
    expect(names('next', single)).toEqual(['U1', 'U1', 0]);
  });
});

it.each([
  ['a month', 31, 7],
  ['an hour', 1 / 24, 3],
  ['three months', 91, 15],
])('a timeline of %s is asked for from a week earlier', (_, days, interval) => {
  const to = start + days * DAY_MS;
  expect(timelineQuery({ from: start, to })).toEqual({
    date: day(-7),
    interval,
    intervalUnit: 'weeks',
  });
});
