import { metrics } from '@opentelemetry/api';
import { ProviderFailure } from './ProviderError';
import { ProviderHttpOptions } from './ProviderHttp';

/** How a request ended; `given-up`: whoever asked did not want the answer any more. */
export type RequestOutcome = 'ok' | 'given-up' | ProviderFailure;

/**
 * What OpenTelemetry is told of an account: how many requests ended how, how long they took, and how often its
 * provider asked to wait. Says nothing to anybody until the backend is started with an SDK. Labels are the name
 * of the account and the outcome; never an address, an id or a person.
 */
export class ProviderMetrics {
  private readonly requests;
  private readonly durations;
  private readonly waits;

  constructor(
    private readonly options: Pick<ProviderHttpOptions, 'account' | 'runtime'>,
  ) {
    // Asked for here and not when the file is loaded: an SDK may come in between.
    const meter = metrics.getMeter('plimsoll');
    this.requests = meter.createCounter('plimsoll.provider.requests', {
      description: 'Requests to providers of on-call, by how they ended',
    });
    this.durations = meter.createHistogram('plimsoll.provider.duration', {
      description: 'How long requests to providers of on-call took',
      unit: 's',
    });
    this.waits = meter.createCounter('plimsoll.provider.waits', {
      description: 'Times that a provider of on-call asked to wait',
    });
  }

  ended(outcome: RequestOutcome): void {
    this.requests.add(1, { account: this.options.account, outcome });
  }

  /** Notes how long a request takes, whether it succeeds or not. */
  async timed<T>(send: () => Promise<T>): Promise<T> {
    const { account, runtime } = this.options;
    const began = runtime.now();
    try {
      return await send();
    } finally {
      this.durations.record((runtime.now() - began) / 1000, { account });
    }
  }

  waited(): void {
    this.waits.add(1, { account: this.options.account });
  }
}
