import { useApi } from '@backstage/core-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useDebounced } from '../useDebounced';
import { useLoad } from '../useLoad';

/** Something that can be chosen. */
export interface Suggestion {
  /** Entity reference. */
  value: string;
  title: string;
  /** What tells it from others of the same name. */
  note?: string;
}

/** What was found for a text. */
export interface Suggestions {
  of: string;
  items: Suggestion[];
}

const LIMIT = 8;

/** Services whose name has a text in it; nothing is asked for an empty one. */
export function useServiceSuggestions(text: string) {
  const api = useApi(reliabilityApiRef);
  const q = useDebounced(text.trim());
  const load = useCallback(
    async (signal: AbortSignal): Promise<Suggestions> => {
      if (!q) return { of: q, items: [] };
      const page = await api.getServices({ q, limit: LIMIT }, { signal });
      const items = page.items.map(({ entityRef, title, tier }) => ({
        value: entityRef,
        title,
        note: tier.name,
      }));
      return { of: q, items };
    },
    [api, q],
  );
  return useLoad(load);
}

const titleOf = (entity: Entity) => {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
};

/** Users and groups of the catalog whose name has a text in it. */
export function usePeopleSuggestions(text: string) {
  const catalog = useApi(catalogApiRef);
  const term = useDebounced(text.trim());
  const load = useCallback(async (): Promise<Suggestions> => {
    if (!term) return { of: term, items: [] };
    const page = await catalog.queryEntities({
      filter: { kind: ['User', 'Group'] },
      fullTextFilter: {
        term,
        fields: [
          'metadata.name',
          'metadata.title',
          'spec.profile.displayName',
          'spec.profile.email',
        ],
      },
      fields: ['kind', 'metadata', 'spec.profile'],
      limit: LIMIT,
    });
    const items = page.items.map(entity => ({
      value: stringifyEntityRef(entity),
      title: titleOf(entity),
      note: entity.kind,
    }));
    return { of: term, items };
  }, [catalog, term]);
  return useLoad(load);
}
