type Characters = readonly string[];

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** In lower case, character by character: places in it are those in the text. */
const folded = (text: string): Characters =>
  [...text].map(character => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  });

const startOf = (characters: Characters, at = 0) =>
  `${characters[at]}${characters[at + 1]}`;

const standsAt = (name: Characters, text: Characters, at: number): boolean =>
  !isOfWord(text[at + name.length]) &&
  name.every((character, index) => text[at + index] === character);

/**
 * Takes names out of texts where they stand as whole words, whatever their case; of two that begin at the same
 * place the longer one. A page may hold thousands of names and hundreds of texts, so names are looked up by how
 * they begin and not one after the other.
 *
 * @param names - of two characters at least
 * @param instead - stands where a name was
 */
export function withoutNames(
  names: Iterable<string>,
  instead: string,
): (text: string) => string {
  const byStart = new Map<string, Characters[]>();
  const longest = [...names].map(folded).sort((a, b) => b.length - a.length);
  for (const name of longest) {
    const start = startOf(name);
    const same = byStart.get(start);
    if (same) same.push(name);
    else byStart.set(start, [name]);
  }
  return written => {
    const characters = [...written];
    const text = folded(written);
    const nameAt = (at: number) =>
      isOfWord(text[at - 1])
        ? undefined
        : byStart
            .get(startOf(text, at))
            ?.find(name => standsAt(name, text, at));
    let result = '';
    for (let at = 0; at < text.length; ) {
      const name = nameAt(at);
      result += name ? instead : characters[at];
      at += name?.length ?? 1;
    }
    return result;
  };
}
