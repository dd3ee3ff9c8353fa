import { setTimeout as wait } from 'node:timers/promises';

/** Waits. @throws the signal's reason when it is aborted before the time is over */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}
