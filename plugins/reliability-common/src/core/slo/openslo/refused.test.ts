import { compile, pager, sloWith, told } from './__testUtils__/examples';

type Members = Record<string, any>;

const objective = (changed: Members) => ({
  objectives: [{ target: 0.999, ...changed }],
});
const sliced = (changed: Members, method = 'Timeslices') => ({
  budgetingMethod: method,
  ...objective({ timeSliceTarget: 0.9, timeSliceWindow: '5m', ...changed }),
});
const AT = 'spec.objectives[0]';

describe('an SLO is refused', () => {
  it.each<[string, Members, string[]]>([
    ['without a target', { objectives: [{}] }, [`target-missing at ${AT}`]],
    [
      'with both targets',
      objective({ targetPercent: 99 }),
      [`target-twice at ${AT}`],
    ],
    [
      'with a target of 1',
      objective({ target: 1 }),
      [`target-range at ${AT}.target`],
    ],
    [
      'with a percentage as share',
      objective({ target: 99.9 }),
      [`target-range at ${AT}.target`],
    ],
    [
      'with a target below 0',
      objective({ target: -0.1 }),
      [`target-range at ${AT}.target`],
    ],
    [
      'with 100 %',
      { objectives: [{ targetPercent: 100 }] },
      [`target-range at ${AT}.targetPercent`],
    ],
    [
      'with a target that is too fine',
      objective({ target: 0.9999999 }),
      [`target-too-fine at ${AT}.target`],
    ],
    [
      'with a target as text',
      objective({ target: '0.9' }),
      [`member-type at ${AT}.target`],
    ],
    [
      'without objectives',
      { objectives: undefined },
      ['objectives-missing at spec'],
    ],
    [
      'with no objective in the list',
      { objectives: [] },
      ['objectives-missing at spec.objectives'],
    ],
    [
      'with objectives that are no list',
      { objectives: { target: 0.9 } },
      ['member-type at spec.objectives'],
    ],
    [
      'with an objective that is a number',
      { objectives: [0.9] },
      [`member-type at ${AT}`],
    ],
    [
      'with slices of no length',
      sliced({ timeSliceWindow: undefined }),
      [`slice-window-missing at ${AT}`],
    ],
    [
      'with slices of 7 minutes',
      sliced({ timeSliceWindow: '7m' }),
      [`slice-window-length at ${AT}.timeSliceWindow`],
    ],
    [
      'with slices of two days',
      sliced({ timeSliceWindow: '2d' }),
      [`slice-window-length at ${AT}.timeSliceWindow`],
    ],
    [
      'with slices of seconds',
      sliced({ timeSliceWindow: '30s' }),
      [`duration-invalid at ${AT}.timeSliceWindow`],
    ],
    [
      'with good slices that nobody defined',
      sliced({ timeSliceTarget: undefined }),
      [`slice-target-missing at ${AT}`],
    ],
    [
      'with a slice target of 0',
      sliced({ timeSliceTarget: 0 }),
      [`slice-target-range at ${AT}.timeSliceTarget`],
    ],
    [
      'with a slice target of 95',
      sliced({ timeSliceTarget: 95 }),
      [`slice-target-range at ${AT}.timeSliceTarget`],
    ],
  ])('%s', (_, spec, tells) => {
    const { slos, diagnostics } = compile([sloWith(spec), pager]);
    expect(diagnostics.map(told)).toEqual(tells.map(each => `error ${each}`));
    expect(slos).toEqual([]);
  });
});
