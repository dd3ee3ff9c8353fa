import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  CompiledChecklist,
  CompiledScorecard,
  defaultTiers,
  Exemption,
  Tier,
  TierPlace,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Duration } from 'luxon';
import { describeIssues } from '../http/describeIssues';
import { ExemptionRulesConfig, readExemptionRules } from './exemptions';
import { GateConfig, readGate } from './gate';
import { IncidentConfig, readIncidents } from './incidents';
import { KpisConfig, readKpis } from './kpis';
import { predicateAt } from './predicateAt';
import { OncallConfig, readOncall } from './oncall';
import { KEY, Problems, repeated } from './problems';
import { configSchema, Raw } from './schema';
import { readRollups, RollupConfig } from './rollups';
import { readSlo, SloConfig } from './slo';
import { readChecklists, readScorecards } from './standards';

/** The configuration, checked once and never changed. Durations are milliseconds. */
export interface ReliabilityConfig {
  readonly servicesFilter: FilterPredicate;
  readonly tiers: readonly Tier[];
  readonly tierFrom: readonly TierPlace[];
  readonly scorecards: readonly CompiledScorecard[];
  readonly scorecardIds: readonly string[];
  readonly exemptions: readonly Exemption[];
  /** How exemptions are granted in the portal. */
  readonly exemptionRules: ExemptionRulesConfig;
  readonly checklists: readonly CompiledChecklist[];
  readonly notifications: {
    /** HH:mm */
    readonly at: string;
    /** IANA name */
    readonly timezone: string;
    /** Entity references of users and groups. */
    readonly reviewers: readonly string[];
  };
  readonly refreshIntervalMs: number;
  readonly defaultTtlMs: number;
  readonly historyRetentionMs: number;
  readonly dailyRetentionMs: number;
  readonly sloHistoryRetentionMs: number;
  readonly sloSampleRetentionMs: number;
  readonly slo: SloConfig;
  readonly oncallShiftRetentionMs: number;
  /** How long people are kept who left and are planned by no rotation. */
  readonly oncallPeopleRetentionMs: number;
  readonly oncall: OncallConfig;
  /** How long incidents are kept that are over and have no postmortem. */
  readonly incidentRetentionMs: number;
  readonly incidents: IncidentConfig;
  /** How long recorded decisions of the load line are kept. */
  readonly gateDecisionRetentionMs: number;
  readonly gate: GateConfig;
  readonly rollups: RollupConfig;
  readonly kpis: KpisConfig;
}

const defaultFilter: FilterPredicate = {
  kind: 'Component',
  'spec.type': { $in: ['service', 'website'] },
};

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
  const { checklists, ids } = readChecklists(raw, tiers, problems);
  const scorecards = readScorecards(
    raw,
    { tiers, exemptions, checklistIds: ids },
    problems,
  );
  const slo = readSlo(raw, root.getOptionalString('app.baseUrl'), problems);
  const oncall = readOncall(raw, problems);
  const incidents = readIncidents(raw, problems);
  const gate = readGate(raw.gate, { tiers, checklistIds: ids }, problems);
  const rollups = readRollups(raw, tiers, problems);
  const kpis = readKpis(raw.kpis, problems);
  stopOn(problems);
  return Object.freeze({
    servicesFilter,
    tiers,
    tierFrom,
    scorecards,
    scorecardIds: scorecards.map(({ definition }) => definition.id),
    exemptions,
    exemptionRules: readExemptionRules(raw.exemptionRules),
    checklists,
    notifications: raw.notifications,
    refreshIntervalMs: milliseconds(raw.catalog.refreshInterval),
    defaultTtlMs: milliseconds(raw.facts.defaultTtl),
    historyRetentionMs: milliseconds(raw.retention.history),
    dailyRetentionMs: milliseconds(raw.retention.daily),
    sloHistoryRetentionMs: milliseconds(raw.retention.sloHistory),
    sloSampleRetentionMs: milliseconds(raw.retention.sloSamples),
    slo,
    oncallShiftRetentionMs: milliseconds(raw.retention.oncallShifts),
    oncallPeopleRetentionMs: milliseconds(raw.retention.oncallPeople),
    oncall,
    incidentRetentionMs: milliseconds(raw.retention.incidents),
    gateDecisionRetentionMs: milliseconds(raw.retention.gateDecisions),
    incidents,
    gate,
    rollups,
    kpis,
  });
}
