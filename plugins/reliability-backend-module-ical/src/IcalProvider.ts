import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  OncallReadOptions,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { FeedConfig, IcalConfig } from './config';
import { FeedClient } from './feed/FeedClient';
import { healthOf } from './feed/health';
import { inTurns } from './inTurns';
import { toReading } from './toReading';

const AT_ONCE = 4;

interface Feed {
  readonly config: FeedConfig;
  readonly client: FeedClient;
}

/** Calendar feeds, each one rotation. One that fails does not touch the others. */
export class IcalProvider implements OncallProvider {
  readonly type = 'ical';
  readonly kinds = ['feed'] as const;
  readonly account: string;
  private readonly feeds: ReadonlyMap<string, Feed>;

  constructor(config: IcalConfig, runtime: ProviderRuntime) {
    this.account = config.name;
    const { name: account, allowPrivateAddresses } = config;
    this.feeds = new Map(
      config.feeds.map(feed => {
        const { id, url } = feed;
        const address = { account, id, url, allowPrivateAddresses };
        return [id, { config: feed, client: new FeedClient(address, runtime) }];
      }),
    );
  }

  /** No annotation for calendar feeds is in use anywhere: an address in a catalog file would be a secret in it. */
  rotationsOf() {
    return [];
  }

  read(
    refs: readonly RotationRef[],
    options: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    return inTurns(refs, AT_ONCE, ref => this.readOne(ref, options));
  }

  health(): ProviderHealth {
    return healthOf(
      [...this.feeds.values()].map(({ client }) => client.health()),
    );
  }

  private async readOne(
    ref: RotationRef,
    { signal, window }: OncallReadOptions,
  ): Promise<RotationReading | RotationFailure> {
    signal.throwIfAborted();
    const feed = ref.kind === 'feed' ? this.feeds.get(ref.id) : undefined;
    if (!feed) return { kind: 'failure', ref, error: this.unknown() };
    try {
      return await feed.client.read(signal, bytes =>
        toReading(bytes, ref, feed.config, window),
      );
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return { kind: 'failure', ref, error };
    }
  }

  private unknown(): ProviderError {
    return new ProviderError(
      'not-found',
      `Account "${this.account}" has no such feed. Its feeds are listed in the configuration.`,
    );
  }
}
