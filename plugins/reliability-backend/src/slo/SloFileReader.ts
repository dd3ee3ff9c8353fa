import { createHash } from 'crypto';
import { Limiter } from './Limiter';
import { FileLocation, SloFile } from './sloFileRow';
import { backOff, nextTurn } from '../tasks/spread';

/** What a reader of documents answers: a text, or that nothing changed since the etag that it was told. */
export type ReadDocument =
  | { readonly text: string; readonly url?: string; readonly etag?: string }
  | 'not-modified';

/** Reads a file that an entity names. */
export interface SloDocuments {
  /** @throws Error whose message people read */
  read(
    entity: { readonly entityRef: string; readonly annotations: FileLocation },
    file: string,
    options?: { readonly etag?: string; readonly signal?: AbortSignal },
  ): Promise<ReadDocument>;
}

/** What became of looking at a file. */
export interface FileResult {
  readonly kind: 'same' | 'changed' | 'failed';
  /** As it is now; without its content where that is the same or was not read. */
  readonly file: SloFile;
}

const MINUTE = 60_000;
const CHECK_EVERY = 5 * MINUTE;
const RETRY_AFTER = MINUTE;
const RETRY_AT_LEAST_EVERY = 15 * MINUTE;

/** Where a file comes from, as far as it can be told before it is read. */
function hostOf({ url, file, location }: SloFile): string {
  const place =
    url ??
    [file, ...Object.values(location)].find(text => /https?:/.test(text)) ??
    '';
  return /https?:\/\/([^/?#]+)/.exec(place)?.[1] ?? '';
}

const hashOf = (text: string) =>
  createHash('sha256').update(text).digest('hex');

const contentOf = ({ text, url, etag }: Exclude<ReadDocument, string>) => ({
  url,
  etag,
  content: text,
  contentHash: hashOf(text),
});

/** Looks at the files that entities name: a few at once, and of one host fewer. */
export class SloFileReader {
  private readonly limiter = new Limiter({ all: 8, perKey: 4 });

  constructor(
    private readonly options: {
      readonly documents: SloDocuments;
      readonly now: () => number;
    },
  ) {}

  /** Looks at a file. A failure is an answer: the last content stays. */
  async read(file: SloFile, signal?: AbortSignal): Promise<FileResult> {
    const { documents, now } = this.options;
    const { entityRef, location, etag } = file;
    try {
      const answer = await this.limiter.run(hostOf(file), () =>
        documents.read({ entityRef, annotations: location }, file.file, {
          etag,
          signal,
        }),
      );
      const time = now();
      const known = answer === 'not-modified' ? {} : contentOf(answer);
      const seen: SloFile = {
        ...file,
        ...known,
        state: 'read',
        error: undefined,
        failures: 0,
        readAt: time,
        checkedAt: time,
        nextCheckAt: this.later(time, `${entityRef}\n${file.file}`),
      };
      const isSame = seen.contentHash === file.contentHash;
      return { kind: isSame ? 'same' : 'changed', file: seen };
    } catch (error) {
      return { kind: 'failed', file: this.failed(file, error as Error) };
    }
  }

  /** When to look again at what is as it should be. */
  later(now: number, of = ''): number {
    return nextTurn(of, CHECK_EVERY, now);
  }

  private failed(file: SloFile, error: Error): SloFile {
    const time = this.options.now();
    const failures = file.failures + 1;
    return {
      ...file,
      state: 'failed',
      error: error.message,
      failures,
      checkedAt: time,
      nextCheckAt: time + backOff(failures, RETRY_AFTER, RETRY_AT_LEAST_EVERY),
    };
  }
}
