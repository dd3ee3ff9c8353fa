import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlos } from '../../../__testUtils__/renderSlos';
import {
  objectiveEvaluation,
  serviceSlos,
  sloDiagnostic,
  sloResponse,
} from '../../../testUtils';

jest.setTimeout(60_000);

const card = (name: string) => screen.findByRole('region', { name });
const head = (region: HTMLElement) =>
  within(region).getAllByRole('button', { expanded: undefined })[0];
const slos = [
  sloResponse({ name: 'fast', title: 'Answers are fast' }),
  sloResponse({
    name: 'up',
    title: 'Requests succeed',
    evaluations: [objectiveEvaluation({ status: 'burning' })],
  }),
];
const [file] = serviceSlos().files;

describe('the SLOs of a service', () => {
  it('are a part of the tab', async () => {
    await renderSlos({}, { path: '/' });
    await userEvent.click(await screen.findByRole('link', { name: 'SLOs' }));
    expect(await card('1 SLO')).toHaveTextContent('1 Healthy');
  });

  it('are asked for by the full reference of the entity', async () => {
    const getServiceSlos = jest.fn().mockResolvedValue(serviceSlos());
    await renderSlos({}, { api: { getServiceSlos } });
    expect(getServiceSlos).toHaveBeenCalledWith(
      'component:default/checkout',
      expect.anything(),
    );
  });

  it('are counted by status, with what the tier demands', async () => {
    await renderSlos({ slos });
    const summary = await card('2 SLOs');
    expect(
      within(summary)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['1 Burning', '1 Healthy']);
    expect(summary).toHaveTextContent(
      'Mission critical, demands an objective of at least 99.95 %.',
    );
  });

  it('say so where the tier demands nothing', async () => {
    await renderSlos({ tierTarget: null });
    expect(await card('1 SLO')).toHaveTextContent(
      'Mission critical, demands no particular objective.',
    );
    expect(screen.queryByText(/its tier/)).not.toBeInTheDocument();
  });

  it('show the worst first and opened, the others in a line each', async () => {
    await renderSlos({ slos });
    const worst = await card('Requests succeed');
    const other = await card('Answers are fast');
    expect(head(worst)).toHaveAttribute('aria-expanded', 'true');
    expect(head(other)).toHaveAttribute('aria-expanded', 'false');
    expect(worst.compareDocumentPosition(other)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(head(other)).toHaveTextContent(
      'HealthyAnswers are fast99.9 % over 30 days62 % left26 min, 47 sec left0.6× burn, 6 h',
    );
  });

  it('open the one that the address names', async () => {
    await renderSlos({ slos }, { path: '/?view=slos&slo=fast' });
    expect(head(await card('Answers are fast'))).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    expect(head(await card('Requests succeed'))).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('open and close at a click', async () => {
    await renderSlos({ slos });
    const other = await card('Answers are fast');
    await userEvent.click(head(other));
    expect(other).toHaveTextContent('At least 99.9 % of all events');
    await userEvent.click(head(other));
    expect(other).not.toHaveTextContent('At least 99.9 % of all events');
  });

  it('are read again when asked', async () => {
    const getServiceSlos = jest
      .fn()
      .mockResolvedValueOnce(serviceSlos())
      .mockResolvedValue(serviceSlos({ slos }));
    await renderSlos({}, { api: { getServiceSlos } });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reload' }),
    );
    expect(await card('2 SLOs')).toBeInTheDocument();
  });

  it('are explained where there is none, with a document to copy', async () => {
    await renderSlos({ slos: [], files: [] });
    const empty = await card('No SLO yet');
    expect(empty).toHaveTextContent('is a promise in numbers');
    expect(
      within(empty).getByRole('region', { name: /slo\.yaml beside/ }),
    ).toHaveTextContent('target: 99.9 window: 30d');
    expect(
      within(empty).getByRole('region', { name: /annotation/ }),
    ).toHaveTextContent('plimsoll.dev/slo: ./slo.yaml');
    expect(
      within(empty).getByRole('button', { name: 'Try it before you commit' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/\/slos\/draft\?service=component%3Adefault%2F/),
    );
  });

  it.each([
    ['says so where no SLO of the service promises enough', 995_000, 1],
    ['is silent where another promises enough', 999_900, 0],
  ])('that promises less than its tier %s', async (_, other, said) => {
    await renderSlos(
      {
        tierTarget: 999_000,
        slos: [
          sloResponse({ id: 'a', name: 'low', title: 'Low', target: 990_000 }),
          sloResponse({
            id: 'b',
            name: 'other',
            title: 'Other',
            target: other,
          }),
        ],
      },
      { path: '/?view=slos&slo=low' },
    );
    const low = await card('Low');
    expect(
      within(low).queryAllByText(/Promises less than its tier/),
    ).toHaveLength(said);
  });

  it('lead to where a change is tried', async () => {
    await renderSlos();
    expect(
      within(await card('1 SLO')).getByRole('link', { name: 'Try a change' }),
    ).toHaveAttribute('href', expect.stringContaining('/slos/draft?service='));
  });

  it('offer to try again after a failure', async () => {
    const getServiceSlos = jest
      .fn()
      .mockRejectedValueOnce(new Error('database is gone'))
      .mockResolvedValue(serviceSlos());
    await renderSlos({}, { api: { getServiceSlos } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'database is gone',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await card('1 SLO')).toBeInTheDocument();
  });

  it('say what the reader may not see', async () => {
    const getServiceSlos = () => Promise.reject(new NotAllowedError('no'));
    await renderSlos({}, { api: { getServiceSlos } });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});

describe('the documents of a service', () => {
  it('are named with a link, and that nothing is wrong', async () => {
    await renderSlos();
    const documents = await card('Documents');
    expect(documents).toHaveTextContent('nothing to complain about');
    expect(
      within(documents).getByRole('link', { name: /slo\.yaml/ }),
    ).toHaveAttribute('href', file.url);
  });

  it('tell errors and warnings apart, each with line and column, beside the good SLO', async () => {
    const diagnostics = [
      sloDiagnostic({ severity: 'warning', message: 'Odd.', line: 40 }),
      sloDiagnostic(),
    ];
    await renderSlos({ files: [{ ...file, diagnostics }] });
    const documents = await card('Documents');
    expect(documents).toHaveTextContent(
      /1 error12:5The objective has no target.*spec\.objectives\[0\].*1 warning40:5Odd\./,
    );
    expect(await card('Requests succeed')).toBeInTheDocument();
    expect(
      documents.compareDocumentPosition(await card('Requests succeed')),
    ).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it.each([
    ['failed', 'No such file.', 'could not be read; tried', 'No such file.'],
    ['pending', null, 'not read yet', 'not read yet'],
  ] as const)('say that one is %s', async (state, error, words, also) => {
    await renderSlos({ slos: [], files: [{ ...file, state, error }] });
    const documents = await card('Documents');
    expect(documents).toHaveTextContent(words);
    expect(documents).toHaveTextContent(also);
    expect(documents).not.toHaveTextContent('nothing to complain');
  });

  it('link only what is an address', async () => {
    // eslint-disable-next-line no-script-url -- what a hostile document might name
    await renderSlos({ files: [{ ...file, url: 'javascript:alert(1)' }] });
    const documents = await card('Documents');
    expect(within(documents).queryByRole('link')).not.toBeInTheDocument();
  });
});

it('what rests on too little is counted apart', async () => {
  const young = sloResponse({
    name: 'young',
    evaluations: [objectiveEvaluation({ flags: ['provisional', 'partial'] })],
  });
  await renderSlos({ slos: [...slos, young] });
  expect(
    within(await card('3 SLOs'))
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual(['1 Burning', '1 Healthy', '1 HealthyProvisional']);
});
