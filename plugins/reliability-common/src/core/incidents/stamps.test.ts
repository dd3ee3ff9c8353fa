import { HOUR, MINUTE, NOW, timesOf } from '../../testUtils';
import { IncidentStatus, StampName } from './incident';
import {
  customerImpactSpan,
  impactWindow,
  incidentFigures,
  stampProblems,
  stampProblemText,
} from './stamps';

type Times = Partial<Record<StampName, number>>;

/** Minutes after noon. */
const stampsOf = (minutes: Times) =>
  timesOf(
    Object.fromEntries(
      Object.entries(minutes).map(([name, at]) => [name, NOW + at * MINUTE]),
    ),
  );

const incident = (
  minutes: Times,
  status: IncidentStatus = 'resolved',
  customerImpact: boolean | null = null,
) => ({ stamps: stampsOf(minutes), status, customerImpact });

describe('the problems of stamps', () => {
  it.each<[string, Times, string[]]>([
    ['none', {}, []],
    [
      'none in order',
      { impactStart: -9, detected: -8, declared: -7, resolved: -1, closed: 0 },
      [],
    ],
    ['none at the same time', { declared: -5, resolved: -5 }, []],
    [
      'resolved before it was declared',
      { declared: -5, resolved: -6 },
      ['resolved is before declared'],
    ],
    [
      'several that one time has',
      { impactStart: -9, declared: -5, resolved: -10 },
      ['resolved is before impactStart', 'resolved is before declared'],
    ],
    [
      'acknowledged before it was declared',
      { declared: -5, acknowledged: -9 },
      [],
    ],
    [
      'impact over before it was mitigated',
      { mitigated: -5, impactEnd: -6 },
      [],
    ],
    [
      'impact over before anybody noticed or said so',
      { impactStart: -9, impactEnd: -8, detected: -7, declared: -6 },
      [],
    ],
    [
      'impact over after it was resolved',
      { resolved: -6, impactEnd: -5 },
      ['resolved is before impactEnd'],
    ],
    [
      'impact over before it began',
      { impactStart: -5, impactEnd: -6 },
      ['impactEnd is before impactStart'],
    ],
    ['a clock that is a little ahead', { declared: 5 }, []],
    ['the future', { declared: 5.01 }, ['declared is in the future']],
  ])('%s', (_, minutes, problems) => {
    expect(stampProblems(stampsOf(minutes), NOW).map(stampProblemText)).toEqual(
      problems,
    );
  });

  it('name the two stamps', () => {
    const stamps = stampsOf({ detected: -5, mitigated: -6 });
    expect(stampProblems(stamps, NOW)).toEqual([
      { kind: 'order', earlier: 'detected', later: 'mitigated' },
    ]);
  });
});

const EVERYTHING = {
  impactStart: -60,
  detected: -55,
  declared: -50,
  acknowledged: -48,
  mitigated: -20,
  impactEnd: -15,
  resolved: -10,
};

const without = (...names: StampName[]): Times =>
  Object.fromEntries(
    Object.entries(EVERYTHING).filter(
      ([name]) => !names.includes(name as StampName),
    ),
  );

/** Minutes of detect, acknowledge, mitigate, restore, impact. */
const figures = (...parameters: Parameters<typeof incident>) => {
  const found = incidentFigures(incident(...parameters));
  return [
    found.detect,
    found.acknowledge,
    found.mitigate,
    found.restore,
    found.impact,
  ].map(ms => (ms === null ? null : ms / MINUTE));
};

