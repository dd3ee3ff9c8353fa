import { IncidentBatchWriter } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/sync/IncidentBatchWriter';
import { reassessBatches } from '@plimsoll/backstage-plugin-reliability-backend/src/maturity/ReportStore';
import { ARCHIVE, benchIncident } from './incidentsFleet';
import { Portal } from './portal';
import { insertAll } from './programmePast';

const DAY = 24 * 60 * 60 * 1000;

const TEAMS = 200;
const UNITS = 20;
const DIVISIONS = 4;

const group = (name: string) => `group:default/${name}`;

/** Two levels of groups above the teams of the fleet. */
export async function seedGroups({ knex, services }: Portal, now: number) {
  const above = [
    ...Array.from({ length: TEAMS }, (_, index) => ({
      name: `team-${index}`,
      parent: `unit-${index % UNITS}`,
    })),
    ...Array.from({ length: UNITS }, (_, index) => ({
      name: `unit-${index}`,
      parent: `division-${index % DIVISIONS}`,
    })),
  ];
  const groups = above.map(({ name, parent }) => ({
    entityRef: group(name),
    title: name,
    parent: group(parent),
    hash: name,
  }));
  await knex.transaction(tx => services.stores.groups.save(tx, groups, now));
}

/** As many incidents as services over a year, by the road by which a sync writes them. */
export async function seedIncidents(
  portal: Portal,
  refs: readonly string[],
  now: number,
): Promise<void> {
  const links = refs.map(ref => ({
    entity_ref: ref,
    account: ARCHIVE.name,
    kind: 'service',
    ref_id: `S${/-(\d+)$/.exec(ref)![1]}`,
    annotation: 'plimsoll.dev/incidents',
  }));
  await insertAll(portal, 'reliability_incident_links', links);
  const { stores, incidentWriter } = portal.services;
  const writer = new IncidentBatchWriter({
    stores,
    incidentWriter,
    logger: portal.logger,
    now: Date.now,
  });
  const account = { ...ARCHIVE, backfillDone: false, failures: 0 };
  const total = refs.length;
  for (let start = 0; start < total; start += 500) {
    const incidents = Array.from(
      { length: Math.min(500, total - start) },
      (_, index) =>
        benchIncident(start + index, { total, services: refs.length, now }),
    );
    await writer.write({ account, incidents, gone: [] });
  }
}

/** So many exemptions, seven of ten in force and two of ten asked for, at checks that fail. */
export async function seedExemptions(
  portal: Portal,
  count: number,
  now: number,
): Promise<void> {
  const { knex, services } = portal;
  const reports: { entity_ref: string; outcomes: string }[] = await knex(
    'reliability_reports',
  ).select('entity_ref', 'outcomes');
  const failing = reports.filter(({ outcomes }) => outcomes.includes('f'));
  const rows = failing.slice(0, count).map((report, n) => {
    const endsAt = now + ((n % 120) + 1) * DAY;
    const state = ['requested', 'denied', 'requested'][n % 10] ?? 'approved';
    return {
      id: `bench-${n}`,
      scorecard_id: 'bench',
      check_id: `check-${report.outcomes.indexOf('f')}`,
      entity_ref: report.entity_ref,
      reason: 'The store is moved in the next quarter, and then it passes.',
      until: new Date(endsAt).toISOString().slice(0, 10),
      ends_at: new Date(endsAt),
      state,
      requested_by: `user:default/person-${n % 50}`,
      requested_at: new Date(now - (n % 90) * DAY),
      decided_by: state === 'requested' ? null : 'user:default/lead',
      decided_at: state === 'requested' ? null : new Date(now - DAY),
      note: '',
      since_at: state === 'approved' ? new Date(now - (n % 90) * DAY) : null,
      weight: 1,
      renewals: 0,
      version: state === 'requested' ? 1 : 2,
    };
  });
  await insertAll(portal, 'reliability_exemptions', rows);
  for (const batch of reassessBatches(rows.map(row => row.entity_ref))) {
    await knex.transaction(tx =>
      services.reassessor.reassess(tx, batch, Date.now()),
    );
  }
}
