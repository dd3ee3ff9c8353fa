import { useApi } from '@backstage/core-plugin-api';
import type {
  AnswerValue,
  ChecklistItemState,
  ChecklistResponse,
  ReadinessWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useRef, useState } from 'react';
import { reliabilityApiRef, type ChecklistPlace } from '../../api';

/** What a person wants an answer to be; `null` takes it back. */
export interface AnswerDraft {
  answer: AnswerValue | null;
  note: string;
  evidence: { title: string; url: string }[];
}

/** How the saving of one answer goes. What could not be saved is kept in `draft`. */
export type ItemSave =
  | { kind: 'saving'; draft: AnswerDraft }
  | { kind: 'saved' }
  | { kind: 'failed'; draft: AnswerDraft; error: Error }
  | { kind: 'conflict'; draft: AnswerDraft };

export type ItemSaves = Readonly<Record<string, ItemSave>>;

interface Options {
  place: ChecklistPlace;
  onWritten: (reply: ReadinessWriteResponse) => void;
  /** Takes the checklist as it was read again after a conflict. */
  onReread: (checklist: ChecklistResponse) => void;
}

const asError = (error: unknown) =>
  error instanceof Error ? error : new Error(String(error));

const isConflict = (error: Error) =>
  (error as { statusCode?: number }).statusCode === 409 ||
  error.name === 'ConflictError';

/**
 * Saves answers one after the other: every reply holds the whole checklist, so replies that overtake each
 * other would put old answers back. Where somebody else was faster, their answer is read and mine is kept.
 */
export function useItemSaves({ place, onWritten, onReread }: Options) {
  const api = useApi(reliabilityApiRef);
  const { entityRef, checklist } = place;
  const [saves, setSaves] = useState<ItemSaves>({});
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const newest = useRef(new Map<string, AnswerDraft>());
  // From the version that a write of mine began with to the one that it ended with: a second answer may
  // be given before the first is stored, and must not be taken for somebody else's.
  const successors = useRef(new Map<string, number>());
  const handlers = useRef({ onWritten, onReread });
  handlers.current = { onWritten, onReread };

  const write = useCallback(
    async (id: string, seen: number, draft: AnswerDraft): Promise<ItemSave> => {
      let version = seen;
      const after = () => successors.current.get(`${id} ${version}`);
      for (let next = after(); next !== undefined; next = after()) {
        version = next;
      }
      try {
        const reply = await api.putAnswer(
          { entityRef, checklist, item: id },
          { ...draft, version },
        );
        const stored = reply.checklist.items.find(item => item.id === id);
        if (stored && stored.version > version) {
          successors.current.set(`${id} ${version}`, stored.version);
        }
        handlers.current.onWritten(reply);
        return { kind: 'saved' };
      } catch (caught) {
        const error = asError(caught);
        if (!isConflict(error)) return { kind: 'failed', draft, error };
        try {
          const theirs = await api.getChecklist({ entityRef, checklist });
          handlers.current.onReread(theirs);
          return { kind: 'conflict', draft };
        } catch (unread) {
          return { kind: 'failed', draft, error: asError(unread) };
        }
      }
    },
    [api, entityRef, checklist],
  );

  const save = useCallback(
    (item: Pick<ChecklistItemState, 'id' | 'version'>, draft: AnswerDraft) => {
      const { id, version } = item;
      newest.current.set(id, draft);
      setSaves(all => ({ ...all, [id]: { kind: 'saving', draft } }));
      queue.current = queue.current.then(async () => {
        const result = await write(id, version, draft);
        if (newest.current.get(id) !== draft) return;
        setSaves(all => ({ ...all, [id]: result }));
      });
    },
    [write],
  );

  /** Gives up what could not be saved. */
  const discard = useCallback((id: string) => {
    newest.current.delete(id);
    setSaves(({ [id]: _gone, ...others }) => others);
  }, []);

  return { saves, save, discard };
}
