import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerDraft, ItemSave } from './useItemSaves';

type Evidence = AnswerDraft['evidence'];
type AnswerValue = NonNullable<AnswerDraft['answer']>;

/** What an answer lacks before it can be stored (`evidence`, `reason`), or what somebody opened (`links`, `note`). */
export type Asking = 'evidence' | 'links' | 'reason' | 'note' | undefined;

/** What was typed and is not stored yet. */
interface Typed {
  note?: string;
  evidence: Evidence;
}

const nothing: Typed = { evidence: [] };

/** Texts that were typed into items whose rows may come and go with the filter, by item id. */
export type TypedTexts = Map<string, Typed>;

const plain = ({ title, url }: Evidence[number]) => ({ title, url });

interface Options {
  item: ChecklistItemState;
  save?: ItemSave;
  typedTexts: TypedTexts;
  onSave: (item: ChecklistItemState, draft: AnswerDraft) => void;
}

/**
 * The answer to one item as somebody is giving it. A yes that needs evidence and a "not applicable" that
 * needs a reason are not sent before they have it; `asking` says what is missing.
 */
export function useItemDraft({ item, save, typedTexts, onSave }: Options) {
  const { id, answer } = item;
  const [typed, setTypedState] = useState(typedTexts.get(id) ?? nothing);
  const [asking, setAsking] = useState<Asking>();
  const setTyped = useCallback(
    (next: Typed) => {
      typedTexts.set(id, next);
      setTypedState(next);
    },
    [id, typedTexts],
  );
  const stored = answer?.evidence.map(plain) ?? [];
  const note = typed.note ?? answer?.note ?? '';
  const evidence = [...stored, ...typed.evidence];

  const seen = useRef(save);
  useEffect(() => {
    if (save === seen.current) return;
    seen.current = save;
    if (save?.kind === 'saved') setTyped(nothing);
  }, [save, setTyped]);

  const send = (value: AnswerDraft['answer'], links: Evidence, text = note) =>
    onSave(item, { answer: value, note: text.trim(), evidence: links });

  const give = (value: AnswerValue, links: Evidence = evidence) => {
    if (value === 'yes' && item.evidenceRule === 'required' && !links.length) {
      setAsking('evidence');
    } else if (value === 'not-applicable' && note.trim().length < 3) {
      setAsking('reason');
    } else {
      setAsking(undefined);
      send(value, links);
    }
  };

  return {
    note,
    evidence,
    /** How many links at the end of `evidence` are not stored yet. */
    unsaved: typed.evidence.length,
    asking,
    ask: setAsking,
    give,
    /** Forgets what was typed. */
    forget: () => {
      setAsking(undefined);
      setTyped(nothing);
    },
    takeBack: () => onSave(item, { answer: null, note: '', evidence: [] }),
    setNote: (text: string) => setTyped({ ...typed, note: text }),
    /** Stores the note with the answer that is there. */
    sendNote: () => {
      setAsking(undefined);
      if (answer) send(answer.value, evidence);
    },
    dropNote: () => {
      setAsking(undefined);
      setTyped({ ...typed, note: undefined });
    },
    addEvidence: (link: Evidence[number]) => {
      const links = [...evidence, link];
      setAsking(undefined);
      if (asking === 'evidence') give('yes', links);
      else if (answer) send(answer.value, links);
      else setTyped({ ...typed, evidence: [...typed.evidence, link] });
    },
    removeEvidence: (index: number) => {
      const links = evidence.filter((_, at) => at !== index);
      if (index < stored.length && answer) send(answer.value, links);
      else {
        const own = index - stored.length;
        setTyped({
          ...typed,
          evidence: typed.evidence.filter((_, at) => at !== own),
        });
      }
    },
  };
}

/** One answer as somebody is giving it. */
export type ItemDraft = ReturnType<typeof useItemDraft>;
