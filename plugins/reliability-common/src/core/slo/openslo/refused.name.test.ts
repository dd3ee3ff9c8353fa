import { compile, indicator, sloWith, told } from './__testUtils__/examples';

type Members = Record<string, any>;

const tellsOf = (documents: readonly unknown[]) =>
  compile(documents).diagnostics.map(told);

describe('an SLO is refused', () => {
  it.each<[string, Members, string]>([
    [
      'with a name in capitals',
      { name: 'Availability' },
      'name-invalid at metadata.name',
    ],
    [
      'with a name that is a number',
      { name: 5 },
      'member-type at metadata.name',
    ],
    ['without a name', { name: undefined }, 'member-missing at metadata'],
    [
      'with an unknown policy for empty slices',
      { annotations: { 'plimsoll.dev/empty-slices': 'ignore' } },
      'option-invalid at metadata.annotations.plimsoll.dev/empty-slices',
    ],
    [
      'with half a failure',
      { annotations: { 'plimsoll.dev/min-failures': '0.5' } },
      'option-invalid at metadata.annotations.plimsoll.dev/min-failures',
    ],
    [
      'with a review in no month',
      { annotations: { 'plimsoll.dev/reviewed-on': '2026-13-01' } },
      'option-invalid at metadata.annotations.plimsoll.dev/reviewed-on',
    ],
    [
      'with a runbook that no browser opens',
      { annotations: { 'plimsoll.dev/runbook': 'ftp://wiki.example.com' } },
      'option-invalid at metadata.annotations.plimsoll.dev/runbook',
    ],
  ])('%s', (_, metadata, tell) => {
    const { slos, diagnostics } = compile([sloWith({}, metadata)]);
    expect(diagnostics.map(told)).toContain(`error ${tell}`);
    expect(slos).toEqual([]);
  });

  it('whose name another has', () => {
    expect(tellsOf([sloWith(), sloWith()])).toEqual([
      'error name-duplicate at 1:metadata.name',
    ]);
    const taken = new Set(['availability']);
    expect(compile([sloWith()], { taken }).slos).toEqual([]);
  });

  it('whose members have slices of different length', () => {
    const member = (timeSliceWindow: string) => ({
      indicator: indicator(),
      target: 0.99,
      timeSliceTarget: 0.9,
      timeSliceWindow,
    });
    const spec = {
      indicator: undefined,
      budgetingMethod: 'Timeslices',
      objectives: [member('5m'), member('10m')],
    };
    expect(tellsOf([sloWith(spec)])).toEqual([
      'error slice-window-differs at spec.objectives[1].timeSliceWindow',
    ]);
  });

  it('where several sources would do and none is the default', () => {
    const sources = ['a', 'b'].map(name => ({ name, type: 'prometheus' }));
    const { diagnostics } = compile([sloWith()], { sources });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'source-unclear',
      'source-unclear',
    ]);
  });
});
