import { NotAllowedError } from '@backstage/errors';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Settings } from 'luxon';
import { renderSlo } from '../../../../__testUtils__/renderSlos';
import {
  objectiveEvaluation,
  sloCorrection,
  sloResponse,
} from '../../../../testUtils';

jest.setTimeout(60_000);

beforeEach(() => {
  Settings.defaultZone = 'UTC';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const { budget } = objectiveEvaluation();
const corrected = sloResponse({
  corrections: [sloCorrection()],
  evaluations: [
    objectiveEvaluation({ uncorrected: { ...budget, remaining: -0.12 } }),
  ],
});

async function fillIn(from: string, to: string, reason: string) {
  await userEvent.click(
    screen.getByRole('button', { name: 'Take a time out' }),
  );
  const dialog = screen.getByRole('dialog', { name: /Requests succeed/ });
  const field = (name: RegExp) => within(dialog).getByLabelText(name);
  fireEvent.change(field(/From/), { target: { value: from } });
  fireEvent.change(field(/To/), { target: { value: to } });
  fireEvent.change(field(/Reason/), { target: { value: reason } });
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Take it out' }),
  );
  return dialog;
}

describe('the corrections', () => {
  it('are listed with their reason, the budget with and without them', async () => {
    const region = await renderSlo(corrected);
    expect(region).toHaveTextContent(
      'With corrections: 62 % left. Without: 112 % spent.',
    );
    expect(region).toHaveTextContent('Without corrections: 112 % spent');
    expect(region).toHaveTextContent(
      /Nov 10, 2026.*Announced maintenance of the database/,
    );
  });

  it('can be read and not changed by those who may not', async () => {
    const region = await renderSlo({ ...corrected, mayCorrect: false });
    expect(region).toHaveTextContent('Announced maintenance');
    expect(
      within(region).queryByRole('button', { name: /Take a time|Put back/ }),
    ).not.toBeInTheDocument();
  });

  it('are stored with from, to and reason, and the new budget is shown', async () => {
    const addCorrection = jest.fn().mockResolvedValue({ slo: corrected });
    const region = await renderSlo(sloResponse(), { addCorrection });
    expect(region).toHaveTextContent('No time was taken out');
    await fillIn('2026-11-10T02:00', '2026-11-10T03:00', ' Maintenance ');
    expect(addCorrection).toHaveBeenCalledWith(corrected.id, {
      from: '2026-11-10T02:00:00Z',
      to: '2026-11-10T03:00:00Z',
      reason: 'Maintenance',
    });
    expect(region).toHaveTextContent('The time was taken out');
    expect(region).toHaveTextContent('Without: 112 % spent.');
  });

  it.each([
    ['', '2026-11-10T03:00', 'Maintenance', 'Give a date and a time.'],
    ['2026-11-10T03:00', '', 'Maintenance', 'Give a date and a time.'],
    [
      '2026-11-10T03:00',
      '2026-11-10T03:00',
      'Maintenance',
      'Give a time after the first.',
    ],
    [
      '2026-11-10T02:00',
      '2026-11-10T03:00',
      ' no ',
      'Give a reason of at least three characters.',
    ],
  ])(
    'from "%s" to "%s" for "%s" are not sent: %s',
    async (from, to, reason, words) => {
      const addCorrection = jest.fn();
      await renderSlo(sloResponse(), { addCorrection });
      expect(await fillIn(from, to, reason)).toHaveTextContent(words);
      expect(addCorrection).not.toHaveBeenCalled();
    },
  );

  it.each([
    [new NotAllowedError('no'), 'You may not correct the budgets'],
    [new Error('disk full'), 'It was not stored: disk full'],
  ])('that are refused say why (%s)', async (error, words) => {
    await renderSlo(sloResponse(), {
      addCorrection: () => Promise.reject(error),
    });
    const dialog = await fillIn('2026-11-10T02:00', '2026-11-10T03:00', 'Why');
    expect(await within(dialog).findByText(new RegExp(words))).toBeVisible();
  });

  it('are put back after a question', async () => {
    const removeCorrection = jest
      .fn()
      .mockResolvedValue({ slo: sloResponse() });
    const region = await renderSlo(corrected, { removeCorrection });
    await userEvent.click(
      screen.getByRole('button', { name: /^Put back Nov/ }),
    );
    expect(removeCorrection).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Put it back' }));
    expect(removeCorrection).toHaveBeenCalledWith(corrected.id, 'c1');
    expect(region).toHaveTextContent('The time counts again');
    expect(region).toHaveTextContent('No time was taken out');
  });
});
