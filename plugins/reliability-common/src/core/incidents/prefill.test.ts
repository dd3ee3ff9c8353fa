import {
  HOUR,
  incidentOf,
  MINUTE,
  pageAt,
  personNamed,
  timesOf,
} from '../../testUtils';
import { lengthText, linkTo } from './markdown';
import {
  defaultPostmortemSections,
  missingSections,
  prefillPostmortem,
  PrefillSpend,
} from './prefill';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const at = (minutes: number) => NOON + minutes * MINUTE;

const incident = (changed: Parameters<typeof incidentOf>[0] = {}) =>
  incidentOf(
    {
      stamps: {
        ...timesOf({
          impactStart: at(0),
          detected: at(5),
          declared: at(6),
          mitigated: at(80),
          resolved: at(96),
        }),
      },
      summary: 'Cards were refused.\n\nSee *status*.',
      updates: [
        {
          id: '1',
          at: at(10),
          text: 'Bad | pipe\nand a line',
          by: personNamed('Ada'),
        },
      ],
      pages: [pageAt(at(5))],
      cause: 'full disk',
      change: { title: 'v2', url: 'https://ci.example/2' },
      ...changed,
    },
    { entityRefs: ['component:default/pay', 'component:default/cart'] },
  );

const filled = (
  changed: Parameters<typeof incidentOf>[0] = {},
  spends: PrefillSpend[] = [],
) =>
  prefillPostmortem(
    incident(changed),
    [{ id: '9', at: at(20), text: 'Rolled back' }],
    defaultPostmortemSections,
    spends,
    { titles: { 'component:default/pay': 'Payments' } },
  );

it('fills in what the incident knows, and nothing else', () => {
  const empty = Object.entries(filled())
    .filter(([, text]) => text === '')
    .map(([id]) => id);
  expect(empty).toEqual(['went-well', 'went-badly', 'lucky']);
});

describe('the summary', () => {
  it('says what, when, how long and where', () => {
    expect(filled().summary).toBe(
      [
        'INC-42: Payments are slow (SEV1) began at 2026-11-20 12:00 UTC, was resolved at 2026-11-20 13:36 UTC, took 1 h 30 min to restore and concerned Payments, cart.',
        '',
        'Cards were refused.',
        '',
        'See \\*status\\*.',
      ].join('\n'),
    );
  });

  it('says only what is known', () => {
    const changed = {
      stamps: {},
      severity: null,
      summary: undefined,
      reference: undefined,
    };
    expect(filled(changed).summary).toBe(
      'Payments are slow concerned Payments, cart.',
    );
  });
});

describe('the timeline', () => {
  it('is a table in UTC, without names', () => {
    expect(filled().timeline.split('\n')).toEqual([
      '| Time (UTC) | What happened | Who says so |',
      '| --- | --- | --- |',
      '| 2026-11-20 12:00 | Impact began | provider |',
      '| 2026-11-20 12:05 | Detected | provider |',
      '| 2026-11-20 12:06 | Declared | provider |',
      '| 2026-11-20 12:10 | Bad \\| pipe and a line | provider |',
      '| 2026-11-20 12:20 | Rolled back | a person |',
      '| 2026-11-20 13:20 | Mitigated | provider |',
      '| 2026-11-20 13:36 | Resolved | provider |',
    ]);
  });

  it('is none of nothing', () => {
    const nothing = incidentOf({ stamps: {} });
    expect(prefillPostmortem(nothing, [], [{ id: 'timeline' }], [])).toEqual({
      timeline: '',
    });
  });
});

describe('the impact', () => {
  const spend = (changed: Partial<PrefillSpend> = {}): PrefillSpend => ({
    title: 'Availability',
    share: 0.1234,
    bad: 1234.4,
    total: 1_000_000,
    ...changed,
  });

  it('says how long, and what it took of each budget', () => {
    const { impact } = filled({}, [
      spend(),
      spend({ title: 'Latency', share: 0.0042, bad: 5, total: 120 }),
      spend({ title: 'Fresh', share: null, bad: null, total: null }),
      spend({ title: 'Shares', share: 1.5, bad: null, total: null }),
    ]);
    expect(impact.split('\n')).toEqual([
      '- Customers felt it.',
      '- Services: Payments, cart.',
      '- Impact lasted 1 h 20 min (80 minutes), from 2026-11-20 12:00 UTC.',
      '- It took 5 min until it was detected.',
      '- It took 1 h 20 min until it was mitigated.',
      '- Availability: 12 % of its error budget, 1,234 of 1,000,000 events were bad.',
      '- Latency: 0.4 % of its error budget, 5 of 120 events were bad.',
      '- Fresh: not measured.',
      '- Shares: 150 % of its error budget.',
    ]);
  });

  it.each([
    ['says that nobody felt it', false, 'Customers did not feel it.'],
    [
      'says that nobody said',
      null,
      'Nobody said yet whether customers felt it.',
    ],
  ])('%s', (_, customerImpact, line) => {
    expect(filled({ customerImpact }).impact).toContain(`- ${line}`);
  });

  it('guesses no time', () => {
    const { impact } = filled({ stamps: timesOf({ declared: at(0) }) });
    expect(impact).toBe('- Customers felt it.\n- Services: Payments, cart.');
  });
});

it('the causes are the cause and the change', () => {
  expect(filled().causes).toBe(
    'full disk\n\nChange: [v2](<https://ci.example/2>)',
  );
  expect(filled({ cause: undefined, change: undefined }).causes).toBe('');
});

it('texts of others mean nothing in Markdown', () => {
  const evil = '# <script> [x](javascript:alert(1)) `code` **bold**';
  const texts = filled({
    title: evil,
    summary: evil,
    cause: evil,
    change: { title: evil, url: 'data:text/html,x' },
    updates: [{ id: '1', at: at(1), text: evil }],
  });
  const all = Object.values(texts).join('\n');
  expect(all).not.toMatch(/(?<!\\)[<`#[]|(?<!\\)\*\*/);
});

it('a section that objects have by nature is empty', () => {
  const sections = [{ id: 'constructor' }, { id: 'own' }];
  expect(prefillPostmortem(incident(), [], sections, [])).toEqual({
    constructor: '',
    own: '',
  });
});

it.each([
  ['less than a minute', 59_999, '0 min'],
  ['minutes', 5 * MINUTE, '5 min'],
  ['hours', 2 * HOUR, '2 h'],
  ['days and minutes', 49 * HOUR + MINUTE, '2 d 1 h 1 min'],
])('a length of %s', (_, ms, text) => {
  expect(lengthText(ms)).toBe(text);
});

it('only addresses of the web are links', () => {
  expect(linkTo('a', 'https://x.example/ y')).toBe(
    '[a](<https://x.example/%20y>)',
  );
  expect([linkTo('a', undefined), linkTo('a', 'data:x')]).toEqual(['a', 'a']);
});

it('names the sections that have to be filled', () => {
  const texts = { summary: 'x', timeline: ' \n', impact: undefined };
  expect(missingSections(defaultPostmortemSections, texts)).toEqual([
    'timeline',
    'impact',
    'causes',
  ]);
});
