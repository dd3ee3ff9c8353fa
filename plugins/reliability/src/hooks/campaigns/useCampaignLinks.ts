import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { rootRouteRef } from '../../routes';

/** Where campaigns are. */
export function useCampaignLinks() {
  const root = useRouteRef(rootRouteRef);
  return useMemo(() => {
    const base = `${root().replace(/\/$/, '')}/programme`;
    return {
      all: `${base}/campaigns`,
      one: (id: string) => `${base}/campaigns/${encodeURIComponent(id)}`,
      /** The list with the form open; items as `checklist/item`. */
      make: (fill: { title?: string; goal?: string; items?: string[] }) => {
        const search = new URLSearchParams({ new: 'true' });
        if (fill.title) search.set('title', fill.title);
        if (fill.goal) search.set('goal', fill.goal);
        fill.items?.forEach(item => search.append('items', item));
        return `${base}/campaigns?${search}`;
      },
      /** Where other rules are tried. */
      preview: `${base}/preview`,
    };
  }, [root]);
}
