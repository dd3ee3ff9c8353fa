const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** 'ready', 'busy' (something answers, but not well yet) or 'silent'. */
async function ask(url) {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(10000) });
    await reply.arrayBuffer();
    return reply.ok ? 'ready' : 'busy';
  } catch (error) {
    // The development server keeps callers waiting until it has compiled.
    return error.name === 'TimeoutError' ? 'busy' : 'silent';
  }
}

/**
 * Resolves when the address answers well, or when `isOver()`. A server that answered and then fell
 * silent has crashed, which backstage-cli does not tell: `onLost` hears of it.
 */
export async function untilReady(
  url,
  { isOver, onLost, everyMs = 1000, patience = 5 },
) {
  let seen = false;
  let silences = 0;
  while (!isOver()) {
    const answer = await ask(url);
    if (answer === 'ready') {
      return;
    }
    seen = seen || answer === 'busy';
    silences = answer === 'silent' ? silences + 1 : 0;
    if (seen && silences === patience) {
      onLost();
    }
    await pause(everyMs);
  }
}
