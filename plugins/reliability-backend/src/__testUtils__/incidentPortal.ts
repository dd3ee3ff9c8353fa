import { PRIVATE_TITLE } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { DAY, Harness, HOUR, MINUTE, NOW } from './harness';
import { putFollowUp, putIncident, putPostmortem } from './incidentData';
import { openRankedPortal } from './portal';

/** Accounts at two vendors. */
export const incidentSection = {
  incidents: {
    accounts: [
      { name: 'pager', type: 'pagerduty' },
      { name: 'status', type: 'statuspage' },
    ],
    severityNames: ['Critical', 'Major'],
  },
};

const ended = (began: number, minutes: number) => ({
  declared: began,
  resolved: began + minutes * MINUTE,
});

/**
 * Fills a portal of the four services of `openRankedPortal`. `open` goes on at `best` and `good`; `old` and
 * `again` are over at `best`, of the same key, the older with an overdue postmortem; `felt` was felt by customers
 * of `even`; `nowhere` belongs to no service; then an exercise, a declined, a merged, a private and a removed one.
 */
export async function fillIncidents(knex: Knex): Promise<void> {
  await putIncident(knex, 'open', {
    reference: 'INC-1',
    title: 'Checkout is slow',
    services: ['best', 'good'],
    status: 'acknowledged',
    severity: 'SEV1',
    level: 1,
    updatedAt: NOW - MINUTE,
  });
  const old = await putIncident(knex, 'old', {
    title: 'Cards refused 100%',
    summary: 'The acquirer was down',
    services: ['best'],
    status: 'closed',
    severity: 'SEV2',
    level: 2,
    dedupeKey: 'cards',
    stamps: ended(NOW - 20 * DAY, 90),
    updatedAt: NOW - 19 * DAY,
    columns: {
      postmortem_required: true,
      draft_due_at: new Date(NOW - 17 * DAY),
      publish_due_at: new Date(NOW - 10 * DAY),
      budget_spent: 0.25,
    },
  });
  await putIncident(knex, 'again', {
    title: 'Cards refused again',
    services: ['best'],
    status: 'resolved',
    severity: 'P5',
    dedupeKey: 'cards',
    cause: 'Certificate ran out',
    stamps: ended(NOW - 2 * DAY, 10),
    updatedAt: NOW - 2 * DAY,
    columns: {
      repeat_of: old,
      postmortem_required: true,
      draft_due_at: new Date(NOW + DAY),
      publish_due_at: new Date(NOW + 5 * DAY),
    },
  });
  const felt = await putIncident(knex, 'felt', {
    account: 'status',
    provider: 'statuspage',
    title: 'Letters are late',
    services: ['even'],
    status: 'resolved',
    severity: 'minor',
    level: 3,
    customerImpact: true,
    stamps: ended(NOW - 10 * DAY, 30),
    updatedAt: NOW - 3 * DAY,
  });
  await putPostmortem(knex, felt, { status: 'published' });
  await putFollowUp(knex, felt, { due_at: new Date(NOW - HOUR) });
  await putFollowUp(knex, felt, { due_at: new Date(NOW + HOUR) });
  await putFollowUp(knex, felt, {
    due_at: new Date(NOW - HOUR),
    status: 'done',
  });
  await fillOthers(knex);
}

async function fillOthers(knex: Knex): Promise<void> {
  await putIncident(knex, 'nowhere', {
    title: 'A disk is full',
    stamps: { declared: NOW - 3 * HOUR },
    updatedAt: NOW - 3 * HOUR,
  });
  const of = { services: ['poor'], updatedAt: NOW - 30 * DAY };
  const stamps = ended(NOW - 31 * DAY, 5);
  await putIncident(knex, 'test', {
    ...of,
    stamps,
    isTest: true,
    status: 'resolved',
  });
  await putIncident(knex, 'declined', { ...of, stamps, status: 'declined' });
  await putIncident(knex, 'merged', { ...of, stamps, status: 'merged' });
  await putIncident(knex, 'private', {
    ...of,
    title: PRIVATE_TITLE,
    isPrivate: true,
    status: 'closed',
    stamps: { detected: NOW - 31 * DAY },
  });
  await putIncident(knex, 'removed', {
    ...of,
    columns: { removed_at: new Date(NOW) },
  });
}

/** A portal with incidents, see `fillIncidents`. */
export async function openIncidentPortal(knex: Knex): Promise<Harness> {
  const harness = await openRankedPortal(knex, {
    reliability: incidentSection,
  });
  await fillIncidents(knex);
  return harness;
}
