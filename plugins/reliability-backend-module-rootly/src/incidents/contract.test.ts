import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { rootlyIncidentHarness } from './__testUtils__/harness';

describeIncidentProvider('Rootly', rootlyIncidentHarness);
