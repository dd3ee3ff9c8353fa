import { canonicalJson } from '../facts';
import { itemHashOf } from './compileChecklist';
import { DossierItem } from './dossier';

/** One item that is not as it was signed. @public */
export interface DossierChange {
  readonly itemId: string;
  readonly title: string;
  /** The weightiest of what changed. */
  readonly kind:
    | 'state'
    | 'answer'
    | 'evidence'
    | 'definition'
    | 'added'
    | 'removed';
  /** In words. */
  readonly before: string;
  readonly after: string;
}

/** An item as it was signed and as it is; a renamed one is the same by `formerly`. */
export interface ItemPair {
  readonly before?: DossierItem;
  readonly after?: DossierItem;
}

/** Items side by side: in the order of now, then those that are gone. */
export function pairsOf(
  signed: readonly DossierItem[],
  current: readonly DossierItem[],
): ItemPair[] {
  const byId = new Map(signed.map(item => [item.definition.id, item]));
  const pairs = current.map((after): ItemPair => {
    const { id, formerly = [] } = after.definition;
    const earlier = [id, ...formerly].find(each => byId.has(each));
    return {
      after,
      before: earlier === undefined ? undefined : byId.get(earlier),
    };
  });
  const kept = new Set(pairs.map(({ before }) => before));
  return [
    ...pairs,
    ...signed
      .filter(item => !kept.has(item))
      .map((before): ItemPair => ({ before })),
  ];
}

const STATES = {
  unanswered: 'unanswered',
  met: 'met',
  'not-met': 'not met',
  'not-applicable': 'not applicable',
  expired: 'expired',
  contested: 'contested',
} as const;

const stateText = ({ state, required }: DossierItem) =>
  `${STATES[state]}, ${required ? 'required' : 'optional'}`;

function answerText({ answer }: DossierItem): string {
  if (!answer) return 'no answer';
  const { value, note } = answer;
  const words = value === 'not-applicable' ? 'not applicable' : value;
  return note === '' ? words : `${words}: ${note}`;
}

function evidenceText({ answer }: DossierItem): string {
  const links = answer?.evidence ?? [];
  return links.length === 0
    ? 'no evidence'
    : links.map(({ title, url }) => `${title} <${url}>`).join(', ');
}

const definitionText = ({ definition }: DossierItem) => definition.title;

/** What can change in an item, the weightiest first, with how it is told. */
const aspects: {
  kind: DossierChange['kind'];
  of: (item: DossierItem) => unknown;
  text: (item: DossierItem) => string;
}[] = [
  {
    kind: 'state',
    of: ({ state, required }) => [state, required],
    text: stateText,
  },
  {
    kind: 'answer',
    of: ({ answer }) => answer && [answer.value, answer.note],
    text: answerText,
  },
  {
    kind: 'evidence',
    of: ({ answer }) =>
      answer?.evidence.map(({ title, url }) => [title, url]) ?? [],
    text: evidenceText,
  },
  {
    kind: 'definition',
    of: ({ definition }) => itemHashOf(definition),
    text: definitionText,
  },
];

function changeOf({ before, after }: ItemPair): DossierChange[] {
  if (!before || !after) {
    const item = (after ?? before)!;
    const { id, title } = item.definition;
    return [
      {
        itemId: id,
        title,
        kind: after ? 'added' : 'removed',
        before: before ? stateText(before) : 'not in the checklist',
        after: after ? stateText(after) : 'not in the checklist',
      },
    ];
  }
  const changed = aspects.find(
    ({ of }) => canonicalJson(of(before)) !== canonicalJson(of(after)),
  );
  if (!changed) return [];
  const { id, title } = after.definition;
  return [
    {
      itemId: id,
      title,
      kind: changed.kind,
      before: changed.text(before),
      after: changed.text(after),
    },
  ];
}

/**
 * What is different since the signature, item by item. An answer that was given again with the same value,
 * note and evidence is no change.
 *
 * @public
 */
export function dossierChanges(
  signed: readonly DossierItem[],
  current: readonly DossierItem[],
): DossierChange[] {
  return pairsOf(signed, current).flatMap(changeOf);
}
