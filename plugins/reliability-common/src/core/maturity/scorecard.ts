import {
  createExpressionCompiler,
  Expression,
  ExpressionCompiler,
} from './expression';
import { factCatalogue } from './factCatalogue';
import { integerPaths } from './factContext';
import { FactPath } from './factPath';
import { FactDefinition } from './facts';
import { fingerprint } from './fingerprint';
import { Tier } from '../tier';

/** One rung of the ladder; the first of a scorecard is the lowest. @public */
export interface LevelDefinition {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Percent of the score that the level needs beside its checks; for rubrics that count points. */
  readonly minScore?: number;
}

/** A rule over facts. @public */
export interface CheckDefinition {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly dimension: string;
  /** Share in the score; 0 counts for the level only. */
  readonly weight: number;
  /** CEL; where it is false the check is not applicable. */
  readonly when?: string;
  /** CEL; true passes. */
  readonly pass: string;
  /** Markdown: why it matters. */
  readonly why?: string;
  /** Markdown: what to do. */
  readonly fix?: string;
  /** RFC 3339 date from which the check counts; before it, it is shown only. */
  readonly enforceFrom?: string;
  /** Shown, never counted. */
  readonly planned?: boolean;
}

/** Checks grouped into levels. `filter` is a Backstage filter predicate over entities. @public */
export interface ScorecardDefinition {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly filter?: unknown;
  readonly levels: readonly LevelDefinition[];
  readonly checks: readonly CheckDefinition[];
}

/** A dated, approved permission to fail one check. @public */
export interface Exemption {
  readonly scorecard: string;
  readonly check: string;
  readonly entityRef: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** RFC 3339 date at which it ends. */
  readonly until: string;
}

/** A check ready to run. */
export interface CompiledCheck {
  readonly definition: CheckDefinition;
  readonly levelIndex: number;
  readonly when?: Expression;
  readonly pass: Expression;
  /** Milliseconds since the epoch. */
  readonly enforceFrom?: number;
  /** Changes when anything changes that decides the outcome or its share in the score. */
  readonly ruleHash: string;
}

/** A scorecard ready to assess with. */
export interface CompiledScorecard {
  readonly definition: ScorecardDefinition;
  readonly checks: readonly CompiledCheck[];
  /** Every fact that any check reads. */
  readonly paths: readonly FactPath[];
  /** Which facts are integers, and the roots that always exist, for building a context. */
  readonly integers: readonly string[][];
  readonly roots: readonly string[];
  /** Changes with the definition or with a tier contract. */
  readonly hash: string;
}

/** What is wrong with a definition; `path` is relative to the scorecard, for instance `checks[3].pass`. */
export interface DefinitionProblem {
  readonly path: string;
  readonly message: string;
}

export type ScorecardCompilation =
  | { readonly kind: 'ok'; readonly scorecard: CompiledScorecard }
  | { readonly kind: 'error'; readonly problems: readonly DefinitionProblem[] };

/** Options of {@link compileScorecard}. */
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

/** An id in quotes after `tier.id ==` that names no tier is a typing error, not a rule. */
function tierProblems(
  source: string,
  path: string,
  tiers: readonly Tier[],
): DefinitionProblem[] {
  const known = [...tiers.map(tier => tier.id), 'untiered'];
  return [...source.matchAll(/tier\.id\s*(?:==|!=)\s*(?:"([^"]*)"|'([^']*)')/g)]
    .filter(match => !known.includes(match[1] ?? match[2]))
    .map(match => ({
      path,
      message: `column ${match.index + 1}: unknown tier "${
        match[1] ?? match[2]
      }", expected one of ${known.join(', ')}`,
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
    problems.push(...tierProblems(source, `${at}.${key}`, context.tiers));
    const compiled = context.compile(source);
    if (compiled.kind === 'ok') return compiled.expression;
    const { column, message } = compiled.error;
    problems.push({
      path: `${at}.${key}`,
      message: `column ${column}: ${message}`,
    });
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

/** Checks and compiles a definition; reports every problem, not only the first. */
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
      integers: integerPaths(catalogue),
      roots: [...new Set(catalogue.map(fact => fact.key.split('.')[0]))],
      hash: fingerprint([
        ENGINE_VERSION,
        definition,
        tiers,
        exemptions.filter(({ scorecard }) => scorecard === definition.id),
      ]),
    },
  };
}
