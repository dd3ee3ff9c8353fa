import {
  Answer,
  AnswerRecord,
  assessChecklist,
  ChecklistAssessment,
  ChecklistDefinition,
  ChecklistItem,
  compileChecklist,
  CompiledChecklist,
  defaultTiers,
  dossierItems,
  DossierItem,
  Facts,
} from '../core';
import { DAY, NOW, serviceFacts } from './facts';

/** An item that people answer, with some of it changed. */
export function itemOf(changed: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id: 'item',
    title: 'It is so',
    category: 'general',
    phase: 'design',
    required: true,
    verify: 'manual',
    evidence: 'optional',
    weight: 1,
    ...changed,
  };
}

/** A checklist of two phases. */
export function checklistOf(
  items: readonly ChecklistItem[],
  changed: Partial<ChecklistDefinition> = {},
): ChecklistDefinition {
  return {
    id: 'launch',
    title: 'Launch',
    phases: [
      { id: 'design', title: 'Design' },
      { id: 'live', title: 'Live' },
    ],
    warnBefore: 'P14D',
    signOff: { reviewer: 'not-an-author', reviewerByTier: {} },
    items: [...items],
    ...changed,
  };
}

/** The problems of a checklist, as `path: message`. */
export function checklistProblemsOf(definition: ChecklistDefinition): string[] {
  const result = compileChecklist(definition, { tiers: defaultTiers });
  return result.kind === 'ok'
    ? []
    : result.problems.map(({ path, message }) => `${path}: ${message}`);
}

/** Compiles, and throws every problem where there are any. */
export function compiledChecklist(
  items: readonly ChecklistItem[],
  changed: Partial<ChecklistDefinition> = {},
): CompiledChecklist {
  const definition = checklistOf(items, changed);
  const result = compileChecklist(definition, { tiers: defaultTiers });
  if (result.kind === 'ok') return result.checklist;
  throw new Error(checklistProblemsOf(definition).join());
}

/** A `yes` of yesterday, with some of it changed. */
export function answerOf(changed: Partial<Answer> = {}): Answer {
  return {
    value: 'yes',
    note: '',
    evidence: [],
    by: 'user:default/ada',
    at: NOW - DAY,
    ...changed,
  };
}

/** A link that was added with the answer. */
export const proof = {
  title: 'Report',
  url: 'https://example.com/report',
  addedAt: NOW - DAY,
  addedBy: 'user:default/ada',
};

/** A doubt of an hour ago. */
export const doubt = {
  reason: 'It was never tried',
  by: 'user:default/bob',
  at: NOW - DAY / 24,
};

/** What a checklist with answers comes to; the service is the perfect one of tier 1. */
export function readinessOf(
  checklist: CompiledChecklist,
  answers: Readonly<Record<string, AnswerRecord>> = {},
  {
    facts = serviceFacts(),
    tierId = 'tier-1',
    now = NOW,
  }: { facts?: Facts; tierId?: string; now?: number } = {},
): ChecklistAssessment {
  const input = { facts, tierId, answers: new Map(Object.entries(answers)) };
  return assessChecklist(input, checklist, now);
}

/** The items of the phase `design` as a dossier freezes them. */
export function frozen(
  items: readonly ChecklistItem[],
  answers: Readonly<Record<string, AnswerRecord>> = {},
  now: number = NOW,
): DossierItem[] {
  const checklist = compiledChecklist(items);
  const assessment = readinessOf(checklist, answers, { now });
  const stored = new Map(Object.entries(answers));
  return dossierItems(checklist, assessment, stored, 'design');
}
