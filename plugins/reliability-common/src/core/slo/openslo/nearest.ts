/** How many letters must be added, dropped or replaced to make `b` of `a`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The known word that was probably meant; upper and lower case count as one letter. */
export function nearest(
  word: string,
  known: readonly string[],
): string | undefined {
  const far = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase().slice(0, 100);
  return known
    .map(each => ({ each, by: distance(lower, each.toLowerCase()) }))
    .filter(({ by }) => by <= far)
    .sort((a, b) => a.by - b.by)[0]?.each;
}
