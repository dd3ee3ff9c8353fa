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
    for (const ref of refs) {
      const why = this.whyOdd(ref);
      if (why) yield { kind: 'failure', ref, error: this.odd(why) };
    }
    this.plans.forget();
    yield* readInGroups(
      refs.filter(ref => !this.whyOdd(ref)),
      {
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
      },
    );
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private whyOdd({ kind, id }: RotationRef): string | undefined {
    const { product, escalationsOfTeams } = this.client;
    const shown = `"${id.slice(0, 40)}"`;
    switch (kind) {
      case 'team':
        return id.trim() && id.length <= LONGEST_NAME
          ? undefined
          : `${shown} is no name of a team`;
      case 'schedule':
        return ID.test(id)
          ? undefined
          : `${shown} is no id of a schedule of ${product}`;
      case 'escalation':
        if (!escalationsOfTeams && !ID.test(id))
          return `${shown} is no id of an escalation`;
        if (escalationsOfTeams && !ID_OF_TEAM.test(id))
          return `${shown} is not <id of the team>:<id of the escalation>`;
        return undefined;
      default:
        return `${product} has no "${kind}", only ${KINDS.join(', ')}`;
    }
  }

  private odd(why: string): ProviderError {
    return new ProviderError('refused', `Account "${this.account}": ${why}.`);
  }

  private notFound(noun: string, id: string): ProviderError {
    return new ProviderError(
      'not-found',
      `Account "${this.account}" has no ${noun} "${id}". Was it deleted or renamed, or is it of another account?`,
    );
  }
}
