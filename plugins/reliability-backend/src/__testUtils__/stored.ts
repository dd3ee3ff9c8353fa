import {
  Outcome,
  Tier,
  UNTIERED,
} from '@plimsoll/backstage-plugin-reliability-common';
import { projectEntity, ServiceProjection } from '../catalog/projectEntity';
import { ReportRow, StoredItem, toReportRow } from '../maturity/reportRow';
import { service } from './entities';
import { NOW } from './harness';

/** What a sweep would keep of a service, with some of it changed. */
export function projection(
  name: string,
  changed: Partial<ServiceProjection> = {},
): ServiceProjection {
  const projected = projectEntity(service(name), {
    tierFrom: [],
    domains: new Map(),
    owners: new Map(),
    scorecardsOf: () => ['reliability'],
  });
  return { ...projected, ...changed };
}

/** What a test says about a report. */
export interface ReportParts {
  readonly scorecardId?: string;
  readonly level?: number;
  readonly levelId?: string;
  readonly score?: number;
  readonly coverage?: number;
  readonly tier?: Pick<Tier, 'id' | 'name' | 'rank'>;
  readonly outcomes?: readonly Outcome[];
  readonly attention?: readonly string[];
  readonly scorecardHash?: string;
  readonly assessedAt?: number;
  readonly nextChangeAt?: number;
  readonly service?: Partial<ServiceProjection>;
}

/** A report of a service, ready to be saved. */
export function report(name: string, parts: ReportParts = {}): ReportRow {
  const {
    scorecardId = 'reliability',
    level = -1,
    levelId = 'none',
    score = 0,
    coverage = 1000,
    tier,
    outcomes = [],
    attention = [],
    scorecardHash = 'hash',
    assessedAt = NOW,
    nextChangeAt,
  } = parts;
  const record = {
    ...projection(name, parts.service),
    problems: [],
    changedAt: NOW,
  };
  const item: StoredItem = {
    entityRef: record.entityRef,
    title: record.title,
    tier: {
      id: tier?.id ?? UNTIERED,
      name: tier?.name ?? 'Untiered',
      rank: tier?.rank ?? null,
    },
    owner: record.owner ?? null,
    system: record.system ?? null,
    domain: record.domain ?? null,
    lifecycle: record.lifecycle ?? null,
    level: { id: levelId, name: levelId, index: level },
    score,
    coverage,
    dimensions: {},
    attention: attention.map(text => ({ kind: 'data-problem', text })),
  };
  return toReportRow({
    scorecardId,
    service: record,
    level,
    levelId,
    score,
    coverage,
    outcomes,
    scorecardHash,
    assessedAt,
    nextChangeAt,
    explanation: '{}',
    tier: item.tier,
    needsAttention: attention.length > 0,
    item: JSON.stringify(item),
  });
}
