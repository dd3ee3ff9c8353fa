import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { pagerdutyIncidentHarness } from '../__testUtils__/incidentHarness';

describeIncidentProvider('PagerDuty', pagerdutyIncidentHarness);
