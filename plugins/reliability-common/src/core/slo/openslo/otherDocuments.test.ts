import {
  asks,
  burnRate,
  compile,
  documentOf,
  indicator,
  ratioSpec,
  sloWith,
  told,
} from './__testUtils__/examples';

type Members = Record<string, any>;

const tellsOf = (documents: readonly unknown[]) =>
  compile(documents).diagnostics.map(told);

const objective = (changed: Members) => ({
  objectives: [{ target: 0.999, ...changed }],
});
const measures = (spec: Members) => ({ indicator: indicator(spec) });

describe('other documents', () => {
  it.each<[string, unknown[], string[]]>([
    [
      'v1alpha is refused',
      [{ ...sloWith(), apiVersion: 'openslo/v1alpha' }],
      ['error api-version-unsupported at apiVersion'],
    ],
    [
      'v2alpha is refused',
      [{ ...sloWith(), apiVersion: 'openslo.com/v2alpha' }],
      ['error api-version-unsupported at apiVersion'],
    ],
    [
      'a document without a version is refused',
      [{ kind: 'SLO' }],
      ['error api-version-missing at '],
    ],
    [
      'an unknown kind is refused',
      [{ apiVersion: 'openslo/v1', kind: 'Slo' }],
      ['error kind-unknown at kind'],
    ],
    ['a list is refused', [[1]], ['error document-not-a-mapping at ']],
    [
      'two SLIs with one name',
      [
        documentOf('SLI', 'a', ratioSpec()),
        documentOf('SLI', 'a', ratioSpec()),
      ],
      ['error name-duplicate at 1:metadata.name'],
    ],
    [
      'an SLI that nobody uses is checked',
      [documentOf('SLI', 'a', { ratioMetric: {} })],
      ['error ratio-parts at spec.ratioMetric'],
    ],
    [
      'connection details are ignored',
      [
        documentOf('DataSource', 'main', {
          type: 'Prometheus',
          connectionDetails: { token: 'secret' },
        }),
      ],
      ['warning connection-details-ignored at spec.connectionDetails'],
    ],
    [
      'names as in the examples of the specification are unusual',
      [
        documentOf('AlertNotificationTarget', 'OnCallMail', {
          target: 'email',
        }),
      ],
      ['warning name-unusual at metadata.name'],
    ],
    [
      'a target that says nobody',
      [documentOf('AlertNotificationTarget', 'a', {})],
      ['error member-missing at spec.target'],
    ],
    [
      'a condition without severity',
      [
        documentOf('AlertCondition', 'a', {
          ...burnRate(),
          severity: undefined,
        }),
      ],
      ['error member-missing at spec.severity'],
    ],
  ])('%s', (_, documents, tells) => {
    expect(tellsOf(documents)).toEqual(tells);
  });

  it('an SLO that refers to a wrong SLI says so, and the SLI says why', () => {
    const refers = sloWith({ indicator: undefined, indicatorRef: 'errors' });
    const wrong = documentOf('SLI', 'errors', { ratioMetric: {} });
    expect(tellsOf([refers, wrong])).toEqual([
      'error ref-broken at spec.indicatorRef',
      'error ratio-parts at 1:spec.ratioMetric',
    ]);
  });
});

describe('a message says what to do', () => {
  const messageOf = (document: unknown) =>
    compile([document]).diagnostics[0].message;

  it.each<[string, Members, string]>([
    ['the nearest member', { objektives: [] }, 'did you mean `objectives`?'],
    [
      'the nearest method',
      { budgetingMethod: 'Occurences' },
      'Did you mean `Occurrences`?',
    ],
    [
      'the percentage that was meant',
      objective({ target: 99.9 }),
      'Write `targetPercent: 99.9`.',
    ],
    [
      'the sources that there are',
      measures(ratioSpec({ total: asks('x', { metricSourceRef: 'x' }) })),
      'main (prometheus), edge (prometheus), dog (datadog), pushed (pushed)',
    ],
    [
      'how bad it must get',
      objective({ target: 0.9 }),
      'the page over 1h would need 144 % bad events',
    ],
  ])('%s', (_, spec, words) => {
    expect(messageOf(sloWith(spec))).toContain(words);
  });

  it.each([
    ['openslo/v1alpha', 'It came before v1'],
    ['openslo.com/v2alpha', 'is a draft that still changes'],
    ['OpenSLO/V1', 'Write `apiVersion: openslo/v1`'],
    ['sloth.slok.dev/v1', 'Documents of other tools belong in other files'],
  ])('%s', (apiVersion, words) => {
    expect(messageOf({ ...sloWith(), apiVersion })).toContain(words);
  });

  it('a source that is only a DataSource document', () => {
    const { diagnostics } = compile([
      sloWith(
        measures(ratioSpec({ bad: asks('x', { metricSourceRef: 'mine' }) })),
      ),
      documentOf('DataSource', 'mine', { type: 'Prometheus' }),
    ]);
    expect(diagnostics[0].message).toContain(
      'the DataSource document of that name opens no connection',
    );
  });
});
