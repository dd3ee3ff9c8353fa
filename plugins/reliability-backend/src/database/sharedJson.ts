const texts = new WeakMap<object, string>();

/** JSON of an object that many services share and that nobody changes; it is written once. */
export function sharedJson(value: object): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}

/** The members of an object in JSON, as they stand between its braces. */
export const membersOf = (json: string): string => json.slice(1, -1);
