import { NotFoundError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../../__testUtils__/renderPage';
import { dossierResponse } from '../../../testUtils';
import { saveTextFile } from '../../../utils/textFile';
import { DossierPage } from './DossierPage';

jest.mock('../../../utils/textFile', () => ({
  ...jest.requireActual('../../../utils/textFile'),
  saveTextFile: jest.fn(),
}));

jest.setTimeout(60_000);

const render = (api = {}) => renderPage(<DossierPage id="review-0" />, { api });

describe('DossierPage', () => {
  it('says who signed what', async () => {
    await render();
    const document = await screen.findByRole('article');
    expect(document).toHaveTextContent('Dossier: Checkout');
    expect(document).toHaveTextContent('Design of Production readiness');
    expect(document).toHaveTextContent('by omar on Sep 1, 2026');
    expect(document).toHaveTextContent('Well done.');
    expect(document).toHaveTextContent('The stored copy still has this hash.');
    expect(document).toHaveTextContent(
      /Objectives are agreed with the users.*Met.*As signed\./,
    );
    expect(
      screen.getByRole('link', { name: 'Open the checklist' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/reliability?view=readiness&checklist=production-readiness',
    );
  });

  it('warns of a copy that somebody changed', async () => {
    await render({
      getDossier: async () => dossierResponse({ intact: false }),
    });
    expect(await screen.findByText(/Do not rely on it/)).toHaveAttribute(
      'role',
      'alert',
    );
  });

  it('prints', async () => {
    const print = jest.spyOn(window, 'print').mockReturnValue();
    await render();
    await userEvent.click(await screen.findByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalled();
  });

  it.each([
    ['Markdown', 'md', 'text/markdown'],
    ['JSON', 'json', 'application/json'],
  ])('downloads as %s', async (name, format, type) => {
    await render({ downloadDossier: async () => 'content' });
    await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() =>
      expect(saveTextFile).toHaveBeenLastCalledWith(
        `dossier-review-0.${format}`,
        'content',
        type,
      ),
    );
  });

  it('says that there is none', async () => {
    await render({
      getDossier: jest.fn().mockRejectedValue(new NotFoundError('no')),
    });
    expect(await screen.findByText('Not found')).toBeInTheDocument();
  });
});
