import { FakeReply, FakeRequest, FakeVendor } from '@plimsoll/test-fakes';
import { simulatedRuntime } from '../../testUtils/simulation';
import { createProviderHttp } from '../createProviderHttp';
import { rateLimitSeconds } from '../limits';
import { ProviderHttpOptions, ProviderReply } from '../ProviderHttp';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const SECRET = 's3cret-token';

/** Answers whatever a test sets. */
class Vendor extends FakeVendor {
  reply: (request: FakeRequest) => FakeReply | Promise<FakeReply> = () => ({
    body: { ok: true },
  });

  protected answer(request: FakeRequest) {
    return this.reply(request);
  }
}

/** A client with simulated time over a vendor of its own. */
export async function startClient(
  options: Partial<ProviderHttpOptions> & { path?: string } = {},
) {
  const runtime = simulatedRuntime(NOW);
  const vendor = await new Vendor({ now: runtime.now }).start();
  const { path = '', ...more } = options;
  const client = createProviderHttp({
    account: 'main',
    baseUrl: `${vendor.url}${path}`,
    headers: () => ({ authorization: `Bearer ${SECRET}` }),
    rateLimit: rateLimitSeconds({ remaining: 'x-left', reset: 'x-reset' }),
    runtime,
    ...more,
  });
  const { signal } = new AbortController();
  const get = (
    at = '/a',
    query?: Record<string, string | string[]>,
  ): Promise<ProviderReply> => client.get(at, { query, signal });
  return { runtime, vendor, client, get, signal };
}

/** Runs a test over a client, and stops its vendor after it. */
export const withClient =
  (
    options: Parameters<typeof startClient>[0],
    run: (client: Awaited<ReturnType<typeof startClient>>) => Promise<void>,
  ) =>
  async () => {
    const started = await startClient(options);
    try {
      await run(started);
    } finally {
      await started.vendor.stop();
    }
  };
