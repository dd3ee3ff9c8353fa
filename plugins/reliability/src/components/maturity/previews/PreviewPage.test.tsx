import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../testUtils/callMock';
import {
  cheapestPathResponse,
  preview,
  previewAnswers,
} from '../../../testUtils/previews';
import { PreviewPage } from './PreviewPage';

jest.setTimeout(60_000);

const render = (path: string, answers: Answers = {}) =>
  renderPage(<PreviewPage />, {
    path,
    api: { call: callMock({ ...previewAnswers(), ...answers }) },
  });
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const rowsOf = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);

describe('a changed rule', () => {
  it('is asked for with what differs, and its result has an address', async () => {
    const runPreview = jest.fn(async () => preview());
    await render('/', { runPreview });
    expect(await screen.findByText('No preview yet')).toBeInTheDocument();
    const button = await screen.findByRole('button', { name: 'Preview' });
    expect(button).toBeDisabled();
    const [field] = await screen.findAllByRole('spinbutton');
    await userEvent.clear(field);
    expect(screen.getByText(/Weights are numbers/)).toBeInTheDocument();
    expect(button).toBeDisabled();
    await userEvent.type(field, '7');
    expect(screen.getByText('1 change')).toBeInTheDocument();
    await userEvent.click(button);
    expect(runPreview).toHaveBeenCalledWith({
      body: {
        scorecard: 'reliability',
        changes: { checks: [{ id: expect.any(String), weight: 7 }] },
      },
    });
    await waitFor(() => expect(search()).toBe('?preview=p1'));
  });

  it('can be pasted as YAML, from what is in force', async () => {
    const runPreview = jest.fn(async () => preview());
    await render('/', { runPreview });
    await press('As YAML');
    await press('Start from the one in force');
    expect(
      screen.getByRole('textbox', { name: 'Scorecard as YAML' }),
    ).toHaveDisplayValue(/^id: reliability\n/);
    await press('Preview');
    expect(runPreview).toHaveBeenCalledWith({
      body: {
        scorecard: 'reliability',
        definition: expect.stringMatching(/^id: reliability\n/),
      },
    });
  });

  it.each([
    [
      new InputError('changes.checks[0].pass: column 3: unknown'),
      /did not run: .*changes\.checks\[0\]\.pass: column 3/,
    ],
    [
      new ConflictError('You run a preview already'),
      /You run a preview already/,
    ],
  ])('says why it did not run: %s', async (error, words) => {
    await render('/', {
      runPreview: async () => {
        throw error;
      },
    });
    const [field] = await screen.findAllByRole('spinbutton');
    await userEvent.type(field, '7');
    await press('Preview');
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });
});

