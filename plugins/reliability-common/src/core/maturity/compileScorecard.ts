import {
  createExpressionCompiler,
  Expression,
  ExpressionCompiler,
} from './expression';
import { factCatalogue } from './factCatalogue';
import { integerFacts } from './factContext';
import { FactPath } from './factPath';
import { FactDefinition } from './facts';
import { fingerprint } from './fingerprint';
import {
  CheckDefinition,
  CompiledCheck,
  DefinitionProblem,
  Exemption,
  LevelDefinition,
  ScorecardCompilation,
  ScorecardDefinition,
} from './scorecard';
import { Tier, UNTIERED } from '../tier';

/** Options of {@link compileScorecard}. @public */
export interface CompileOptions {
  readonly tiers: readonly Tier[];
  /** Exemptions in force; they are part of the rules and so of the hash. */
  readonly exemptions?: readonly Exemption[];
  readonly catalogue?: readonly FactDefinition[];
}

const duplicates = (ids: readonly string[]) =>
  ids
    .map((id, index) => ({ id, index }))
    .filter(({ id, index }) => ids.indexOf(id) !== index);

function ladderProblems(definition: ScorecardDefinition): DefinitionProblem[] {
  const { levels, checks } = definition;
  const problems: DefinitionProblem[] = [];
  for (const { id, index } of duplicates(levels.map(level => level.id))) {
    problems.push({
      path: `levels[${index}].id`,
      message: `"${id}" is used twice`,
    });
  }
  for (const { id, index } of duplicates(checks.map(check => check.id))) {
    problems.push({
      path: `checks[${index}].id`,
      message: `"${id}" is used twice`,
    });
  }
  levels.forEach((level, index) => {
    const used = checks.some(check => check.level === level.id);
    if (!used && level.minScore === undefined) {
      problems.push({
        path: `levels[${index}]`,
        message: `level "${level.id}" has no checks and no minScore, so it could never be attained`,
      });
    }
  });
  return problems;
}

/** A tier that is not configured is a typing error, not a rule. */
function tierProblems(
  expression: Expression,
  path: string,
  tiers: readonly Tier[],
): DefinitionProblem[] {
  const known = [...tiers.map(tier => tier.id), UNTIERED];
  return expression
    .textsComparedWith('tier.id')
    .filter(({ text }) => !known.includes(text))
    .map(({ text, start }) => ({
      path,
      message: `column ${
        start + 1
      }: unknown tier "${text}", expected one of ${known.join(', ')}`,
    }));
}

function compileCheck(
  definition: CheckDefinition,
  at: string,
  context: {
    levels: readonly LevelDefinition[];
    compile: ExpressionCompiler;
    tiers: readonly Tier[];
  },
  problems: DefinitionProblem[],
): CompiledCheck | undefined {
  const levelIndex = context.levels.findIndex(
    level => level.id === definition.level,
  );
  if (levelIndex < 0) {
    const known = context.levels.map(level => level.id).join(', ');
    problems.push({
      path: `${at}.level`,
      message: `unknown level "${definition.level}", expected one of ${known}`,
    });
  }
  const expressionOf = (key: 'when' | 'pass', source: string) => {
    const path = `${at}.${key}`;
    const compiled = context.compile(source);
    if (compiled.kind === 'ok') {
      const { expression } = compiled;
      problems.push(...tierProblems(expression, path, context.tiers));
      return expression;
    }
    const { column, message } = compiled.error;
    problems.push({ path, message: `column ${column}: ${message}` });
    return undefined;
  };
  const when =
    definition.when === undefined
      ? undefined
      : expressionOf('when', definition.when);
  const pass = expressionOf('pass', definition.pass);
  if (!pass) return undefined;
  const { level, weight, enforceFrom, planned } = definition;
  return {
    definition,
    levelIndex,
    when,
    pass,
    enforceFrom:
      enforceFrom === undefined ? undefined : Date.parse(enforceFrom),
    ruleHash: fingerprint([
      level,
      weight,
      definition.when,
      definition.pass,
      enforceFrom,
      planned,
    ]),
  };
}

/** Kept in every report: history tells a changed contract from a move to another tier by it. */
const tierId: FactPath = {
  segments: ['tier', 'id'],
  text: 'tier.id',
  start: 0,
};

function pathsOf(checks: readonly CompiledCheck[]): FactPath[] {
  const all = [tierId].concat(
    checks.flatMap(check => [
      ...(check.when?.paths ?? []),
      ...check.pass.paths,
    ]),
  );
  return [...new Map(all.map(path => [path.text, path])).values()];
}

/** Raised when the same rules and facts come to another result, so that stored reports are made anew. */
const ENGINE_VERSION = 1;

/** Checks and compiles a definition; reports every problem, not only the first. @public */
export function compileScorecard(
  definition: ScorecardDefinition,
  options: CompileOptions,
): ScorecardCompilation {
  const { tiers, exemptions = [], catalogue = factCatalogue } = options;
  const compile = createExpressionCompiler(catalogue);
  const problems = ladderProblems(definition);
  const checks = definition.checks.map((check, index) =>
    compileCheck(
      check,
      `checks[${index}]`,
      { levels: definition.levels, compile, tiers },
      problems,
    ),
  );
  if (problems.length > 0) return { kind: 'error', problems };
  return {
    kind: 'ok',
    scorecard: {
      definition,
      checks: checks as CompiledCheck[],
      paths: pathsOf(checks as CompiledCheck[]),
      integers: integerFacts(catalogue),
      roots: catalogue.map(fact => fact.key).filter(key => !key.includes('.')),
      hash: fingerprint([
        ENGINE_VERSION,
        definition,
        tiers,
        exemptions.filter(({ scorecard }) => scorecard === definition.id),
      ]),
    },
  };
}
