/** Words that mean the same text in every version of YAML without quotes. */
const PLAIN = /^(?:[a-zA-Z][\w-]*|\d+(?:ms|[smhd]))$/;
/** Words that some versions read as something else than text. */
const MEANING = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** What cannot stand in single quotes on one line. */
// eslint-disable-next-line no-control-regex
const ODD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** Half a character: Prometheus refuses a whole file for it, however it is written. */
const HALF = /[\ud800-\udfff]/gu;

/** What is written; a comment stands in a member of that name and goes above. */
export type YamlValue =
  | string
  | number
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined };

/** Member of a map that is written as a comment above it. */
export const COMMENT = '#';

function scalar(written: string | number): string {
  if (typeof written === 'number') return String(written);
  const value = written.replace(HALF, '\ufffd');
  if (PLAIN.test(value) && !MEANING.test(value)) return value;
  if (!ODD.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(
    ODD,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Lines of a comment, without what YAML takes in no place. */
export function commentLines(text: string): string[] {
  const rows = text ? text.split(/[\r\n\u0085\u2028\u2029]+/) : [];
  return rows.map(row => `# ${row.replace(ODD, ' ').replace(HALF, ' ')}`);
}

function isScalar(value: YamlValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function lines(value: YamlValue): string[] {
  if (isScalar(value)) return [scalar(value)];
  if (Array.isArray(value)) {
    return value.flatMap((each: YamlValue) => {
      const comment =
        !isScalar(each) && !Array.isArray(each)
          ? commentLines(
              String((each as Record<string, YamlValue>)[COMMENT] ?? ''),
            )
          : [];
      const inner = lines(each);
      return [
        ...comment,
        ...inner.map((line, index) => `${index ? '  ' : '- '}${line}`),
      ];
    });
  }
  return Object.entries(value as Record<string, YamlValue | undefined>)
    .filter(([key, each]) => key !== COMMENT && each !== undefined)
    .flatMap(([key, each]) => {
      const name = scalar(key);
      const inner = lines(each!);
      if (isScalar(each!)) return [`${name}: ${inner[0]}`];
      if (!inner.length)
        return [`${name}: ${Array.isArray(each) ? '[]' : '{}'}`];
      return [`${name}:`, ...inner.map(line => `  ${line}`)];
    });
}

/**
 * Writes plain data as YAML. A general writer takes seconds for the rules of a thousand SLOs, in which nothing
 * else can be answered. Every text that is no plain word is quoted, so nothing of it can be read as YAML.
 */
export function yamlText(value: YamlValue): string {
  return `${lines(value).join('\n')}\n`;
}
