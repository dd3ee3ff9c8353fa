/** A number of things as people read it: 10,000. */
export const wholeNumber = (number: number): string =>
  number.toLocaleString('en-US');
