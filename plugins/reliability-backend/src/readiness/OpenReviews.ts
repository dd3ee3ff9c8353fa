import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  authorsOf,
  CompiledChecklist,
  mayReview,
  reliabilityReadinessReviewPermission,
  reviewerRuleOf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { answersOfServices } from './answersOfServices';
import { ProgressLine } from './ProgressStore';
import { TaskDraft } from './readinessTasks';
import { StoredReview } from './ReviewStore';

/** Open reviews that one person is asked about; each costs a decision of the policy. */
const MAX_REVIEWS = 200;

/** Reviews that wait, and for whom. */
export class OpenReviews {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
    },
  ) {}

  /** The newest that somebody may see, did not ask for and may decide on. */
  async tasksFor(credentials: BackstageCredentials): Promise<TaskDraft[]> {
    const { knex, stores, config, access } = this.options;
    const me = nameOf(credentials).toLocaleLowerCase('en-US');
    const visibility = await access.visibility(credentials);
    const visible =
      visibility.kind === 'all' ? undefined : new Set(visibility.refs);
    const open = (await stores.reviews.open(knex))
      .filter(
        ({ entityRef, requestedBy }) =>
          (visible?.has(entityRef) ?? true) &&
          requestedBy.toLocaleLowerCase('en-US') !== me,
      )
      .slice(-MAX_REVIEWS);
    if (open.length === 0) return [];
    const allowed = await access.allowedAmong(
      reliabilityReadinessReviewPermission,
      credentials,
      open.map(({ entityRef }) => entityRef),
    );
    const drafts: TaskDraft[] = [];
    for (const checklist of config.checklists) {
      const reviews = open.filter(
        ({ checklistId, entityRef }) =>
          checklistId === checklist.definition.id && allowed.has(entityRef),
      );
      drafts.push(...(await this.decidable(reviews, checklist, me)));
    }
    return drafts;
  }

  private async decidable(
    reviews: readonly StoredReview[],
    checklist: CompiledChecklist,
    reviewer: string,
  ): Promise<TaskDraft[]> {
    if (reviews.length === 0) return [];
    const { knex, stores } = this.options;
    const refs = [...new Set(reviews.map(({ entityRef }) => entityRef))];
    const services = await stores.progress.among(knex, checklist, refs);
    const answers = await answersOfServices(
      knex,
      stores.answers,
      checklist,
      refs,
    );
    return reviews.flatMap((review): TaskDraft[] => {
      const { entityRef, phaseId, requestedBy } = review;
      const service: ProgressLine | undefined = services.get(entityRef);
      if (!service) return [];
      const verdict = mayReview({
        rule: reviewerRuleOf(checklist, service.tierId),
        reviewer,
        requester: requestedBy,
        authors: authorsOf(
          checklist,
          answers.get(entityRef) ?? new Map(),
          phaseId,
        ),
      });
      return verdict.kind === 'yes'
        ? [{ kind: 'review', checklist, service, phaseId, review }]
        : [];
    });
  }
}
