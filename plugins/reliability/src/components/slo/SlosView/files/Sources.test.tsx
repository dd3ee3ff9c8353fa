import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlo, renderSlos } from '../../../../__testUtils__/renderSlos';
import { sloResponse } from '../../../../testUtils';
import { saveTextFile } from '../../../../utils/textFile';

jest.mock('../../../../utils/textFile');
jest.setTimeout(60_000);

const click = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('what the numbers rest on', () => {
  it('is the formula with the numbers, the window, the times and the queries', async () => {
    const region = await renderSlo(sloResponse());
    await click(/^Show the query/);
    expect(
      within(region)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(
      expect.arrayContaining([
        'SLI = 1 − bad ÷ total1 − 821 ÷ 2.16M = 99.96 %',
        'Spent = (bad ÷ total) ÷ (1 − target)(821 ÷ 2.16M) ÷ 0.1 % = 38 %',
        'Left = 1 − spent1 − 38 % = 62 %',
      ]),
    );
    expect(region).toHaveTextContent(/WindowAfter October 21, 2026.*up to Nov/);
    expect(region).toHaveTextContent('100 % of the window has samples');
    expect(
      within(region).getByRole('region', { name: /written: bad events/ }),
    ).toHaveTextContent('code=~"5.."');
    expect(
      within(region).getByRole('region', { name: /were sent last/ }),
    ).toHaveTextContent('increase(http_requests_total');
  });

  it('is said to be reported where the source reports', async () => {
    const region = await renderSlo(sloResponse({ mode: 'reported' }));
    await click(/^Show the query/);
    expect(region).toHaveTextContent('The source reports the budget itself');
  });
});

describe('the files of an SLO', () => {
  it('are where it is written, who is told, and when it was reviewed', async () => {
    const region = await renderSlo(sloResponse());
    await click(/^Rules and files/);
    expect(
      within(region).getByRole('link', { name: /slo\.yaml/ }),
    ).toHaveAttribute('href', 'https://git.example/checkout/slo.yaml');
    expect(region).toHaveTextContent('payments-page · pager · Payments');
    expect(region).toHaveTextContent('Last reviewedSep 1, 2026');
  });

  it('say what is missing', async () => {
    const region = await renderSlo(
      sloResponse({ runbook: null, routes: [], reviewedOn: null }),
    );
    await click(/^Rules and files/);
    expect(region).toHaveTextContent('RunbookNone named');
    expect(region).toHaveTextContent('Nobody: no alert policy');
    expect(region).toHaveTextContent('Last reviewedNot said');
  });

  it.each([
    ['Prometheus rules', { format: 'prometheus', tests: 'false' }],
    ['PrometheusRule (Kubernetes)', { format: 'prometheusrule' }],
    ['Tests for promtool', { format: 'prometheus', tests: 'true' }],
  ])('%s are loaded when they are chosen', async (name, query) => {
    const getSloRules = jest.fn().mockResolvedValue('groups: [one]\n');
    const slo = sloResponse();
    const region = await renderSlo(slo, { getSloRules });
    await click(/^Rules and files/);
    expect(getSloRules).not.toHaveBeenCalled();
    await click(name);
    expect(getSloRules).toHaveBeenCalledWith(slo.id, query, expect.anything());
    expect(region).toHaveTextContent('groups: [one]');
  });

  it('can be downloaded and copied', async () => {
    const writeText = jest.fn().mockRejectedValueOnce(new Error('no'));
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText },
      configurable: true,
    });
    const region = await renderSlo(sloResponse(), {
      getOpenSlo: async () => 'kind: SLO\n',
    });
    await click(/^Rules and files/);
    await click('OpenSLO');
    await click('Download');
    expect(saveTextFile).toHaveBeenCalledWith(
      'checkout-availability.openslo.yaml',
      'kind: SLO\n',
      'application/yaml',
    );
    await click('Copy');
    expect(region).toHaveTextContent('Not copied: the browser refused.');
    await click('Copy');
    expect(writeText).toHaveBeenLastCalledWith('kind: SLO\n');
    expect(region).toHaveTextContent('Copied');
  });

  it('offer no rules where the source has none', async () => {
    await renderSlo(sloResponse({ hasRules: false, drift: null }));
    await click(/^Rules and files/);
    expect(screen.getByRole('button', { name: 'OpenSLO' })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /rules|Rule \(/ }),
    ).not.toBeInTheDocument();
  });

  it('exist for the whole service too', async () => {
    const getServiceSloRules = jest.fn().mockResolvedValue('groups: [all]\n');
    await renderSlos({}, { api: { getServiceSloRules } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Rules of all SLOs' }),
    );
    await click('Prometheus rules');
    expect(await screen.findByText('groups: [all]')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'OpenSLO' }),
    ).not.toBeInTheDocument();
  });
});

describe('the rules that are loaded', () => {
  it.each([
    ['same', 'are those that follow from this SLO'],
    ['differs', 'differ from those that follow'],
    ['missing', 'has none of the rules of this SLO'],
    ['unknown', 'It is not known which rules'],
  ] as const)('with the state %s: %s', async (state, words) => {
    const drift = { state, checkedAt: null, differences: [] };
    const region = await renderSlo(sloResponse({ drift }));
    await click(/^Rules and files/);
    expect(region).toHaveTextContent(words);
  });

  it('are compared one by one', async () => {
    const differences = [
      {
        rule: 'Page1h',
        kind: 'changed' as const,
        expected: '> 0.0144',
        actual: '> 0.02',
      },
    ];
    const drift = { state: 'differs' as const, checkedAt: null, differences };
    const region = await renderSlo(sloResponse({ drift }));
    await click(/^Rules and files/);
    expect(region).toHaveTextContent(
      'Page1h was changedexpected: > 0.0144loaded: > 0.02',
    );
  });
});
