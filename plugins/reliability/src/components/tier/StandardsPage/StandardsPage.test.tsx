import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReliabilityApi, reliabilityApiRef } from '../../../api';
import {
  reliabilityApiMock,
  scorecardResponse,
  tiersResponse,
} from '../../../testUtils';
import { StandardsPage } from './StandardsPage';

jest.setTimeout(60_000);

const setUp = (api: Partial<ReliabilityApi> = {}, path = '/') =>
  renderInTestApp(
    <TestApiProvider apis={[[reliabilityApiRef, reliabilityApiMock(api)]]}>
      <StandardsPage />
    </TestApiProvider>,
    { routeEntries: [path] },
  );

describe('StandardsPage', () => {
  it('compares the tier contracts in words', async () => {
    await setUp();
    const table = within(
      await screen.findByRole('table', { name: 'Tier contracts side by side' }),
    );
    const cellsOf = (name: string) =>
      within(table.getByRole('rowheader', { name }).closest('tr')!)
        .getAllByRole('cell')
        .map(cell => cell.textContent);
    expect(
      table.getByRole('columnheader', { name: /Mission critical/ }),
    ).toHaveTextContent('tier-0');
    expect(cellsOf('Availability objective')).toEqual([
      '99.95 %',
      '99.9 %',
      '99.5 %',
      '99 %',
    ]);
    expect(cellsOf('Error budget per 30 days')[0]).toBe('21.6 minutes');
    expect(cellsOf('An SLO is at risk with a budget below')[1]).toBe(
      '25 % left',
    );
    expect(cellsOf('Burn alerts')).toEqual([
      'Page, Ticket',
      'Page, Ticket',
      'Ticket',
      'None',
    ]);
    expect(cellsOf('Recovery time objective (RTO)')).toEqual([
      '15 minutes',
      '1 hour',
      '8 hours',
      '3 days',
    ]);
    expect(cellsOf('On-call cover')[0]).toBe('Around the clock');
    expect(cellsOf('Postmortem for severities')[0]).toBe('1, 2');
    expect(cellsOf('Review every')[3]).toBe('365 days');
  });

  it('says where a contract demands nothing', async () => {
    const { items, hash } = tiersResponse();
    await setUp({
      getTiers: async () => ({ items: [{ ...items[0], contract: {} }], hash }),
    });
    expect(await screen.findAllByText('Not demanded')).toHaveLength(14);
  });

  it('documents every check with rule, reason and remedy', async () => {
    await setUp();
    const check = within(
      await screen.findByRole('article', { name: /Somebody can be paged/ }),
    );
    expect(check.getByText('tier.rank <= 2')).toBeInTheDocument();
    expect(check.getByText(/entity.links.alerts > 0/)).toBeInTheDocument();
    expect(check.getByText('Weight 3')).toBeInTheDocument();
    expect(check.getByText(/Nobody recovers/)).toBeInTheDocument();
    expect(check.getByText('pagerduty.com/service-id').tagName).toBe('CODE');
    const always = within(
      screen.getByRole('article', { name: /Runbook is linked/ }),
    );
    expect(always.getByText('To every service')).toBeInTheDocument();
  });

  it('shows the ladder, and marks what does not count', async () => {
    const { definition, hash } = scorecardResponse();
    const [first, second, third, ...others] = definition.checks;
    await setUp({
      getScorecard: async () => ({
        hash,
        definition: {
          ...definition,
          levels: definition.levels.map(level =>
            level.id === 'gold' ? { ...level, minScore: 80 } : level,
          ),
          checks: [
            { ...first, planned: true },
            { ...second, enforceFrom: '2099-12-01' },
            { ...third, enforceFrom: '2020-01-01', weight: 0 },
            ...others,
          ],
        },
      }),
    });
    const rungs = within(
      await screen.findByRole('list', { name: 'Levels' }),
    ).getAllByRole('listitem');
    const checksOf = (level: string) =>
      `${definition.checks.filter(each => each.level === level).length} checks`;
    expect(rungs.map(rung => rung.textContent)).toEqual([
      expect.stringMatching(
        `^Gold .*${checksOf('gold')} and a score of at least 80$`,
      ),
      expect.stringMatching(`^Silver .*${checksOf('silver')}$`),
      expect.stringMatching(`^Bronze .*${checksOf('bronze')}$`),
    ]);
    const article = (title: string) =>
      screen.getByRole('article', { name: new RegExp(title) });
    expect(article(first.title)).toHaveTextContent('Planned');
    expect(article(second.title)).toHaveTextContent('Counts from 2099-12-01');
    expect(article(third.title)).not.toHaveTextContent('Counts from');
    expect(article(third.title)).toHaveTextContent('Counts for the level only');
  });

  it('explains how it is computed', async () => {
    await setUp();
    expect(
      screen.getByText(/an unknown check earns nothing/),
    ).toBeInTheDocument();
  });

  it('finds facts', async () => {
    const { items } = await reliabilityApiMock().getFactCatalogue();
    const some = ['tier.rank', 'entity.links.runbook'];
    await setUp({
      getFactCatalogue: async () => ({
        items: items.filter(({ key }) => some.includes(key)),
      }),
    });
    const table = await screen.findByRole('table', {
      name: 'Facts that rules may use',
    });
    const fact = (name: string) =>
      within(table).queryByRole('rowheader', {
        name: new RegExp(`^${name} `),
      });
    expect(fact('tier.rank')).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search facts' }),
      'runbook',
    );
    await waitFor(() => expect(fact('tier.rank')).not.toBeInTheDocument());
    expect(fact('entity.links.runbook')).toBeInTheDocument();
    expect(screen.getByText('1 fact')).toHaveAttribute('role', 'status');
    await userEvent.type(screen.getByRole('searchbox'), 'zzz');
    expect(await screen.findByText(/No fact matches/)).toBeInTheDocument();
  });

  it('lists its parts, and goes to the check that the address names', async () => {
    const scrollIntoView = jest.fn();
    Element.prototype.scrollIntoView = scrollIntoView;
    await setUp({}, '/#check-reliability-runbook');
    const contents = within(
      screen.getByRole('navigation', { name: 'On this page' }),
    );
    expect(
      await contents.findByRole('link', { name: 'Silver' }),
    ).toHaveAttribute('href', '/#level-reliability-silver');
    await waitFor(() =>
      expect(document.activeElement).toHaveAttribute(
        'id',
        'check-reliability-runbook',
      ),
    );
    expect(scrollIntoView).toHaveBeenCalled();
  });

  it('shows the rest where one part fails, and where nothing is configured', async () => {
    await setUp({
      getTiers: () => Promise.reject(new Error('no tiers today')),
      getScorecards: async () => ({ items: [] }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'no tiers today',
    );
    expect(
      await screen.findByText('No scorecards are configured.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('table', { name: 'Facts that rules may use' }),
    ).toBeInTheDocument();
  });

  it('documents the checklists in force', async () => {
    await setUp();
    const part = await screen.findByRole('region', {
      name: /^Production readiness/,
    });
    expect(part).toHaveTextContent('Who may sign off');
    expect(part).toHaveTextContent('a second person who neither asked');
    const item = within(part).getByRole('article', {
      name: /^A load test held the expected peak/,
    });
    expect(item).toHaveTextContent('Required by a rule');
    expect(item).toHaveTextContent('People answer');
    await userEvent.click(within(item).getByRole('button'));
    expect(item).toHaveTextContent('A yes needs a link');
    expect(item).toHaveTextContent('Systems do not slow down evenly');
  });
});
