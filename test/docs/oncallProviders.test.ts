import { BackendFeature } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import atlassian from '@plimsoll/backstage-plugin-reliability-backend-module-atlassian';
import grafana from '@plimsoll/backstage-plugin-reliability-backend-module-grafana';
import ical from '@plimsoll/backstage-plugin-reliability-backend-module-ical';
import incidentIo from '@plimsoll/backstage-plugin-reliability-backend-module-incident-io';
import pagerduty from '@plimsoll/backstage-plugin-reliability-backend-module-pagerduty';
import rootly from '@plimsoll/backstage-plugin-reliability-backend-module-rootly';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { parse } from 'yaml';
import { factoriesOf } from './factories';
import { codeUnder, documentation, rowsUnder } from './page';

const page = documentation('oncall-providers.md');

const named = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** The account of the example under a heading, with an address in place of each variable. */
async function accountUnder(heading: string, module: BackendFeature) {
  const [text] = codeUnder(page, heading, 'yaml');
  const [entry] = parse(text.replace(/\$\{\w+\}/g, 'https://example.com/x'));
  const { rotations } = await factoriesOf(module);
  const factory = rotations.find(({ type }) => type === entry.type);
  return factory?.create(new ConfigReader(entry), simulatedRuntime(0));
}

const SECTIONS: [string, string, BackendFeature][] = [
  ['PagerDuty', 'pagerduty', pagerduty],
  ['Opsgenie', 'opsgenie', atlassian],
  ['Jira Service Management Operations', 'jsm', atlassian],
  ['incident.io', 'incident-io', incidentIo],
  ['Grafana OnCall and IRM', 'grafana', grafana],
  ['Rootly', 'rootly', rootly],
  ['iCal', 'ical', ical],
];

it.each(SECTIONS)(
  'the account under "%s" can be made, and has the kinds that the page lists',
  async (heading, type, module) => {
    const account = await accountUnder(heading, module);
    expect(account?.type).toBe(type);
    const [head, ...rows] = rowsUnder(page, 'Providers of on-call');
    const row = rows.find(([first]) => named(first)[0] === type) ?? [];
    const kinds = named(row[head.indexOf('kinds')]);
    expect([...kinds].sort()).toEqual([...(account?.kinds ?? [])].sort());
    const annotations = row[head.length - 1];
    for (const name of named(annotations).filter(
      each => /^[a-z]+\.com\//.test(each) && !each.endsWith('/account'),
    )) {
      expect(account?.rotationsOf({ [name]: 'a, b' })).toHaveLength(2);
    }
  },
);
