import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ExemptionItem,
  exemptionEnd,
  listExemptionsQuerySchema,
  ListExemptionsQuery,
  RequestExemption,
  waiverDebtQuerySchema,
  WaiverDebtQuery,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { refOf } from './entities';
import { Harness, NOW } from './harness';

export const ada = mockCredentials.user('user:default/ada');
export const bob = mockCredentials.user('user:default/bob');
export const eve = mockCredentials.user('user:default/eve');

type Who = typeof ada | ReturnType<typeof mockCredentials.service>;
export type Decision = 'approve' | 'deny' | 'revoke' | 'withdraw';

const apiOf = ({ services }: Harness) => services.programme.exemptions;

/** What Ada asks for: that `good` need not be tested for a month. */
export const asked = (changed: Partial<RequestExemption> = {}) => ({
  entityRef: refOf('good'),
  scorecard: 'ladder',
  check: 'tested',
  reason: 'The tests are being rewritten',
  until: '2026-12-20',
  ...changed,
});

export const ask = (
  harness: Harness,
  changed: Partial<RequestExemption> = {},
  who: Who = ada,
): Promise<ExemptionItem> =>
  apiOf(harness).requests.request(asked(changed), who);

/** A decision of Bob on what he read. */
export const decide = (
  harness: Harness,
  { id, version }: Pick<ExemptionItem, 'id' | 'version'>,
  decision: Decision = 'approve',
  {
    who = bob,
    note = 'Seen',
    version: read = version,
  }: { who?: Who; note?: string; version?: number } = {},
): Promise<ExemptionItem> =>
  apiOf(harness).decisions.decide(id, { decision, note, version: read }, who);

/** Asked for by Ada, approved by Bob. */
export const grant = async (
  harness: Harness,
  changed: Partial<RequestExemption> = {},
): Promise<ExemptionItem> => decide(harness, await ask(harness, changed));

export const listOf = (
  harness: Harness,
  query: ListExemptionsQuery = {},
  who: Who = bob,
) => apiOf(harness).list.list(listExemptionsQuerySchema.parse(query), who);

export const debtOf = (
  harness: Harness,
  query: WaiverDebtQuery = {},
  who: Who = bob,
) => apiOf(harness).debt.list(waiverDebtQuerySchema.parse(query), who);

export const detailOf = (harness: Harness, id: string, who: Who = bob) =>
  apiOf(harness).reader.get(id, who);

/** Keeps an exemption as it is told, whatever the rules say. */
export async function putExemption(
  knex: Knex,
  id: string,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const until = String(columns.until ?? '2026-12-20');
  await knex('reliability_exemptions').insert({
    id,
    scorecard_id: 'ladder',
    check_id: 'tested',
    entity_ref: refOf('good'),
    reason: 'The tests are being rewritten',
    until,
    ends_at: new Date(exemptionEnd({ until })),
    state: 'requested',
    requested_by: 'user:default/ada',
    requested_at: new Date(NOW),
    note: '',
    renewals: 0,
    version: 1,
    ...columns,
  });
}
