import { Lesson } from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityConfig } from '../config/config';
import { ItemDoubts } from '../maturity/ItemDoubts';
import { incidentRef, unlessPrivate } from './FollowUpPresenter';
import { StoredFollowUp } from './followUpRow';
import { IncidentBrief } from './IncidentBriefStore';
import { isoOrNull, isoTime } from '../database/dates';
import { lessonDefinition } from './lessonDefinition';
import { StoredLesson } from './LessonStore';
import { ShownName } from './shownNames';
import { LessonTarget } from './SimilarServicesReader';

/** A lesson with what it came from. */
export interface KnownLesson {
  readonly lesson: StoredLesson;
  readonly followUp: StoredFollowUp;
  readonly incident: IncidentBrief;
}

/** Makes lessons into what a reader is shown. */
export class LessonPresenter {
  constructor(
    private readonly options: {
      readonly config: ReliabilityConfig;
      readonly itemDoubts: ItemDoubts;
    },
  ) {}

  /** Where a lesson goes; undefined: the checklist is not configured any more. */
  targetOf({
    checklistId,
    itemId,
  }: Pick<StoredLesson, 'checklistId' | 'itemId'>): LessonTarget | undefined {
    const { config, itemDoubts } = this.options;
    const checklist = config.checklists.find(
      ({ definition }) => definition.id === checklistId,
    );
    if (!checklist) return undefined;
    const known =
      itemId === null ? undefined : itemDoubts.find({ checklistId, itemId });
    return { checklist, item: known?.item };
  }

  present(
    { lesson, followUp, incident }: KnownLesson,
    shown: ShownName,
  ): Lesson {
    const { config } = this.options;
    const target = this.targetOf(lesson);
    return {
      id: lesson.id,
      followUp: {
        id: followUp.id,
        title: unlessPrivate(incident, followUp.title),
      },
      incident: incidentRef(incident),
      checklistId: lesson.checklistId,
      itemId: lesson.itemId,
      title: lesson.title,
      reason: lesson.reason,
      state: lesson.state,
      note: lesson.note,
      proposedBy: shown(lesson.proposedBy),
      proposedAt: isoTime(lesson.proposedAt),
      decidedBy:
        lesson.decidedBy === undefined ? null : shown(lesson.decidedBy),
      decidedAt: isoOrNull(lesson.decidedAt),
      definition: lessonDefinition(lesson, {
        ...target,
        incident,
        portalUrl: config.slo.portalUrl,
      }),
    };
  }
}
