import { InputError } from '@backstage/errors';
import {
  ChecklistResponse,
  ImportAnswersResponse,
  ListReviewsResponse,
  ReadinessWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { answerRows } from './answerRows';
import { DemoAnswers, DemoProfile, DemoReview } from './readDemoAnswers';
import { ReliabilityClient } from '../demoPortal/ReliabilityClient';

interface Context {
  readonly client: Pick<ReliabilityClient, 'asMachine' | 'asPerson'>;
  readonly file: DemoAnswers;
  readonly now: Date;
}

/** Only what nobody touched: what somebody answered, or took back, stays as it is. */
async function importAnswers(
  profile: DemoProfile,
  path: string,
  { client, file, now }: Context,
): Promise<void> {
  const machine = await client.asMachine();
  const { items } = await machine.get<ChecklistResponse>(path);
  const untouched = items.filter(({ version }) => version === 0);
  const rows = answerRows(profile, file, untouched, now);
  if (rows.length === 0) return;
  const { results } = await machine.send<ImportAnswersResponse>(
    'POST',
    `/checklists/${file.checklist}/answers/import`,
    { rows },
  );
  const rejected = results.find(({ status }) => status === 'rejected');
  if (rejected) throw new InputError(rejected.reason);
}

async function raiseDoubts(
  { doubts = {} }: DemoProfile,
  path: string,
  { client }: Context,
): Promise<void> {
  for (const [itemId, { by, reason }] of Object.entries(doubts)) {
    const person = await client.asPerson(by);
    const { items } = await person.get<ChecklistResponse>(path);
    // A doubt that was settled has left a later version.
    if (items.some(({ id, version }) => id === itemId && version === 1)) {
      await person.send('PUT', `${path}/items/${itemId}/contest`, {
        reason,
        version: 1,
      });
    }
  }
}

async function review(
  { authors }: DemoProfile,
  path: string,
  { phase, by = authors[0], note = '', ...decided }: DemoReview,
  { client }: Context,
): Promise<void> {
  const author = await client.asPerson(by);
  const { totalItems } = await author.get<ListReviewsResponse>(
    `${path}/reviews?phase=${phase}&limit=1`,
  );
  if (totalItems > 0) return;
  const { checklist } = await author.send<ReadinessWriteResponse>(
    'POST',
    `${path}/reviews`,
    { phase, note },
  );
  const { decision, reviewer, comment = '', comments = {} } = decided;
  const asked = checklist.phases.find(({ id }) => id === phase);
  if (!decision || !reviewer || !asked?.review) return;
  const second = await client.asPerson(reviewer);
  await second.send('POST', `/reviews/${asked.review.id}/decision`, {
    decision,
    contentHash: asked.contentHash,
    comment,
    comments,
  });
}

/**
 * Brings the answers, doubts and reviews of one service; what is there already stays.
 *
 * @throws ResponseError while the service or one of the people is unknown
 */
export async function seedService(
  profile: DemoProfile,
  context: Context,
): Promise<void> {
  const path = `/services/component/default/${profile.service}/checklists/${context.file.checklist}`;
  await importAnswers(profile, path, context);
  await raiseDoubts(profile, path, context);
  for (const asked of profile.reviews ?? []) {
    await review(profile, path, asked, context);
  }
}
