import { useApi } from '@backstage/core-plugin-api';
import type { IncidentAccountsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useEffect } from 'react';
import { reliabilityApiRef } from '../../api';
import { useLoad } from '../useLoad';

const PERIOD_MS = 30_000;

type Account = IncidentAccountsResponse['items'][number];

/** An account with the address to which its provider sends webhooks; null where it takes none. */
export type IncidentAccount = Account & { readonly webhookUrl: string | null };

/**
 * How each account does, and the address to which its provider sends webhooks. Read again while one is reading
 * its history, so that the progress can be watched.
 */
export function useIncidentAccounts() {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const { items } = await api.getIncidentAccounts({ signal });
      return Promise.all(
        items.map(
          async (account): Promise<IncidentAccount> => ({
            ...account,
            webhookUrl:
              account.webhooks &&
              (await api.getWebhookUrl(account.webhooks.path)),
          }),
        ),
      );
    },
    [api],
  );
  const state = useLoad(load);
  const backfilling =
    state.kind === 'ready' &&
    state.value.some(each => each.state === 'backfilling');
  const reload =
    state.kind === 'ready' && backfilling ? state.reload : undefined;
  useEffect(() => {
    if (!reload) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'hidden') reload();
    }, PERIOD_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return state;
}
