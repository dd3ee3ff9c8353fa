import { createExpressionCompiler, Evaluation } from './expression';
import { factCatalogue } from './factCatalogue';
import { integerFacts, createFactContext } from './factContext';
import { ciFacts, NOW, serviceFacts } from '../../testUtils';

const compile = createExpressionCompiler(factCatalogue);

function expressionOf(source: string) {
  const result = compile(source);
  if (result.kind === 'ok') return result.expression;
  throw new Error(result.error.message);
}

const facts = [
  ...serviceFacts({ tags: ['java', 'public'], dependents: 0 }),
  ...ciFacts({
    coverage: 83.5,
    builds: 3,
    green: true,
    branch: 'main',
    ports: [80, 443],
    owners: ['ada', 'bob'],
    result: { lines: 4 },
  }),
];
const { values } = createFactContext(
  facts,
  integerFacts(factCatalogue),
  ['facts'],
  NOW,
);

const evaluate = (source: string) => expressionOf(source).evaluate(values);

/** true, false, the missing paths, or the error. */
const summary = (evaluation: Evaluation) => {
  if (evaluation.kind === 'value') return evaluation.value;
  return evaluation.kind === 'missing'
    ? evaluation.paths.map(({ text }) => text)
    : evaluation.message;
};

describe('a rule over facts that are there', () => {
  it.each([
    ['counts with integers', 'entity.links.runbook + 1 == 2', true],
    ['compares integers with doubles', 'entity.links.runbook < 1.5', true],
    ['compares doubles with integers', 'tier.contract.sloTarget >= 99', true],
    [
      'divides integers without remainder',
      'entity.dependencies / 3 == 0',
      true,
    ],
    [
      'converts where both kinds meet',
      'double(entity.dependencies) / 4.0 == 0.5',
      true,
    ],
    [
      'compares a pushed number with either kind',
      'facts["ci/builds"] == 3 && facts["ci/builds"] == 3.0',
      true,
    ],
    [
      'counts with pushed numbers as doubles',
      'facts["ci/builds"] + 1.0 == 4.0',
      true,
    ],
    ['reads a pushed switch', 'facts["ci/green"]', true],
    ['reads a pushed text', 'facts["ci/branch"] == "main"', true],
    [
      'reads a pushed list',
      '443 in facts["ci/ports"] && !("eve" in facts["ci/owners"])',
      true,
    ],
    ['reads a member of a pushed record', 'facts["ci/result"].lines > 3', true],
    [
      'finds an annotation',
      '"pagerduty.com/service-id" in entity.annotations',
      true,
    ],
    [
      'misses an annotation',
      '"opsgenie.com/team" in entity.annotations',
      false,
    ],
    [
      'reads an annotation',
      'entity.annotations["pagerduty.com/service-id"] == "P1"',
      true,
    ],
    ['asks whether a demand is made', 'has(tier.contract.rtoMinutes)', true],
    ['knows exists()', 'entity.tags.exists(tag, tag == "java")', true],
    ['knows all()', 'entity.tags.all(tag, tag == "java")', false],
    ['knows exists_one()', 'entity.tags.exists_one(tag, tag == "java")', true],
    [
      'knows filter()',
      'entity.tags.filter(tag, tag != "java").size() == 1',
      true,
    ],
    ['knows map()', 'entity.tags.map(tag, size(tag)) == [4, 6]', true],
    ['knows patterns', 'entity.description.matches("^[A-Z].*orders$")', true],
    ['chooses', 'tier.rank < 2 ? entity.links.logs > 0 : false', true],
    [
      'lets a variable have the name of a noun',
      'entity.tags.exists(tier, tier == "java")',
      true,
    ],
  ])('%s', (_, source, expected) => {
    expect(summary(evaluate(source))).toBe(expected);
  });
});

