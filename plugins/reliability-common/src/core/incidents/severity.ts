import { Severity } from './incident';

/** Turns a provider's word for a severity into a level. @public */
export interface SeverityMap {
  /** null: none was set, or nothing says which level it is. Never guessed. */
  of(raw: string | null): Severity | null;
}

/** Levels of words that are much used; the configuration comes before them. @public */
export const defaultSeverities: Readonly<Record<string, Severity>> = {
  sev0: 1,
  sev1: 1,
  critical: 1,
  p0: 1,
  p1: 1,
  highest: 1,
  'major outage': 1,
  sev2: 2,
  major: 2,
  high: 2,
  p2: 2,
  sev3: 3,
  medium: 3,
  moderate: 3,
  p3: 3,
  minor: 3,
  sev4: 4,
  low: 4,
  p4: 4,
  sev5: 5,
  p5: 5,
  lowest: 5,
  informational: 5,
};

/** How severities are called where the configuration names none; the worst first. @public */
export const defaultSeverityNames: readonly string[] = [
  'SEV1',
  'SEV2',
  'SEV3',
  'SEV4',
  'SEV5',
];

/** `SEV-1`, `sev 1` and `Sev_1` are one word. */
const normalised = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '');

/**
 * Puts tables of words together; a word is looked for in the first table first. Capitals, spaces, dashes and
 * underscores make no difference.
 *
 * @param maps - levels by the provider's word: those of the account, of the configuration, those that ship
 * @public
 */
export function severityMap(
  ...maps: readonly Readonly<Record<string, Severity>>[]
): SeverityMap {
  const levels = new Map<string, Severity>();
  for (const map of [...maps].reverse()) {
    for (const [word, level] of Object.entries(map)) {
      levels.set(normalised(word), level);
    }
  }
  return {
    of: raw => (raw === null ? null : levels.get(normalised(raw)) ?? null),
  };
}

/** The name of a level as people see it; `Not mapped` for null. @public */
export function severityName(
  level: number | null,
  names: readonly string[] = [],
): string {
  if (level === null) return 'Not mapped';
  return (
    names[level - 1] ?? defaultSeverityNames[level - 1] ?? `Severity ${level}`
  );
}
