import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { servicenowHarness } from './__testUtils__/harness';

describeIncidentProvider('ServiceNow', servicenowHarness);
