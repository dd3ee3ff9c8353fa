import {
  ReaderFactory,
  ReadUrlResponseFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import {
  createServiceFactory,
  resolvePackagePath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readStory } from './story';
import { DAY } from './traffic';

const HOST = 'git.kittiwake.example';
const FILE = /^\/[a-z]+\/([a-z-]+)\/([a-z-]+)\.yaml$/;

/** A file of a repository has a name of its own in our folder: `slo.yaml` of `refunds` is `refunds.yaml`. */
export function nameOnDisk(url: string): string | undefined {
  const [, repository, name] = FILE.exec(new URL(url).pathname) ?? [];
  if (!repository) return undefined;
  return name === 'slo' ? `${repository}.yaml` : `${repository}.${name}.yaml`;
}

/** Dates of reviews are written as ages, so that the demo company does not grow old. */
export const datesFromAges = (text: string, since: number): string =>
  text.replace(/\b(\d+) days ago$/gm, (_, days) =>
    new Date(since - Number(days) * DAY).toISOString().slice(0, 10),
  );

/** Stands for the git server of the demo company: gives out the SLO files of its repositories. */
export function createDemoGitReader(
  folder: string,
  since: number,
): UrlReaderService {
  const read = async (url: string) => {
    const name = nameOnDisk(url);
    const text =
      name &&
      (await readFile(join(folder, name), 'utf8').catch(() => undefined));
    if (text === undefined) throw new NotFoundError(`404: ${url}`);
    return datesFromAges(text, since);
  };
  const refuse = async () => {
    throw new Error('The demo git server gives out single files only');
  };
  return {
    readTree: refuse,
    search: refuse,
    async readUrl(url, options) {
      const text = await read(url);
      const etag = String(hashOf(text));
      if (etag === options?.etag) throw new NotModifiedError();
      return ReadUrlResponseFactory.fromReadable(
        Readable.from([Buffer.from(text)]),
        {
          etag,
        },
      );
    },
  };
}

function hashOf(text: string): number {
  return [...text].reduce(
    (hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0,
    7,
  );
}

/** Reads from the host of the demo company what stands in examples/slo; where `demoSlos` is configured. */
const demoGitReader = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  factory() {
    const factory: ReaderFactory = ({ config }) => {
      const story = readStory(config, Date.now());
      if (!story) return [];
      const reader = createDemoGitReader(
        resolvePackagePath('backend', story.files),
        story.since,
      );
      return [{ reader, predicate: ({ host }) => host === HOST }];
    };
    return factory;
  },
});

export default demoGitReader;
