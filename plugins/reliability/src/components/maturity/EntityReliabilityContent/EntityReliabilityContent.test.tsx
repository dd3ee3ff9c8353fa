import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  gold,
  serviceReport,
  serviceResponse,
  silver,
} from '../../../testUtils';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { EntityReliabilityContent } from './EntityReliabilityContent';

jest.setTimeout(60_000);

const render = (options: Parameters<typeof renderAtEntity>[1] = {}) =>
  renderAtEntity(<EntityReliabilityContent />, options);

const section = async (name: RegExp) => screen.findByRole('region', { name });

describe('EntityReliabilityContent', () => {
  it('shows an outline while loading', async () => {
    await render({ api: { getService: () => new Promise(() => {}) } });
    expect(screen.getByRole('status', { name: 'Loading' })).toBeInTheDocument();
  });

  it('asks for the entity by its full reference', async () => {
    const getService = jest.fn().mockResolvedValue(serviceResponse());
    await render({ api: { getService } });
    expect(getService).toHaveBeenCalledWith(
      'component:default/checkout',
      expect.anything(),
    );
  });

  it('offers to try again after a failure', async () => {
    const getService = jest
      .fn()
      .mockRejectedValueOnce(new Error('database is gone'))
      .mockResolvedValue(serviceResponse());
    await render({ api: { getService } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'database is gone',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section(/Reliability maturity/)).toBeInTheDocument();
  });

  it('says what the reader may not see', async () => {
    await render({
      api: {
        getService: async () => {
          throw new NotAllowedError('no');
        },
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('says what a service is where the entity is none, and looks again', async () => {
    const getService = jest
      .fn()
      .mockRejectedValueOnce(new NotFoundError('no service'))
      .mockResolvedValue(serviceResponse());
    const refreshService = jest
      .fn()
      .mockRejectedValueOnce(new NotFoundError('no service'))
      .mockResolvedValue(serviceResponse());
    await render({ api: { getService, refreshService } });
    expect(await screen.findByText('Not a service')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'What is asked of services' }),
    ).toHaveAttribute('href', '/reliability/standards');
    const look = screen.getByRole('button', { name: 'Look again now' });
    await userEvent.click(look);
    expect(
      await screen.findByText('Looked again: it is still not a service.'),
    ).toBeInTheDocument();
    await userEvent.click(look);
    expect(await section(/Reliability maturity/)).toBeInTheDocument();
  });

  it('says that nothing was assessed yet', async () => {
    await render({
      api: { getService: async () => serviceResponse({ reports: [] }) },
    });
    expect(await screen.findByText('Not assessed yet')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeInTheDocument();
  });

  it('answers where the service stands', async () => {
    await render();
    const header = await section(/Reliability maturity/);
    expect(header).toHaveTextContent('Bronze');
    expect(header).toHaveTextContent('7 of 31');
    expect(header).toHaveTextContent('Score 64 of 100, coverage 85 %');
    expect(header).toHaveTextContent('Mission critical');
    expect(header).toHaveTextContent(
      'declared in annotation plimsoll.dev/tier',
    );
    expect(header).toHaveTextContent('1 check without facts');
    expect(header).toHaveTextContent(/assessed .+ · catalog read /);
    expect(header).not.toHaveTextContent('The rules have changed');
  });

  it('says that the rules changed since', async () => {
    const reports = [serviceReport({ outdated: true })];
    await render({
      api: { getService: async () => serviceResponse({ reports }) },
    });
    expect(await section(/Reliability maturity/)).toHaveTextContent(
      'The rules have changed since this was assessed',
    );
  });

  describe('refresh', () => {
    it('shows and announces the answer without a second read', async () => {
      const getService = jest.fn().mockResolvedValue(serviceResponse());
      const reports = [
        serviceReport({ level: gold, score: 996, nextLevel: null }),
      ];
      await render({
        api: {
          getService,
          refreshService: async () => serviceResponse({ reports }),
        },
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Refresh' }),
      );
      const words = await screen.findByText(
        'Refreshed: Gold, 99 of 100 points.',
      );
      expect(words).toHaveAttribute('role', 'status');
      expect(getService).toHaveBeenCalledTimes(1);
    });

    it.each([
      [
        'forbidden',
        new NotAllowedError('no'),
        'You may not refresh this service.',
      ],
      [
        'broken',
        new Error('catalog is down'),
        'Could not refresh: catalog is down',
      ],
    ])('keeps what is shown where it is %s', async (_, error, text) => {
      const refreshService = jest.fn().mockRejectedValue(error);
      await render({ api: { refreshService } });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Refresh' }),
      );
      expect(await screen.findByText(text)).toBeInTheDocument();
      expect(screen.getByText('7 of 31')).toBeInTheDocument();
    });
  });

  describe('several scorecards', () => {
    const reports = [
      serviceReport(),
      serviceReport({
        scorecard: { id: 'security', title: 'Security basics', hash: 'x' },
        level: silver,
      }),
    ];
    const api = { getService: async () => serviceResponse({ reports }) };

    it('has no switcher for one', async () => {
      await render();
      await section(/Reliability maturity/);
      expect(screen.queryByLabelText('Scorecard')).not.toBeInTheDocument();
    });

    it('shows the one that the address names', async () => {
      await render({ api, path: '/?scorecard=security' });
      expect(await section(/Where it stands/)).toHaveTextContent('Silver');
      expect(screen.getByLabelText('Scorecard')).toHaveValue('security');
    });

    it('switches', async () => {
      await render({ api, path: '/?scorecard=unheard-of' });
      const header = await section(/Where it stands/);
      expect(header).toHaveTextContent('Bronze');
      await userEvent.selectOptions(
        screen.getByLabelText('Scorecard'),
        'Security basics',
      );
      await waitFor(() => expect(header).toHaveTextContent('Silver'));
    });
  });

  it('keeps the facts closed until they are asked for', async () => {
    await render();
    const facts = await section(/^Facts/);
    const button = within(facts).getByRole('button', {
      name: 'Show all facts',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(within(facts).queryByRole('table')).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const row = within(facts).getByRole('row', {
      name: /entity.links.runbook/,
    });
    expect(row).toHaveTextContent('0 links');
    expect(row).toHaveTextContent('catalog');
    await userEvent.type(
      within(facts).getByLabelText('Find a fact'),
      'nothing',
    );
    await waitFor(() => expect(facts).toHaveTextContent('No fact matches.'));
  });
});
