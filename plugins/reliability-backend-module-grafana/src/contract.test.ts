import { describeOncallProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { grafanaHarness } from './__testUtils__/harness';

describeOncallProvider('Grafana, schedules', grafanaHarness('schedule'));

describeOncallProvider(
  'Grafana, escalation chains',
  grafanaHarness('escalation'),
);
