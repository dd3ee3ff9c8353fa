import { NOW } from '../../testUtils';
import { createExpressionCompiler, Evaluation } from './expression';
import { factCatalogue, unitOf } from './factCatalogue';
import { createFactContext, emptyRoots, integerFacts } from './factContext';
import { FactGroup } from './facts';
import { createRuleCompiler, DefinitionProblem } from './rule';

const compile = createExpressionCompiler(factCatalogue);
const launch: FactGroup = {
  root: 'readiness',
  source: 'readiness',
  at: NOW,
  values: {
    launch: { progress: 62.5, met: 5, total: 8, signedOffPhases: ['design'] },
    'go-live.v2': { progress: 100, met: 3, total: 3, signedOffPhases: [] },
  },
};
const contextOf = (groups: FactGroup[]) =>
  createFactContext(
    groups,
    integerFacts(factCatalogue),
    emptyRoots(factCatalogue),
    NOW,
  );

function evaluate(
  source: string,
  groups = [launch],
): Evaluation['kind'] | boolean {
  const compiled = compile(source);
  if (compiled.kind === 'error') throw new Error(compiled.error.message);
  const result = compiled.expression.evaluate(contextOf(groups).values);
  return result.kind === 'value' ? result.value : result.kind;
}

it.each<[string, Evaluation['kind'] | boolean]>([
  ['readiness["launch"].progress >= 62.5', true],
  ['readiness.launch.met == 5', true],
  ['readiness["go-live.v2"].met + 1 == 4', true],
  ['readiness["launch"].met == readiness["launch"].total', false],
  ['"design" in readiness["launch"].signedOffPhases', true],
  ['"launch" in readiness', true],
  ['"other" in readiness', false],
  ['!("other" in readiness) || readiness["other"].met > 3', true],
  ['readiness["other"].met > 3', 'missing'],
  ['readiness["launch"].signedOffAgeDays <= 90', 'missing'],
])('%s is %s', (source, expected) => {
  expect(evaluate(source)).toBe(expected);
});

it('holds no checklist where none applies', () => {
  expect(evaluate('"launch" in readiness', [])).toBe(false);
});

it('reports one value with its source and time, and integers as numbers', () => {
  const compiled = compile('readiness["launch"].met > 3');
  const path = compiled.kind === 'ok' && compiled.expression.paths[0];
  expect(path && path.text).toBe('readiness.launch.met');
  expect(path && contextOf([launch]).observe(path)).toEqual({
    state: 'known',
    value: 5,
    at: NOW,
    source: 'readiness',
  });
});

it.each([
  ['readiness["launch"].progres > 1.0', 'column 21: No such key: progres'],
  [
    'readiness["launch"].progress > "high"',
    'column 1: no such overload: double > string',
  ],
  [
    'true && readiness["lunch"].met > 1',
    'column 9: unknown checklist "lunch", expected one of launch, go-live',
  ],
  [
    '"lunch" in readiness',
    'column 1: unknown checklist "lunch", expected one of launch, go-live',
  ],
])('%s is refused', (source, message) => {
  const problems: DefinitionProblem[] = [];
  createRuleCompiler({
    catalogue: factCatalogue,
    tierIds: [],
    checklistIds: ['launch', 'go-live'],
  })(source, 'pass', problems);
  expect(problems).toEqual([{ path: 'pass', message }]);
});

it.each([
  ['readiness["go-live.v2"].progress', 'percent'],
  ['readiness.launch.progress', 'percent'],
  ['readiness["launch"].signedOff', undefined],
  ['entity.links.docs', 'links'],
  ['facts["ci/coverage"]', undefined],
])('the unit of %s is %s', (path, unit) => {
  expect(unitOf(path)).toBe(unit);
});
