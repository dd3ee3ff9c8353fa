import { Expression, FactPath, IntegerFacts } from '../facts';
import { DefinitionProblem } from '../facts/rule';

/**
 * Who may decide on a review. `not-an-author`: neither the requester nor the author of an answer of the
 * phase; `not-the-requester`: anyone else; `anyone`: also the requester.
 *
 * @public
 */
export type ReviewerRule = 'not-an-author' | 'not-the-requester' | 'anyone';

/** Whether a `yes` needs evidence. @public */
export type EvidenceRule = 'required' | 'optional' | 'none';

/** The `verify` of an item that people answer. @public */
export const MANUAL = 'manual';

/** A stage in the life of a service; a checklist is signed off phase by phase. @public */
export interface ChecklistPhase {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** A heading under which items stand. @public */
export interface ChecklistCategory {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

// The arrays of a definition are not readonly, because the responses of the API hold definitions as they are.

/** A claim about a service that is true or not. @public */
export interface ChecklistItem {
  readonly id: string;
  /** Earlier ids, whose answers this item takes over. */
  readonly formerly?: string[];
  readonly title: string;
  readonly category: string;
  readonly phase: string;
  /** Markdown: what goes wrong without it. */
  readonly why?: string;
  /** Markdown: what to do, and what counts as evidence. */
  readonly how?: string;
  readonly links?: { title: string; url: string }[];
  /** Or a CEL rule over facts, so that the tier decides. */
  readonly required: boolean | string;
  /** `manual`, or a CEL rule over facts that answers the item. */
  readonly verify: string;
  readonly evidence: EvidenceRule;
  /** How long an answer holds: an ISO 8601 duration, or one by tier id with `default` for the others. */
  readonly expires?: string | Record<string, string>;
  /** Share in the progress. */
  readonly weight: number;
}

/** A checklist as configured. @public */
export interface ChecklistDefinition {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** CEL; the services that it is for. */
  readonly when?: string;
  readonly phases: ChecklistPhase[];
  /** Titles and order; absent: as the items name them. */
  readonly categories?: ChecklistCategory[];
  /** ISO 8601 duration: how long before its end an answer is shown as expiring. */
  readonly warnBefore: string;
  readonly signOff: {
    readonly reviewer: ReviewerRule;
    readonly reviewerByTier: Record<string, ReviewerRule>;
  };
  readonly items: ChecklistItem[];
}

/** An item ready to assess. @public */
export interface CompiledItem {
  readonly definition: ChecklistItem;
  readonly required: boolean | Expression;
  /** Absent: answered by hand. */
  readonly verify?: Expression;
  /** Changes with whatever decides what an answer means. */
  readonly itemHash: string;
}

/** A checklist ready to assess with. @public */
export interface CompiledChecklist {
  readonly definition: ChecklistDefinition;
  /** As configured, or as the items name them. */
  readonly categories: readonly ChecklistCategory[];
  readonly when?: Expression;
  readonly items: readonly CompiledItem[];
  /** Milliseconds. */
  readonly warnBeforeMs: number;
  /** The id of an item by every id that it has or had. */
  readonly currentIds: ReadonlyMap<string, string>;
  /** Every fact that any rule of it reads. */
  readonly paths: readonly FactPath[];
  /** Which facts are integers, and the roots that exist without any facts, for building a context. */
  readonly integers: IntegerFacts;
  readonly roots: readonly string[];
  /** Changes with the definition or with a tier contract. */
  readonly hash: string;
}

/** @public */
export type ChecklistCompilation =
  | { readonly kind: 'ok'; readonly checklist: CompiledChecklist }
  | { readonly kind: 'error'; readonly problems: readonly DefinitionProblem[] };
