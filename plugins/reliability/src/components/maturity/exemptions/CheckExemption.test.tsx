import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import { callMock, type Answers } from '../../../testUtils/callMock';
import { exemptionItem, exemptionList } from '../../../testUtils/exemptions';
import { serviceReport } from '../../../testUtils';
import { LevelLadder } from '../EntityReliabilityContent/ladder/LevelLadder';
import { CheckExemptions } from './CheckExemptions';

jest.setTimeout(60_000);

const REF = 'component:default/checkout';

async function render(
  answers: Answers = {},
  { allowed = true, entityRef = REF } = {},
) {
  const listExemptions = jest.fn(async () => exemptionList());
  const requestExemption = jest.fn(async () => exemptionItem());
  await renderAtEntity(
    <CheckExemptions entityRef={entityRef}>
      <LevelLadder report={serviceReport()} facts={[]} />
    </CheckExemptions>,
    {
      allowed,
      api: {
        call: callMock({ listExemptions, requestExemption, ...answers }),
      },
    },
  );
  return { listExemptions, requestExemption };
}

async function openCheck(name: RegExp) {
  const row = await screen.findByRole('button', { name });
  await userEvent.click(row);
  return row.closest('li')!;
}

const button = { name: 'Ask for an exemption from “Runbook is linked”' };

describe('exemptions at a check', () => {
  it('are asked for where it fails, with what an exemption does', async () => {
    const { requestExemption, listExemptions } = await render();
    const item = await openCheck(/Runbook is linked/);
    await userEvent.click(await within(item).findByRole('button', button));
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent(/ends by itself after its last day/);
    expect(dialog).toHaveTextContent(/counts as met for its level/);
    expect(dialog).toHaveTextContent(/leaves the score: its weight of 3/);
    const ask = within(dialog).getByRole('button', { name: 'Ask' });
    await userEvent.click(ask);
    expect(dialog).toHaveTextContent('Say why in at least 10 characters.');
    expect(dialog).toHaveTextContent(
      /Give a day from tomorrow up to May 19, 2099/,
    );
    expect(requestExemption).not.toHaveBeenCalled();
    fireEvent.change(within(dialog).getByLabelText(/^Reason/), {
      target: { value: ' It moves to the new wiki ' },
    });
    fireEvent.change(within(dialog).getByLabelText(/^Last day/), {
      target: { value: '2099-01-31' },
    });
    await userEvent.click(ask);
    expect(requestExemption).toHaveBeenCalledWith({
      body: {
        entityRef: REF,
        scorecard: 'reliability',
        check: 'runbook',
        reason: 'It moves to the new wiki',
        until: '2099-01-31',
      },
    });
    expect(await screen.findByText(/You asked for an exemption/)).toBeVisible();
    await waitFor(() => expect(listExemptions).toHaveBeenCalledTimes(2));
  });

  it.each(['2000-01-01', '2099-05-20', ''])(
    'cannot end on "%s"',
    async until => {
      const { requestExemption } = await render();
      const item = await openCheck(/Runbook is linked/);
      await userEvent.click(await within(item).findByRole('button', button));
      const dialog = screen.getByRole('dialog');
      fireEvent.change(within(dialog).getByLabelText(/^Reason/), {
        target: { value: 'It moves to the new wiki' },
      });
      fireEvent.change(within(dialog).getByLabelText(/^Last day/), {
        target: { value: until },
      });
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Ask' }),
      );
      expect(dialog).toHaveTextContent(/Give a day from tomorrow/);
      expect(requestExemption).not.toHaveBeenCalled();
    },
  );

  it('that wait are told on the row and lead to the list', async () => {
    await render({
      listExemptions: async () => exemptionList([exemptionItem()]),
    });
    const row = await screen.findByRole('button', {
      name: /Runbook is linked.*exemption asked for/,
    });
    await userEvent.click(row);
    const item = row.closest('li')!;
    expect(item).toHaveTextContent(
      /tanaka asked for an exemption until Jan 31, 2027; it waits for a decision/,
    );
    expect(
      within(item).getByRole('link', { name: /See it among/ }),
    ).toHaveAttribute(
      'href',
      '/reliability/programme/exemptions?show=requested&service=component%3Adefault%2Fcheckout',
    );
    expect(within(item).queryByRole('button', button)).not.toBeInTheDocument();
  });

  it.each<[string, RegExp, boolean]>([
    ['who may not ask', /Runbook is linked/, false],
    ['those whose check passes', /Dashboard is linked/, true],
  ])('are not offered to %s', async (_, name, allowed) => {
    // Decisions are remembered by service, beyond one test.
    const entityRef = `component:default/allowed-${allowed}`;
    const { listExemptions } = await render({}, { allowed, entityRef });
    await waitFor(() => expect(listExemptions).toHaveBeenCalled());
    const item = await openCheck(name);
    expect(item).toHaveTextContent('Expected');
    expect(
      within(item).queryByRole('button', { name: /Ask for/ }),
    ).not.toBeInTheDocument();
  });

  it('that could not be read are read again on demand', async () => {
    let fails = true;
    await render({
      listExemptions: async () => {
        if (fails) throw new Error('away');
        return exemptionList();
      },
    });
    const item = await openCheck(/Runbook is linked/);
    expect(item).toHaveTextContent('could not be read');
    fails = false;
    await userEvent.click(
      within(item).getByRole('button', { name: 'Try again' }),
    );
    expect(await within(item).findByRole('button', button)).toBeVisible();
  });
});
