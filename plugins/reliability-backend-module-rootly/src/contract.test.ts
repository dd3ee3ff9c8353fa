import { describeOncallProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { rootlyHarness } from './__testUtils__/harness';

describe.each(['service', 'team', 'escalation', 'schedule'] as const)(
  'each %s',
  kind => {
    describeOncallProvider('Rootly', rootlyHarness(kind));
  },
);
