import { ConflictError, InputError } from '@backstage/errors';
import {
  PostmortemTemplateSection,
  postmortemStatusRequestSchema,
  putPostmortemRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { isoTime } from '../database/dates';
import { requireLink } from './fieldsAsked';
import { Author } from './followUpChange';
import { missingIn } from './postmortemTexts';
import { SectionText, StoredPostmortem } from './PostmortemStore';

export type PutPostmortemCommand = z.output<typeof putPostmortemRequestSchema>;
export type PostmortemStatusCommand = z.output<
  typeof postmortemStatusRequestSchema
>;

/** What a change of a postmortem is judged by. */
export interface PostmortemRules {
  readonly template: readonly PostmortemTemplateSection[];
  readonly reviewBySomebodyElse: boolean;
}

/** @throws ConflictError, with who changed it and when, when it is another version than was read */
export function requireVersion(
  before: StoredPostmortem | undefined,
  version: number,
): void {
  if ((before?.version ?? 0) === version) return;
  const what = before
    ? `it was last changed by ${
        before.updatedBy ?? 'its provider'
      } at ${isoTime(before.updatedAt)} (version ${
        before.version
      }, you have ${version})`
    : `nobody has begun it (you have version ${version})`;
  throw new ConflictError(
    `The postmortem was changed since you read it: ${what}`,
  );
}

/** Texts by section in the order of the template; those of sections that it no longer has stay at the end. */
function sectionsAsked(
  { sections }: PutPostmortemCommand,
  before: StoredPostmortem | undefined,
  template: PostmortemRules['template'],
): SectionText[] {
  const ids = [
    ...template.map(({ id }) => id),
    ...(before?.sections ?? []).map(({ id }) => id),
  ];
  sections.forEach(({ id }, index) => {
    if (!ids.includes(id)) {
      throw new InputError(
        `sections[${index}].id: there is no section "${id}", only ${template
          .map(section => section.id)
          .join(', ')}`,
      );
    }
    if (sections.findIndex(other => other.id === id) !== index) {
      throw new InputError(`sections[${index}].id: "${id}" is there twice`);
    }
  });
  return [...new Set(ids)].flatMap(
    id => sections.find(section => section.id === id) ?? [],
  );
}

const isSame = (
  before: StoredPostmortem,
  { title, url }: PutPostmortemCommand,
  sections: readonly SectionText[],
) =>
  before.title === title &&
  (before.url ?? null) === url &&
  JSON.stringify(before.sections) === JSON.stringify(sections);

/** Whether somebody sends what they wrote last once more, as after a reply that got lost. */
const isRepeated = (
  before: StoredPostmortem,
  version: number,
  { by }: Author,
) => before.version === version + 1 && before.updatedBy === by;

/**
 * A postmortem after somebody wrote it; the very same object where that changes nothing. One that the provider
 * reported begins anew.
 *
 * @throws ConflictError when it was changed since it was read, or is published
 * @throws InputError that names the field
 */
export function writtenPostmortem(
  incidentId: string,
  before: StoredPostmortem | undefined,
  command: PutPostmortemCommand,
  context: PostmortemRules & { readonly author: Author },
): StoredPostmortem {
  const { author, template } = context;
  const { title, url, version } = command;
  requireLink('url', url);
  if (url !== null && command.sections.length > 0) {
    throw new InputError(
      'sections: a postmortem that is kept elsewhere has none here',
    );
  }
  const sections = sectionsAsked(command, before, template);
  const same = before && isSame(before, command, sections);
  if (same && isRepeated(before, version, author)) return before;
  requireVersion(before, version);
  const own = before?.source === 'provider' ? undefined : before;
  if (own?.status === 'published') {
    throw new ConflictError(
      'The postmortem is published; take it back to draft before you change it',
    );
  }
  if (same && own) return own;
  return {
    incidentId,
    source: url === null ? 'portal' : 'link',
    status: own?.status ?? 'draft',
    title,
    url: url ?? undefined,
    sections,
    version: version + 1,
    author: own?.author ?? author.by,
    createdAt: own?.createdAt ?? author.at,
    updatedBy: author.by,
    updatedAt: author.at,
  };
}

function requireFilled(
  before: StoredPostmortem,
  template: PostmortemRules['template'],
): void {
  const missing = missingIn(before, template);
  const titles = template
    .filter(({ id }) => missing.includes(id))
    .map(section => section.title);
  if (titles.length > 0) {
    throw new InputError(`status: still empty: ${titles.join(', ')}`);
  }
}

/**
 * A postmortem after it was sent to review, published or taken back; the very same object where it is there
 * already.
 *
 * @throws ConflictError when it was changed since it was read
 * @throws InputError when the step is not possible
 */
export function movedPostmortem(
  before: StoredPostmortem | undefined,
  { version, status }: PostmortemStatusCommand,
  context: PostmortemRules & { readonly author: Author },
): StoredPostmortem {
  const { author, template, reviewBySomebodyElse } = context;
  if (before?.status === status && isRepeated(before, version, author)) {
    return before;
  }
  requireVersion(before, version);
  if (!before) throw new InputError('version: nobody has begun it');
  if (before.source === 'provider') {
    throw new InputError('status: comes from the provider; change it there');
  }
  if (before.status === status) return before;
  if (status !== 'draft') requireFilled(before, template);
  if (status === 'in-review' && before.status === 'published') {
    throw new InputError(
      'status: it is published; take it back to draft first',
    );
  }
  if (status === 'published') {
    if (before.status !== 'in-review') {
      throw new InputError('status: it has to be in review first');
    }
    if (reviewBySomebodyElse && before.author === author.by) {
      throw new InputError(
        'status: you wrote it; somebody else has to read and publish it',
      );
    }
  }
  const isPublished = status === 'published';
  return {
    ...before,
    status,
    version: version + 1,
    updatedBy: author.by,
    updatedAt: author.at,
    reviewer: isPublished ? author.by : undefined,
    publishedAt: isPublished ? author.at : undefined,
  };
}
