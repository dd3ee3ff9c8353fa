import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  OncallReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
  readableRefs,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { PagerdutyConfig } from './config';
import { Directory } from './Directory';
import { PagerdutyClient } from './PagerdutyClient';
import { readPolicies } from './readPolicies';
import { readSchedules } from './readSchedules';
import { failureOf, PolicyWish, ReadContext } from './reading';
import { isPagerdutyId, serviceIdsOf } from './serviceIds';
import { teamOf, titleOf, urlOf } from './toDomain';

/** /oncalls answers for no longer. */
const MOST_MS = 90 * 24 * 3600_000;

const MOST_NEW_ROSTERS = 100;

const KINDS: readonly RotationKind[] = ['service', 'escalation', 'schedule'];

/** One account at PagerDuty. */
export class PagerdutyProvider implements OncallProvider {
  readonly account: string;
  readonly type = 'pagerduty';
  readonly kinds = KINDS;
  private readonly client: PagerdutyClient;
  private readonly directory: Directory;

  constructor(
    private readonly config: PagerdutyConfig,
    runtime: ProviderRuntime,
  ) {
    this.account = config.name;
    this.client = new PagerdutyClient(config, runtime);
    this.directory = new Directory(this.client, runtime, config.name);
  }

  rotationsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<RotationRef, 'kind' | 'id'>[] {
    return serviceIdsOf(annotations, this.config).map(id => ({
      kind: 'service',
      id,
    }));
  }

  async *read(
    refs: readonly RotationRef[],
    { window, signal }: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    signal.throwIfAborted();
    const context: ReadContext = {
      account: this.account,
      client: this.client,
      directory: this.directory,
      window: { ...window, to: Math.min(window.to, window.from + MOST_MS) },
      signal,
      allowance: { left: MOST_NEW_ROSTERS },
    };
    const { good, refused } = readableRefs(refs, {
      account: this.account,
      product: 'PagerDuty',
      kinds: KINDS,
      wrongId: ({ id }) =>
        isPagerdutyId(id)
          ? undefined
          : 'is no id of PagerDuty, such as PABC123',
    });
    yield* refused;
    const wishes: PolicyWish[] = good
      .filter(({ kind }) => kind === 'escalation')
      .map(ref => ({ ref, policy: ref.id }));
    const services = good.filter(({ kind }) => kind === 'service');
    for (const each of await this.policiesOf(services, signal)) {
      if ('error' in each) yield each;
      else wishes.push(each);
    }
    yield* readPolicies(context, wishes);
    yield* readSchedules(
      context,
      good.filter(({ kind }) => kind === 'schedule'),
    );
  }

  health(): ProviderHealth {
    return this.client.health();
  }

  private async policiesOf(
    refs: readonly RotationRef[],
    signal: AbortSignal,
  ): Promise<(PolicyWish | RotationFailure)[]> {
    if (refs.length === 0) return [];
    const ids = refs.map(({ id }) => id);
    const services = await this.directory.findServices(ids, signal);
    return refs.map(ref => {
      const service = services.get(ref.id);
      if (!service || service instanceof ProviderError) {
        return failureOf(this.account, ref, service);
      }
      const policy = service.escalation_policy?.id;
      if (!policy) {
        const error = new ProviderError(
          'bad-answer',
          `Account "${this.account}" names no escalation policy for service "${ref.id}".`,
        );
        return { kind: 'failure', ref, error };
      }
      return {
        ref,
        policy,
        title: titleOf(service),
        url: urlOf(service),
        team: teamOf(service.teams),
      };
    });
  }
}
