import {
  SloItem,
  SloWindowItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull } from '../database/dates';
import { SloLine } from './sloListRow';

/** An SLO as a list answers it. */
export function presentLine(
  line: SloLine,
  nameOfTier: (id: string) => string,
): SloItem {
  const window = JSON.parse(line.window) as Pick<
    SloWindowItem,
    'kind' | 'duration' | 'timeZone'
  >;
  return {
    id: line.id,
    name: line.name,
    title: line.title,
    entityRef: line.entityRef,
    serviceTitle: line.serviceTitle,
    owner: line.owner ?? null,
    tier: { id: line.tierId, name: nameOfTier(line.tierId) },
    target: line.target,
    method: line.method as SloItem['method'],
    window: {
      ...window,
      from: isoOrNull(line.windowFrom),
      to: isoOrNull(line.windowTo),
    },
    status: line.status,
    flags: [...line.flags],
    sli: line.sli,
    remaining: line.remaining,
    remainingMs: line.remainingMs,
    burn: line.burn,
    exhaustedAt: isoOrNull(line.exhaustedAt),
    alerts: { page: line.pages, ticket: line.tickets },
    objectives: line.objectives,
    source: line.source,
    error: line.error ?? null,
    evaluatedAt: isoOrNull(line.evaluatedAt),
  };
}
