const PLAIN = /^[A-Za-z][A-Za-z0-9 /_.-]*[A-Za-z0-9]$|^[A-Za-z]$/;
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A text by itself where nobody can take it for something else, else in quotes, as JSON writes it. */
function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return PLAIN.test(value) && !RESERVED.test(value)
    ? value
    : JSON.stringify(value);
}

const isBlock = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function linesOf(value: unknown): string[] {
  if (!isBlock(value)) return [scalar(value)];
  if (Array.isArray(value)) {
    return value.flatMap(member => {
      const [first, ...rest] = linesOf(member);
      return [`- ${first}`, ...rest.map(line => `  ${line}`)];
    });
  }
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .flatMap(([key, member]) =>
      isBlock(member)
        ? [`${scalar(key)}:`, ...linesOf(member).map(line => `  ${line}`)]
        : [`${scalar(key)}: ${scalar(member)}`],
    );
}

/**
 * A value of JSON as YAML, to be put into a configuration. Texts are quoted as in JSON wherever YAML could read
 * them as something else.
 *
 * @public
 */
export const yamlText = (value: unknown): string =>
  `${linesOf(value).join('\n')}\n`;
