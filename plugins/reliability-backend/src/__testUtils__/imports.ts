import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ImportAnswersRequest,
  importAnswersRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { refOf } from './entities';
import { Harness } from './harness';
import { LAUNCH } from './readiness';

/** A row that answers the item `rollback` of `pay`, with some of it changed. */
export const importRow = (changed: object = {}) => ({
  entityRef: refOf('pay'),
  itemId: 'rollback',
  answer: 'yes',
  ...changed,
});

/** Imports answers to the checklist `launch`, as a machine unless the test says otherwise. */
export const sendImport = (
  { services }: Harness,
  request: ImportAnswersRequest,
  who: BackstageCredentials = mockCredentials.service(),
) =>
  services.imports.importAnswers(
    LAUNCH,
    importAnswersRequestSchema.parse(request),
    who,
  );

/** What one row is told: status and reason. */
export async function verdictOf(
  harness: Harness,
  changed: object,
  request: ImportAnswersRequest = {},
): Promise<string[]> {
  const rows = [importRow(changed)];
  const { results } = await sendImport(harness, { rows, ...request });
  return results.map(({ status, reason = '' }) => [status, reason])[0];
}
