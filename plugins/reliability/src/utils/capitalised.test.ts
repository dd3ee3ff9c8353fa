import { capitalised } from './capitalised';

it.each([
  ['a name', 'ownership', 'Ownership'],
  ['a name of two words', 'on-call', 'On-call'],
  ['a name beyond ASCII', 'änderungen', 'Änderungen'],
  ['no name', '', ''],
])('begins %s with a large letter', (_, name, expected) => {
  expect(capitalised(name)).toBe(expected);
});