describe('a rule over facts that are missing', () => {
  const missing = ['facts["ci/absent"]'];
  it.each([
    ['is unknown', 'facts["ci/absent"] == 1', missing],
    ['is unknown also in the negative', 'facts["ci/absent"] != 1', missing],
    [
      'is true where another side decides',
      'true || facts["ci/absent"] == 1',
      true,
    ],
    [
      'is true where a later side decides',
      'facts["ci/absent"] == 1 || true',
      true,
    ],
    [
      'is false where another side decides',
      'false && facts["ci/absent"] == 1',
      false,
    ],
    [
      'is false where a later side decides',
      'facts["ci/absent"] == 1 && false',
      false,
    ],
    [
      'is unknown where the other side does not decide',
      'false || facts["ci/absent"] == 1',
      missing,
    ],
    [
      'is unknown where it must choose by them',
      'facts["ci/absent"] ? true : true',
      missing,
    ],
    [
      'does not need the branch that is not taken',
      'tier.rank > 1 ? facts["ci/absent"] == 1 : true',
      true,
    ],
    [
      'needs the branch that is taken',
      'tier.rank <= 1 ? facts["ci/absent"] == 1 : true',
      ['facts["ci/absent"]'],
    ],
    [
      'is unknown within exists()',
      'entity.tags.exists(tag, tag == facts["ci/absent"])',
      missing,
    ],
    [
      'names all of them',
      'facts["a/b"] == 1 && facts["c/d"] == 2',
      ['facts["a/b"]', 'facts["c/d"]'],
    ],
    [
      'names a member of a record',
      'facts["ci/result"].branches == 1',
      ['facts["ci/result"].branches'],
    ],
    [
      'is unknown by an annotation that it reads',
      'entity.annotations["a/b"] == "c"',
      ['entity.annotations["a/b"]'],
    ],
    [
      'does not call a known absence missing',
      '"a/b" in entity.annotations || facts["ci/absent"] == 1',
      missing,
    ],
    [
      'does not call what has() found absent missing',
      'has(entity.labels.x) || facts["ci/absent"] == 1',
      missing,
    ],
    [
      'is unknown by an annotation that it both asks for and reads',
      '"a/b" in entity.annotations || entity.annotations["a/b"] == "c"',
      ['entity.annotations["a/b"]'],
    ],
    [
      'is false where the annotation is tested first',
      '"a/b" in entity.annotations && entity.annotations["a/b"] == "c"',
      false,
    ],
  ])('%s', (_, source, expected) => {
    expect(summary(evaluate(source))).toEqual(expected);
  });
});

it.each([
  ['exists(type, type == facts["ci/absent"])', false],
  ['exists_one(type, type == facts["ci/absent"])', false],
  ['all(type, type == facts["ci/absent"])', true],
  ['filter(type, type == facts["ci/absent"]) == []', true],
  ['map(type, facts["ci/absent"]) == []', true],
])('an empty list needs no facts for %s', (macro, expected) => {
  expect(summary(evaluate(`entity.linkTypes.${macro}`))).toBe(expected);
});

describe('a rule that fails while it runs is no verdict', () => {
  it.each([
    [
      'by a division by zero',
      'entity.dependencies / entity.dependents > 1',
      /division by zero/,
    ],
    ['by a pushed value of another type', 'facts["ci/branch"] > 3', /string/],
    [
      'by a pushed value that is no switch',
      'facts["ci/builds"]',
      /not true or false: 3/,
    ],
    [
      'by adding an integer to a pushed number',
      'facts["ci/builds"] + 1 > 3',
      /double/,
    ],
    ['by a list that is too short', 'entity.tags[5] == "x"', /index 5/],
    [
      'by a pattern that is none',
      'entity.description.matches("(")',
      /regular expression/,
    ],
    [
      'although an annotation that it only tests is absent',
      '!("a/b" in entity.annotations) && 1 / entity.dependents > 0',
      /division by zero/,
    ],
  ])('%s', (_, source, message) => {
    expect(evaluate(source)).toEqual({
      kind: 'error',
      message: expect.stringMatching(message),
    });
  });
});
