import { ProviderRuntime } from '@plimsoll/backstage-plugin-reliability-node';

const GAP_MS = 1000;

/** Sends one request a second, which is all that is allowed. The vendor says 420 where others say 429. */
export function oneASecond(
  runtime: Pick<ProviderRuntime, 'now' | 'sleep'>,
): typeof globalThis.fetch {
  let free = -Infinity;
  return async (input, init) => {
    const now = runtime.now();
    const at = Math.max(now, free);
    free = at + GAP_MS;
    if (at > now) await runtime.sleep(at - now, init?.signal ?? undefined);
    const response = await fetch(input, init);
    if (response.status !== 420) return response;
    const { body, headers } = response;
    return new Response(body, { status: 429, headers });
  };
}
