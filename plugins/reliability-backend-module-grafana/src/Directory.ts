import {
  ProviderError,
  ProviderLookup,
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

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Steps tell who is paged at which level: shorter than titles, and not with each read, as calls are few. */
const STEPS_MS = 15 * MINUTE_MS;
/** Up to so many are asked for one by one. */
const FEW = 5;

/** The steps of a chain, in no order. */
interface ChainSteps {
  /** Of the chain. */
  readonly id: string;
  readonly steps: readonly StepAnswer[];
}

/** What changes seldom: titles, teams, people, and the steps of chains. */
export class Directory {
  readonly schedules: ProviderLookup<ScheduleAnswer>;
  readonly chains: ProviderLookup<ChainAnswer>;
  readonly steps: ProviderLookup<ChainSteps>;
  readonly users: ProviderLookup<UserAnswer>;
  readonly teams: ProviderLookup<TeamAnswer>;

  constructor(
    private readonly client: GrafanaClient,
    private readonly runtime: ProviderRuntime,
    private readonly account: string,
  ) {
    this.schedules = this.lookup('schedules', HOUR_MS);
    this.chains = this.lookup('escalation_chains', STEPS_MS);
    this.users = this.lookup('users', HOUR_MS);
    this.teams = this.lookup('teams', HOUR_MS);
    this.steps = new ProviderLookup<ChainSteps>({
      one: (id, signal) => this.stepsOf(id, signal),
      all: signal => this.allSteps(signal),
      notFound: id => ({ id, steps: [] }),
      few: FEW,
      keepMs: STEPS_MS,
      keepFailuresMs: MINUTE_MS,
      now: runtime.now,
    });
  }

  private lookup<L extends Exclude<GrafanaList, 'escalation_policies'>>(
    list: L,
    keepMs: number,
  ): ProviderLookup<ItemOf<L>> {
    return new ProviderLookup<ItemOf<L>>({
      one: (id, signal) => this.client.one(list, id, signal),
      all: signal => this.client.list(list, signal),
      notFound: id =>
        new ProviderError(
          'not-found',
          `Account "${this.account}" does not know "${id}".`,
        ),
      few: FEW,
      keepMs,
      keepFailuresMs: MINUTE_MS,
      now: this.runtime.now,
    });
  }

  private async stepsOf(
    chain: string,
    signal: AbortSignal,
  ): Promise<ChainSteps> {
    const steps: StepAnswer[] = [];
    const query = { escalation_chain_id: chain };
    for await (const page of this.client.list(
      'escalation_policies',
      signal,
      query,
    )) {
      steps.push(...page.filter(step => step.escalation_chain_id === chain));
    }
    return { id: chain, steps };
  }

  /** In one page: only at the end of the list a chain has all its steps. */
  private async *allSteps(
    signal: AbortSignal,
  ): AsyncIterable<readonly ChainSteps[]> {
    const chains = new Map<string, StepAnswer[]>();
    for await (const page of this.client.list('escalation_policies', signal)) {
      for (const step of page) {
        const id = step.escalation_chain_id;
        const steps = chains.get(id);
        if (steps) steps.push(step);
        else chains.set(id, [step]);
      }
    }
    yield [...chains].map(([id, steps]) => ({ id, steps }));
  }
}
