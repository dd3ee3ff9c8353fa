import { usePermission } from '@backstage/plugin-permission-react';
import {
  reliabilityExemptionRequestPermission,
  type ExemptionItem,
  type ListExemptionsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  createContext,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useRoute } from '../../../hooks/useRoute';
import type { LoadState } from '../../../hooks/useLoad';

/** The exemptions of the service whose checks are drawn. */
export interface CheckExemptionsValue {
  readonly entityRef: string;
  readonly state: LoadState<ListExemptionsResponse>;
  /** Whether the reader may ask for one. */
  readonly mayRequest: boolean;
  /** The one for a check that waits, else the one in force. */
  of(scorecard: string, check: string): ExemptionItem | undefined;
  /** What was said of the last request, by check. */
  readonly said?: { readonly check: string };
  onAsked(check: string): void;
}

const Context = createContext<CheckExemptionsValue | undefined>(undefined);

/** Reads the exemptions of a service once for all of its checks. */
export function CheckExemptions(props: {
  entityRef: string;
  children: ReactNode;
}) {
  const { entityRef, children } = props;
  const state = useRoute(
    'listExemptions',
    {
      query: {
        service: [entityRef],
        state: ['requested', 'approved'],
        limit: 500,
      },
    },
    entityRef,
  );
  const { allowed: mayRequest } = usePermission({
    permission: reliabilityExemptionRequestPermission,
    resourceRef: entityRef,
  });
  const [said, setSaid] = useState<{ check: string }>();
  const value = useMemo(
    (): CheckExemptionsValue => ({
      entityRef,
      state,
      mayRequest,
      said,
      of: (scorecard, check) => {
        const items = state.kind === 'ready' ? state.value.items : [];
        const own = items.filter(
          each => each.scorecard.id === scorecard && each.check.id === check,
        );
        return own.find(each => each.state === 'requested') ?? own[0];
      },
      onAsked: check => {
        setSaid({ check });
        if (state.kind === 'ready') state.reload();
      },
    }),
    [entityRef, state, mayRequest, said],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The exemptions of the service around; undefined where nobody reads them. */
export const useCheckExemptions = () => useContext(Context);
