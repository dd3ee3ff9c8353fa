import { useApi } from '@backstage/core-plugin-api';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useEffect, useState } from 'react';
import { reliabilityApiRef } from '../../api';
import {
  draftOf,
  dropDraft,
  keepDraft,
  keptDraft,
  putRequestOf,
  sameWords,
  type PostmortemDraft,
} from '../../utils/incidents/postmortemDraft';
import { useAction } from '../useAction';

const isConflict = (error: Error) =>
  (error as { statusCode?: number }).statusCode === 409 ||
  error.name === 'ConflictError';

/** What there is at the beginning: the draft of this browser goes before what is stored. */
function begin(postmortem: PostmortemResponse) {
  const stored = draftOf(postmortem);
  const kept = keptDraft(postmortem.incident.id);
  const mine = kept && !sameWords(kept, stored) ? kept : undefined;
  return { stored, draft: mine ?? stored, found: mine };
}

/**
 * The writing of a postmortem. What is not saved is kept in this browser; where somebody else saved in between,
 * `theirs` holds what they wrote and nothing is sent until the writer has chosen.
 */
export function usePostmortemEditor(
  postmortem: PostmortemResponse,
  onWritten: (written: PostmortemResponse) => void,
) {
  const api = useApi(reliabilityApiRef);
  const incidentId = postmortem.incident.id;
  const [start] = useState(() => begin(postmortem));
  const [draft, setDraft] = useState(start.draft);
  const [found, setFound] = useState(start.found);
  const [kept, setKept] = useState<boolean>();
  const [theirs, setTheirs] = useState<PostmortemResponse | undefined>(() =>
    start.found && start.found.version !== postmortem.version
      ? postmortem
      : undefined,
  );
  const dirty = !sameWords(draft, draftOf(postmortem));

  useEffect(() => {
    if (dirty) setKept(keepDraft(incidentId, draft));
    else dropDraft(incidentId);
  }, [dirty, draft, incidentId]);

  // A step of the status makes a new version too; with nothing unsaved the draft just follows it.
  useEffect(() => {
    if (!dirty && !theirs) {
      setDraft(now =>
        now.version === postmortem.version ? now : draftOf(postmortem),
      );
    }
  }, [dirty, theirs, postmortem]);

  const change = useCallback(
    (patch: Partial<Pick<PostmortemDraft, 'title' | 'texts'>>) =>
      setDraft(before => ({
        ...before,
        ...patch,
        texts: { ...before.texts, ...patch.texts },
        at: new Date().toISOString(),
      })),
    [],
  );
  const put = useCallback(
    async (wanted: PostmortemDraft) => {
      try {
        return await api.putPostmortem(
          incidentId,
          putRequestOf(wanted, postmortem.sections),
        );
      } catch (error) {
        if (error instanceof Error && isConflict(error)) {
          setTheirs(await api.getPostmortem(incidentId));
        }
        throw error;
      }
    },
    [api, incidentId, postmortem.sections],
  );
  const { state, run } = useAction(put, written => {
    // What was typed while it was on its way stays, over the new version.
    setDraft(now =>
      sameWords(now, draft)
        ? draftOf(written)
        : { ...now, version: written.version },
    );
    setFound(undefined);
    onWritten(written);
  });
  /** Goes on with these words over what somebody else saved. */
  const settle = (words: Pick<PostmortemDraft, 'title' | 'texts'>) => {
    if (!theirs) return;
    setDraft({
      ...words,
      version: theirs.version,
      at: new Date().toISOString(),
    });
    setTheirs(undefined);
    setFound(undefined);
    onWritten(theirs);
  };
  /** Forgets what was not saved. */
  const discard = () => {
    setDraft(draftOf(theirs ?? postmortem));
    setFound(undefined);
    if (theirs) onWritten(theirs);
    setTheirs(undefined);
  };
  return {
    draft,
    dirty,
    /** What this browser had kept when the page was opened. */
    found,
    /** Whether the browser keeps what is not saved; undefined before it had to. */
    kept,
    theirs,
    /** What both began with; absent where that is not known any more. */
    base: theirs && theirs !== postmortem ? draftOf(postmortem) : undefined,
    state,
    change,
    save: () => run(draft),
    settle,
    discard,
  };
}

/** What the parts of the editor share. */
export type PostmortemEditing = ReturnType<typeof usePostmortemEditor>;
