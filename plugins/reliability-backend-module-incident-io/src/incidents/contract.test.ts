import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { incidentIoIncidentHarness } from './__testUtils__/harness';

describeIncidentProvider('incident.io', incidentIoIncidentHarness);
