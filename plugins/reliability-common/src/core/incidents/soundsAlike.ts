import { tellingWords } from './words';

/** At least that share of the words of the shorter title. */
const ALIKE = 0.5;

/**
 * The item of a checklist that sounds like a title, by the words they share; undefined where none comes near.
 * Two words at least, as one alone says little.
 *
 * @public
 */
export function soundsAlike<
  I extends { readonly id: string; readonly title: string },
>(title: string, items: readonly I[]): I | undefined {
  const words = tellingWords(title);
  const scored = items.flatMap(item => {
    const others = tellingWords(item.title);
    const common = others.filter(word => words.includes(word)).length;
    const share = common / Math.min(words.length, others.length);
    return common >= 2 && share >= ALIKE ? { item, share, common } : [];
  });
  return scored.sort((a, b) => b.common - a.common || b.share - a.share)[0]
    ?.item;
}
