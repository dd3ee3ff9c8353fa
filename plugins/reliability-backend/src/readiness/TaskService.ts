import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  CompiledChecklist,
  fingerprint,
  listTasksQuerySchema,
  ListTasksResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { ReliabilityConfig } from '../config/config';
import { groupBy } from '../database/groupBy';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor, isOffset } from '../http/cursor';
import { answersOfServices } from './answersOfServices';
import { AnswersOfChecklist } from './assessSignOffs';
import { OpenReviews } from './OpenReviews';
import { ProgressFilter, ProgressLine } from './ProgressStore';
import { decodeDetail } from './readinessCodec';
import {
  itemTasks,
  presentTask,
  sortByUrgency,
  TASK_KINDS,
  TaskDraft,
} from './readinessTasks';

type Answers = ReadonlyMap<string, AnswersOfChecklist>;
type TasksCommand = z.output<typeof listTasksQuerySchema>;

/** Services of one person that are looked at, for each checklist; those with most to do come first. */
const MAX_SERVICES = 500;

/** Tells whose services somebody answers for. */
export type OwnershipOf = (
  credentials: BackstageCredentials,
) => Promise<readonly string[]>;

/** What a signed-in person and the groups of that person owe. */
export class TaskService {
  private readonly reviews: OpenReviews;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly auth: AuthService;
      /** Default: a person owns what names that person. */
      readonly ownershipOf?: OwnershipOf;
    },
  ) {
    this.reviews = new OpenReviews(options);
  }

  /**
   * Most urgent first. A page begins where the one before ended, also when something was done in between:
   * the list is made anew each time from what is stored, and is never longer than the services of a person.
   *
   * @throws InputError for a machine, which has no groups
   */
  async list(
    { kind, limit, cursor }: TasksCommand,
    credentials: BackstageCredentials,
  ): Promise<ListTasksResponse> {
    const { auth, config } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new InputError('Tasks are those of a person who is signed in');
    }
    const madeFor = fingerprint(['tasks', nameOf(credentials), kind ?? null]);
    const start = decodeCursor(cursor, madeFor, isOffset) ?? 0;
    const owned = await this.owned(credentials);
    const reviews = await this.reviews.tasksFor(credentials);
    const all = sortByUrgency([...owned.tasks, ...reviews], config.tiers);
    const wanted = kind ? all.filter(task => kind.includes(task.kind)) : all;
    const end = start + limit;
    return {
      items: await this.present(wanted.slice(start, end)),
      totalItems: wanted.length,
      counts: countsOf(all),
      ...(end < wanted.length && { nextCursor: encodeCursor(end, madeFor) }),
      ...(owned.leftOut > 0 && { servicesLeftOut: owned.leftOut }),
    };
  }

  private async owned(
    credentials: BackstageCredentials,
  ): Promise<{ tasks: TaskDraft[]; leftOut: number }> {
    const { knex, stores, config, access } = this.options;
    const {
      ownershipOf = async (): Promise<readonly string[]> => [
        nameOf(credentials),
      ],
    } = this.options;
    const owner = (await ownershipOf(credentials)).map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    const visibility = await access.visibility(credentials);
    const visible = visibility.kind === 'refs' ? visibility.refs : undefined;
    const tasks: TaskDraft[] = [];
    let leftOut = 0;
    for (const checklist of config.checklists) {
      const filter: ProgressFilter = {
        checklistId: checklist.definition.id,
        checklistHash: checklist.hash,
        owner,
        visible,
      };
      const services = await stores.progress.details(
        knex,
        filter,
        MAX_SERVICES,
      );
      for (const { detail, ...service } of services) {
        const { items } = decodeDetail(detail, checklist);
        tasks.push(...itemTasks(checklist, service, { items }));
      }
      tasks.push(...(await this.returned(checklist, services)));
      if (services.length === MAX_SERVICES) {
        const total = await stores.progress.count(knex, filter);
        leftOut = Math.max(leftOut, total - MAX_SERVICES);
      }
    }
    return { tasks, leftOut };
  }

  /** Phases that a reviewer gave back and nobody asked about again. */
  private async returned(
    checklist: CompiledChecklist,
    services: readonly ProgressLine[],
  ): Promise<TaskDraft[]> {
    const { knex, stores } = this.options;
    const { id, phases } = checklist.definition;
    const known = new Set(phases.map(phase => phase.id));
    const latest = await stores.reviews.latest(
      knex,
      services.map(({ entityRef }) => entityRef),
    );
    return services.flatMap(service =>
      (latest.get(service.entityRef) ?? [])
        .filter(
          ({ checklistId, phaseId, state }) =>
            checklistId === id && known.has(phaseId) && state === 'returned',
        )
        .map(review => ({
          kind: 'returned' as const,
          checklist,
          service,
          phaseId: review.phaseId,
          review,
        })),
    );
  }

  private async present(
    drafts: readonly TaskDraft[],
  ): Promise<ListTasksResponse['items']> {
    const { knex, stores, config } = this.options;
    const about = drafts.filter(({ index }) => index !== undefined);
    const answers = new Map<CompiledChecklist, Answers>();
    for (const [checklist, some] of groupBy(about, task => task.checklist)) {
      const refs = some.map(({ service }) => service.entityRef);
      answers.set(
        checklist,
        await answersOfServices(knex, stores.answers, checklist, [
          ...new Set(refs),
        ]),
      );
    }
    return drafts.map(draft =>
      presentTask(
        draft,
        answers.get(draft.checklist)?.get(draft.service.entityRef),
        config.tiers,
      ),
    );
  }
}

function countsOf(tasks: readonly TaskDraft[]): ListTasksResponse['counts'] {
  const counts = TASK_KINDS.map(kind => [
    kind,
    tasks.filter(task => task.kind === kind).length,
  ]);
  return Object.fromEntries(counts) as ListTasksResponse['counts'];
}
