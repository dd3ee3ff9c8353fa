import { statistics } from '../../incidents';
import {
  changeFailureMeasure,
  incidentMeasures,
  rtoMeasure,
} from './measureIncidents';
import {
  itemMeasure,
  levelMeasures,
  pushedMeasure,
  readinessMeasure,
  withinMeasure,
} from './measureServices';
import { sloMeasures } from './measureSlos';

const tiers = [
  { id: 'tier-0', name: 'Critical' },
  { id: 'tier-1', name: 'Important' },
  { id: 'tier-2', name: 'Other' },
];
const slo = (tier: string, remaining: number | null) => ({ tier, remaining });
const nothing = statistics([], { now: 0, from: 0, to: 1 });
const context = { services: 20, connected: 12, rotations: 2, days: 14 };

describe('sloMeasures', () => {
  const found = sloMeasures(
    [
      slo('tier-0', 0.5),
      slo('tier-0', -0.2),
      slo('tier-1', 0),
      slo('tier-1', null),
    ],
    tiers,
  );

  it('counts an SLO with nothing left as met and spent, and an unknown one as neither', () => {
    expect(found['slo-compliance']).toMatchObject({ n: 3, of: 4 });
    expect(found['slo-compliance'].value).toBeCloseTo(66.67, 2);
    expect(found['budgets-spent'].value).toBeCloseTo(66.67, 2);
  });

  it('tells tiers apart and leaves out those without an SLO', () => {
    expect(found['slo-compliance'].parts).toEqual([
      { key: 'tier-0', title: 'Critical', value: 50, n: 2, of: 2 },
      { key: 'tier-1', title: 'Important', value: 100, n: 1, of: 2 },
    ]);
  });

  it('takes the middle of what is consumed', () => {
    expect(found['budget-consumed']).toEqual({ value: 100, n: 3, of: 4 });
  });

  it('knows nothing of no SLO', () => {
    const none = sloMeasures([], tiers);
    expect(Object.values(none).map(({ value }) => value)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('incidentMeasures', () => {
  it('counts 0 where somebody would know', () => {
    expect(incidentMeasures(nothing, context)['sev1-incidents']).toEqual({
      value: 0,
      n: 12,
      of: 20,
    });
  });

  it.each(['sev1-incidents', 'impact-minutes'] as const)(
    'knows no %s where nobody would know',
    id => {
      const none = incidentMeasures(nothing, { ...context, connected: 0 });
      expect(none[id].value).toBeNull();
    },
  );

  it('knows no share and no time without an incident', () => {
    const found = incidentMeasures(nothing, context);
    const unknown = Object.entries(found).filter(([, { value }]) => {
      return value === null;
    });
    expect(unknown.map(([id]) => id)).toEqual([
      'repeat-rate',
      'time-to-detect',
      'time-to-acknowledge',
      'time-to-restore',
      'postmortem-timeliness',
      'follow-up-timeliness',
      'after-hours-share',
      'noise-share',
    ]);
  });

  it('knows no impact where impact was declared and nobody set its times', () => {
    const figures = { ...nothing, incidents: 4, impactUnknown: 2 };
    expect(incidentMeasures(figures, context)['impact-minutes']).toMatchObject({
      value: null,
      coverage: 0.5,
    });
  });

  it('divides pages by weeks and rotations', () => {
    const figures = { ...nothing, pages: { ...nothing.pages, total: 20 } };
    expect(incidentMeasures(figures, context)['page-load'].value).toBe(5);
  });

  it('knows no load without a rotation', () => {
    const found = incidentMeasures(nothing, { ...context, rotations: 0 });
    expect(found['page-load'].value).toBeNull();
  });

  it('counts what is overdue against what was in time', () => {
    const postmortems = { required: 9, published: 4, inTime: 3, overdue: 2 };
    expect(
      incidentMeasures({ ...nothing, postmortems }, context)[
        'postmortem-timeliness'
      ],
    ).toEqual({ value: 50, n: 6, of: 9 });
  });
});

describe('rtoMeasure', () => {
  it('compares the median of each service, and leaves out those without an incident', () => {
    const service = (...minutes: number[]) => ({
      allowedMinutes: 15,
      restoredMs: minutes.map(minute => minute * 60_000),
    });
    expect(rtoMeasure([service(15), service(5, 60, 90), service()])).toEqual({
      value: 50,
      n: 2,
      of: 3,
    });
  });
});

describe('changeFailureMeasure', () => {
  it('leaves deployments out whose day is not over', () => {
    expect(changeFailureMeasure({ all: 9, settled: 8, failed: 2 })).toEqual({
      value: 25,
      n: 8,
      of: 9,
    });
  });
});

describe('itemMeasure', () => {
  it('counts unanswered as not met, and not applicable not at all', () => {
    expect(
      itemMeasure([
        'met',
        'unanswered',
        'expired',
        'not-applicable',
        'not-met',
      ]),
    ).toEqual({ value: 25, n: 4, of: 4, coverage: 0.75 });
  });

  it('knows nothing where it applies to none', () => {
    expect(itemMeasure(['not-applicable'])).toMatchObject({
      value: null,
      coverage: null,
    });
  });
});

describe('readinessMeasure', () => {
  it('counts services that miss nothing', () => {
    expect(readinessMeasure([{ missing: 0 }, { missing: 1 }], 5)).toEqual({
      value: 50,
      n: 2,
      of: 5,
    });
  });
});

describe('levelMeasures', () => {
  const levels = [
    { id: 'bronze', name: 'Bronze' },
    { id: 'silver', name: 'Silver' },
  ];

  it('tells every level and those below, and the mean coverage', () => {
    const found = levelMeasures(
      {
        services: 4,
        coverageSum: 3000,
        levels: { none: 1, bronze: 2, silver: 1 },
      },
      levels,
      5,
    );
    expect(found['scorecard-coverage']).toEqual({ value: 75, n: 4, of: 5 });
    expect(found['level-share']).toMatchObject({ value: 75, n: 4, of: 5 });
    expect(
      found['level-share'].parts.map(({ key, value }) => [key, value]),
    ).toEqual([
      ['none', 25],
      ['bronze', 50],
      ['silver', 25],
    ]);
  });

  it('knows nothing where nothing was assessed', () => {
    const found = levelMeasures(undefined, levels, 5);
    expect(found['scorecard-coverage'].value).toBeNull();
    expect(found['level-share'].value).toBeNull();
  });
});

describe('pushedMeasure', () => {
  it.each([
    ['mean', 4],
    ['median', 2],
    ['sum', 12],
  ] as const)('takes the %s', (aggregate, value) => {
    expect(pushedMeasure([1, 9, 2], 8, aggregate)).toEqual({
      value,
      n: 3,
      of: 8,
    });
  });

  it.each(['mean', 'median', 'sum'] as const)(
    'knows no %s of nothing',
    aggregate => {
      expect(pushedMeasure([], 8, aggregate).value).toBeNull();
    },
  );
});

describe('withinMeasure', () => {
  it('counts those at most at what is allowed, of those that are known', () => {
    expect(
      withinMeasure([
        { allowed: 5, value: 5 },
        { allowed: 5, value: 6 },
        { allowed: 5, value: null },
      ]),
    ).toEqual({ value: 50, n: 2, of: 3 });
  });
});
