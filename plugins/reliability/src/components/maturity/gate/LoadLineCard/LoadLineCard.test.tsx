import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { renderPage } from '../../../../__testUtils__/renderPage';
import { callMock, type Answers } from '../../../../testUtils/callMock';
import {
  gateAnswer,
  gateReason,
  gateWaiver,
  heldAnswer,
  lateAnswer,
  waivedAnswer,
} from '../../../../testUtils/gate';
import { LoadLineCard } from './LoadLineCard';

jest.setTimeout(60_000);

const SERVICE = 'component:default/checkout';

const renderCard = (answer: GateAnswer, answers: Answers = {}) =>
  renderPage(<LoadLineCard entityRef={SERVICE} />, {
    api: { call: callMock({ getGate: async () => answer, ...answers }) },
  });
const picture = () => screen.findByRole('img', { name: /^Load line: / });

describe('LoadLineCard', () => {
  it.each<[string, GateAnswer, string, string]>([
    [
      'nothing speaks against it',
      gateAnswer(),
      'Allow',
      'Load line: Change may go. Room left: 64 %, bound by the error budget.',
    ],
    [
      'something holds',
      heldAnswer(),
      'Hold',
      'Load line: Changes hold still. Over the line.',
    ],
    [
      'it is waived',
      waivedAnswer(),
      'Warn',
      'Load line: Held, but waived. Room left: 0 %, bound by the error budget.',
    ],
    [
      'it is not known',
      lateAnswer(),
      'Warn',
      'Load line: Not known well enough. How much room is left is not known.',
    ],
  ])(
    'says where %s, in the picture and in words',
    async (_, answer, word, label) => {
      const { container } = await renderCard(answer);
      expect(await picture()).toHaveAccessibleName(label);
      expect(screen.getAllByText(word).length).toBeGreaterThan(0);
      expect(container).toHaveTextContent(label.replace(/^.*?: .*?\. /, ''));
    },
  );

  it('tells each reason with its source and the way to see more', async () => {
    await renderCard(heldAnswer());
    const reasons = within(
      await screen.findByRole('list', { name: 'Reasons' }),
    );
    expect(
      reasons.getByText(/The error budget of Checkout works is spent: 112 %/),
    ).toBeInTheDocument();
    const tab = '/catalog/default/component/checkout/reliability';
    expect(
      reasons
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['Show SLOs', `${tab}?view=slos`],
      ['Show incidents', `${tab}?view=incidents`],
      ['Show on-call', `${tab}?view=oncall`],
    ]);
    expect(reasons.getByText(/From incidents/)).toBeInTheDocument();
  });

  it('keeps the values that a reason saw', async () => {
    await renderCard(heldAnswer());
    await userEvent.click(await screen.findByText('The values that it saw'));
    expect(screen.getByText('gate.budgetLeft').closest('li')).toHaveTextContent(
      'gate.budgetLeft: -12 percent',
    );
  });

  it('does not draw what is not known as room', async () => {
    await renderCard(heldAnswer());
    const oncall = (await screen.findByText('On-call')).closest('li');
    expect(oncall).toHaveTextContent('not known');
    expect(oncall).toHaveTextContent('What was known of it is too old');
    const budget = screen.getByText('Error budget (the least room)');
    expect(budget.closest('li')).toHaveTextContent('0 % room');
  });

  it('says what the team does, and how many exemptions there are', async () => {
    await renderCard(heldAnswer());
    expect(
      await screen.findByText(/^Reliability work first/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^2 exemptions in force; the next ends/),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Policy of tier-1, decided/)).toBeInTheDocument();
  });

  it('names who waived it, until when and why, and what is given back', async () => {
    const { container } = await renderCard(waivedAnswer());
    await picture();
    expect(container).toHaveTextContent(
      /Waived by .*ada until 21 Nov 2026.*The bank changes its certificates tonight/,
    );
    expect(container).toHaveTextContent(
      '30 % of Checkout works for Load test of the season (Load test)',
    );
  });

  it('says that a kind of change is exempt', async () => {
    const reasons = [gateReason({ decision: 'warn' })];
    await renderCard(
      heldAnswer({ decision: 'warn', state: 'exempt-change', reasons }),
    );
    expect(
      await screen.findByText('Would hold, but this kind of change may go.'),
    ).toBeInTheDocument();
  });

  describe('the waiver', () => {
    const open = async (answers: Answers, answer = heldAnswer()) => {
      await renderCard(answer, answers);
      await userEvent.click(
        await screen.findByRole('button', { name: 'Waive' }),
      );
      return within(await screen.findByRole('dialog'));
    };

    it('is for what holds, with a reason and an end, and the answer is asked again', async () => {
      const getGate = jest
        .fn()
        .mockResolvedValueOnce(heldAnswer())
        .mockResolvedValue(waivedAnswer());
      const createGateWaiver = jest.fn(async () => gateWaiver());
      const dialog = await open({ getGate, createGateWaiver });
      expect(dialog.getAllByRole('checkbox')).toHaveLength(1);
      await userEvent.type(
        dialog.getByRole('textbox', { name: /^Why/ }),
        ' The bank ',
      );
      await userEvent.click(dialog.getByRole('button', { name: 'Waive' }));
      await waitFor(() => expect(createGateWaiver).toHaveBeenCalledTimes(1));
      const [[input]] = createGateWaiver.mock.calls as unknown as [
        [{ entityRef: string; body: Record<string, string> }],
      ];
      expect(input).toMatchObject({
        entityRef: SERVICE,
        body: { reason: 'The bank', rules: ['budget-spent'] },
      });
      const ahead = Date.parse(input.body.until) - Date.now();
      expect(Math.abs(ahead - 24 * 3_600_000)).toBeLessThan(120_000);
      expect(
        await screen.findByText(/^Waived until 21 Nov/),
      ).toBeInTheDocument();
      expect(await screen.findByText('Held, but waived')).toBeInTheDocument();
    });

    it('is not sent without a reason or with nothing chosen', async () => {
      const createGateWaiver = jest.fn();
      const dialog = await open({ createGateWaiver });
      await userEvent.click(dialog.getByRole('checkbox'));
      await userEvent.click(dialog.getByRole('button', { name: 'Waive' }));
      expect(
        dialog.getByText('Say why, in at least three characters.'),
      ).toBeInTheDocument();
      expect(dialog.getByText('Choose at least one.')).toBeInTheDocument();
      expect(createGateWaiver).not.toHaveBeenCalled();
    });

    it.each([
      ['refused', new NotAllowedError('no'), 'You may not waive the load line'],
      [
        'failing',
        new Error('until: too late'),
        'It was not waived: until: too',
      ],
    ])('says why it is %s', async (_, error, text) => {
      const dialog = await open({
        createGateWaiver: async () => {
          throw error;
        },
      });
      await userEvent.type(
        dialog.getByRole('textbox', { name: /^Why/ }),
        'Must go',
      );
      await userEvent.click(dialog.getByRole('button', { name: 'Waive' }));
      expect(await dialog.findByText(new RegExp(text))).toBeInTheDocument();
    });

    it.each<[string, GateAnswer]>([
      ['who may not', heldAnswer({ canWaive: false })],
      ['whom nothing holds', gateAnswer()],
    ])('is not offered to those %s', async (_, answer) => {
      await renderCard(answer);
      await picture();
      expect(screen.queryByRole('button', { name: 'Waive' })).toBeNull();
    });

    it('can be ended, with a reason', async () => {
      const endGateWaiver = jest.fn(async () => gateWaiver({ state: 'ended' }));
      await renderCard(waivedAnswer(), { endGateWaiver });
      await userEvent.click(
        await screen.findByRole('button', { name: /^End now: the waiver of/ }),
      );
      const dialog = within(await screen.findByRole('dialog'));
      await userEvent.click(dialog.getByRole('button', { name: 'End it' }));
      expect(endGateWaiver).not.toHaveBeenCalled();
      await userEvent.type(dialog.getByRole('textbox'), 'It is done');
      await userEvent.click(dialog.getByRole('button', { name: 'End it' }));
      expect(
        await screen.findByText('The waiver has ended.'),
      ).toBeInTheDocument();
      expect(endGateWaiver).toHaveBeenCalledWith({
        entityRef: SERVICE,
        id: 'w1',
        body: { reason: 'It is done' },
      });
    });
  });

  it('has a face for failing, with another try', async () => {
    const getGate = jest
      .fn()
      .mockRejectedValueOnce(new Error('gone'))
      .mockResolvedValue(gateAnswer());
    await renderCard(gateAnswer(), { getGate });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await picture()).toBeInTheDocument();
  });
});
