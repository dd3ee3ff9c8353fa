import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { statuspageHarness } from './__testUtils__/harness';

describeIncidentProvider('Statuspage', statuspageHarness);
