import { describeOncallProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { incidentIoHarness } from './__testUtils__/harness';

describeOncallProvider('incident.io, schedules', incidentIoHarness('schedule'));

describeOncallProvider(
  'incident.io, escalation paths',
  incidentIoHarness('escalation'),
);
