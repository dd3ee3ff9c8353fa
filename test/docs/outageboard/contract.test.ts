import { describeIncidentProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { outageboardProviderFactory } from './OutageboardProvider';
import { SECRET, StandIn, TOKEN } from './StandIn';

describeIncidentProvider('Outageboard', {
  factory: outageboardProviderFactory,
  secrets: [TOKEN, SECRET],
  statuses: ['open', 'resolved'],
  stamps: ['impactStart', 'resolved'],
  severity: 'Red',
  callsFor300: 3,
  callsForNothing: 1,
  limited: () => ({ 'retry-after': '7' }),
  annotations: (first, second) => ({
    'outageboard.example.com/service': `${first.id}, ${second.id}`,
  }),
  lacks: {
    reopened: 'Outageboard forgets that an outage was over',
    test: 'it knows no exercises',
    private: 'everybody there sees everything',
    merged: 'outages are not merged',
    pages: 'it pages nobody',
    'follow-ups': 'it has none',
    postmortems: 'it has none',
  },
  start: now => new StandIn(now).start(),
});
