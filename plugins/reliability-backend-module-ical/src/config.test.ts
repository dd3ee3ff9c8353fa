import { ConfigReader } from '@backstage/config';
import { readIcalConfig } from './config';

const read = (more: object, feed: object = {}) =>
  readIcalConfig(
    new ConfigReader({
      name: 'team',
      type: 'ical',
      feeds: [
        { id: 'rota', url: 'https://feeds.example.com/s3cret.ics', ...feed },
      ],
      ...more,
    }),
  );

it('has defaults', () => {
  expect(read({})).toMatchObject({
    name: 'team',
    allowPrivateAddresses: false,
    feeds: [
      {
        id: 'rota',
        attendees: true,
        unfilled: expect.arrayContaining(['unfilled', 'nobody']),
      },
    ],
  });
});

it.each([
  ['webcal://feeds.example.com/a.ics', 'https://feeds.example.com/a.ics'],
  ['webcals://feeds.example.com/a.ics', 'https://feeds.example.com/a.ics'],
  [
    ' HTTPS://feeds.example.com/a.ics?k=1#x',
    'https://feeds.example.com/a.ics?k=1',
  ],
  ['http://feeds.example.com/a.ics', 'http://feeds.example.com/a.ics'],
])('takes the address %s', (url, expected) => {
  expect(read({}, { url }).feeds[0].url).toBe(expected);
});

it('takes an expression', () => {
  const [{ person }] = read({}, { person: '^(?<person>.*)$' }).feeds;
  expect(person?.exec('ANA')?.groups?.person).toBe('ANA');
});

it('takes words for unfilled slots in any case', () => {
  expect(read({}, { unfilled: ['Nicht besetzt'] }).feeds[0].unfilled).toEqual([
    'nicht besetzt',
  ]);
});

it.each<[string, object, object, string]>([
  [
    'an address of another kind',
    {},
    { url: 'file:///etc/s3cret' },
    '.feeds[0].url: expected an http, https or webcal address',
  ],
  ['an address that is none', {}, { url: 's3cret' }, '.feeds[0].url: expected'],
  ['an id with a slash', {}, { id: 'a/b' }, '.feeds[0].id: expected letters'],
  [
    'a zone that is none',
    {},
    { timeZone: 'Mars' },
    '.feeds[0].timeZone: expected a time zone',
  ],
  ['level 0', {}, { level: 0 }, '.feeds[0].level'],
  [
    'an expression without a person',
    {},
    { person: '(.*)' },
    '.feeds[0].person: expected a group (?<person>…)',
  ],
  [
    'an expression that is none',
    {},
    { person: '(?<person>' },
    '.feeds[0].person: expected a regular expression',
  ],
  ['an unknown key', {}, { token: 's3cret' }, '.feeds[0]'],
  ['an unknown key of the account', { urls: [] }, {}, 'Unrecognized key'],
  ['no feeds', { feeds: 's3cret' }, {}, '.feeds'],
  [
    'one id twice',
    {
      feeds: ['a', 'a'].map(id => ({ id, url: 'https://s3cret.example.com' })),
    },
    {},
    '.feeds[1].id: expected an id that no other feed has',
  ],
])(
  'refuses %s, with its path and without its value',
  (_, more, feed, message) => {
    const attempt = () => read(more, feed);
    expect(attempt).toThrow(message);
    expect(attempt).toThrow('reliability.oncall.accounts[team]');
    expect(attempt).not.toThrow('s3cret');
  },
);
