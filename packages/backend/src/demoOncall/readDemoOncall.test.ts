import { idOf, namesIn, personOf } from './people';
import { readDemoOncall } from './readDemoOncall';

describe('the file of who is on call', () => {
  it('may leave out vendors', () => {
    expect(readDemoOncall('schedules: {}')).toEqual({
      schedules: {},
      strangers: {},
      pagerduty: [],
      opsgenie: [],
      calendars: [],
    });
  });

  it.each([
    ['is empty', '', 'names no schedules'],
    ['is a list', '- a', 'names no schedules'],
    [
      'has policies that are no list',
      '{ schedules: {}, pagerduty: {} }',
      'pagerduty of the demo on-call file is no list',
    ],
  ])('is refused where it %s', (_, text, message) => {
    expect(() => readDemoOncall(text)).toThrow(message);
  });

  it('names those in turns, those who stand in, and those who are always paged', () => {
    const file = readDemoOncall(`
schedules:
  pay: { title: Pay, turns: [ada, bob], changes: [{ on: 1, from: '09:00', for: PT1H, person: eve }] }
pagerduty: [{ id: P1, title: Pay, levels: [[pay], [ada, zoe]] }]
`);
    expect(namesIn(file)).toEqual(['ada', 'bob', 'eve', 'zoe']);
  });
});

describe('somebody', () => {
  it('is a User of the catalog', () => {
    expect(personOf({ strangers: {} }, 'maren.oake')).toEqual({
      name: 'Maren Oake',
      email: 'maren.oake@example.com',
    });
  });

  it('is whom the file describes', () => {
    const desk = { name: 'The desk' };
    expect(personOf({ strangers: { desk } }, 'desk')).toBe(desk);
  });

  it('has an id of letters and digits', () => {
    expect(idOf('U', 'maren.oake')).toBe('UMARENOAKE');
  });
});
