import {
  emptyRoots,
  factCatalogue,
  FactDefinition,
  FactPath,
  fingerprint,
  integerFacts,
} from '../facts';
import {
  createRuleCompiler,
  DefinitionProblem,
  duplicates,
  RuleCompiler,
} from '../facts/rule';
import {
  CheckDefinition,
  CompiledCheck,
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
  /** Ids of the checklists that rules may name; absent: any. */
  readonly checklistIds?: readonly string[];
}

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

function compileCheck(
  definition: CheckDefinition,
  at: string,
  context: {
    levels: readonly LevelDefinition[];
    compile: RuleCompiler;
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
  const { compile } = context;
  const when =
    definition.when === undefined
      ? undefined
      : compile(definition.when, `${at}.when`, problems);
  const pass = compile(definition.pass, `${at}.pass`, problems);
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
  const compile = createRuleCompiler({
    catalogue,
    tierIds: [...tiers.map(({ id }) => id), UNTIERED],
    checklistIds: options.checklistIds,
  });
  const problems = ladderProblems(definition);
  const checks = definition.checks.map((check, index) =>
    compileCheck(
      check,
      `checks[${index}]`,
      { levels: definition.levels, compile },
      problems,
    ),
  );
  if (problems.length > 0) return { kind: 'error', problems };
  const paths = pathsOf(checks as CompiledCheck[]);
  return {
    kind: 'ok',
    scorecard: {
      definition,
      checks: checks as CompiledCheck[],
      paths,
      read: new Set(paths.map(({ segments }) => segments[0])),
      integers: integerFacts(catalogue, paths),
      roots: emptyRoots(catalogue),
      hash: fingerprint([
        ENGINE_VERSION,
        definition,
        tiers,
        exemptions.filter(({ scorecard }) => scorecard === definition.id),
      ]),
    },
  };
}
