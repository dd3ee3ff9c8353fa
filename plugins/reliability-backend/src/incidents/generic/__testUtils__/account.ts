import { ConfigReader } from '@backstage/config';
import {
  IncidentProvider,
  WebhookVerdict,
} from '@plimsoll/backstage-plugin-reliability-node';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { genericIncidentFactory } from '../genericIncidentFactory';
import { SECRET, signed } from './signed';

export const NOW = Date.parse('2026-06-15T12:00:00Z');
export const DECLARED = '2026-06-15T10:00:00Z';

export const runtime = simulatedRuntime(NOW);

/** An account whose secret is known. */
export const provider: IncidentProvider = genericIncidentFactory.create(
  new ConfigReader({ name: 'main', type: 'generic', webhookSecret: SECRET }),
  runtime,
);

/** The least that an incident must say. */
export const incident = (more: object = {}) => ({
  id: 'INC-1',
  updatedAt: DECLARED,
  title: 'Mail is slow',
  status: 'open',
  ...more,
});

/** What a body says, rightly signed. */
export const receive = (body: unknown): WebhookVerdict =>
  provider.receive!(signed(JSON.stringify(body), NOW), NOW);

/** The incidents of a body, or the verdict when there are none. */
export const incidentsOf = (body: unknown) => {
  const verdict = receive(body);
  return verdict.kind === 'accepted' ? verdict.incidents : verdict;
};