describe('the times of an incident', () => {
  it.each<[string, Parameters<typeof incident>, (number | null)[]]>([
    ['with every stamp', [EVERYTHING], [5, 2, 40, 40, 45]],
    ['with none', [{}], [null, null, null, null, null]],
    [
      'without an impact start are mitigated since detected',
      [without('impactStart')],
      [null, 2, 35, 40, null],
    ],
    [
      'without a detection keep the rest',
      [without('detected')],
      [null, 2, 40, 40, 45],
    ],
    ['never acknowledged', [without('acknowledged')], [5, null, 40, 40, 45]],
    ['never declared', [without('declared')], [5, null, 40, null, 45]],
    [
      'whose impact ended when it was mitigated',
      [without('impactEnd')],
      [5, 2, 40, 40, 40],
    ],
    [
      'whose impact ended when it was resolved',
      [without('impactEnd', 'mitigated')],
      [5, 2, null, 40, 50],
    ],
    [
      'that nobody felt have no impact',
      [EVERYTHING, 'resolved', false],
      [5, 2, 40, 40, null],
    ],
    [
      'that is open is not restored, also after it was before',
      [EVERYTHING, 'open'],
      [5, 2, 40, null, 45],
    ],
    [
      'resolved before it was declared',
      [{ ...EVERYTHING, resolved: -51 }],
      [5, 2, 40, null, 45],
    ],
    [
      'acknowledged before it was declared',
      [{ ...EVERYTHING, acknowledged: -51 }],
      [5, null, 40, 40, 45],
    ],
    [
      'all at once',
      [{ declared: -5, resolved: -5 }],
      [null, null, null, 0, null],
    ],
  ])('%s', (_, parameters, minutes) => {
    expect(figures(...parameters)).toEqual(minutes);
  });
});

/** From, to in minutes and whether it goes on. */
const minutesOf = (
  span: { from: number; to: number; open: boolean } | undefined,
) => span && [(span.from - NOW) / MINUTE, (span.to - NOW) / MINUTE, span.open];

describe('the window in which budget may have been spent', () => {
  it.each<[string, Parameters<typeof incident>, unknown]>([
    ['is that of the impact', [EVERYTHING], [-60, -15, false]],
    ['ends when it was mitigated', [without('impactEnd')], [-60, -20, false]],
    [
      'ends when it was resolved',
      [without('impactEnd', 'mitigated')],
      [-60, -10, false],
    ],
    [
      'ends when it was closed, if that is all',
      [{ declared: -50, closed: -5 }, 'closed'],
      [-50, -5, false],
    ],
    [
      'begins when it was detected',
      [without('impactStart')],
      [-55, -15, false],
    ],
    [
      'begins when it was declared',
      [without('impactStart', 'detected')],
      [-50, -15, false],
    ],
    ['goes on while it is open', [{ declared: -50 }, 'open'], [-50, 0, true]],
    [
      'is there where nobody felt it',
      [EVERYTHING, 'resolved', false],
      [-60, -15, false],
    ],
    [
      'is unknown where nobody knows when it was over',
      [{ declared: -50 }],
      undefined,
    ],
    ['is unknown without a beginning', [{ resolved: -5 }], undefined],
    [
      'is none where it ended before it began',
      [{ declared: -5, resolved: -6 }],
      undefined,
    ],
    ['is none before it begins', [{ declared: 5 }, 'open'], undefined],
  ])('%s', (_, parameters, expected) => {
    expect(minutesOf(impactWindow(incident(...parameters), NOW))).toEqual(
      expected,
    );
  });
});

describe('the time in which customers felt it', () => {
  it.each<[string, Parameters<typeof incident>, unknown]>([
    ['is from its start to its end', [EVERYTHING], [-60, -15, false]],
    ['goes on', [{ impactStart: -50 }, 'open'], [-50, 0, true]],
    [
      'is over when it is mitigated, also while it is open',
      [{ impactStart: -50, mitigated: -20 }, 'mitigated'],
      [-50, -20, false],
    ],
    [
      'is none where somebody says so',
      [EVERYTHING, 'resolved', false],
      undefined,
    ],
    [
      'is not guessed from anything else',
      [without('impactStart'), 'resolved', true],
      undefined,
    ],
    ['is unknown where it never ended', [{ impactStart: -50 }], undefined],
  ])('%s', (_, parameters, expected) => {
    expect(minutesOf(customerImpactSpan(incident(...parameters), NOW))).toEqual(
      expected,
    );
  });

  it('is not of an hour that has not come', () => {
    expect(
      customerImpactSpan(incident({ impactStart: 60 }, 'open'), NOW - HOUR),
    ).toBeUndefined();
  });
});
