import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  commaList,
  OncallProvider,
  OncallReadOptions,
  ProviderHealth,
  ProviderRuntime,
  readableRefs,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { RootlyConfig } from './config';
import { Directory, ID } from './Directory';
import { ReadContext } from './reading';
import { readPolicies } from './readPolicies';
import { readSchedules } from './readSchedules';
import { RootlyClient } from './RootlyClient';
import { Wish, wishesOf } from './wishes';

const KINDS: readonly RotationKind[] = [
  'service',
  'team',
  'escalation',
  'schedule',
];

/** Slugs and names are looked up in a list and never become a part of an address. */
const NAME = /^(?=.*\S)[^\p{Cc}]{1,200}$/u;

/** One account at Rootly. */
export class RootlyProvider implements OncallProvider {
  readonly account: string;
  readonly type = 'rootly';
  readonly kinds = KINDS;
  private readonly client: RootlyClient;
  private readonly directory: Directory;

  constructor(config: RootlyConfig, runtime: ProviderRuntime) {
    this.account = config.name;
    this.client = new RootlyClient(config, runtime);
    this.directory = new Directory(this.client, runtime, config.name);
  }

  /** `rootly.com/service-id`, else `-slug`, else `-name`, which mean the same service; and so for `team`. */
  rotationsOf(
    annotations: Readonly<Record<string, string>>,
  ): Pick<RotationRef, 'kind' | 'id'>[] {
    return (['service', 'team'] as const).flatMap(kind => {
      const ids = ['id', 'slug', 'name']
        .map(what => commaList(annotations[`rootly.com/${kind}-${what}`]))
        .find(list => list.length > 0);
      return (ids ?? []).map(id => ({ kind, id }));
    });
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
      window,
      signal,
    };
    const { good, refused } = readableRefs(refs, {
      account: this.account,
      product: 'Rootly',
      kinds: KINDS,
      wrongId: ({ kind, id }) => {
        const named = kind === 'service' || kind === 'team';
        return (named ? NAME : ID).test(id)
          ? undefined
          : `is no ${kind} of Rootly`;
      },
    });
    yield* refused;
    const wishes: Wish[] = [];
    const paging = good.filter(({ kind }) => kind !== 'schedule');
    for (const each of await wishesOf(context, paging)) {
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
}
