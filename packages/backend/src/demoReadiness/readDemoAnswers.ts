import { InputError } from '@backstage/errors';
import { parse } from 'yaml';

/** Somebody doubts an answer. */
export interface DemoDoubt {
  readonly by: string;
  readonly reason: string;
}

/** A phase for which a review was asked, and what became of it; without `decision` it is open. */
export interface DemoReview {
  readonly phase: string;
  readonly note?: string;
  /** Absent: the first author. */
  readonly by?: string;
  readonly decision?: 'approve' | 'return';
  readonly reviewer?: string;
  readonly comment?: string;
  /** By item id. */
  readonly comments?: Record<string, string>;
}

/** What one team answered about one service; people by their names. */
export interface DemoProfile {
  readonly service: string;
  readonly authors: readonly string[];
  /** How long ago, ISO 8601; the answers lie within the three weeks before. */
  readonly age: string;
  /** Ids of items, phases or categories. */
  readonly yes?: 'all' | readonly string[];
  /** Of `yes`, what was left unanswered. */
  readonly except?: readonly string[];
  /** Notes by item id. */
  readonly no?: Record<string, string>;
  /** Reasons by item id. */
  readonly 'not-applicable'?: Record<string, string>;
  /** In place of the usual notes. */
  readonly notes?: Record<string, string>;
  /** In place of `age`, to the day. */
  readonly ages?: Record<string, string>;
  readonly doubts?: Record<string, DemoDoubt>;
  readonly reviews?: readonly DemoReview[];
}

/** The whole file. */
export interface DemoAnswers {
  readonly checklist: string;
  /** Title and place of the usual evidence, by item id. */
  readonly evidence: Record<string, readonly [title: string, place: string]>;
  /** Usual notes, by item id. */
  readonly notes: Record<string, string>;
  readonly services: readonly DemoProfile[];
}

/** @throws InputError when the text is not of that shape */
export function readDemoAnswers(text: string): DemoAnswers {
  const file = parse(text);
  if (typeof file?.checklist !== 'string' || !Array.isArray(file.services)) {
    throw new InputError('The demo answers name no checklist or no services');
  }
  return { evidence: {}, notes: {}, ...file };
}
