import { InputError } from '@backstage/errors';
import {
  createFollowUpRequestSchema,
  patchFollowUpRequestSchema,
  Ticket,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { ownerAsked, requireLink, timeAsked } from './fieldsAsked';
import { FollowUpEdits, StoredFollowUp } from './followUpRow';

export type CreateFollowUpCommand = z.output<
  typeof createFollowUpRequestSchema
>;
export type PatchFollowUpCommand = z.output<typeof patchFollowUpRequestSchema>;

/** Who changes something, and when. */
export interface Author {
  /** Entity reference of a user, or the name of a machine. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What only the provider of a follow-up says. */
const PROVIDED = ['title', 'status', 'ticket'] as const;

function ticketOf(given: CreateFollowUpCommand['ticket']): Ticket | undefined {
  if (given === null) return undefined;
  const { system, key, url } = given;
  requireLink('ticket.url', url);
  return { system, key, ...(url !== null && { url }) };
}

const ownerOf = (given: string | null) =>
  given === null || given === '' ? undefined : ownerAsked('owner', given);

/** A follow-up as somebody asks for it, without its id and what it contradicts. */
export const followUpAsked = ({
  title,
  owner,
  dueAt,
  ticket,
}: CreateFollowUpCommand) => ({
  title,
  owner: ownerOf(owner),
  dueAt: timeAsked(dueAt) ?? undefined,
  ticket: ticketOf(ticket),
});

/**
 * Whether a follow-up is the one that somebody asks for: sent twice, it is one.
 *
 * @param asked - by `followUpAsked`
 */
export const isSameFollowUp = (
  followUp: StoredFollowUp,
  asked: ReturnType<typeof followUpAsked>,
): boolean =>
  followUp.origin === 'person' &&
  followUp.title === asked.title &&
  followUp.owner === asked.owner &&
  followUp.dueAt === asked.dueAt &&
  JSON.stringify(followUp.ticket) === JSON.stringify(asked.ticket);

/** What people set, with what is new; the same again is nothing new. */
function editsOf(
  before: FollowUpEdits,
  changed: { owner?: string | null; dueAt?: number | null },
  author: Author,
): FollowUpEdits {
  const fields = (['owner', 'dueAt'] as const).filter(field => {
    const value = changed[field];
    return value !== undefined && value !== before[field]?.value;
  });
  return {
    ...before,
    ...Object.fromEntries(
      fields.map(field => [field, { value: changed[field], ...author }]),
    ),
  };
}

/**
 * A follow-up after a change.
 *
 * @throws InputError, with the field, for what its provider alone says and for a wrong value
 */
export function changedFollowUp(
  before: StoredFollowUp,
  command: PatchFollowUpCommand,
  author: Author,
): StoredFollowUp {
  const provided = PROVIDED.find(field => command[field] !== undefined);
  if (before.origin === 'provider' && provided) {
    throw new InputError(
      `${provided}: comes from the provider; change it there`,
    );
  }
  const { title, status = before.status, owner, contradicts } = command;
  const dueAt = timeAsked(command.dueAt);
  const ownerGiven = owner === undefined ? undefined : ownerOf(owner) ?? null;
  const isDone = status === 'done';
  return {
    ...before,
    ...(title !== undefined && { title }),
    status,
    doneAt: isDone ? before.doneAt ?? author.at : undefined,
    ...(ownerGiven !== undefined && { owner: ownerGiven ?? undefined }),
    ...(dueAt !== undefined && { dueAt: dueAt ?? undefined }),
    ...(command.ticket !== undefined && { ticket: ticketOf(command.ticket) }),
    ...(contradicts !== undefined && {
      contradicts: contradicts ?? undefined,
    }),
    edits:
      before.origin === 'provider'
        ? editsOf(before.edits, { owner: ownerGiven, dueAt }, author)
        : before.edits,
  };
}
