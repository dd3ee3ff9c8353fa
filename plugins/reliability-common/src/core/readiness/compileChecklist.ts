import { Duration } from 'luxon';
import {
  emptyRoots,
  Expression,
  factCatalogue,
  FactDefinition,
  fingerprint,
  integerFacts,
} from '../facts';
import { READINESS } from '../facts/readinessCatalogue';
import {
  createRuleCompiler,
  DefinitionProblem,
  RuleCompiler,
} from '../facts/rule';
import { Tier, UNTIERED } from '../tier';
import {
  ChecklistCategory,
  ChecklistCompilation,
  ChecklistDefinition,
  ChecklistItem,
  CompiledItem,
  MANUAL,
} from './checklist';
import { definitionProblems } from './definitionProblems';

/** Options of {@link compileChecklist}. @public */
export interface ChecklistOptions {
  readonly tiers: readonly Tier[];
  readonly catalogue?: readonly FactDefinition[];
}

/** Raised when the same definition and answers come to another result. */
const ENGINE_VERSION = 1;

/** A hash of what decides what an answer means; a moved or reweighed item keeps it. @public */
export function itemHashOf(definition: ChecklistItem): string {
  const { id, title, phase, why, how, required, verify, evidence, expires } =
    definition;
  return fingerprint([
    id,
    title,
    phase,
    why,
    how,
    required,
    verify,
    evidence,
    expires,
  ]);
}

function compileItem(
  definition: ChecklistItem,
  at: string,
  compile: RuleCompiler,
  problems: DefinitionProblem[],
): CompiledItem {
  const { required, verify } = definition;
  return {
    definition,
    required:
      typeof required === 'boolean'
        ? required
        : compile(required, `${at}.required`, problems) ?? true,
    verify:
      verify === MANUAL ? undefined : compile(verify, `${at}.verify`, problems),
    itemHash: itemHashOf(definition),
  };
}

/** Readiness facts come from checklists: a rule of one that read them would wait for itself. */
function withoutCircles(compile: RuleCompiler): RuleCompiler {
  return (source, path, problems) => {
    const expression = compile(source, path, problems);
    const circle = expression?.paths.find(
      ({ segments }) => segments[0] === READINESS,
    );
    if (!circle) return expression;
    problems.push({
      path,
      message: `column ${
        circle.start + 1
      }: a checklist cannot read ${READINESS} facts, which come from checklists`,
    });
    return undefined;
  };
}

function categoriesOf(definition: ChecklistDefinition): ChecklistCategory[] {
  const named = definition.items.map(({ category }) => category);
  return (
    definition.categories ?? [...new Set(named)].map(id => ({ id, title: id }))
  );
}

const currentIdsOf = (items: readonly ChecklistItem[]) =>
  new Map(
    items.flatMap(({ id, formerly = [] }) =>
      [id, ...formerly].map(each => [each, id] as const),
    ),
  );

/** Checks and compiles a definition; reports every problem, not only the first. @public */
export function compileChecklist(
  definition: ChecklistDefinition,
  options: ChecklistOptions,
): ChecklistCompilation {
  const { tiers, catalogue = factCatalogue } = options;
  const tierIds = [...tiers.map(({ id }) => id), UNTIERED];
  const compile = withoutCircles(createRuleCompiler({ catalogue, tierIds }));
  const problems = definitionProblems(definition, tierIds);
  const when =
    definition.when === undefined
      ? undefined
      : compile(definition.when, 'when', problems);
  const items = definition.items.map((item, index) =>
    compileItem(item, `items[${index}]`, compile, problems),
  );
  if (problems.length > 0) return { kind: 'error', problems };
  const expressions = [
    when,
    ...items.flatMap(({ required, verify }) => [required, verify]),
  ].filter((rule): rule is Expression => typeof rule === 'object');
  const paths = expressions.flatMap(rule => rule.paths);
  return {
    kind: 'ok',
    checklist: {
      definition,
      categories: categoriesOf(definition),
      when,
      items,
      warnBeforeMs: Duration.fromISO(definition.warnBefore).toMillis(),
      currentIds: currentIdsOf(definition.items),
      paths: [...new Map(paths.map(path => [path.text, path])).values()],
      integers: integerFacts(catalogue, paths),
      roots: emptyRoots(catalogue),
      hash: fingerprint([ENGINE_VERSION, definition, tiers]),
    },
  };
}
