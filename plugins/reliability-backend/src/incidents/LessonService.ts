import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  decideLessonRequestSchema,
  Lesson,
  proposeLessonRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { ItemDoubts } from '../maturity/ItemDoubts';
import { requireChecklist } from './fieldsAsked';
import { FollowUpService } from './FollowUpService';
import { IncidentAccess } from './IncidentAccess';
import { IncidentChanges } from './IncidentChanges';
import { KnownLesson, LessonPresenter } from './LessonPresenter';
import { StoredLesson } from './LessonStore';
import { shownNames } from './shownNames';

type ProposeCommand = z.output<typeof proposeLessonRequestSchema>;
type DecideCommand = z.output<typeof decideLessonRequestSchema>;

const noLesson = (id: string) =>
  new NotFoundError(
    `There is no lesson "${id}", or the catalog does not show you its services`,
  );

const isSameProposal = (lesson: StoredLesson, command: ProposeCommand) =>
  lesson.checklistId === command.checklistId &&
  lesson.itemId === command.itemId &&
  lesson.title === command.title &&
  lesson.reason === command.reason;

/** Checklist items that incidents lead to: who proposes one, and what becomes of it. */
export class LessonService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly incidentAccess: IncidentAccess;
      readonly incidentChanges: IncidentChanges;
      readonly followUps: FollowUpService;
      readonly lessonPresenter: LessonPresenter;
      readonly itemDoubts: ItemDoubts;
      readonly now: () => number;
    },
  ) {}

  /**
   * Proposes an item because of a follow-up. The same proposal again is the one that is there; one that was
   * declined can be made anew.
   *
   * @throws ConflictError when another proposal was made of the follow-up
   */
  async propose(
    followUpId: string,
    command: ProposeCommand,
    credentials: BackstageCredentials,
  ): Promise<Lesson> {
    const { stores, incidentAccess, incidentChanges, now } = this.options;
    const followUp = await this.options.followUps.requireVisible(
      followUpId,
      credentials,
    );
    await incidentAccess.requireEdit(followUp.incidentId, credentials);
    this.requireTarget(command);
    const present = await this.presenter(credentials);
    return incidentChanges.change(
      followUp.incidentId,
      async (tx, incident) => {
        const known = await stores.lessons.ofFollowUps(tx, [followUpId]);
        const before = known.get(followUpId);
        if (before && before.state !== 'declined') {
          if (isSameProposal(before, command)) {
            return present({ lesson: before, followUp, incident });
          }
          throw new ConflictError(
            `${
              before.proposedBy
            } made another proposal of this follow-up at ${isoTime(
              before.proposedAt,
            )}`,
          );
        }
        const lesson: StoredLesson = {
          ...command,
          id: before?.id ?? randomUUID(),
          followUpId,
          state: 'proposed',
          note: '',
          proposedBy: nameOf(credentials),
          proposedAt: now(),
        };
        await stores.lessons.save(tx, lesson);
        return present({ lesson, followUp, incident });
      },
      nameOf(credentials),
    );
  }

  /**
   * Accepts or declines a proposal. Whoever may decide on reviews of checklists of one of its services may.
   *
   * @throws ConflictError when it was decided otherwise before
   */
  async decide(
    id: string,
    { state, note }: DecideCommand,
    credentials: BackstageCredentials,
  ): Promise<Lesson> {
    const { stores, incidentAccess, incidentChanges, now } = this.options;
    const { followUp } = await this.requireVisible(id, credentials);
    await incidentAccess.requireReview(followUp.incidentId, credentials);
    const present = await this.presenter(credentials);
    return incidentChanges.change(
      followUp.incidentId,
      async (tx, incident) => {
        const before = await stores.lessons.get(tx, id);
        if (!before) throw noLesson(id);
        if (before.state !== 'proposed') {
          if (before.state === state && before.note === note) {
            return present({ lesson: before, followUp, incident });
          }
          throw new ConflictError(
            `The proposal was ${before.state} by ${
              before.decidedBy
            } at ${isoTime(before.decidedAt ?? 0)}`,
          );
        }
        const lesson = {
          ...before,
          state,
          note,
          decidedBy: nameOf(credentials),
          decidedAt: now(),
        };
        await stores.lessons.save(tx, lesson);
        return present({ lesson, followUp, incident });
      },
      nameOf(credentials),
    );
  }

  private async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Pick<KnownLesson, 'lesson' | 'followUp'>> {
    const { knex, stores, followUps } = this.options;
    const lesson = id.includes('\0')
      ? undefined
      : await stores.lessons.get(knex, id);
    if (!lesson) throw noLesson(id);
    try {
      const { followUpId } = lesson;
      const followUp = await followUps.requireVisible(followUpId, credentials);
      return { lesson, followUp };
    } catch (error) {
      throw error instanceof NotFoundError ? noLesson(id) : error;
    }
  }

  private requireTarget({ checklistId, itemId }: ProposeCommand): void {
    const { config, itemDoubts } = this.options;
    requireChecklist(config.checklists, 'checklistId', checklistId);
    if (itemId !== null) itemDoubts.require({ checklistId, itemId });
  }

  private async presenter(
    credentials: BackstageCredentials,
  ): Promise<(known: KnownLesson) => Lesson> {
    const { access, lessonPresenter } = this.options;
    const shown = await shownNames(access, credentials);
    return known => lessonPresenter.present(known, shown);
  }
}
