import {
  CompiledChecklist,
  ItemAssessment,
  ReadinessTask,
  Tier,
  UNTIERED_RANK,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { AnswersOfChecklist } from './assessSignOffs';
import { presentReview } from './presentChecklist';
import { ProgressLine } from './ProgressStore';
import { ReadinessDetail } from './readinessRow';
import { StoredReview } from './ReviewStore';
import { tierNames } from '../tier/tierNames';

export type TaskKind = ReadinessTask['kind'];

/** In this order they are answered: what somebody waits for, then what was lost, then what never was. */
export const TASK_KINDS: readonly TaskKind[] = [
  'contested',
  'returned',
  'review',
  'expired',
  'expiring',
  'not-met',
  'missing',
];

/** Something that is owed, before its words are read. */
export interface TaskDraft {
  readonly kind: TaskKind;
  readonly checklist: CompiledChecklist;
  readonly service: ProgressLine;
  /** Place of the item in the checklist; absent: it is about a phase. */
  readonly index?: number;
  readonly required?: boolean;
  readonly phaseId: string;
  /** Milliseconds since the epoch. */
  readonly dueAt?: number;
  readonly review?: StoredReview;
}

function kindOf(item: ItemAssessment): TaskKind | undefined {
  switch (item.state) {
    case 'contested':
      return 'contested';
    case 'expired':
      return 'expired';
    case 'not-met':
      return item.required ? 'not-met' : undefined;
    case 'unanswered':
      return item.required ? 'missing' : undefined;
    default:
      return item.expiring ? 'expiring' : undefined;
  }
}

/** What the items of one service ask for. */
export function itemTasks(
  checklist: CompiledChecklist,
  service: ProgressLine,
  { items }: Pick<ReadinessDetail, 'items'>,
): TaskDraft[] {
  return items.flatMap((item, index) => {
    const kind = kindOf(item);
    const phaseId = checklist.items[index]?.definition.phase;
    if (!kind || phaseId === undefined) return [];
    const { required, expiresAt } = item;
    const dueAt =
      kind === 'expired' || kind === 'expiring' ? expiresAt : undefined;
    return { kind, checklist, service, index, required, phaseId, dueAt };
  });
}

type SortKey = readonly (string | number)[];

function compare(one: SortKey, other: SortKey): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  if (place < 0) return 0;
  return one[place] < other[place] ? -1 : 1;
}

/** Most urgent first: by kind, what ends first, the critical tier, and then as a person would look for it. */
export function sortByUrgency(
  tasks: readonly TaskDraft[],
  tiers: readonly Tier[],
): TaskDraft[] {
  const ranks = new Map(tiers.map(({ id, rank }) => [id, rank]));
  const keyOf = ({ kind, dueAt = 0, service, index = -1 }: TaskDraft) => [
    TASK_KINDS.indexOf(kind),
    kind === 'expiring' ? dueAt : 0,
    ranks.get(service.tierId) ?? UNTIERED_RANK,
    service.title.toLocaleLowerCase('en-US'),
    service.entityRef,
    index,
  ];
  return tasks
    .map(task => ({ task, key: keyOf(task) }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ task }) => task);
}

function textOf(
  { kind, checklist, index = -1, review }: TaskDraft,
  answers: AnswersOfChecklist | undefined,
): string {
  if (kind === 'review') return review?.note ?? '';
  if (review) {
    const titles = new Map(
      checklist.definition.items.map(({ id, title }) => [id, title]),
    );
    const comments = Object.entries(review.comments).map(
      ([id, comment]) => `${titles.get(id) ?? id}: ${comment}`,
    );
    return [review.comment, ...comments].filter(Boolean).join('\n');
  }
  const found = answers?.get(checklist.definition.items[index]?.id);
  return (
    (kind === 'contested' ? found?.contest?.reason : found?.answer?.note) ?? ''
  );
}

/** A task as it is answered. */
export function presentTask(
  draft: TaskDraft,
  answers: AnswersOfChecklist | undefined,
  tiers: readonly Tier[],
): ReadinessTask {
  const { kind, checklist, service, index, required, phaseId, dueAt, review } =
    draft;
  const { id, title, phases, items } = checklist.definition;
  const phase = phases.find(candidate => candidate.id === phaseId);
  const item = index === undefined ? undefined : items[index];
  return {
    kind,
    entityRef: service.entityRef,
    serviceTitle: service.title,
    owner: service.owner ?? null,
    tier: { id: service.tierId, name: tierNames(tiers)(service.tierId) },
    checklist: { id, title },
    item: item
      ? { id: item.id, title: item.title, required: required ?? false }
      : null,
    phase: { id: phaseId, title: phase?.title ?? phaseId },
    dueAt: dueAt === undefined ? null : isoTime(dueAt),
    review: review ? presentReview(review, checklist, service.title) : null,
    text: textOf(draft, answers),
  };
}
