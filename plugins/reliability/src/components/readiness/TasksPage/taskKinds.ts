import type {
  ReadinessTask,
  TaskKind,
} from '@plimsoll/backstage-plugin-reliability-common';

/** The kinds of tasks in the order in which they press. */
export const taskKinds: readonly TaskKind[] = [
  'review',
  'returned',
  'contested',
  'expired',
  'not-met',
  'missing',
  'expiring',
];

/** The tasks below their kinds, the pressing ones first. */
export function byKind(
  tasks: readonly ReadinessTask[],
): [TaskKind, ReadinessTask[]][] {
  return taskKinds
    .map((kind): [TaskKind, ReadinessTask[]] => [
      kind,
      tasks.filter(task => task.kind === kind),
    ])
    .filter(([, own]) => own.length > 0);
}

/** A key for a task in a list. */
export const taskKey = (task: ReadinessTask) =>
  [
    task.kind,
    task.entityRef,
    task.checklist.id,
    task.phase.id,
    task.item?.id,
    task.review?.id,
  ].join(' ');
