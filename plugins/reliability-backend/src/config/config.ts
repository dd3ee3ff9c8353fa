import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  FilterPredicate,
  createZodV4FilterPredicateSchema,
} from '@backstage/filter-predicates';
import {
  CompiledScorecard,
  CompileOptions,
  compileScorecard,
  defaultScorecard,
  defaultTiers,
  Exemption,
  ScorecardDefinition,
  Tier,
  TierPlace,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { z } from 'zod';
import { describeIssues } from '../http/describeIssues';
import { configSchema } from './schema';

/** The configuration, checked once and never changed. Durations are milliseconds. */
export interface ReliabilityConfig {
  readonly servicesFilter: FilterPredicate;
  readonly tiers: readonly Tier[];
  readonly tierFrom: readonly TierPlace[];
  readonly scorecards: readonly CompiledScorecard[];
  readonly scorecardIds: readonly string[];
  readonly exemptions: readonly Exemption[];
  readonly refreshIntervalMs: number;
  readonly defaultTtlMs: number;
  readonly historyRetentionMs: number;
  readonly dailyRetentionMs: number;
}

const KEY = 'reliability';

const defaultFilter: FilterPredicate = {
  kind: 'Component',
  'spec.type': { $in: ['service', 'website'] },
};

type Problems = string[];

function predicateAt(
  value: unknown,
  path: string,
  problems: Problems,
): FilterPredicate | undefined {
  if (value === undefined) return undefined;
  const parsed = createZodV4FilterPredicateSchema().safeParse(value);
  // The catalog takes no bare value as a predicate, although the schema does.
  if (parsed.success && typeof parsed.data === 'object') return parsed.data;
  const detail = parsed.success
    ? 'expected an object'
    : describeIssues(parsed.error);
  problems.push(`${path}: is not a Backstage filter predicate: ${detail}`);
  return undefined;
}

function repeated(ids: readonly string[], at: (index: number) => string) {
  return ids
    .map((id, index) => ({ id, index }))
    .filter(({ id, index }) => ids.indexOf(id) !== index)
    .map(({ id, index }) => `${at(index)}: "${id}" is used twice`);
}

function readTiers(raw: Raw, problems: Problems): readonly Tier[] {
  if (!raw.tiers) return defaultTiers;
  problems.push(
    ...repeated(
      raw.tiers.map(tier => tier.id),
      index => `${KEY}.tiers[${index}].id`,
    ),
  );
  return raw.tiers.map((tier, rank) => ({ ...tier, rank }));
}

function readPlaces(raw: Raw, tiers: readonly Tier[], problems: Problems) {
  const known = tiers.map(tier => tier.id);
  raw.tierFrom.forEach((place, index) => {
    for (const [value, id] of Object.entries(place.map ?? {})) {
      if (!known.includes(id)) {
        problems.push(
          `${KEY}.tierFrom[${index}].map.${value}: unknown tier "${id}", expected one of ${known.join(
            ', ',
          )}`,
        );
      }
    }
  });
  return raw.tierFrom;
}

function checkExemptions(
  exemptions: readonly Exemption[],
  definitions: readonly ScorecardDefinition[],
  problems: Problems,
) {
  exemptions.forEach((exemption, index) => {
    const at = `${KEY}.exemptions[${index}]`;
    const scorecard = definitions.find(({ id }) => id === exemption.scorecard);
    if (!scorecard) {
      problems.push(
        `${at}.scorecard: unknown scorecard "${exemption.scorecard}"`,
      );
    } else if (!scorecard.checks.some(({ id }) => id === exemption.check)) {
      problems.push(`${at}.check: unknown check "${exemption.check}"`);
    }
    if (!/^[^:/]+:[^/]+\/.+$/.test(exemption.entityRef)) {
      problems.push(
        `${at}.entityRef: expected a full entity reference such as component:default/pay`,
      );
    }
  });
}

function readScorecards(raw: Raw, options: CompileOptions, problems: Problems) {
  const own = raw.scorecards as ScorecardDefinition[];
  problems.push(
    ...repeated(
      own.map(scorecard => scorecard.id),
      index => `${KEY}.scorecards[${index}].id`,
    ),
  );
  const shipped = [defaultScorecard].filter(
    ({ id }) =>
      !raw.disabledScorecards.includes(id) &&
      !own.some(scorecard => scorecard.id === id),
  );
  raw.disabledScorecards.forEach((id, index) => {
    if (id !== defaultScorecard.id) {
      problems.push(
        `${KEY}.disabledScorecards[${index}]: no scorecard "${id}" ships, only ${defaultScorecard.id}`,
      );
    }
  });
  own.forEach(({ filter }, index) =>
    predicateAt(filter, `${KEY}.scorecards[${index}].filter`, problems),
  );
  const definitions = [...shipped, ...own];
  checkExemptions(raw.exemptions, definitions, problems);
  const compiled = definitions.flatMap(definition => {
    const result = compileScorecard(definition, options);
    if (result.kind === 'ok') return [result.scorecard];
    const at = `${KEY}.scorecards[${own.indexOf(definition)}]`;
    problems.push(
      ...result.problems.map(
        ({ path, message }) => `${at}.${path}: ${message}`,
      ),
    );
    return [];
  });
  if (definitions.length === 0) {
    problems.push(`${KEY}.disabledScorecards: leaves no scorecard at all`);
  }
  return compiled;
}

type Raw = z.output<typeof configSchema>;

const milliseconds = (iso: string) => Duration.fromISO(iso).toMillis();

function stopOn(problems: Problems): void {
  if (problems.length > 0) {
    throw new InputError(`Invalid configuration:\n  ${problems.join('\n  ')}`);
  }
}

/**
 * Reads and checks the section `reliability`.
 *
 * @throws InputError that lists every problem with the path of its key
 */
export function readReliabilityConfig(root: Config): ReliabilityConfig {
  const parsed = configSchema.safeParse(root.getOptional(KEY) ?? {});
  if (!parsed.success) {
    throw new InputError(
      `Invalid configuration:\n  ${describeIssues(parsed.error, KEY, '\n  ')}`,
    );
  }
  const raw = parsed.data;
  const problems: Problems = [];
  const servicesFilter =
    predicateAt(raw.services.filter, `${KEY}.services.filter`, problems) ??
    defaultFilter;
  const tiers = readTiers(raw, problems);
  const tierFrom = readPlaces(raw, tiers, problems);
  const exemptions = raw.exemptions.map(exemption => ({
    ...exemption,
    entityRef: exemption.entityRef.toLocaleLowerCase('en-US'),
  }));
  const scorecards = readScorecards(raw, { tiers, exemptions }, problems);
  stopOn(problems);
  return Object.freeze({
    servicesFilter,
    tiers,
    tierFrom,
    scorecards,
    scorecardIds: scorecards.map(({ definition }) => definition.id),
    exemptions,
    refreshIntervalMs: milliseconds(raw.catalog.refreshInterval),
    defaultTtlMs: milliseconds(raw.facts.defaultTtl),
    historyRetentionMs: milliseconds(raw.retention.history),
    dailyRetentionMs: milliseconds(raw.retention.daily),
  });
}
