import { importOf } from './importFile';

describe('importOf', () => {
  it.each([
    ['a.csv', 'entityRef,itemId\n', { csv: 'entityRef,itemId\n' }],
    ['a.json', '[{"a":1}]', { rows: [{ a: 1 }] }],
    ['a.json', '{"rows":[1]}', { rows: [1] }],
    ['export', ' [1]', { rows: [1] }],
  ])('%s: %s', (name, text, expected) => {
    expect(importOf(name, text)).toEqual(expected);
  });

  it.each([
    ['a.json', 'null', /list of rows/],
    ['a.json', '{"items":[]}', /list of rows/],
    ['a.json', 'oops', /JSON|token/],
  ])('refuses %s: %s', (name, text, message) => {
    expect(() => importOf(name, text)).toThrow(message);
  });
});
