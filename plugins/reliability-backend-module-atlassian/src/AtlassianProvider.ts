import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  commaList,
  OncallProvider,
  OncallReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderLookup,
  ProviderRuntime,
  readableRefs,
  readInGroups,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { ScheduleAnswer } from './answers';
import { Memory } from './Memory';
import { Member, OperationsClient } from './OperationsClient';
import { ReadGroup } from './ReadGroup';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** For which time it is taken for granted whom a team or an escalation pages. */
const PLAN_MS = 10 * MINUTE_MS;
const FEW = 5;
/** Rotations that are in memory at the same time. */
const GROUP = 20;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const ID_OF_TEAM = /^[A-Za-z0-9_-]{1,64}:[A-Za-z0-9_-]{1,64}$/;
const LONGEST_NAME = 200;

const KINDS: readonly RotationKind[] = ['schedule', 'team', 'escalation'];

/** One account at Opsgenie, or one site of Jira Service Management. */
export class AtlassianProvider implements OncallProvider {
  readonly kinds = KINDS;
  private readonly plans: Memory;
  private readonly schedules: ProviderLookup<ScheduleAnswer>;
  private readonly members: ProviderLookup<readonly Member[]> | undefined;

  constructor(
    readonly account: string,
    readonly type: string,
    private readonly client: OperationsClient,
    runtime: ProviderRuntime,
  ) {
    const { now } = runtime;
    const notFound = (id: string) => this.notFound('id', id);
    const kept = { keepMs: HOUR_MS, now, notFound };
    this.plans = new Memory(now, PLAN_MS);
    this.schedules = new ProviderLookup({
      ...kept,
      one: (id, signal) => client.schedule(id, signal),
      all: signal => client.schedules(signal),
      few: FEW,
    });
    this.members =
      client.members &&
      new ProviderLookup<readonly Member[]>({
        ...kept,
        one: (id, signal) =>
          client.members?.(id, signal) ?? Promise.resolve([]),
        few: Infinity,
      });
  }

  /**
   * `opsgenie.com/team`, the name of a team; also at Jira, where teams keep their names when they are moved.
   * Never `opsgenie.com/component-selector`: it finds alerts, and says nothing of who is on call.
   */
  rotationsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<RotationRef, 'kind' | 'id'>[] {
    return commaList(annotations['opsgenie.com/team']).map(id => ({
      kind: 'team',
      id,
    }));
  }

  async *read(
    refs: readonly RotationRef[],
    { window, signal }: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    signal.throwIfAborted();
    const { good, refused } = readableRefs(refs, {
      account: this.account,
      product: this.client.product,
      kinds: KINDS,
      wrongId: ref => this.wrongId(ref),
    });
    yield* refused;
    this.plans.forget();
    yield* readInGroups(good, {
      size: GROUP,
      begin: () =>
        new ReadGroup({
          client: this.client,
          plans: this.plans,
          schedules: this.schedules,
          members: this.members,
          notFound: (noun, id) => this.notFound(noun, id),
          window,
          signal,
        }),
    });
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private wrongId({ kind, id }: RotationRef): string | undefined {
    const { product, escalationsOfTeams } = this.client;
    if (kind === 'team') {
      return id.trim() && id.length <= LONGEST_NAME
        ? undefined
        : 'is no name of a team';
    }
    if (kind === 'schedule') {
      return ID.test(id) ? undefined : `is no id of a schedule of ${product}`;
    }
    if (escalationsOfTeams) {
      return ID_OF_TEAM.test(id)
        ? undefined
        : 'is not <id of the team>:<id of the escalation>';
    }
    return ID.test(id) ? undefined : 'is no id of an escalation';
  }

  private notFound(noun: string, id: string): ProviderError {
    return new ProviderError(
      'not-found',
      `Account "${this.account}" has no ${noun} "${id}". Was it deleted or renamed, or is it of another account?`,
    );
  }
}
