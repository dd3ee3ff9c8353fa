import type {
  PostmortemResponse,
  PutPostmortemRequest,
} from '@plimsoll/backstage-plugin-reliability-common';

/** What somebody writes and has not saved yet. */
export interface PostmortemDraft {
  /** Of the postmortem that it is written over. */
  version: number;
  title: string;
  /** Text of each section by its id. */
  texts: Readonly<Record<string, string>>;
  /** When it was kept; RFC 3339. */
  at: string;
}

const keyOf = (incidentId: string) => `plimsoll.postmortem.${incidentId}`;

const isDraft = (value: unknown): value is PostmortemDraft => {
  const draft = value as Partial<PostmortemDraft> | null;
  return (
    typeof draft?.version === 'number' &&
    typeof draft.title === 'string' &&
    typeof draft.at === 'string' &&
    typeof draft.texts === 'object' &&
    draft.texts !== null &&
    Object.values(draft.texts).every(text => typeof text === 'string')
  );
};

/** Keeps a draft in the browser; whether that went well. A full or forbidden storage must not stop the writing. */
export function keepDraft(
  incidentId: string,
  draft: PostmortemDraft,
  storage: () => Storage = () => window.localStorage,
): boolean {
  try {
    storage().setItem(keyOf(incidentId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft that this browser keeps; undefined where there is none that makes sense. */
export function keptDraft(
  incidentId: string,
  storage: () => Storage = () => window.localStorage,
): PostmortemDraft | undefined {
  try {
    const value = JSON.parse(storage().getItem(keyOf(incidentId)) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the draft of an incident. */
export function dropDraft(
  incidentId: string,
  storage: () => Storage = () => window.localStorage,
): void {
  try {
    storage().removeItem(keyOf(incidentId));
  } catch {
    // Where nothing can be stored, nothing has to go.
  }
}

/** The postmortem as the backend has it, as a draft; its time is that of the last change. */
export function draftOf(postmortem: PostmortemResponse): PostmortemDraft {
  return {
    version: postmortem.version,
    title: postmortem.title,
    texts: Object.fromEntries(
      postmortem.sections.map(({ id, text }) => [id, text]),
    ),
    at: postmortem.updatedAt ?? '',
  };
}

/** Whether two drafts say the same, whatever their version and time. */
export function sameWords(a: PostmortemDraft, b: PostmortemDraft): boolean {
  const ids = new Set([...Object.keys(a.texts), ...Object.keys(b.texts)]);
  return (
    a.title.trim() === b.title.trim() &&
    [...ids].every(
      id => (a.texts[id] ?? '').trim() === (b.texts[id] ?? '').trim(),
    )
  );
}

/** How two drafts of one text come together: who changed a section, or that both did. */
export type Merge = 'same' | 'mine' | 'theirs' | 'both';

const merged = (mine: string, theirs: string, base?: string): Merge => {
  const [a, b, c] = [mine, theirs, base].map(text => text?.trim());
  if (a === b) return 'same';
  if (c !== undefined && a === c) return 'theirs';
  return c !== undefined && b === c ? 'mine' : 'both';
};

/**
 * Who changed what since they began; title and sections, each by itself.
 *
 * @param base - what both began with; where that is not known, whatever differs was changed by both
 */
export function mergeDrafts(
  mine: PostmortemDraft,
  theirs: PostmortemDraft,
  base?: PostmortemDraft,
): { title: Merge; sections: Record<string, Merge> } {
  const ids = new Set([
    ...Object.keys(mine.texts),
    ...Object.keys(theirs.texts),
  ]);
  const of = (id: string) =>
    merged(
      mine.texts[id] ?? '',
      theirs.texts[id] ?? '',
      base && (base.texts[id] ?? ''),
    );
  return {
    title: merged(mine.title, theirs.title, base?.title),
    sections: Object.fromEntries([...ids].map(id => [id, of(id)])),
  };
}

/** What is sent of a draft; only sections that the template still has. */
export function putRequestOf(
  draft: PostmortemDraft,
  sections: PostmortemResponse['sections'],
): PutPostmortemRequest {
  return {
    version: draft.version,
    title: draft.title.trim(),
    sections: sections.map(({ id }) => ({ id, text: draft.texts[id] ?? '' })),
  };
}
