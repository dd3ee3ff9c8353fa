import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { MAX_SLO_DOCUMENT } from '@plimsoll/backstage-plugin-reliability-common';
import { readFile, stat } from 'fs/promises';
import { Readable } from 'stream';
import { SloDocumentError } from './SloDocumentError';
import { resolveSloFile, SloFileOrigin } from './resolveSloFile';

/** A file as it was read. */
export interface SloFileContent {
  readonly text: string;
  /** Absent where the file is on the disk of the backend: nobody could open it. */
  readonly url?: string;
  /** Tells whether it has changed since. */
  readonly etag?: string;
}

export interface SloReadOptions {
  /** Of the content that is known. */
  readonly etag?: string;
  readonly signal?: AbortSignal;
}

/** Most bytes of a file; of plain letters as many as there may be characters. */
export const MAX_SLO_FILE = MAX_SLO_DOCUMENT;

const TIMEOUT = 15_000;

const tooLarge = () =>
  new SloDocumentError(
    `The file is longer than ${MAX_SLO_FILE} bytes. Split it and name the parts in plimsoll.dev/slo`,
  );

function textOf(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_SLO_FILE) throw tooLarge();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SloDocumentError(
      'The file is not text in UTF-8. Save it as UTF-8',
    );
  }
  if (/^\s*<(!doctype html|html)/i.test(text)) {
    throw new SloDocumentError(
      'The address answered with a web page instead of YAML, perhaps one to sign in. Is it the address of the file, and may the integration read it?',
    );
  }
  return text;
}

/** Stops reading as soon as there is too much. */
async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > MAX_SLO_FILE) {
      stream.destroy();
      throw tooLarge();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Names a failure of a reader in words; its own may hold addresses of the API behind, and are of no use. */
function explain(error: unknown, url: string): Error {
  if (error instanceof SloDocumentError) return error;
  const { name, message } = Object(error) as Partial<Error>;
  const { host } = new URL(url);
  const said = String(message ?? '');
  if (name === 'NotFoundError' || /\b404\b/.test(said)) {
    return new SloDocumentError(
      `There is no file at ${url}, or the integration may not see it. Check the path, the branch and the rights of its token`,
    );
  }
  if (name === 'NotAllowedError' || /is not allowed/i.test(said)) {
    return new SloDocumentError(
      `No integration for the host ${host} is configured, so that nothing is read from it. Those who run the portal can add it under integrations or backend.reading.allow`,
    );
  }
  const [status] = /\b(401|403|429|5\d\d)\b/.exec(said) ?? [];
  if (status === '401' || status === '403') {
    return new SloDocumentError(
      `${host} refused to show the file (${status}). Its integration needs a token that may read it`,
    );
  }
  return new SloDocumentError(
    `${host} did not give the file${
      status ? ` (${status})` : ''
    }; it is asked again later`,
  );
}

/** Reads the files that entities name in `plimsoll.dev/slo`. */
export class SloDocumentReader {
  constructor(
    private readonly options: {
      readonly urlReader: UrlReaderService;
      readonly integrations: ScmIntegrationRegistry;
      /** Below which entities on disk may live. */
      readonly folders: readonly string[];
      /** Milliseconds. */
      readonly timeout?: number;
    },
  ) {}

  /**
   * Reads one file.
   *
   * @param file - as the annotation names it
   * @returns `not-modified` where it still is what the etag says
   * @throws SloDocumentError whose message says what is wrong and what is allowed
   */
  async read(
    origin: SloFileOrigin,
    file: string,
    options: SloReadOptions = {},
  ): Promise<SloFileContent | 'not-modified'> {
    const place = resolveSloFile(origin, file, this.options);
    return place.kind === 'file'
      ? this.readDisk(place.path, file, options)
      : this.readUrl(place.url, options);
  }

  private async readDisk(
    path: string,
    file: string,
    { etag: known }: SloReadOptions,
  ): Promise<SloFileContent | 'not-modified'> {
    // Where the file is on our disk is nobody's business: messages name it as the annotation does.
    const missing = () => {
      throw new SloDocumentError(
        `There is no file "${file}" beside the entity's own file`,
      );
    };
    // Looked at before it is opened: opening a pipe would wait for somebody to write.
    const found = await stat(path).catch(missing);
    if (!found.isFile()) throw new SloDocumentError(`"${file}" is not a file`);
    if (found.size > MAX_SLO_FILE) throw tooLarge();
    const etag = `${found.mtimeMs}-${found.size}`;
    if (etag === known) return 'not-modified';
    return { text: textOf(await readFile(path).catch(missing)), etag };
  }

  private async readUrl(
    url: string,
    { etag, signal }: SloReadOptions,
  ): Promise<SloFileContent | 'not-modified'> {
    const { timeout = TIMEOUT } = this.options;
    const late = AbortSignal.timeout(timeout);
    const either = signal ? AbortSignal.any([signal, late]) : late;
    try {
      return await untilAborted(this.fetch(url, etag, either), either);
    } catch (error) {
      if (Object(error).name === 'NotModifiedError') return 'not-modified';
      if (late.aborted) {
        throw new SloDocumentError(
          `${new URL(url).host} did not answer within ${
            timeout / 1000
          } s; it is asked again later`,
        );
      }
      throw explain(error, url);
    }
  }

  private async fetch(
    url: string,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<SloFileContent> {
    const answer = await this.options.urlReader.readUrl(url, { etag, signal });
    const bytes = answer.stream
      ? await bytesOf(answer.stream())
      : await answer.buffer();
    return {
      text: textOf(bytes),
      url,
      ...(answer.etag !== undefined && { etag: answer.etag }),
    };
  }
}

/** Not every reader heeds a signal; nobody waits for one that does not. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
