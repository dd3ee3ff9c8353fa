import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import {
  gold,
  noLevel,
  serviceReport,
  serviceResponse,
} from '../../../testUtils';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { EntityReliabilityCard } from './EntityReliabilityCard';

jest.setTimeout(60_000);

const renderReports = (...reports: Report[]) =>
  renderAtEntity(<EntityReliabilityCard />, {
    api: { getService: async () => serviceResponse({ reports }) },
  });
const next = (
  overrides: Partial<NonNullable<Report['nextLevel']>>,
  report: Partial<Report> = {},
) =>
  serviceReport({
    nextLevel: { ...serviceReport().nextLevel!, ...overrides },
    ...report,
  });

describe('EntityReliabilityCard', () => {
  it('shows where the service stands, and links to the tab', async () => {
    const { container } = await renderReports(serviceReport());
    expect(await screen.findByText('Bronze')).toBeInTheDocument();
    for (const text of [
      'Mission critical',
      'Rank 7 of 31',
      'Score 64 of 100, coverage 85 %',
      '1 check without facts',
    ]) {
      expect(container).toHaveTextContent(text);
    }
    expect(
      screen.getByRole('link', { name: 'Open the reliability tab' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability',
    );
  });

  it.each<[string, Report, string]>([
    [
      'several checks',
      serviceReport(),
      'For Silver: Runbook is linked, and 1 more check',
    ],
    [
      'one check',
      next({ blocking: ['runbook'] }),
      'For Silver: Runbook is linked',
    ],
    [
      'checks that lift higher',
      next({ liftsTo: gold }),
      'For Gold: Runbook is linked, and 1 more check',
    ],
    [
      'checks that do not suffice',
      next({ liftsTo: noLevel }),
      'For Silver: Runbook is linked, and 1 more check',
    ],
    [
      'points',
      next({ blocking: [], missingScore: 10 }),
      '1 more point for Silver',
    ],
    [
      'nothing that applies',
      next({ blocking: [], nothingApplies: true }),
      'Nothing that Silver asks for applies here.',
    ],
    [
      'the top',
      serviceReport({ level: gold, nextLevel: null }),
      'Top level. Keep it.',
    ],
  ])('names the next step: %s', async (_, report, sentence) => {
    await renderReports(report);
    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('claims no number where nothing is known', async () => {
    const { container } = await renderReports(
      serviceReport({ score: 0, coverage: 0, level: noLevel }),
    );
    expect(await screen.findByText('No level')).toBeInTheDocument();
    expect(container).toHaveTextContent(
      'No score: nothing that counts is known',
    );
  });

  it.each<[string, 'known' | 'stale', number, number]>([
    ['how many incidents go on', 'known', 2, 1],
    ['nothing where none does', 'known', 0, 0],
    ['nothing where that is out of date', 'stale', 2, 0],
  ])('says %s', async (_, state, value, links) => {
    await renderAtEntity(<EntityReliabilityCard />, {
      api: {
        getService: async () =>
          serviceResponse({
            facts: [{ path: 'incidents.open', state, value }],
          }),
      },
    });
    await screen.findByText('Bronze');
    const found = screen.queryAllByRole('link', { name: '2 incidents go on' });
    expect(found.map(link => link.getAttribute('href'))).toEqual(
      Array(links).fill(
        '/catalog/default/component/checkout/reliability?view=incidents',
      ),
    );
  });

  it('leads to the other scorecards', async () => {
    await renderReports(
      serviceReport(),
      serviceReport({
        scorecard: { id: 'security', title: 'Security basics', hash: 'x' },
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Security basics' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?scorecard=security',
    );
  });

  it('says that nothing was assessed yet', async () => {
    await renderReports();
    expect(await screen.findByText('Not assessed yet.')).toBeInTheDocument();
  });

  it.each([
    [
      'no service',
      new NotFoundError('no'),
      'Not a service: nothing is assessed here.',
    ],
    ['forbidden', new NotAllowedError('no'), 'You may not see this'],
  ])('has a face for %s', async (_, error, text) => {
    await renderAtEntity(<EntityReliabilityCard />, {
      api: { getService: jest.fn().mockRejectedValue(error) },
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('offers to try again', async () => {
    const getService = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(serviceResponse());
    await renderAtEntity(<EntityReliabilityCard />, { api: { getService } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('Bronze')).toBeInTheDocument();
  });
});
