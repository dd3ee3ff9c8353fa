import { describeOncallProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { atlassianHarness } from './__testUtils__/harness';

const KINDS = ['schedule', 'escalation', 'team'] as const;

describe.each(KINDS)('a rotation of kind %s', kind => {
  describeOncallProvider('Opsgenie', atlassianHarness('opsgenie', kind));

  describeOncallProvider(
    'Jira Service Management',
    atlassianHarness('jsm', kind),
  );
});
