import type { GateAnswerReason } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../hooks/useServiceLink';

type Noun = NonNullable<GateAnswerReason['noun']>;

const views: Record<Noun, string> = {
  slo: '?view=slos',
  oncall: '?view=oncall',
  incidents: '?view=incidents',
  readiness: '?view=readiness',
  maturity: '',
};

/** Where a service shows what a reason is about. */
export function useNounLink(entityRef: string): (noun: Noun) => string {
  const tab = useServiceLink()(entityRef);
  return noun => `${tab}${views[noun]}`;
}
