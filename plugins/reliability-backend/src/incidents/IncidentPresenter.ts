import {
  IncidentItem,
  IncidentServiceItem,
  PRIVATE_TITLE,
  severityName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { ReliabilityConfig } from '../config/config';
import { groupBy } from '../database/groupBy';
import { isoOrNull, isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { tierNames } from '../tier/tierNames';
import { IncidentLine } from './incidentListRow';
import { FollowUpCounts, IncidentServiceLine } from './IncidentListStore';
import { IncidentVisibility } from './incidentVisibility';

const NO_FOLLOW_UPS: FollowUpCounts = { open: 0, overdue: 0, total: 0 };

/** What people call an incident: its reference, else its id at the account. */
export const referenceOf = ({
  reference,
  externalId,
}: Pick<IncidentLine, 'reference' | 'externalId'>): string =>
  reference ?? externalId;

/** How long an incident lasted, or lasts; milliseconds, null where it cannot be told. */
export function durationOf(
  { declaredAt, resolvedAt, isOpen }: IncidentLine,
  now: number,
): number | null {
  const end = resolvedAt ?? (isOpen ? now : undefined);
  if (declaredAt === undefined || end === undefined) return null;
  return end >= declaredAt ? end - declaredAt : null;
}

/** Makes items of lists out of incidents, for one reader. */
export class IncidentPresenter {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
    },
  ) {}

  /** Services and incidents that the reader may not see are left out. */
  async items(
    lines: readonly IncidentLine[],
    seen: IncidentVisibility,
    now: number,
  ): Promise<IncidentItem[]> {
    const { knex, stores, config } = this.options;
    const { tiers } = config;
    const ids = lines.map(({ id }) => id);
    const repeated = lines.flatMap(({ repeatOf }) => repeatOf ?? []);
    const [services, followUps, shares, known] = await Promise.all([
      stores.incidentList.services(knex, ids, { tiers, visible: seen.visible }),
      stores.incidentList.followUps(knex, ids, now),
      seen.visible && stores.incidentSpends.largest(knex, ids, seen.visible),
      stores.incidentList.among(knex, repeated, {
        ...seen,
        tiers,
        now,
        tests: true,
        words: [],
      }),
    ]);
    const byIncident = groupBy(services, ({ incidentId }) => incidentId);
    return lines.map(line => ({
      ...this.head(line, now),
      services: (byIncident.get(line.id) ?? []).map(each => this.service(each)),
      followUps: followUps.get(line.id) ?? NO_FOLLOW_UPS,
      budgetSpent: shares ? shares.get(line.id) ?? null : line.budgetSpent,
      repeatOf:
        line.repeatOf && known.has(line.repeatOf) ? line.repeatOf : null,
    }));
  }

  private head(
    line: IncidentLine,
    now: number,
  ): Omit<IncidentItem, 'services' | 'followUps' | 'repeatOf' | 'budgetSpent'> {
    const { severityNames } = this.options.config.incidents;
    const { level, raw, from } = line.severity;
    return {
      id: line.id,
      reference: referenceOf(line),
      title: line.isPrivate ? PRIVATE_TITLE : line.title,
      provider: line.provider,
      account: line.account,
      url: line.url ?? null,
      status: line.status,
      severity: {
        raw,
        level,
        name: severityName(level, severityNames),
        from,
      },
      isTest: line.isTest,
      isPrivate: line.isPrivate,
      customerImpact: line.customerImpact,
      startedAt: isoTime(line.startedAt),
      resolvedAt: isoOrNull(line.resolvedAt),
      durationMs: durationOf(line, now),
      postmortem: {
        state: line.postmortem,
        dueAt: isoOrNull(line.postmortemDueAt),
      },
      updatedAt: isoTime(line.updatedAt),
    };
  }

  private service(line: IncidentServiceLine): IncidentServiceItem {
    const nameOfTier = tierNames(this.options.config.tiers);
    return {
      entityRef: line.entityRef,
      title: line.title,
      owner: line.owner ?? null,
      tier: { id: line.tierId, name: nameOfTier(line.tierId) },
      from: line.origin,
    };
  }
}
