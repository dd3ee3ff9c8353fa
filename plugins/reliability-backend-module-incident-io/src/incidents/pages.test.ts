import { EscalationAnswer, escalationSchema } from './answers';
import { alertKeyOf, firstAnswer, pagesOf } from './pages';

const ANA = { id: 'U1', name: 'Ana Lima' };
const BO = { id: 'U2', name: 'Bo Chen' };
const time = (minute: number) =>
  new Date(Date.UTC(2026, 5, 1, 10, minute)).toISOString();
const ms = (minute: number) => Date.UTC(2026, 5, 1, 10, minute);

type Event = readonly [event: string, minute: number, users?: object[]];

const escalation = (
  status: string,
  events: readonly Event[],
  more: object = {},
): EscalationAnswer =>
  escalationSchema.parse({
    id: '01ESC',
    status,
    created_at: time(0),
    events: events.map(([event, minute, users = []]) => ({
      event,
      occurred_at: time(minute),
      users,
    })),
    ...more,
  });

const shown = (...all: EscalationAnswer[]) =>
  pagesOf(all).map(({ at, person, acknowledgedAt, autoResolved }) => [
    person?.name,
    at,
    acknowledgedAt,
    autoResolved,
  ]);

describe('pages of escalations', () => {
  it('are one for each person who was called, with their own answer', () => {
    const told = escalation('acked', [
      ['acked', 4, [BO]],
      ['notified_users', 1, [ANA]],
      ['triggered', 0],
      ['notified_users', 3, [ANA, BO]],
    ]);
    expect(shown(told)).toEqual([
      ['Ana Lima', ms(1), null, false],
      ['Ana Lima', ms(3), null, false],
      ['Bo Chen', ms(3), ms(4), false],
    ]);
  });

  it('are answered by an answer of nobody in particular', () => {
    const told = escalation('acked', [
      ['notified_users', 1, [ANA]],
      ['acked', 2],
    ]);
    expect(shown(told)).toEqual([['Ana Lima', ms(1), ms(2), false]]);
  });

  it.each([
    ['resolved', true],
    ['cancelled', true],
    ['expired', false],
    ['triggered', false],
  ])('of one that %s without an answer went away: %s', (status, gone) => {
    const told = escalation(status, [['notified_users', 1, [ANA]]]);
    expect(shown(told)).toEqual([['Ana Lima', ms(1), null, gone]]);
  });

  it('say who answered first, and of which alert the first one was', () => {
    const first = escalation('acked', [['acked', 9, [ANA]]], {
      related_alerts: [{ deduplication_key: 'disk-full' }],
    });
    const second = escalation('acked', [['acked', 7, [BO]]], {
      created_at: time(5),
      related_alerts: [{ deduplication_key: 'other' }],
    });
    expect(firstAnswer([first, second])).toBe(ms(7));
    expect(alertKeyOf([second, first])).toBe('disk-full');
    expect(firstAnswer([])).toBeUndefined();
    expect(alertKeyOf([])).toBeUndefined();
  });
});
