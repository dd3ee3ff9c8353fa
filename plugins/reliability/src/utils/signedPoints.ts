const MINUS = '\u2212';

/** A difference with its sign and so many digits: `+1.5`, `−3`, `0`. */
function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return (0).toFixed(digits);
  return `${value > 0 ? '+' : MINUS}${text}`;
}

/** A difference in per mille as points of 100 with a tenth: `−1.5`. */
export const signedPoints = (perMille: number): string =>
  signed(perMille / 10, 1);

/** A difference of whole numbers: `+3`. */
export const signedCount = (count: number): string => signed(count, 0);
