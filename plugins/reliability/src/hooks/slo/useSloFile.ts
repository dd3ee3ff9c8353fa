import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

/** The files that follow from an SLO. */
export const sloFileKinds = [
  'prometheus',
  'prometheusrule',
  'tests',
  'openslo',
] as const;
export type SloFileKind = (typeof sloFileKinds)[number];

/** Whose files: one SLO, or all those of a service together. */
export type SloFileSubject = { slo: string } | { entityRef: string };

/** One of the files that follow from an SLO, as its text. Only a single SLO has an OpenSLO document. */
export function useSloFile(subject: SloFileSubject, kind: SloFileKind) {
  const api = useApi(reliabilityApiRef);
  const slo = 'slo' in subject ? subject.slo : undefined;
  const entityRef = 'slo' in subject ? '' : subject.entityRef;
  const load = useCallback(
    (signal: AbortSignal) => {
      if (kind === 'openslo' && slo) return api.getOpenSlo(slo, { signal });
      const query =
        kind === 'prometheusrule'
          ? { format: kind }
          : { format: 'prometheus' as const, tests: String(kind === 'tests') };
      return slo === undefined
        ? api.getServiceSloRules(entityRef, query, { signal })
        : api.getSloRules(slo, query, { signal });
    },
    [api, slo, entityRef, kind],
  );
  return useLoad(load, `${slo} ${entityRef} ${kind}`);
}
