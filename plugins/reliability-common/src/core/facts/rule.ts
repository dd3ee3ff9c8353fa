import { createExpressionCompiler, Expression } from './expression';
import { FactDefinition } from './facts';
import { READINESS } from './readinessCatalogue';

/**
 * What is wrong with a definition; `path` is relative to the scorecard or checklist, for instance
 * `checks[3].pass`.
 *
 * @public
 */
export interface DefinitionProblem {
  readonly path: string;
  readonly message: string;
}

/** What rules may speak of beside the facts themselves. */
export interface RuleVocabulary {
  readonly catalogue: readonly FactDefinition[];
  /** Ids that `tier.id` may be compared with. */
  readonly tierIds: readonly string[];
  /** Ids of checklists; absent: any. */
  readonly checklistIds?: readonly string[];
}

/** Compiles the rule at a path of a definition; where it cannot, the reason is added to `problems`. */
export type RuleCompiler = (
  source: string,
  path: string,
  problems: DefinitionProblem[],
) => Expression | undefined;

/** Names in the rule that are not configured: a typing error, not a rule. */
function unknownNames(
  expression: Expression,
  { tierIds, checklistIds }: RuleVocabulary,
) {
  const named = [
    ...expression
      .textsComparedWith('tier.id')
      .map(found => ({ ...found, what: 'tier', known: tierIds })),
    ...expression.paths
      .filter(({ segments }) => segments[0] === READINESS && segments[1])
      .map(({ segments, start }) => ({
        text: segments[1],
        start,
        what: 'checklist',
        known: checklistIds ?? [segments[1]],
      })),
  ];
  return named.filter(({ text, known }) => !known.includes(text));
}

/** A compiler of rules that also knows the tiers and checklists that are configured. */
export function createRuleCompiler(vocabulary: RuleVocabulary): RuleCompiler {
  const compile = createExpressionCompiler(vocabulary.catalogue);
  return (source, path, problems) => {
    const compiled = compile(source);
    if (compiled.kind === 'error') {
      const { column, message } = compiled.error;
      problems.push({ path, message: `column ${column}: ${message}` });
      return undefined;
    }
    const { expression } = compiled;
    for (const { text, start, what, known } of unknownNames(
      expression,
      vocabulary,
    )) {
      const expected =
        known.length > 0
          ? `expected one of ${known.join(', ')}`
          : 'there is none';
      problems.push({
        path,
        message: `column ${start + 1}: unknown ${what} "${text}", ${expected}`,
      });
    }
    return expression;
  };
}

/** The members of a list that are there before, with their places. */
export const duplicates = (ids: readonly string[]) =>
  ids
    .map((id, index) => ({ id, index }))
    .filter(({ id, index }) => ids.indexOf(id) !== index);
