import { EvidenceLink, readEvidence, writeEvidence } from './evidenceText';

const WIKI = 'https://wiki.example/7';
const LOG = 'https://ci.example/log?a=1&b=2';

it.each<[string, string, EvidenceLink[]]>([
  ['nothing', '', []],
  ['only separators', ' ; ', []],
  ['a plain link', WIKI, [{ title: WIKI, url: WIKI }]],
  [
    'plain links with spaces and lines between',
    `${WIKI}  ${LOG}\n${WIKI}`,
    [WIKI, LOG, WIKI].map(url => ({ title: url, url })),
  ],
  ['a title', `The log <${LOG}>`, [{ title: 'The log', url: LOG }]],
  [
    'titles and plain links in any order',
    `${WIKI}; The log <${LOG}> Record <${WIKI}>;${LOG};`,
    [
      { title: WIKI, url: WIKI },
      { title: 'The log', url: LOG },
      { title: 'Record', url: WIKI },
      { title: LOG, url: LOG },
    ],
  ],
  ['a link in brackets', `<${WIKI}>`, [{ title: WIKI, url: WIKI }]],
  [
    'what is no link: that is judged by whoever stores it',
    'Bad <javascript:alert(1)>',
    // eslint-disable-next-line no-script-url
    [{ title: 'Bad', url: 'javascript:alert(1)' }],
  ],
])('reads %s', (_, text, links) => {
  expect(readEvidence(text)).toEqual(links);
});

it.each(['the log', `${WIKI} and more`, 'Open <https://a.example', '>', '\\'])(
  'does not guess at %s',
  text => {
    expect(readEvidence(text)).toBeUndefined();
  },
);

const link = (title: string, url = WIKI) => [{ title, url }];

it.each<[string, EvidenceLink[]]>([
  ['several', [...link('a', LOG), ...link('b'), ...link(WIKI)]],
  ['a title that looks like a link', link(LOG)],
  ['a title with brackets', link('a < b > c <d>')],
  ['a title with separators and lines', link('a; b\nc')],
  ['a title with backslashes', link('C:\\temp\\<x>\\')],
  [
    'an address with brackets and spaces',
    link('a', 'https://x.example/<a> b;c\\'),
  ],
  [
    'an address of its own that is not plain',
    link('https://a;b', 'https://a;b'),
  ],
  [
    'an address longer than a title',
    link(
      `${WIKI}${'x'.repeat(300)}`.slice(0, 200),
      `${WIKI}${'x'.repeat(300)}`,
    ),
  ],
])('writes %s so that it reads the same', (_, links) => {
  expect(readEvidence(writeEvidence(links))).toEqual(links);
});
