import { isHttpUrl } from './httpUrl';

it.each([
  ['https://example.com/a', true],
  [' http://example.com ', true],
  // eslint-disable-next-line no-script-url
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['example.com', false],
  ['', false],
])('"%s": %s', (text, expected) => {
  expect(isHttpUrl(text)).toBe(expected);
});
