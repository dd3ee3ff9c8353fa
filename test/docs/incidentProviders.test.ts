import { BackendFeature } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import atlassian from '@plimsoll/backstage-plugin-reliability-backend-module-atlassian';
import firehydrant from '@plimsoll/backstage-plugin-reliability-backend-module-firehydrant';
import incidentIo from '@plimsoll/backstage-plugin-reliability-backend-module-incident-io';
import pagerduty from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty';
import rootly from '@plimsoll/backstage-plugin-reliability-backend-module-rootly';
import servicenow from '@plimsoll/backstage-plugin-reliability-backend-module-servicenow';
import statuspage from '@plimsoll/backstage-plugin-reliability-backend-module-statuspage';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { parse } from 'yaml';
import { factoriesOf } from './factories';
import { codeUnder, documentation, rowsUnder } from './page';

const page = documentation('incident-providers.md');

const named = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** A secret that every type takes, by its form. */
const secretFor = (text: string) =>
  text.includes('whsec_')
    ? 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3'
    : '0123456789abcdef0123456789abcdef';

/** The accounts of the examples under a heading, with a secret in place of each variable. */
async function accountsUnder(
  heading: string,
  wanted: string,
  module: BackendFeature,
) {
  const { incidents } = await factoriesOf(module);
  const factory = incidents.find(({ type }) => type === wanted);
  return (
    codeUnder(page, heading, 'yaml')
      .map(text => parse(text.replace(/\$\{\w+\}/g, secretFor(text)))[0])
      // A section may run into the next one, whose name begins with a small letter.
      .filter(({ type }) => type === wanted)
      .map(entry =>
        factory?.create(new ConfigReader(entry), simulatedRuntime(0)),
      )
  );
}

/** What an annotation says of two things, where it is no plain list of ids. */
const VALUES: Record<string, Record<string, string>> = {
  'opsgenie.com/component-selector': {
    'opsgenie.com/component-selector': 'tag:"service:a" OR tag:"service:b"',
  },
  'jira/component': { 'jira/component': 'a,b', 'jira/project-key': 'OPS' },
  'statuspage.io/components': { 'statuspage.io/components': 'status:a,b' },
};

const SECTIONS: [string, string, BackendFeature][] = [
  ['PagerDuty', 'pagerduty', pagerduty],
  ['Opsgenie', 'opsgenie', atlassian],
  ['Jira Service Management', 'jsm', atlassian],
  ['incident.io', 'incident-io', incidentIo],
  ['Rootly', 'rootly', rootly],
  ['FireHydrant', 'firehydrant', firehydrant],
  ['ServiceNow', 'servicenow', servicenow],
  ['Statuspage', 'statuspage', statuspage],
];

const [head, ...rows] = rowsUnder(page, 'Providers of incidents');
const cellOf = (type: string, column: string) =>
  (rows.find(([first]) => named(first)[0] === type) ?? [])[
    head.indexOf(column)
  ];

describe.each(SECTIONS)('the account under "%s"', (heading, type, module) => {
  it('can be made, can be asked, and has the kinds that the page lists', async () => {
    const accounts = await accountsUnder(heading, type, module);
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) {
      expect(account?.type).toBe(type);
      expect(account?.read).toBeDefined();
      expect(account?.kinds).toEqual(named(cellOf(type, 'kinds')));
    }
  });

  it('takes webhooks, and no forged ones', async () => {
    const [account] = await accountsUnder(heading, type, module);
    const delivery = {
      rawBody: Buffer.from('{}'),
      headers: {},
      url: `/api/reliability/webhooks/${type}/${account?.account}`,
    };
    expect(account?.receive?.(delivery, 0)).toEqual({
      kind: 'refused',
      reason: 'no-signature',
    });
  });

  it('reads the annotations that the page lists', async () => {
    const [account] = await accountsUnder(heading, type, module);
    const annotations = named(
      cellOf(type, 'annotations that you have already'),
    );
    for (const name of annotations.filter(
      each => !/account$|project-key$/.test(each),
    )) {
      const values = VALUES[name] ?? { [name]: 'a,b' };
      expect([name, account?.subjectsOf(values).length]).toEqual([name, 2]);
    }
  });
});

it('the page lists every type, with where to read on', () => {
  expect(rows.map(([first]) => named(first)[0])).toEqual([
    ...SECTIONS.map(([, type]) => type),
    'generic',
  ]);
});
