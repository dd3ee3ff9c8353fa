import { mailAddress, webAddress } from './addresses';

it.each([
  ['https://pd.example/users/1', 'https://pd.example/users/1'],
  // eslint-disable-next-line no-script-url -- what a hostile provider might answer
  ['javascript:alert(1)', null],
  ['//pd.example', null],
  [null, null],
])('the address %s is opened as %s', (url, link) => {
  expect(webAddress(url)).toBe(link);
});

it.each([
  ['anna@example.com', 'mailto:anna@example.com'],
  ['anna+pager@example.com', 'mailto:anna%2Bpager@example.com'],
  ['anna@example.com?bcc=all@example.com', null],
  ['anna', null],
  [null, null],
])('to write to %s the link is %s', (email, link) => {
  expect(mailAddress(email)).toBe(link);
});
