import {
  MAX_EVIDENCE,
  type AnswerProposal,
  type ChecklistItemState,
  type PutAnswerRequest,
} from '@plimsoll/backstage-plugin-reliability-common';

/** The answer that a proposal becomes: the links that are there stay, the newest beyond the limit are left out. */
export function withEvidenceOf(
  { answer, note, evidence }: AnswerProposal,
  item: ChecklistItemState | undefined,
): PutAnswerRequest {
  const before = (item?.answer?.evidence ?? []).map(({ title, url }) => ({
    title,
    url,
  }));
  const added = evidence.filter(
    link => !before.some(({ url }) => url === link.url),
  );
  return {
    answer,
    note,
    evidence: [...before, ...added].slice(0, MAX_EVIDENCE),
    version: item?.version ?? 0,
  };
}
