import {
  ProviderError,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  ChainAnswer,
  ScheduleAnswer,
  StepAnswer,
  TeamAnswer,
  UserAnswer,
} from './answers';
import { GrafanaClient, GrafanaList, ItemOf } from './GrafanaClient';
import { Lookup } from './Lookup';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Steps tell who is paged at which level: shorter than titles, and not with each read, as calls are few. */
const STEPS_MS = 15 * MINUTE_MS;

/** What changes seldom: titles, teams, people, and the steps of chains. */
export class Directory {
  readonly schedules: Lookup<ScheduleAnswer>;
  readonly chains: Lookup<ChainAnswer>;
  /** By chain, in no order. */
  readonly steps: Lookup<readonly StepAnswer[]>;
  readonly users: Lookup<UserAnswer>;
  readonly teams: Lookup<TeamAnswer>;

  constructor(
    private readonly client: GrafanaClient,
    private readonly runtime: ProviderRuntime,
    private readonly account: string,
  ) {
    this.schedules = this.lookup('schedules', HOUR_MS);
    this.chains = this.lookup('escalation_chains', STEPS_MS);
    this.users = this.lookup('users', HOUR_MS);
    this.teams = this.lookup('teams', HOUR_MS);
    this.steps = new Lookup({
      one: (id, signal) => this.stepsOf(id, signal),
      all: (wanted, signal) => this.stepsOfMany(wanted, signal),
      absent: () => [],
      keepMs: STEPS_MS,
      now: runtime.now,
    });
  }

  private lookup<L extends Exclude<GrafanaList, 'escalation_policies'>>(
    list: L,
    keepMs: number,
  ): Lookup<ItemOf<L>> {
    return new Lookup<ItemOf<L>>({
      one: (id, signal) => this.client.one(list, id, signal),
      all: async (wanted, signal) => {
        const found = new Map<string, ItemOf<L>>();
        for await (const page of this.client.list(list, signal)) {
          for (const item of page)
            if (wanted.has(item.id)) found.set(item.id, item);
          if (found.size === wanted.size) break;
        }
        return found;
      },
      absent: id =>
        new ProviderError(
          'not-found',
          `Account "${this.account}" does not know "${id}".`,
        ),
      keepMs,
      now: this.runtime.now,
    });
  }

  private async stepsOf(
    chain: string,
    signal: AbortSignal,
  ): Promise<readonly StepAnswer[]> {
    const steps: StepAnswer[] = [];
    const query = { escalation_chain_id: chain };
    for await (const page of this.client.list(
      'escalation_policies',
      signal,
      query,
    )) {
      steps.push(...page.filter(step => step.escalation_chain_id === chain));
    }
    return steps;
  }

  private async stepsOfMany(
    wanted: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly StepAnswer[]>> {
    const steps = new Map<string, StepAnswer[]>();
    for await (const page of this.client.list('escalation_policies', signal)) {
      for (const step of page) {
        const chain = step.escalation_chain_id;
        if (!wanted.has(chain)) continue;
        steps.set(chain, [...(steps.get(chain) ?? []), step]);
      }
    }
    return steps;
  }
}
