/** A name with its first letter large; where style sheets do not reach, as in pictures. */
export const capitalised = (name: string): string =>
  name.charAt(0).toLocaleUpperCase('en-US') + name.slice(1);
