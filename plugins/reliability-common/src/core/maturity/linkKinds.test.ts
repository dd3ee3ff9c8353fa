import { factCatalogue, linkKinds } from '../facts/factCatalogue';
import { countLinks, linkKindOf } from './linkKinds';

const url = 'https://links.example';

it.each([
  ['its type', { type: 'runbook' }, 'runbook'],
  ['its type in any case', { type: ' Playbook ' }, 'runbook'],
  [
    'its type against its title',
    { type: 'dashboard', title: 'Runbook' },
    'dashboard',
  ],
  [
    'its title where there is no type',
    { title: 'Grafana: payments' },
    'dashboard',
  ],
  [
    'its title where the type says nothing',
    { type: 'admin', title: 'Slack #pay' },
    'chat',
  ],
  ['two words of its title', { title: 'The source code' }, 'repository'],
  ['a word with a dash', { title: 'On-call schedule' }, 'alerts'],
  ['a word in brackets', { title: 'Payments (Kibana)' }, 'logs'],
  ['a plural in its title', { title: 'Runbooks' }, 'runbook'],
  ['a plural in its type', { type: 'dashboards' }, 'dashboard'],
])('a link is known by %s', (_, link, kind) => {
  expect(linkKindOf({ url, ...link })).toBe(kind);
});

it.each([
  ['nothing', {}],
  ['an empty type and title', { type: '', title: '' }],
  [
    'a word that only contains one of the words',
    { title: 'Docsmith catalogs' },
  ],
  ['its address', { url: 'https://runbook.example/runbook' }],
])('a link is of no kind by %s', (_, link) => {
  expect(linkKindOf({ url, ...link })).toBeUndefined();
});

it('counts links of every kind, none of them twice, and all of them', () => {
  expect(
    countLinks([
      { url, type: 'runbook' },
      { url, title: 'Runbook dashboard' },
      { url, title: 'Logs' },
      { url, title: 'Something else' },
    ]),
  ).toEqual({
    runbook: 2,
    dashboard: 0,
    docs: 0,
    alerts: 0,
    logs: 1,
    chat: 0,
    repository: 0,
    total: 4,
  });
});

it('every kind is a documented fact', () => {
  const keys = factCatalogue.map(({ key }) => key);
  for (const kind of Object.keys(linkKinds)) {
    expect(keys).toContain(`entity.links.${kind}`);
  }
});
