import {
  OncallWindow,
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  OncallProvider,
  OncallReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderLookup,
  ProviderPerson,
  ProviderRuntime,
  readableRefs,
  readInGroups,
  RotationFailure,
  RotationGroup,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PathAnswer, ScheduleAnswer, UserAnswer } from './answers';
import { IncidentIoConfig } from './config';
import { IncidentIoClient, ScheduleEntries } from './IncidentIoClient';
import { PathLevels, pathLevels } from './pathLevels';
import { toPerson } from './toDomain';
import { followsSchedule, pathReading, scheduleReading } from './toReading';

const HOUR_MS = 3600_000;
const FEW = 5;
/** Rotations that are in memory at the same time. */
const GROUP = 20;

const ID = /^[A-Za-z0-9_-]{1,64}$/;

const KINDS: readonly RotationKind[] = ['schedule', 'escalation'];

/** What was asked for one rotation, before titles and people are known. */
interface Draft {
  readonly ref: RotationRef;
  readonly path?: { readonly answer: PathAnswer; readonly levels: PathLevels };
  readonly entries: ReadonlyMap<string, ScheduleEntries>;
}

const targetsOf = ({ path }: Draft, type: string): string[] =>
  (path?.levels.levels ?? [])
    .flat()
    .flatMap(target => (target.type === type && target.id ? target.id : []));

/** One account at incident.io. */
export class IncidentIoProvider implements OncallProvider {
  readonly account: string;
  readonly type = 'incident-io';
  readonly kinds = KINDS;
  private readonly client: IncidentIoClient;
  private readonly schedules: ProviderLookup<ScheduleAnswer>;
  private readonly users: ProviderLookup<UserAnswer>;

  constructor(
    config: IncidentIoConfig,
    private readonly runtime: ProviderRuntime,
  ) {
    this.account = config.name;
    this.client = new IncidentIoClient(config, runtime);
    const { client } = this;
    const options = {
      few: FEW,
      keepMs: HOUR_MS,
      now: runtime.now,
      notFound: (id: string) => this.notFound('id', id),
    };
    this.schedules = new ProviderLookup({
      ...options,
      one: (id, signal) => client.schedule(id, signal),
      all: signal => client.list('schedules', signal),
    });
    this.users = new ProviderLookup({
      ...options,
      one: (id, signal) => client.user(id, signal),
      all: signal => client.list('users', signal),
    });
  }

  /** None: incident.io has no annotations of its own. */
  rotationsOf(): Pick<RotationRef, 'kind' | 'id'>[] {
    return [];
  }

  async *read(
    refs: readonly RotationRef[],
    { window, signal }: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    signal.throwIfAborted();
    const { good, refused } = readableRefs(refs, {
      account: this.account,
      product: 'incident.io',
      kinds: KINDS,
      wrongId: ({ id }) =>
        ID.test(id) ? undefined : 'is no id of incident.io, such as 01HXY…',
    });
    yield* refused;
    yield* readInGroups(good, {
      size: GROUP,
      begin: () => this.group(window, signal),
    });
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private group(
    window: OncallWindow,
    signal: AbortSignal,
  ): RotationGroup<Draft> {
    const asked = new Map<string, Promise<ScheduleEntries>>();
    const entriesOf = (id: string) => {
      const found = asked.get(id) ?? this.client.entries(id, window, signal);
      asked.set(id, found);
      return found;
    };
    return {
      read: ref => this.draft(ref, entriesOf, signal),
      finish: drafts => this.finish(drafts, window, signal),
    };
  }

  private async draft(
    ref: RotationRef,
    entriesOf: (id: string) => Promise<ScheduleEntries>,
    signal: AbortSignal,
  ): Promise<Draft> {
    try {
      if (ref.kind === 'schedule') {
        return { ref, entries: new Map([[ref.id, await entriesOf(ref.id)]]) };
      }
      const answer = await this.client.path(ref.id, signal);
      const levels = pathLevels(answer.path);
      const entries = new Map<string, ScheduleEntries>();
      for (const target of levels.levels.flat().filter(followsSchedule)) {
        const id = target.id ?? '';
        const found = await entriesOf(id).catch(this.orNothing);
        if (found) entries.set(id, found);
      }
      return { ref, path: { answer, levels }, entries };
    } catch (error) {
      const gone = concernsOneRotation(error) && error.failure === 'not-found';
      const noun = ref.kind === 'schedule' ? 'schedule' : 'escalation path';
      throw gone ? this.notFound(noun, ref.id) : error;
    }
  }

  /** A schedule that stays out of reach leaves its level unknown; with another failure the last answer is better. */
  private readonly orNothing = (error: unknown): undefined => {
    const stays =
      concernsOneRotation(error) &&
      (error.failure === 'not-found' || error.failure === 'forbidden');
    if (!stays) throw error;
    return undefined;
  };

  private async finish(
    drafts: readonly Draft[],
    window: OncallWindow,
    signal: AbortSignal,
  ): Promise<RotationReading[]> {
    const schedules = await this.schedules.known(
      drafts.flatMap(draft => [
        ...draft.entries.keys(),
        ...targetsOf(draft, 'schedule'),
      ]),
      signal,
    );
    const users = await this.users.known(
      drafts.flatMap(draft => targetsOf(draft, 'user')),
      signal,
    );
    const people = new Map<string, ProviderPerson>(
      [...users].flatMap(([id, user]) => {
        const person = toPerson(user);
        return person ? [[id, person] as const] : [];
      }),
    );
    const now = this.runtime.now();
    return drafts.map(({ ref, path, entries }) => {
      const known = { window, now, entries, schedules, people };
      return path
        ? pathReading(ref, path.answer, path.levels, known)
        : scheduleReading(ref, known);
    });
  }

  private notFound(noun: string, id: string): ProviderError {
    return new ProviderError(
      'not-found',
      `Account "${this.account}" has no ${noun} "${id}". Was it deleted, or is it of another account?`,
    );
  }
}
