import { blameRules, companyRules, namedRules } from './blame';

/** A sentence that may blame somebody. @public */
export interface BlameHint {
  /** Id of the section. */
  readonly section: string;
  /** The sentence, cut at 160 characters. */
  readonly quote: string;
  readonly message: string;
}

const MOST = 50;
const LONGEST = 160;

/** Code, addresses and quotations are what others wrote. */
function ownWords(text: string): string {
  let fence: string | undefined;
  const lines = text.split(/\r?\n/).map(line => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return '';
    }
    if (mark !== undefined) {
      fence = mark;
      return '';
    }
    return /^\s*>/.test(line) ? '' : line;
  });
  return lines
    .join('\n')
    .replace(/`[^`\n]*`/g, '…')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, '…');
}

/** Sentences, list items and cells of tables, without the marks of Markdown. */
const sentencesOf = (text: string) =>
  ownWords(text)
    .split(/(?<=[.!?])\s+|\n\s*\n|\n(?=\s*(?:[-*+|#]|\d+[.)]))|\s\|\s|\|\n/)
    .map(sentence =>
      sentence
        .replace(/^[\s|#*+-]+/, '')
        .replace(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(sentence => sentence !== '');

const shortened = (sentence: string) =>
  sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;

/**
 * Sentences, in English, that may blame somebody, each once for each thing to say about it; at most 50. They are
 * hints: nothing is refused because of them. Code, quotations and addresses are passed over.
 *
 * @param extraWords - words or phrases that the configuration adds
 * @param names - of people who had a part in it; a name is told from a product only where it is given, or where
 *   it does what only people do
 * @public
 */
export function wordingHints(
  sections: readonly { readonly id: string; readonly text: string }[],
  extraWords: readonly string[] = [],
  names: readonly string[] = [],
): BlameHint[] {
  const rules = [
    ...blameRules,
    ...namedRules(names),
    ...companyRules(extraWords),
  ];
  const hints = sections.flatMap(({ id, text }) =>
    sentencesOf(text).flatMap(sentence => {
      const messages = rules
        .filter(({ pattern }) => pattern.test(sentence))
        .map(({ message }) => message);
      return [...new Set(messages)].map(message => ({
        section: id,
        quote: shortened(sentence),
        message,
      }));
    }),
  );
  return hints.slice(0, MOST);
}
