import { counted, fromTo, lengthInWords, nameOfRef } from './documentParts';

it.each([
  ['group:default/payments', 'payments'],
  ['user:default/ada', 'ada'],
  ['group:shop/payments', 'shop/payments'],
  ['Ada: until Friday', 'Ada: until Friday'],
  [null, null],
])('a document calls %s %s', (ref, name) => {
  expect(nameOfRef(ref)).toBe(name);
});

it.each([
  [1, '1 service'],
  [10_000, '10,000 services'],
])('counts %d as %s', (count, words) => {
  expect(counted(count, 'service')).toBe(words);
});

it('says once what stayed', () => {
  expect(fromTo('Silver', 'Silver')).toBe('Silver');
  expect(fromTo('Silver', 'Gold')).toBe('Silver → Gold');
});

it.each([
  ['PT8H', '8 hours'],
  ['P365D', '365 days'],
  ['business-hours', 'business-hours'],
  ['Private', 'Private'],
  [99.5, '99.5'],
])('says %s as %s', (value, words) => {
  expect(lengthInWords(value)).toBe(words);
});
