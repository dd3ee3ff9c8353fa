import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { firehydrantHarness } from './__testUtils__/harness';

describeIncidentProvider('FireHydrant', firehydrantHarness);
