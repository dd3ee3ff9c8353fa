import { createExpressionCompiler } from './expression';
import { factCatalogue } from './factCatalogue';

const compile = createExpressionCompiler(factCatalogue);

function errorOf(source: string) {
  const result = compile(source);
  return result.kind === 'error' ? result.error : undefined;
}

describe('a rule that cannot be used is refused with its column', () => {
  it.each([
    ['it ends too early', 'entity.links.runbook > ', 24, /Unexpected token/],
    ['it is empty', '', 1, /Unexpected token/],
    ['a fact is misspelt', 'entity.links.runbok > 0', 14, /runbok/],
    ['a fact is misspelt later on', 'true && entity.nope == ""', 16, /nope/],
    ['a fact is misspelt in has()', 'has(entity.nope)', 5, /nope/],
    ['there is no such noun', 'true && weather.sunny', 9, /weather/],
    [
      'a number is compared with a text',
      'entity.links.runbook > "a"',
      1,
      /int > string/,
    ],
    ['a type is wrong later on', 'true && tier.id > 1', 9, /string > int/],
    ['a text has no members', 'tier.id.length == 1', 9, /string/],
    ['a function does not exist', 'count(entity.tags) > 1', 1, /count/],
    [
      'a double is multiplied by an integer',
      'tier.contract.sloTarget * 2 > 1.0',
      1,
      /double \* int/,
    ],
    [
      'it is a number',
      'size(entity.tags)',
      1,
      /must be true or false, but is int/,
    ],
    [
      'it is a text',
      'entity.description',
      1,
      /must be true or false, but is string/,
    ],
    ['it is a group of facts', 'entity.links', 1, /must be true or false/],
  ])('because %s', (_, source, column, message) => {
    expect(errorOf(source)).toEqual({
      column,
      message: expect.stringMatching(message),
    });
  });
});
