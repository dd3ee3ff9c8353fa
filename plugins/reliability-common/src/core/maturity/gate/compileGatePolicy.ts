import { emptyRoots, FactPath, integerFacts } from '../../facts';
import { isKnownPath } from '../../facts/factPath';
import {
  createRuleCompiler,
  DefinitionProblem,
  duplicates,
  RuleCompiler,
} from '../../facts/rule';
import { Tier, UNTIERED } from '../../tier';
import { gateCatalogue } from './gateFactCatalogue';
import {
  CompiledGateRule,
  GatePolicy,
  GatePolicyCompilation,
  GateRule,
} from './policy';

const BLANK = /\{([^{}]*)\}/g;

/** A path as an expression would write it; `facts["ci/x"]` included. */
export function gatePathOf(text: string): FactPath {
  const segments = [...text.matchAll(/\["([^"]*)"\]|[^.[\]"]+/g)].map(
    ([whole, key]) => key ?? whole,
  );
  return { segments, text, start: 0 };
}

/** A text with each blank replaced by what stands for its path. */
export const fillBlanks = (
  text: string,
  valueOf: (path: string) => string,
): string => text.replace(BLANK, (_, path: string) => valueOf(path.trim()));

function blanksOf(
  { reason }: GateRule,
  at: string,
  problems: DefinitionProblem[],
): FactPath[] {
  return [...reason.matchAll(BLANK)].flatMap(([, text]) => {
    const path = gatePathOf(text.trim());
    const known = path.segments.length > 0 && isKnownPath(path, gateCatalogue);
    if (known) return [path];
    problems.push({
      path: `${at}.reason`,
      message: `no such fact: {${text}}`,
    });
    return [];
  });
}

function compileRule(
  definition: GateRule,
  index: number,
  compile: RuleCompiler,
  problems: DefinitionProblem[],
): CompiledGateRule | undefined {
  const at = `rules[${index}]`;
  const when = compile(definition.when, `${at}.when`, problems);
  const blanks = blanksOf(definition, at, problems);
  return when && { definition, when, blanks };
}

function tierProblems(
  policy: GatePolicy,
  known: readonly string[],
): DefinitionProblem[] {
  return [
    ...policy.tiers.flatMap((tier, index) =>
      known.includes(tier)
        ? []
        : [
            {
              path: `tiers[${index}]`,
              message: `unknown tier "${tier}", expected one of ${known.join(
                ', ',
              )}`,
            },
          ],
    ),
    ...duplicates(policy.tiers).map(({ id, index }) => ({
      path: `tiers[${index}]`,
      message: `"${id}" is named twice`,
    })),
    ...duplicates(policy.rules.map(({ id }) => id)).map(({ id, index }) => ({
      path: `rules[${index}].id`,
      message: `"${id}" is used twice`,
    })),
  ];
}

/** Checks and compiles a policy; reports every problem, not only the first. @public */
export function compileGatePolicy(
  definition: GatePolicy,
  options: {
    readonly tiers: readonly Tier[];
    /** Ids of the checklists that rules may name; absent: any. */
    readonly checklistIds?: readonly string[];
  },
): GatePolicyCompilation {
  const tierIds = [...options.tiers.map(({ id }) => id), UNTIERED];
  const problems = tierProblems(definition, tierIds);
  const compile = createRuleCompiler({
    catalogue: gateCatalogue,
    tierIds,
    checklistIds: options.checklistIds,
  });
  const rules = definition.rules.flatMap(
    (rule, index) => compileRule(rule, index, compile, problems) ?? [],
  );
  if (problems.length > 0) return { kind: 'error', problems };
  const paths = rules.flatMap(({ when }) => when.paths);
  return {
    kind: 'ok',
    policy: {
      definition,
      rules,
      integers: integerFacts(gateCatalogue, paths),
      roots: emptyRoots(gateCatalogue),
    },
  };
}
