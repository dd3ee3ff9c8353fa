import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { jsmIncidentHarness } from './__testUtils__/jsmHarness';
import { opsgenieIncidentHarness } from './__testUtils__/opsgenieHarness';

describeIncidentProvider('Opsgenie', opsgenieIncidentHarness);

describeIncidentProvider('Jira Service Management', jsmIncidentHarness);
