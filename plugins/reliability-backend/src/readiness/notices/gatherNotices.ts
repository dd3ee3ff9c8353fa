import {
  answersByItem,
  authorsOf,
  CompiledChecklist,
  isSettled,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../../config/config';
import { dayOf } from '../../database/dates';
import { Stores } from '../../database/stores';
import { incidentNotices } from '../../maturity/incidentNotices';
import { budgetNotices } from '../../maturity/notices/budgetNotices';
import { campaignNotices } from '../../maturity/notices/campaignNotices';
import { exemptionNotices } from '../../maturity/notices/exemptionNotices';
import { levelNotices } from '../../maturity/notices/levelNotices';
import { NoticeSource } from '../../maturity/notices/noticeSource';
import { proposalNotices } from '../../maturity/notices/proposalNotices';
import { StoredAnswer } from '../AnswerStore';
import { decodeDetail } from '../readinessCodec';
import { StoredReadiness } from '../readinessRow';
import { StoredReview } from '../ReviewStore';
import { Notice } from './digest';
import { NamedService } from './NoticeStore';

/** A span of time: after `from`, up to and including `until`. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

interface Source {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
}

const ROWS_PER_QUERY = 500;

const within = (time: number, { from, until }: Window) =>
  time > from && time <= until;

/** `user:default/ada` as people call her. */
const called = (ref: string | undefined) => ref?.split('/').pop() ?? 'somebody';

const titleOf = ({ definition }: CompiledChecklist, itemId: string) =>
  definition.items.find(({ id }) => id === itemId)?.title ?? itemId;

const checklistOf = ({ checklists }: ReliabilityConfig, id: string) =>
  checklists.find(({ definition }) => definition.id === id);

function reviewNotice(
  review: StoredReview,
  {
    service,
    checklist,
    answers,
    reviewers,
  }: {
    service: NamedService;
    checklist: CompiledChecklist;
    answers: readonly StoredAnswer[];
    reviewers: readonly string[];
  },
): Notice {
  const { title, phases } = checklist.definition;
  const { phaseId, state, requestedBy, decidedBy } = review;
  const phase = phases.find(({ id }) => id === phaseId)?.title ?? phaseId;
  const what = `${service.title}: ${title}, ${phase}`;
  const owners = service.owner === undefined ? [] : [service.owner];
  if (state === 'requested') {
    return {
      kind: 'asked',
      at: review.requestedAt,
      to: [...owners, ...reviewers],
      by: requestedBy,
      text: `${what}: ${called(requestedBy)} asks for a review`,
    };
  }
  const authors = authorsOf(
    checklist,
    answersByItem(checklist, answers),
    phaseId,
  );
  const kind = state === 'approved' ? 'approved' : 'returned';
  return {
    kind,
    at: review.decidedAt ?? 0,
    to: [...owners, requestedBy, ...authors],
    by: decidedBy,
    text: `${what}: ${kind} by ${called(decidedBy)}`,
  };
}

function endNotices(
  { title, owner, detail, checklistHash }: StoredReadiness,
  checklist: CompiledChecklist,
  window: Window,
): Notice[] {
  if (owner === undefined || checklistHash !== checklist.hash) return [];
  const { items } = decodeDetail(detail, checklist);
  return items.flatMap(({ id, state, expiresAt }): Notice[] => {
    if (expiresAt === undefined) return [];
    const item = `${title}: "${titleOf(checklist, id)}"`;
    const warnAt = expiresAt - checklist.warnBeforeMs;
    if (state === 'expired' && within(expiresAt, window)) {
      const text = `${item} has expired`;
      return [{ kind: 'expired', at: expiresAt, to: [owner], text }];
    }
    if (isSettled(state) && within(warnAt, window)) {
      const text = `${item} ends on ${dayOf(expiresAt)}`;
      return [{ kind: 'expiring', at: warnAt, to: [owner], text }];
    }
    return [];
  });
}

async function ofReviews(source: Source, window: Window): Promise<Notice[]> {
  const { knex, stores, config } = source;
  const reviews = await stores.reviews.between(knex, window);
  const refs = [...new Set(reviews.map(({ entityRef }) => entityRef))];
  const services = await stores.notices.services(knex, refs);
  const answers = await stores.answers.of(knex, refs);
  return reviews.flatMap(review => {
    const { entityRef, checklistId } = review;
    const service = services.get(entityRef);
    const checklist = checklistOf(config, checklistId);
    if (!service || !checklist) return [];
    const own = (answers.get(entityRef) ?? []).filter(
      answer => answer.checklistId === checklistId,
    );
    const { reviewers } = config.notifications;
    return reviewNotice(review, {
      service,
      checklist,
      answers: own,
      reviewers,
    });
  });
}

async function ofContests(source: Source, window: Window): Promise<Notice[]> {
  const { knex, stores, config } = source;
  const contested = await stores.answers.contestedBetween(knex, window);
  const services = await stores.notices.services(
    knex,
    contested.map(({ entityRef }) => entityRef),
  );
  return contested.flatMap(({ entityRef, checklistId, ...stored }) => {
    const { itemId, answer, contest } = stored;
    const service = services.get(entityRef);
    const checklist = checklistOf(config, checklistId);
    const current = checklist?.currentIds.get(itemId);
    if (!service || !checklist || !current || !contest) return [];
    const notice: Notice = {
      kind: 'contested',
      at: contest.at,
      to: [service.owner, answer?.by].filter(ref => ref !== undefined),
      by: contest.by,
      text: `${service.title}: "${titleOf(
        checklist,
        current,
      )}" contested by ${called(contest.by)}`,
    };
    return [notice];
  });
}

async function ofEnds(source: Source, window: Window): Promise<Notice[]> {
  const { knex, stores, config } = source;
  const notices: Notice[] = [];
  for (const checklist of config.checklists) {
    const { definition, hash } = checklist;
    let after: string | undefined;
    for (;;) {
      const rows: StoredReadiness[] = await stores.notices.readiness(
        knex,
        { id: definition.id, hash },
        { after, limit: ROWS_PER_QUERY },
      );
      notices.push(...rows.flatMap(row => endNotices(row, checklist, window)));
      if (rows.length < ROWS_PER_QUERY) break;
      after = rows[rows.length - 1].entityRef;
    }
  }
  return notices;
}

/** Everything within a span of time that somebody should hear of, and that has not settled since. */
export async function gatherNotices(
  source: NoticeSource,
  window: Window,
): Promise<Notice[]> {
  return [
    ...(await ofReviews(source, window)),
    ...(await ofContests(source, window)),
    ...(await ofEnds(source, window)),
    ...(await incidentNotices(source, window)),
    ...(await proposalNotices(source, window)),
    ...(await levelNotices(source, window)),
    ...(await budgetNotices(source, window)),
    ...(await exemptionNotices(source, window)),
    ...(await campaignNotices(source, window)),
  ];
}
