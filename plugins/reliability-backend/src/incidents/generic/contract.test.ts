import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { genericHarness } from './__testUtils__/harness';

describeIncidentProvider('A tool that sends JSON', genericHarness);
