/** Little words, and words that tell kinds of things apart, not things. */
const FILLERS = new Set([
  'a',
  'an',
  'and',
  'are',
  'be',
  'for',
  'has',
  'have',
  'in',
  'is',
  'it',
  'of',
  'on',
  'or',
  'our',
  'the',
  'to',
  'with',
  'all',
  'app',
  'application',
  'component',
  'prod',
  'production',
  'service',
  'services',
  'svc',
  'system',
]);

/** The words of a name in lower case: `paymentsAPI-v2` is payments, api, v2. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/** A plural is the word. */
const singular = (word: string) =>
  word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word;

/** The words that tell something, once each, plurals as the word; all of them where none does. */
export function tellingWords(text: string): string[] {
  const words = [...new Set(wordsOf(text).map(singular))];
  const telling = words.filter(word => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}
