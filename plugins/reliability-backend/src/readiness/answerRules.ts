import { ConflictError, InputError } from '@backstage/errors';
import {
  Answer,
  CompiledItem,
  Evidence,
  putAnswerRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { isoTime } from '../database/dates';
import { StoredAnswer } from './AnswerStore';

/** Which item of which checklist of which service. */
export interface ItemPath {
  readonly entityRef: string;
  readonly checklistId: string;
  readonly itemId: string;
}

/** Body of `PUT …/items/:itemId`, checked. */
export type AnswerCommand = z.output<typeof putAnswerRequestSchema>;

/** @throws InputError for an item that a rule answers */
export function requireManual({ definition, verify }: CompiledItem): void {
  if (verify) {
    throw new InputError(
      `answer: "${definition.title}" is answered by a rule; it can be contested with a reason`,
    );
  }
}

/** Links as they are stored: one that was there already keeps who added it and when. */
export function keepEvidence(
  before: Answer | undefined,
  links: readonly Pick<Evidence, 'title' | 'url'>[],
  { addedAt, addedBy }: Pick<Evidence, 'addedAt' | 'addedBy'>,
): Evidence[] {
  return links.map(({ title, url }) => {
    const known = before?.evidence.find(
      link => link.title === title && link.url === url,
    );
    return known ?? { title, url, addedAt, addedBy };
  });
}

/** What is wrong with the evidence of an answer; undefined: nothing. */
export function evidenceProblem(
  { definition }: CompiledItem,
  {
    answer,
    evidence,
  }: {
    readonly answer: AnswerCommand['answer'];
    readonly evidence: readonly unknown[];
  },
): string | undefined {
  if (definition.evidence === 'none' && evidence.length > 0) {
    return `evidence: "${definition.title}" takes no evidence, only a note`;
  }
  return definition.evidence === 'required' &&
    answer === 'yes' &&
    evidence.length === 0
    ? `evidence: "${definition.title}" needs at least one link to be answered with yes`
    : undefined;
}

/** @throws InputError when evidence is missing, or given where none is taken */
export function requireEvidence(
  item: CompiledItem,
  command: AnswerCommand,
): void {
  const problem = evidenceProblem(item, command);
  if (problem) throw new InputError(problem);
}

function inWords({ answer, contest }: StoredAnswer): string {
  if (contest) return `contested by ${contest.by}: ${contest.reason}`;
  return answer
    ? `answered "${answer.value}" by ${answer.by} at ${isoTime(answer.at)}`
    : 'without an answer';
}

/** @throws ConflictError, with what is there now, when the item was changed since it was read */
export function requireVersion(before: StoredAnswer, version: number): void {
  if (before.version === version) return;
  throw new ConflictError(
    `The item was changed since you read it: it is now ${inWords(
      before,
    )} (version ${before.version}, you have ${version})`,
  );
}
