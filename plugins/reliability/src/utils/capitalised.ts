/** A name or a sentence with its first letter large, where a style sheet cannot do it, as in a picture. */
export const capitalised = (name: string): string =>
  name.charAt(0).toLocaleUpperCase('en-US') + name.slice(1);
