import { seeded } from '../../../testUtils';
import { Slo } from '../slo';
import {
  compile,
  examples,
  shortWith,
  sloWith,
} from './__testUtils__/examples';
import { toOpenSlo } from './toOpenSlo';

const again = (slo: Slo) =>
  compile([JSON.parse(JSON.stringify(toOpenSlo(slo)))]);

describe('an exported SLO', () => {
  it.each(examples)(
    '%s: compiles to the same, without complaints',
    (_, documents) => {
      const [slo] = compile(documents).slos;
      const { slos, diagnostics } = again(slo);
      expect(diagnostics).toEqual([]);
      expect(slos).toEqual([slo]);
    },
  );

  it('keeps every target and window to the last digit', () => {
    const random = seeded(20261121);
    const whole = (to: number) => 1 + Math.floor(random() * to);
    for (let i = 0; i < 500; i++) {
      const [slo] = compile([
        sloWith({
          timeWindow: [{ duration: `${whole(52)}w`, isRolling: true }],
          objectives: [{ target: (1_000_000 - whole(50_000)) / 1_000_000 }],
        }),
      ]).slos;
      expect(again(slo).slos).toEqual([slo]);
    }
  });

  it('keeps routes that need more than a name', () => {
    const routes = [
      { name: 'pager', target: 'pagerduty', description: 'Day, night' },
    ];
    const { slos, diagnostics } = compile([shortWith({ routes })]);
    expect(diagnostics).toEqual([]);
    expect(slos[0].routes).toEqual(routes);
    expect(again(slos[0]).slos).toEqual(slos);
  });

  it('has the service that it is given', () => {
    const [slo] = compile([sloWith()]).slos;
    expect(toOpenSlo(slo, 'pay')).toMatchObject({ spec: { service: 'pay' } });
  });

  it('reads as a person would have written it', () => {
    const [slo] = compile([shortWith({ title: 'Requests succeed' })]).slos;
    expect(toOpenSlo(slo, 'pay')).toEqual({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'availability', displayName: 'Requests succeed' },
      spec: {
        service: 'pay',
        indicator: {
          metadata: { name: 'availability' },
          spec: {
            ratioMetric: {
              counter: true,
              bad: {
                metricSource: {
                  metricSourceRef: 'main',
                  spec: { query: 'sum(errors_total)' },
                },
              },
              total: {
                metricSource: {
                  metricSourceRef: 'main',
                  spec: { query: 'sum(requests_total)' },
                },
              },
            },
          },
        },
        timeWindow: [{ duration: '30d', isRolling: true }],
        budgetingMethod: 'Occurrences',
        objectives: [{ target: 0.999 }],
      },
    });
  });
});
