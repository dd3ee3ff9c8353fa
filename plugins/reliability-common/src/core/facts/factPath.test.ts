import { createExpressionCompiler } from './expression';
import { factCatalogue } from './factCatalogue';

const compile = createExpressionCompiler(factCatalogue);

function pathsOf(source: string) {
  const result = compile(source);
  if (result.kind === 'ok') return result.expression.paths;
  throw new Error(result.error.message);
}

describe('the facts that a rule reads', () => {
  it.each([
    ['plain members', 'entity.links.runbook > 0', ['entity.links.runbook']],
    ['each once', 'tier.rank > 0 && tier.rank < 3', ['tier.rank']],
    [
      'in the order of the rule',
      'entity.owner != "" && tier.id != ""',
      ['entity.owner', 'tier.id'],
    ],
    [
      'pushed facts by their key',
      'facts["ci/coverage"] > 1',
      ['facts["ci/coverage"]'],
    ],
    [
      'members in brackets as plain ones',
      'entity["owner"] != ""',
      ['entity.owner'],
    ],
    [
      'the member that is looked for in a map',
      '"a/b" in entity.annotations',
      ['entity.annotations["a/b"]'],
    ],
    [
      'a plain key of a map as a member',
      '"team" in entity.labels',
      ['entity.labels.team'],
    ],
    ['the list that is searched', '"java" in entity.tags', ['entity.tags']],
    [
      'the map where the key is computed',
      'tier.id in entity.labels',
      ['tier.id', 'entity.labels'],
    ],
    [
      'both sides of a choice',
      'tier.rank == 0 ? entity.ownerExists : true',
      ['tier.rank', 'entity.ownerExists'],
    ],
    [
      'what a macro asks',
      'entity.tags.exists(tag, tag == entity.owner)',
      ['entity.tags', 'entity.owner'],
    ],
    ['nothing but facts', '[1, 2].exists(number, number > 1)', []],
    [
      'what has() asks for',
      'has(tier.contract.rtoMinutes)',
      ['tier.contract.rtoMinutes'],
    ],
    [
      'what calls are made on',
      'entity.description.size() > 0',
      ['entity.description'],
    ],
  ])('are %s', (_, source, expected) => {
    expect(pathsOf(source).map(({ text }) => text)).toEqual(expected);
  });

  it('have segments to look them up by', () => {
    expect(pathsOf('facts["ci/result"].lines > 3')[0].segments).toEqual([
      'facts',
      'ci/result',
      'lines',
    ]);
  });
});
