import { ConflictError } from '@backstage/errors';
import type { ChecklistResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAtEntity } from '../../../__testUtils__/renderAtEntity';
import type { ReliabilityApi } from '../../../api';
import {
  checklistResponse,
  everyItem,
  phaseState,
  readinessWrite,
  review,
  signOff,
} from '../../../testUtils';
import { EntityReliabilityContent } from '../../maturity/EntityReliabilityContent';

jest.setTimeout(60_000);

const items = everyItem();

/** A checklist whose design is under review; it was signed before unless told otherwise. */
function underReview(
  overrides: Parameters<typeof phaseState>[3] = {},
): ChecklistResponse {
  return checklistResponse({
    phases: [
      phaseState('design', 'Design', items, {
        review: review(),
        signOff: signOff(),
        ...overrides,
      }),
      phaseState('pre-production', 'Before production', items),
    ],
  });
}

const render = (api: Partial<ReliabilityApi>, path = '/?view=readiness') =>
  renderAtEntity(<EntityReliabilityContent />, { api, path });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const reviewPath = '/?view=readiness&review=review-1';

describe('asking for a review', () => {
  it('sends the phase and the note', async () => {
    const requestReview = jest.fn(async () =>
      readinessWrite({ checklist: underReview() }),
    );
    await render({ requestReview });
    await userEvent.click(await button('Ask for review: Design'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      'Who may sign off: A second person who answered nothing',
    );
    await userEvent.type(
      within(dialog).getByLabelText('Note to the reviewer'),
      'Please hurry',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ask for review' }),
    );
    expect(
      await screen.findByText('The review of Design was asked for.'),
    ).toBeInTheDocument();
    expect(requestReview).toHaveBeenCalledWith(
      {
        entityRef: 'component:default/checkout',
        checklist: 'production-readiness',
      },
      { phase: 'design', note: 'Please hurry' },
    );
    expect(await button('Review: Design')).toBeInTheDocument();
  });

  it('lists what stands in the way', async () => {
    await render({});
    await userEvent.click(await button('Ask for review: Before production'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('2 required items are still open');
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['A restore was tried', 'A rollback was tried']);
    expect(
      within(dialog).getByRole('button', { name: 'Ask for review' }),
    ).toBeDisabled();
  });
});

describe('reviewing', () => {
  it('shows what was signed beside what is there now', async () => {
    await render({ getChecklist: async () => underReview() });
    await userEvent.click(await button('Review: Design'));
    const region = await screen.findByRole('region', {
      name: 'Review of Design',
    });
    await waitFor(() =>
      expect(region).toHaveTextContent('Signed on Sep 1, 2026'),
    );
    expect(region).toHaveTextContent('Launch is on the first of December.');
    expect(region).toHaveTextContent('1 item changed since the last sign-off');
    expect(region).toHaveTextContent(
      /As signed\.Now.*Agreed in the June review/,
    );
    expect(region).toHaveTextContent('Changed: Answer');
  });

  it('says that there is nothing to compare', async () => {
    await render(
      { getChecklist: async () => underReview({ signOff: null }) },
      reviewPath,
    );
    expect(
      await screen.findByText(/This phase was never signed off/),
    ).toBeInTheDocument();
  });

  it('approves what was read', async () => {
    const approved = underReview({ review: review({ state: 'approved' }) });
    const decideReview = jest.fn(async () =>
      readinessWrite({ checklist: approved }),
    );
    await render(
      { getChecklist: async () => underReview(), decideReview },
      reviewPath,
    );
    await userEvent.type(
      await screen.findByLabelText('Comment on the whole'),
      'Well done',
    );
    await userEvent.click(await button('Approve'));
    expect(await screen.findByText('Design is signed off.')).toHaveAttribute(
      'role',
      'status',
    );
    expect(decideReview).toHaveBeenCalledWith('review-1', {
      decision: 'approve',
      contentHash: 'content-design',
      comment: 'Well done',
      comments: {},
    });
    expect(
      screen.getByRole('region', { name: 'Production readiness' }),
    ).toBeInTheDocument();
  });

  it('returns with comments, and not without', async () => {
    const returned = underReview({ review: review({ state: 'returned' }) });
    const decideReview = jest.fn(async () =>
      readinessWrite({ checklist: returned }),
    );
    await render(
      { getChecklist: async () => underReview(), decideReview },
      reviewPath,
    );
    await userEvent.click(await button('Return'));
    expect(screen.getByRole('alert')).toHaveTextContent('one comment at least');
    expect(decideReview).not.toHaveBeenCalled();
    await userEvent.click(await button(/Comment on: Objectives/));
    await userEvent.type(
      screen.getByLabelText(/Comment on: Objectives/),
      'Which users?',
    );
    await userEvent.click(await button('Return'));
    expect(await screen.findByText('Design was returned.')).toBeInTheDocument();
    expect(decideReview).toHaveBeenCalledWith(
      'review-1',
      expect.objectContaining({
        decision: 'return',
        comments: { 'objectives-agreed': 'Which users?' },
      }),
    );
  });

  it('reads again where the checklist was changed, and keeps the comment', async () => {
    const decideReview = jest
      .fn()
      .mockRejectedValueOnce(new ConflictError('changed'))
      .mockResolvedValue(readinessWrite());
    const getChecklist = jest
      .fn()
      .mockResolvedValueOnce(underReview())
      .mockResolvedValue(underReview({ contentHash: 'newer' }));
    await render({ getChecklist, decideReview }, reviewPath);
    const comment = await screen.findByLabelText('Comment on the whole');
    await userEvent.type(comment, 'Well done');
    await userEvent.click(await button('Approve'));
    expect(
      await screen.findByText(/was changed since you read it/),
    ).toBeInTheDocument();
    await waitFor(() => expect(getChecklist).toHaveBeenCalledTimes(2));
    expect(comment).toHaveValue('Well done');
    await userEvent.click(await button('Approve'));
    await waitFor(() => expect(decideReview).toHaveBeenCalledTimes(2));
    expect(decideReview.mock.lastCall[1].contentHash).toBe('newer');
  });

  it('says that a review is closed', async () => {
    await render({}, '/?view=readiness&review=unheard-of');
    expect(
      await screen.findByText(/This review is closed/),
    ).toBeInTheDocument();
    await userEvent.click(await button('Back to the checklist'));
    expect(
      await screen.findByRole('region', { name: 'Items' }),
    ).toBeInTheDocument();
  });
});

describe('what came of reviews', () => {
  it('shows at the phase what the reviewer said on the whole', async () => {
    const returned = review({
      state: 'returned',
      decidedBy: 'user:default/omar',
      decidedAt: '2026-11-19T12:00:00Z',
      comment: 'Two links are **dead**.',
    });
    const phases = [
      phaseState('design', 'Design', items, { review: returned }),
    ];
    await render({ getChecklist: async () => checklistResponse({ phases }) });
    const steps = await screen.findByRole('list', { name: /^Phases/ });
    expect(steps).toHaveTextContent(/Returned by .*omar.*Two links are dead\./);
  });

  it('lists all reviews when asked', async () => {
    const getReviews = jest.fn(async () => ({
      totalItems: 1,
      items: [
        review({
          state: 'approved',
          decidedBy: 'user:default/omar',
          decidedAt: '2026-09-01T10:00:00Z',
        }),
      ],
    }));
    await render({ getReviews });
    const open = await button('All reviews');
    expect(getReviews).not.toHaveBeenCalled();
    await userEvent.click(open);
    const list = await screen.findByRole('list', { name: 'All reviews' });
    expect(list).toHaveTextContent(
      /Design: approved by .*omar.* on Sep 1, 2026/,
    );
    expect(
      within(list).getByRole('link', { name: 'Open the dossier' }),
    ).toHaveAttribute('href', '/reliability/reviews/review-1');
  });
});
