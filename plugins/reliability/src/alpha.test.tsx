import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import plugin from './alpha';
import { reliabilityApiRef } from './api';
import { reliabilityApiMock } from './testUtils';

jest.setTimeout(60_000);

// Lazily loaded, so the first of them waits for the whole bundle.
const patience = { timeout: 30_000 };

const render = (path: string) =>
  renderTestApp({
    features: [plugin],
    apis: [[reliabilityApiRef, reliabilityApiMock()]],
    initialRouteEntries: [path],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('the plugin in the new frontend', () => {
  it('shows the ranking at /reliability and keeps the query of a shared link', async () => {
    render('/reliability?tier=tier-0');
    expect(
      await screen.findByRole('link', { name: 'Checkout' }, patience),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: /Remove filter Tier/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Services' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('has the standards and the data problems as tabs below it', async () => {
    render('/reliability/standards');
    expect(
      await screen.findByRole('table', { name: /Tier contracts/ }, patience),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Standards' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Problems' }));
    expect(
      await screen.findByText('No data problems', {}, patience),
    ).toBeInTheDocument();
  });

  it.each([
    ['/reliability/readiness', 'Which items fail most'],
    ['/reliability/slos/draft', 'Try an SLO'],
    ['/reliability/tasks', 'Awaiting my review'],
    ['/reliability/reviews/review-0', 'Dossier: Checkout'],
  ])('has a page at %s', async (path, text) => {
    render(path);
    expect(
      await screen.findByRole('heading', { name: text }, patience),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('tab', { name: 'Dossier' }),
    ).not.toBeInTheDocument();
  });

  it('shows the SLOs of the company at /reliability/slos', async () => {
    render('/reliability/slos');
    expect(
      await screen.findByRole('link', { name: /Requests succeed/ }, patience),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'SLOs' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('shows who is on call at /reliability/oncall', async () => {
    render('/reliability/oncall');
    expect(
      await screen.findByRole(
        'list',
        { name: 'Who is on call for what' },
        patience,
      ),
    ).toHaveTextContent('Anna Berg');
    expect(screen.getByRole('tab', { name: 'On-call' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('shows the incidents of the company at /reliability/incidents, and one below it', async () => {
    render('/reliability/incidents');
    await userEvent.click(
      await screen.findByRole(
        'link',
        { name: 'Payments are refused' },
        patience,
      ),
    );
    expect(
      await screen.findByRole(
        'heading',
        { name: 'INC-42 Payments are refused' },
        patience,
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Incidents' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('names its extensions as they are configured', () => {
    for (const id of [
      'api:reliability',
      'page:reliability',
      'sub-page:reliability/ranking',
      'sub-page:reliability/slos',
      'sub-page:reliability/oncall',
      'sub-page:reliability/incidents',
      'sub-page:reliability/readiness',
      'sub-page:reliability/tasks',
      'sub-page:reliability/reviews',
      'sub-page:reliability/standards',
      'sub-page:reliability/data-problems',
      'entity-card:reliability/summary',
      'entity-card:reliability/group',
      'entity-card:reliability/oncall',
      'entity-card:reliability/group-oncall',
      'entity-content:reliability',
      'home-page-widget:reliability/my-services',
      'home-page-widget:reliability/my-tasks',
      'home-page-widget:reliability/my-oncall',
    ] as const) {
      expect(plugin.getExtension(id)).toBeDefined();
    }
  });
});
