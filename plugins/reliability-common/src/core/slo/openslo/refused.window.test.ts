import {
  compile,
  indicator,
  pager,
  sloWith,
  told,
} from './__testUtils__/examples';

type Members = Record<string, any>;

const objective = (changed: Members) => ({
  objectives: [{ target: 0.999, ...changed }],
});
const over = (item: Members) => ({ timeWindow: [item] });
const calendar = (changed: Members, duration = '1M') =>
  over({
    duration,
    calendar: {
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Warsaw',
      ...changed,
    },
  });
const AT = 'spec.objectives[0]';
const WINDOW = 'spec.timeWindow[0]';

describe('an SLO is refused', () => {
  it.each<[string, Members, string[]]>([
    [
      'with an unknown method',
      { budgetingMethod: 'Occurences' },
      ['method-unknown at spec.budgetingMethod'],
    ],
    [
      'with two windows',
      { timeWindow: [1, 2] },
      ['window-count at spec.timeWindow'],
    ],
    [
      'with no window in the list',
      { timeWindow: [] },
      ['window-count at spec.timeWindow'],
    ],
    [
      'with a window that does not roll and has no calendar',
      over({ duration: '30d', isRolling: false }),
      [`window-kind at ${WINDOW}`],
    ],
    [
      'with a window that rolls and has a calendar',
      over({ ...calendar({}).timeWindow[0], isRolling: true }),
      [`window-kind at ${WINDOW}`],
    ],
    [
      'with a window without a duration',
      over({ isRolling: true }),
      [`member-missing at ${WINDOW}.duration`],
    ],
    [
      'with a window in seconds',
      over({ duration: '90s', isRolling: true }),
      [`duration-invalid at ${WINDOW}.duration`],
    ],
    [
      'with a window of nothing',
      over({ duration: '0d', isRolling: true }),
      [`window-length at ${WINDOW}.duration`],
    ],
    [
      'with a rolling window of a minute',
      over({ duration: '1m', isRolling: true }),
      [`window-length at ${WINDOW}.duration`],
    ],
    [
      'with a window of two years',
      over({ duration: '2Y', isRolling: true }),
      [`window-length at ${WINDOW}.duration`],
    ],
    [
      'with a start that is a day only',
      calendar({ startTime: '2026-01-01' }),
      [`start-time-invalid at ${WINDOW}.calendar.startTime`],
    ],
    [
      'with a start that became a date',
      calendar({ startTime: new Date(0) }),
      [`member-type at ${WINDOW}.calendar.startTime`],
    ],
    [
      'with a start on a day that is none',
      calendar({ startTime: '2026-02-30 00:00:00' }),
      [`start-time-invalid at ${WINDOW}.calendar.startTime`],
    ],
    [
      'without a start',
      calendar({ startTime: undefined }),
      [`start-time-invalid at ${WINDOW}.calendar.startTime`],
    ],
    [
      'with an unknown time zone',
      calendar({ timeZone: 'Warsaw' }),
      [`time-zone-unknown at ${WINDOW}.calendar.timeZone`],
    ],
    ['without an SLI', { indicator: undefined }, ['indicator-missing at spec']],
    [
      'with an SLI twice',
      { indicatorRef: 'x' },
      ['indicator-twice at spec.indicatorRef'],
    ],
    [
      'with an SLI on both levels',
      objective({ indicator: indicator() }),
      ['indicator-on-both-levels at spec'],
    ],
    [
      'with a member of a composite that has no SLI',
      {
        indicator: undefined,
        objectives: [
          { target: 0.999, indicator: indicator() },
          { target: 0.9 },
        ],
      },
      ['indicator-missing at spec.objectives[1]'],
    ],
    [
      'with a name that refers to nothing',
      { indicator: undefined, indicatorRef: 'errors' },
      ['ref-unknown at spec.indicatorRef'],
    ],
    [
      'with a weight of 0',
      {
        indicator: undefined,
        ...objective({ indicator: indicator(), compositeWeight: 0 }),
      },
      [`weight-range at ${AT}.compositeWeight`],
    ],
  ])('%s', (_, spec, tells) => {
    const { slos, diagnostics } = compile([sloWith(spec), pager]);
    expect(diagnostics.map(told)).toEqual(tells.map(each => `error ${each}`));
    expect(slos).toEqual([]);
  });
});
