import { describeOncallProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { pagerdutyHarness } from './__testUtils__/harness';

describeOncallProvider(
  'PagerDuty, escalation policies over schedules of layers',
  pagerdutyHarness({ kind: 'escalation', schedules: 'layers' }),
);

describeOncallProvider(
  'PagerDuty, services over schedules of shifts',
  pagerdutyHarness({ kind: 'service', schedules: 'shifts' }),
);

describeOncallProvider(
  'PagerDuty, schedules that a policy names',
  pagerdutyHarness({ kind: 'schedule', schedules: 'layers' }),
);

describe.each(['layers', 'shifts'] as const)('alone, of %s', schedules => {
  describeOncallProvider(
    'PagerDuty, schedules that no policy names',
    pagerdutyHarness({ kind: 'schedule', schedules, alone: true }),
  );
});
