import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  fingerprint,
  LessonPreviewResponse,
  lessonPreviewQuerySchema,
  listLessonsQuerySchema,
  ListLessonsResponse,
  soundsAlike,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { isSortValues } from '../database/keyset';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { ItemDoubts } from '../maturity/ItemDoubts';
import { requireChecklist, requireOneOf } from './fieldsAsked';
import { FollowUpPresenter } from './FollowUpPresenter';
import { FollowUpService } from './FollowUpService';
import { IncidentAccess } from './IncidentAccess';
import { KnownLesson, LessonPresenter } from './LessonPresenter';
import { StoredLesson } from './LessonStore';
import { shownNames } from './shownNames';
import { SimilarServicesReader } from './SimilarServicesReader';

type ListCommand = z.output<typeof listLessonsQuerySchema>;
type PreviewCommand = z.output<typeof lessonPreviewQuerySchema>;

/** What a proposal takes. */
const LONGEST_TITLE = 200;

const STATES = ['proposed', 'accepted', 'declined'];

/** Reads of lessons: what a proposal would find, and those that were made. */
export class LessonListService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly incidentAccess: IncidentAccess;
      readonly followUps: FollowUpService;
      readonly followUpPresenter: FollowUpPresenter;
      readonly lessonPresenter: LessonPresenter;
      readonly itemDoubts: ItemDoubts;
    },
  ) {}

  /** What an item made of a follow-up would find; without a checklist the one that has an item alike. */
  async preview(
    followUpId: string,
    { checklist: checklistId, item: itemId }: PreviewCommand,
    credentials: BackstageCredentials,
  ): Promise<LessonPreviewResponse> {
    const { knex, stores, config, lessonPresenter } = this.options;
    const { checklists } = config;
    const followUp = await this.options.followUps.requireVisible(
      followUpId,
      credentials,
    );
    requireChecklist(checklists, 'checklist', checklistId);
    const { incidentId, title } = followUp;
    const [item] = await this.options.followUpPresenter.items(
      [followUp],
      credentials,
    );
    const incidents = await stores.incidentBriefs.of(knex, config.tiers, [
      incidentId,
    ]);
    const suggestion = this.suggest(title, checklistId);
    const asked = checklistId ?? suggestion.checklistId;
    this.requireItem(asked, itemId);
    const target =
      asked === null
        ? undefined
        : lessonPresenter.targetOf({
            checklistId: asked,
            itemId: itemId ?? (checklistId ? null : suggestion.itemId),
          });
    const reader = await this.reader(credentials);
    return {
      followUp: item,
      checklists: checklists.map(({ definition }) => ({
        id: definition.id,
        title: definition.title,
        items: definition.items.map(each => ({
          id: each.id,
          title: each.title,
        })),
      })),
      suggestion,
      similar: await reader.of(
        target,
        incidents.get(incidentId) ?? { services: [] },
      ),
    };
  }

  async list(
    { limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListLessonsResponse> {
    const { knex, stores, incidentAccess, lessonPresenter } = this.options;
    requireOneOf('state', command.state, STATES);
    const filter = {
      ...command,
      ...(await incidentAccess.visibility(credentials)),
    };
    const madeFor = fingerprint(['lessons', command]);
    const after = decodeCursor(
      cursor,
      madeFor,
      isSortValues(stores.lessons.sorting),
    );
    const [page, totalItems] = await Promise.all([
      stores.lessons.page(knex, filter, { after, limit }),
      stores.lessons.count(knex, filter),
    ]);
    const reader = await this.reader(credentials);
    const shown = await shownNames(this.options.access, credentials);
    const items: ListLessonsResponse['items'] = [];
    for (const known of await this.known(page.items)) {
      const target = lessonPresenter.targetOf(known.lesson);
      items.push({
        ...lessonPresenter.present(known, shown),
        similar: await reader.of(target, known.incident),
      });
    }
    return {
      items,
      totalItems,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
    };
  }

  /** @throws InputError when there is no such item */
  private requireItem(checklistId: string | null, itemId?: string): void {
    if (checklistId === null || itemId === undefined) return;
    if (!this.options.itemDoubts.find({ checklistId, itemId })) {
      throw new InputError(
        `item: there is no item "${itemId}" in the checklist ${checklistId}`,
      );
    }
  }

  private async reader(
    credentials: BackstageCredentials,
  ): Promise<SimilarServicesReader> {
    const { knex, stores, access } = this.options;
    const visible = await access.visibleRefs(credentials);
    return new SimilarServicesReader({ knex, stores, visible });
  }

  private suggest(
    title: string,
    checklistId: string | undefined,
  ): LessonPreviewResponse['suggestion'] {
    const lists = this.options.config.checklists.filter(
      ({ definition }) =>
        checklistId === undefined || definition.id === checklistId,
    );
    const items = lists.flatMap(({ definition }) => definition.items);
    const alike = soundsAlike(title, items);
    const list = lists.find(
      ({ definition }) => alike && definition.items.includes(alike),
    );
    return {
      checklistId: (list ?? lists[0])?.definition.id ?? null,
      itemId: alike?.id ?? null,
      title: alike?.title ?? title.slice(0, LONGEST_TITLE),
    };
  }

  private async known(
    lessons: readonly StoredLesson[],
  ): Promise<KnownLesson[]> {
    const { knex, stores, config } = this.options;
    const followUps = await stores.followUps.of(
      knex,
      lessons.map(({ followUpId }) => followUpId),
    );
    const incidents = await stores.incidentBriefs.of(knex, config.tiers, [
      ...new Set([...followUps.values()].map(each => each.incidentId)),
    ]);
    return lessons.flatMap(lesson => {
      const followUp = followUps.get(lesson.followUpId);
      const incident = followUp && incidents.get(followUp.incidentId);
      return followUp && incident ? [{ lesson, followUp, incident }] : [];
    });
  }
}
