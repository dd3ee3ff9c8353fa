import { LoggerService } from '@backstage/backend-plugin-api';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { ReliabilityFactsService } from '@plimsoll/backstage-plugin-reliability-node';
import { setTimeout as wait } from 'node:timers/promises';

export interface PushOptions {
  facts: ReliabilityFactsService;
  logger: LoggerService;
  signal: AbortSignal;
  attempts?: number;
  pauseMs?: number;
}

/** Sends one request; gives back what was turned down, and why. */
async function attempt(request: PushFactsRequest, options: PushOptions) {
  try {
    const { results } = await options.facts.push(request);
    const rejected = results.filter(({ status }) => status === 'rejected');
    return {
      request: {
        ...request,
        facts: rejected.map(({ index }) => request.facts[index]),
      },
      reason: rejected[0]?.reason,
    };
  } catch (error) {
    return { request, reason: String(error) };
  }
}

/**
 * Pushes the facts until all are taken. In the first seconds after a start the catalog is empty, so
 * that their services are still unknown.
 */
export async function pushDemoFacts(
  requests: PushFactsRequest[],
  options: PushOptions,
): Promise<void> {
  const { logger, signal, attempts = 30, pauseMs = 10_000 } = options;
  let open = requests;
  let reason: string | undefined;
  for (let made = 0; made < attempts && open.length > 0; made += 1) {
    if (made > 0) await wait(pauseMs, undefined, { signal });
    const left = [];
    for (const request of open) left.push(await attempt(request, options));
    reason = left.find(result => result.reason)?.reason;
    open = left
      .map(result => result.request)
      .filter(({ facts }) => facts.length > 0);
  }
  const count = open.reduce((sum, { facts }) => sum + facts.length, 0);
  if (count === 0) logger.info('Pushed the demo facts');
  else logger.warn(`${count} demo facts were not taken: ${reason}`);
}