describe('the result', () => {
  it('says how many lose a level, where and by what', async () => {
    await render('/?preview=p1');
    expect(
      await screen.findByRole('heading', {
        name: '2 services of 2 teams lose a level',
      }),
    ).toBeInTheDocument();
    expect(await rowsOf('By tier')).toEqual([
      'Mission critical311',
      'Business critical110',
    ]);
    expect(await rowsOf('By team')).toEqual([
      'payments210',
      'ledger110',
      'Owned by nobody101',
    ]);
    expect(await rowsOf('By check')).toEqual([
      'Runbook is linked210',
      'Logs are linked001',
    ]);
  });

  it('lists those that fall, with what makes them', async () => {
    await render('/?preview=p1');
    expect(await rowsOf('Services')).toEqual([
      expect.stringMatching(
        /^Checkoutpayments.*82 → 70Runbook is linkedFail.*Declares an objectiveUnknown/,
      ),
      expect.stringMatching(/^Ledger.*96 → 61.*9 points short/),
    ]);
  });

  it.each([
    [/^Gain a level \(1\)/, '?preview=p1&change=up', /Search.*does not count/],
    [
      /^Another score/,
      '?preview=p1&change=rescored',
      /Mail.*weights or demands/,
    ],
    [/^All \(14\)/, '?preview=p1&change=any', /Checkout/],
    ['payments', /owner=group/, /Checkout/],
    ['Mission critical', /tier=tier-0/, /Checkout/],
    ['Runbook is linked', /check=runbook/, /Checkout/],
  ])('narrows to %s', async (name, address, row) => {
    await render('/?preview=p1');
    await press(name);
    expect(search()).toMatch(address);
    await waitFor(async () =>
      expect((await rowsOf('Services'))[0]).toMatch(row),
    );
  });

  it('can be taken along as YAML', async () => {
    const writeText = jest.fn(async (_: string) => {});
    Object.defineProperty(window.navigator, 'clipboard', {
      value: { writeText },
      configurable: true,
    });
    await render('/?preview=p1');
    await press('Copy as YAML');
    expect(await screen.findByText(/^Copied/)).toBeInTheDocument();
    expect(writeText.mock.calls[0][0]).toMatch(
      /^reliability:\n {2}scorecards:\n {4}- id: reliability\n/,
    );
  });

  it.each<[string, Answers, string]>([
    [
      'gone',
      {
        getPreview: async () => {
          throw new NotFoundError('There is no preview');
        },
      },
      'This preview is not there any more',
    ],
    [
      'without a loss',
      {
        getPreview: async () =>
          preview({
            totals: { ...preview().totals, down: 0, teamsDown: 0 },
            byOwner: [],
            byCheck: [],
          }),
      },
      'No service loses a level',
    ],
    [
      'without a match',
      { listPreviewServices: async () => ({ items: [], totalItems: 0 }) },
      'No service matches',
    ],
  ])('has a face where it is %s', async (_, answers, words) => {
    await render('/?preview=p1', answers);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('the cheapest path', () => {
  it('says how much work it is, and whose', async () => {
    const getCheapestPath = jest.fn(async () => cheapestPathResponse());
    await render('/?part=path&tier=tier-1', { getCheapestPath });
    expect(
      await screen.findByRole('heading', {
        name: '3 services to lift to Silver',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /^2 fixes and 1 piece of missing data, on 2 checks\. 9 services are there already\. 1 service cannot/,
      ),
    ).toBeInTheDocument();
    expect(await rowsOf('By check')).toEqual([
      'Runbook is linked201',
      'Somebody can be paged010',
    ]);
    expect((await rowsOf('By team'))[0]).toBe('payments1110');
    expect(getCheapestPath).toHaveBeenCalledWith({
      query: {
        goal: 'silver',
        tier: ['tier-1'],
        limit: 25,
      },
    });
  });

  it('shows what each service needs, and why one cannot', async () => {
    await render('/?part=path');
    expect(await rowsOf('By service, least work first')).toEqual([
      expect.stringMatching(/^Ledger.*Runbook is linked–$/),
      expect.stringMatching(
        /^Checkout.*Runbook is linkedSomebody can be paged$/,
      ),
      expect.stringMatching(/^Search.*No check of Bronze applies to it\.$/),
    ]);
  });

  it('narrows to one step and back', async () => {
    await render('/?part=path');
    await press('Runbook is linked');
    expect(search()).toBe('?part=path&check=runbook');
    await press('Only with “Runbook is linked”');
    expect(search()).toBe('?part=path');
  });

  it('aims at another level', async () => {
    await render('/?part=path');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Lift all to' }),
      'gold',
    );
    expect(search()).toBe('?part=path&goal=gold');
  });

  it.each([
    [
      'everybody is there',
      {
        items: [],
        totals: {
          ...cheapestPathResponse().totals,
          reachable: 0,
          unreachable: 0,
        },
      },
      'Every service is at Silver or above',
    ],
    [
      'nothing matches',
      {
        items: [],
        totals: { ...cheapestPathResponse().totals, services: 0 },
      },
      'No service matches',
    ],
  ])('has a face where %s', async (_, changed, words) => {
    await render('/?part=path', {
      getCheapestPath: async () => cheapestPathResponse(changed),
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('can be asked for again where it failed', async () => {
    const getCheapestPath = jest
      .fn()
      .mockRejectedValueOnce(new Error('busy'))
      .mockResolvedValue(cheapestPathResponse());
    await render('/?part=path', { getCheapestPath });
    await press(/try again|retry/i);
    expect(
      await screen.findByRole('heading', { name: /to lift to Silver/ }),
    ).toBeInTheDocument();
  });
});
