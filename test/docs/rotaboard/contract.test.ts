import { describeOncallProvider } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { rotaboardProviderFactory } from './RotaboardProvider';
import { StandIn, TOKEN } from './StandIn';

describeOncallProvider('Rotaboard', {
  factory: rotaboardProviderFactory,
  kind: 'schedule',
  secrets: [TOKEN],
  callsFor120: 120,
  limited: () => ({ 'retry-after': '7' }),
  annotations: (first, second) => ({
    'rotaboard.example.com/rota': `${first}, ${second}`,
  }),
  lacks: {
    shadow: 'Rotaboard has no shadows',
    roster: 'it does not tell who shares a rota',
    permanent: 'every shift has an end',
    batch: 'it has no call for many rotas',
    paging: 'a rota comes as a whole',
  },
  start: () => new StandIn().start(),
});
