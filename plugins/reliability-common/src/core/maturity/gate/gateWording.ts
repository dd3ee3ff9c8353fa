import type { FactValue, ObservedFact } from '../../facts';

const MINUTE = 60_000;

const amount = (count: number, unit: string) =>
  `${count} ${unit}${count === 1 ? '' : 's'}`;

/** How old something is, in the largest unit that says enough; milliseconds. @public */
export function ageWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes < 120) return amount(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? amount(hours, 'hour')
    : amount(Math.floor(hours / 24), 'day');
}

/** A value within a sentence. */
export function wordsOf(value: FactValue | undefined): string {
  if (value === undefined) return 'unknown';
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (typeof value === 'string') return value;
  return Array.isArray(value)
    ? value.map(wordsOf).join(', ')
    : JSON.stringify(value);
}

const quoted = (titles: readonly string[]) =>
  titles.map(title => `“${title}”`).join(', ');

/** Why rules cannot be judged: which facts, and how old they are. */
export function unknownWords(
  facts: readonly (ObservedFact & { readonly path: string })[],
  titles: readonly string[],
  now: number,
): string {
  const whose = `${titles.length === 1 ? 'The rule' : 'The rules'} ${quoted(
    titles,
  )} cannot be judged`;
  const said = facts.map(({ path, state, at }) =>
    state === 'stale' && at !== undefined
      ? `${path} was last known ${ageWords(now - at)} ago, which is too old`
      : `nobody has reported ${path} yet`,
  );
  return said.length > 0 ? `${whose}: ${said.join('; ')}` : whose;
}

const NAMES = { allow: 'Allow', warn: 'Warn', hold: 'Hold' } as const;

/** How many reasons a headline tells. */
const TOLD = 2;

/** A decision in one line. @public */
export function gateHeadline(
  decision: 'allow' | 'warn' | 'hold',
  texts: readonly string[],
): string {
  if (texts.length === 0) {
    return `${NAMES[decision]}: nothing speaks against a change`;
  }
  const more = texts.length - TOLD;
  const rest = more > 0 ? `; and ${more} more` : '';
  return `${NAMES[decision]}: ${texts.slice(0, TOLD).join('; ')}${rest}`;
}
