/** Stands in the segments of a documented key for any key of a map. */
export const ANY = '*';

/** The segments of a documented key. */
export const segmentsOf = (key: string): string[] =>
  key.replace(/\["<[^>]*>"\]/g, `.${ANY}`).split('.');
