import { useApi } from '@backstage/core-plugin-api';
import type {
  DecideLessonRequest,
  Lesson,
  LessonPreviewQuery,
  ListLessonsResponse,
  ProposeLessonRequest,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback } from 'react';
import { reliabilityApiRef } from '../../api';
import { useAction } from '../useAction';
import { useLoad } from '../useLoad';
import { useMorePages } from '../useMorePages';

type LessonItem = ListLessonsResponse['items'][number];

/** What a checklist item made of a follow-up would find; of the item that was chosen where there is one. */
export function useLessonPreview(
  followUpId: string,
  { checklist, item }: LessonPreviewQuery,
) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.previewLesson(
        followUpId,
        { ...(checklist && { checklist }), ...(item && { item }) },
        { signal },
      ),
    [api, followUpId, checklist, item],
  );
  return useLoad(load, followUpId);
}

/** Proposes a checklist item because of a follow-up. */
export function useProposeLesson(
  followUpId: string,
  onWritten: (written: Lesson) => void,
) {
  const api = useApi(reliabilityApiRef);
  const propose = useCallback(
    (request: ProposeLessonRequest) => api.proposeLesson(followUpId, request),
    [api, followUpId],
  );
  return useAction(propose, onWritten);
}

/** The proposals in some states, the newest first, a page at a time. */
export function useLessons(state: Lesson['state'] | undefined) {
  const api = useApi(reliabilityApiRef);
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      api.getLessons(
        { ...(state && { state }), ...(cursor && { cursor }) },
        { signal },
      ),
    [api, state],
  );
  return useMorePages<LessonItem, ListLessonsResponse>(load, state ?? '');
}

/** Accepts or declines a proposal. */
export function useDecideLesson(
  id: string,
  onWritten: (written: Lesson) => void,
) {
  const api = useApi(reliabilityApiRef);
  const decide = useCallback(
    (request: DecideLessonRequest) => api.decideLesson(id, request),
    [api, id],
  );
  return useAction(decide, onWritten);
}
