import { wordingHints } from './wording';

const hintsOf = (text: string, words?: string[], names?: string[]) =>
  wordingHints([{ id: 'causes', text }], words, names);

describe('a sentence that blames somebody gets a hint', () => {
  it.each([
    ['He should have checked the dashboard.', 'by what is known today'],
    ['The on-call engineer should have known better.', 'is known today'],
    ['The team shouldn’t have deployed on a Friday.', 'is known today'],
    ['They could have noticed it at noon.', 'is known today'],
    ['Ada should have checked the dashboard.', 'is known today'],
    ['Ada Lovelace clearly should have asked somebody.', 'is known today'],
    ['@ada should have rolled back.', 'is known today'],
    ['We ought to have tested the restore.', 'is known today'],
    ['The on-call failed to answer.', 'Makes a person the cause'],
    ['The reviewer ignored the warning.', 'Makes a person the cause'],
    ['She broke the build.', 'Makes a person the cause'],
    ['An engineer caused the outage.', 'Makes a person the cause'],
    ['Bob failed to notice the alert.', 'Makes a person the cause'],
    ['Bob messed up the migration.', 'Makes a person the cause'],
    ['Somebody forgot to renew the certificate.', 'Makes a person the cause'],
    ['The intern was responsible for it.', 'Makes a person the cause'],
    ['It was the fault of the other team.', 'Makes a person the cause'],
    ['It was Bob’s mistake.', 'Makes a person the cause'],
    ["Nobody was told that it's her own fault.", 'Makes a person the cause'],
    ['The outage is blamed on the new hire.', 'Makes a person the cause'],
    ['Why didn’t you ask?', 'Makes a person the cause'],
    ['This was human error.', 'the questions begin'],
    ['A case of operator error.', 'the questions begin'],
    ['The value was fat-fingered.', 'the questions begin'],
    ['It was user error, nothing more.', 'the questions begin'],
    ['A careless change went out.', 'Judges somebody'],
    ['The runbook was written sloppily, a sloppy job.', 'Judges somebody'],
    ['Lack of attention led to it.', 'Judges somebody'],
  ])('%s', (sentence, message) => {
    const hints = hintsOf(`Before. ${sentence} After.`);
    expect(hints).toEqual([
      {
        section: 'causes',
        quote: expect.any(String),
        message: expect.stringContaining(message),
      },
    ]);
    expect(sentence).toContain(hints[0].quote);
  });
});

describe('a sentence about things gets none', () => {
  it.each([
    'The health check failed to answer within 5 s.',
    'Kafka ignored the new setting.',
    'The deploy broke the login page.',
    'A bad config caused the outage.',
    'The Kubernetes operator failed to reconcile.',
    'The package manager caused a downgrade.',
    'Load Balancer failed to drain.',
    'The alert should have fired at 12:05.',
    'Monitoring should have noticed the drop.',
    'We should have an alert for this.',
    'We could have lost a day of orders.',
    'Customers who could have been affected were told.',
    'They failed to start because the image was gone.',
    'User errors rose to 5 %, and the user error rate stayed there.',
    'Lazy loading of the module was slow.',
    'A segmentation fault of the agent was logged.',
    'We keep this postmortem blameless.',
    'Use git blame for the line.',
    'The difference is negligible.',
    'The disk was responsible for the latency.',
    'DNS was to blame.',
    'The pager woke Ada, who rolled back within 4 minutes.',
    'Ada Lovelace rolled back and told support.',
    'Nobody could have known.',
    'The team looked at the graph that was slow, and saw nothing.',
  ])('%s', sentence => {
    expect(hintsOf(sentence)).toEqual([]);
  });

  it.each([
    ['code', 'We ran `he should have checked` in the shell.'],
    ['a block of code', '```\nshe broke the build\n```'],
    ['a block of code that never ends', '~~~\nhuman error'],
    ['a quotation', '> This was human error.'],
    ['an address', 'See https://x.example/human-error/careless'],
    ['where a link leads', '[the log](https://x.example/careless)'],
  ])('passes over %s', (_, text) => {
    expect(hintsOf(text)).toEqual([]);
  });
});

it('reads on after a block of code', () => {
  expect(hintsOf('```\nx\n```\nThis was human error.')).toHaveLength(1);
});

it('finds cells of tables, items of lists and bold words', () => {
  const text = [
    '| Time | What |',
    '| --- | --- |',
    '| 12:00 | He should have called |',
    '',
    '- a **careless** change',
    '1. human error',
  ].join('\n');
  expect(hintsOf(text).map(({ quote }) => quote)).toEqual([
    'He should have called',
    'a careless change',
    'human error',
  ]);
});

it('names the section, and says the same of a sentence once', () => {
  expect(
    wordingHints([
      { id: 'summary', text: 'Fine.' },
      { id: 'causes', text: 'He was careless, stupid and reckless.' },
    ]),
  ).toEqual([
    {
      section: 'causes',
      quote: 'He was careless, stupid and reckless.',
      message: expect.stringContaining('Judges'),
    },
  ]);
});

it('says two things of a sentence that does both', () => {
  expect(hintsOf('He carelessly broke it.')).toHaveLength(2);
});

it('knows people by their names where these are given', () => {
  const text = 'Ada caused the outage. Kafka caused the lag.';
  expect(hintsOf(text)).toEqual([]);
  expect(hintsOf(text, [], ['Ada Lovelace', ' '])).toEqual([
    expect.objectContaining({ quote: 'Ada caused the outage.' }),
  ]);
});

it('finds whole words of the company in any letters', () => {
  const found = hintsOf('The Cowboy deploy. Cowboys ride (a+b).', [
    'cowboy',
    'a+b',
    ' ',
  ]);
  expect(found.map(({ message }) => message)).toEqual([
    'Your company avoids “cowboy” in postmortems.',
    'Your company avoids “a+b” in postmortems.',
  ]);
});

it('cuts long sentences and stops at 50 hints', () => {
  const text = `${'This was human error. '.repeat(60)}`;
  expect(hintsOf(text)).toHaveLength(50);
  const [long] = hintsOf(`A careless ${'very '.repeat(100)}long change.`);
  expect(long.quote).toHaveLength(160);
});

it('reads a long text in no time', () => {
  const text = `${'he she they the the the on-call '.repeat(1500)}.`;
  const began = performance.now();
  hintsOf(text);
  expect(performance.now() - began).toBeLessThan(1000);
});
