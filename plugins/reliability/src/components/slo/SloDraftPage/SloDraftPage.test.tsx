import { ResponseError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, search } from '../../../__testUtils__/renderPage';
import type { ReliabilityApi } from '../../../api';
import { sloDiagnostic, understoodSlo } from '../../../testUtils';
import { SloDraftPage } from './SloDraftPage';

jest.setTimeout(60_000);

beforeEach(() => sessionStorage.clear());

const valid = { valid: true, slos: [understoodSlo()], diagnostics: [] };
const document = 'kind: SLO\nname: availability\ntarget: 200\n';

const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^SLO document/ });
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));
const region = (name: string | RegExp) => screen.findByRole('region', { name });

async function render(
  api: Partial<ReliabilityApi> = {},
  options: { path?: string; allowed?: boolean; text?: string } = {},
) {
  await renderPage(<SloDraftPage />, { api, ...options });
  const { text = document } = options;
  await userEvent.click(field());
  if (text) await userEvent.paste(text);
}

const refusal = async (status: number, message: string) =>
  ResponseError.fromResponse(
    Object.assign(
      new Response(JSON.stringify({ error: { name: 'InputError', message } }), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
    ),
  );

describe('a document', () => {
  it('can begin as a sample, and what was written is not lost to one', async () => {
    await render({}, { text: '' });
    expect(screen.getByRole('button', { name: 'Check' })).toBeDisabled();
    await press('OpenSLO');
    expect(field().value).toMatch(/^apiVersion: openslo\/v1/);
    await press('Short form');
    expect(field().value).toMatch(/^apiVersion: plimsoll.dev\/v1/);
    await userEvent.type(field(), '# mine');
    expect(
      screen.queryByRole('button', { name: 'OpenSLO' }),
    ).not.toBeInTheDocument();
    await press('Empty the field');
    expect(field()).toHaveValue('');
  });

  it('is still there after a look at another page', async () => {
    sessionStorage.setItem('plimsoll.slo-draft', JSON.stringify('name: kept'));
    await render({}, { text: '' });
    expect(field()).toHaveValue('name: kept');
  });

  it('is checked with the service that it is for', async () => {
    const validateSlos = jest.fn(async () => valid);
    await render({ validateSlos }, { path: '/?service=component:default/a' });
    await press('Check');
    await region('Verdict');
    expect(validateSlos).toHaveBeenCalledWith({
      document,
      entityRef: 'component:default/a',
    });
  });

  it('is checked by Ctrl+Enter, for no service', async () => {
    const validateSlos = jest.fn(async () => valid);
    await render({ validateSlos });
    await userEvent.type(field(), '{Control>}{Enter}{/Control}');
    await region('Verdict');
    expect(validateSlos).toHaveBeenCalledWith({ document });
  });

  it('keeps the service in the address', async () => {
    await render();
    await userEvent.type(screen.getByLabelText(/^For the service/), 'a:b/c');
    expect(search()).toBe('?service=a%3Ab%2Fc');
  });
});

describe('the verdict', () => {
  const check = async (
    reply: Awaited<ReturnType<ReliabilityApi['validateSlos']>>,
  ) => {
    await render({ validateSlos: async () => reply });
    await press('Check');
    return region('Verdict');
  };
  const warning = sloDiagnostic({ severity: 'warning', line: 2, column: 7 });

  it.each([
    ['good', valid, 'The document is valid.'],
    [
      'good, with warnings',
      { ...valid, diagnostics: [warning] },
      'The document is valid; look at the warnings.',
    ],
    [
      'bad',
      { valid: false, slos: [], diagnostics: [sloDiagnostic()] },
      'The document has errors.',
    ],
    [
      'bad in part',
      { ...valid, valid: false, diagnostics: [sloDiagnostic()] },
      'The document has errors.One SLO in it was understood all the same.',
    ],
    [
      'empty',
      { valid: true, slos: [], diagnostics: [] },
      'There is no SLO in it.',
    ],
  ])('of a document that is %s', async (_, reply, words) => {
    expect(await check(reply)).toHaveTextContent(words);
  });

  it('leads to the place of a mistake', async () => {
    const verdict = await check({ ...valid, diagnostics: [warning] });
    await userEvent.click(within(verdict).getByRole('button', { name: '2:7' }));
    expect(field()).toHaveFocus();
    expect(document.slice(field().selectionStart)).toMatch(/^availability/);
    expect(screen.getByText(/^Line 2, column 7\./)).toBeInTheDocument();
  });

  it('says when the text is another by now', async () => {
    const verdict = await check(valid);
    expect(verdict).not.toHaveTextContent(/changed since/);
    await userEvent.type(field(), '#');
    expect(verdict).toHaveTextContent(/The document was changed since/);
  });

  it('says why there is none', async () => {
    const error = await refusal(400, 'entityRef: there is no such service');
    await render({ validateSlos: jest.fn().mockRejectedValue(error) });
    await press('Check');
    expect(await region('The check did not work')).toHaveTextContent(
      'entityRef: there is no such service',
    );
  });
});

describe('what was understood', () => {
  it('is told: objective, budget as time, alerts and OpenSLO', async () => {
    await render({ validateSlos: async () => valid });
    await press('Check');
    const part = await region('Understood: Requests succeed');
    expect(part).toHaveTextContent('Source “prod” · counts events');
    expect(part).toHaveTextContent('99.9 % over 30 days');
    expect(part).toHaveTextContent('0.1 %: 43 min, 12 sec of total outage');
    const rows = within(part)
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);
    expect(rows).toEqual([
      'Page1 hour and 5 minutes14.4×1.44 %2 %',
      'Ticket3 days and 6 hours1×0.1 %10 %',
    ]);
    await userEvent.click(
      within(part).getByRole('button', { name: /^As OpenSLO/ }),
    );
    expect(
      within(part).getByRole('region', { name: 'availability.openslo.yaml' }),
    ).toHaveTextContent('apiVersion: openslo/v1');
  });

  it('says that an alert can never go on', async () => {
    const slo = understoodSlo();
    const [objective] = slo.objectives;
    const [page] = objective.alerts;
    const alerts = [{ ...page, threshold: 1.44 }];
    const slos = [{ ...slo, objectives: [{ ...objective, alerts }] }];
    await render({ validateSlos: async () => ({ ...valid, slos }) });
    await press('Check');
    expect(
      await screen.findByRole('cell', { name: /^can never go on/ }),
    ).toBeInTheDocument();
  });
});
