const MOST_BYTES = 2000;

/** The beginning of a body; the rest is not fetched. */
async function beginningOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString().slice(0, MOST_BYTES);
}

/**
 * Sends a request. Grafana OnCall answers a wrong token with 403 like a missing right; here it becomes the 401
 * that it is, told by the text of the reply.
 */
export const telling401: typeof globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status !== 403) return response;
  const wrongToken = /invalid token/i.test(await beginningOf(response));
  return new Response(null, {
    status: wrongToken ? 401 : 403,
    headers: response.headers,
  });
};
