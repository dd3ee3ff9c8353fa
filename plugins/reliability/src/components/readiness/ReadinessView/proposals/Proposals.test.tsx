import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAtEntity } from '../../../../__testUtils__/renderAtEntity';
import {
  checklistResponse,
  everyItem,
  itemAnswer,
  NOW,
  readinessWrite,
} from '../../../../testUtils';
import { callMock, type Answers } from '../../../../testUtils/callMock';
import { answerProposal } from '../../../../testUtils/proposals';
import { Proposals } from './Proposals';

jest.setTimeout(60_000);

const [first] = everyItem();
const proposal = answerProposal({ itemId: first.id, itemTitle: first.title });
const link = { title: 'Old', url: 'https://ci.example.com/1' };
const checklist = checklistResponse({
  items: [
    {
      ...first,
      version: 4,
      answer: itemAnswer({
        evidence: [{ ...link, addedAt: NOW, addedBy: 'user:default/omar' }],
      }),
    },
  ],
});

async function render(answers: Answers, mayAnswer = true) {
  const onWritten = jest.fn();
  await renderAtEntity(
    <Proposals
      checklist={checklist}
      rights={{ mayAnswer, mayReview: false }}
      onWritten={onWritten}
    />,
    { api: { call: callMock(answers) } },
  );
  return onWritten;
}

const listed = { listProposals: () => ({ items: [proposal] }) };
const section = () => screen.findByRole('region', { name: 'Proposed answers' });

describe('proposals', () => {
  it('say what is proposed, by whom and on what evidence', async () => {
    await render(listed);
    const region = await section();
    expect(region).toHaveTextContent('external:drill-agent');
    expect(region).toHaveTextContent('Answer: Yes');
    expect(within(region).getByRole('link', { name: /Run 7/ })).toHaveAttribute(
      'href',
      'https://ci.example.com/7',
    );
  });

  it('become the answer of a person, beside the links that are there', async () => {
    const putAnswer = jest.fn(async () => readinessWrite({ checklist }));
    const onWritten = await render({ ...listed, putAnswer });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Answer with this/ }),
    );
    await waitFor(() => expect(onWritten).toHaveBeenCalledTimes(1));
    expect(putAnswer).toHaveBeenCalledWith({
      entityRef: checklist.entityRef,
      id: checklist.id,
      itemId: first.id,
      body: {
        answer: 'yes',
        note: proposal.note,
        evidence: [link, ...proposal.evidence],
        version: 4,
      },
    });
    expect(screen.getByRole('status')).toHaveTextContent(
      `Answered: ${first.title}.`,
    );
    expect(screen.queryByText(proposal.note)).toBeNull();
  });

  it('are rejected without an answer', async () => {
    const dismissProposal = jest.fn(async () => ({ items: [] }));
    const onWritten = await render({ ...listed, dismissProposal });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Reject/ }),
    );
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Rejected'),
    );
    expect(dismissProposal).toHaveBeenCalledWith(
      expect.objectContaining({ itemId: first.id, proposalId: 'p1' }),
    );
    expect(onWritten).not.toHaveBeenCalled();
  });

  it('stay where they are when the answer is refused', async () => {
    const putAnswer = async () => {
      throw new Error('The item was changed since you read it');
    };
    await render({ ...listed, putAnswer });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Answer with this/ }),
    );
    expect(await screen.findByText(/The item was changed/)).toBeVisible();
    expect(await section()).toHaveTextContent(first.title);
  });

  it('are only read by who may not answer', async () => {
    await render(listed, false);
    expect(within(await section()).queryByRole('button')).toBeNull();
  });

  it('show nothing where there are none, and a way to try again where they fail', async () => {
    let fails = true;
    await render({
      listProposals: () => {
        if (fails) throw new Error('down');
        return { items: [] };
      },
    });
    const again = await screen.findByRole('button', { name: 'Try again' });
    fails = false;
    await userEvent.click(again);
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.queryByRole('region')).toBeNull();
  });
});
