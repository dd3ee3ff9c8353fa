import type { Enforcement, Outcome } from '../assess';
import { whatIf } from '../previews';
import type { CheckDefinition, CompiledScorecard } from '../scorecard';

/**
 * Whether a check counts at a time, as an assessment at that time would say.
 *
 * @param now - milliseconds since the epoch
 *
 * @public
 */
export function enforcementAt(
  { definition, enforceFrom }: CompiledScorecard['checks'][number],
  now: number,
): Enforcement {
  if (definition.planned) return 'planned';
  return enforceFrom !== undefined && enforceFrom > now
    ? 'scheduled'
    : 'enforced';
}

/**
 * The level that a service would have now if some checks counted that do not yet. Everything else stays as it is.
 *
 * @param outcomes - of the service, in the order of the scorecard's checks
 * @param counted - ids of the checks that would count
 * @param now - milliseconds since the epoch
 * @returns index of the level, -1 below the first
 *
 * @public
 */
export function levelWhenCounted(
  { definition, checks }: CompiledScorecard,
  outcomes: readonly Outcome[],
  counted: ReadonlySet<string>,
  now: number,
): number {
  const reported = checks.map((check, index) => {
    const { id, level, weight } = check.definition;
    const enforcement = counted.has(id)
      ? ('enforced' as const)
      : enforcementAt(check, now);
    return { id, level, weight, enforcement, outcome: outcomes[index] };
  });
  const report = { levels: definition.levels, checks: reported };
  return whatIf(report, new Set()).level;
}

const FIELDS = [
  'id',
  'title',
  'level',
  'dimension',
  'weight',
  'when',
  'pass',
  'why',
  'fix',
] as const satisfies readonly (keyof CheckDefinition)[];

/** A JSON text or number is a YAML scalar too, whatever is in it. */
const line = (name: string, value: unknown) =>
  `${name}: ${JSON.stringify(value)}`;

/**
 * The entries of checks for `reliability.scorecards[].checks` in app-config, with which they count from a day on. Such
 * an entry takes the place of the one with its id.
 *
 * @param from - the day as YYYY-MM-DD
 *
 * @public
 */
export function enforcementYaml(
  scorecardId: string,
  checks: readonly CheckDefinition[],
  from: string,
): string {
  const entries = checks.map(check => {
    const lines = FIELDS.filter(name => check[name] !== undefined).map(name =>
      line(name, check[name]),
    );
    return [...lines, line('enforceFrom', from)]
      .map((text, index) => `${index === 0 ? '- ' : '  '}${text}`)
      .join('\n');
  });
  return [
    `# Scorecard ${JSON.stringify(scorecardId)}: in place of its checks`,
    `# with these ids. They count from ${from} on.`,
    ...entries,
    '',
  ].join('\n');
}
