import { Dossier, DossierItem } from './dossier';

/** Text of somebody else inside a line: no mark of it means anything, and it stays in its line. */
const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&!|~#]/g, mark => `\\${mark}`)
    // These mean something only where a line begins.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** Text of somebody else as a quotation that keeps its lines. */
const quoted = (text: string): string[] => {
  const lines = text
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(inline);
  return lines.map((line, index) => {
    const breaks = line !== '' && (lines[index + 1] ?? '') !== '';
    return `> ${line}${breaks ? '\\' : ''}`.trimEnd();
  });
};

const section = (heading: string, text: string): string[] =>
  text.trim() === '' ? [] : ['', `${heading}:`, '', ...quoted(text)];

/** A link, where the address is one that a person may follow; otherwise its text. */
function link(title: string, url: string): string {
  const address = url.replace(/[\s<>\\]/g, encodeURIComponent);
  return /^https?:\/\//i.test(address)
    ? `[${inline(title)}](<${address}>)`
    : `${inline(title)}: ${inline(url)}`;
}

const STATES = {
  unanswered: 'Unanswered',
  met: 'Met',
  'not-met': 'Not met',
  'not-applicable': 'Not applicable',
  expired: 'Expired',
  contested: 'Contested',
} as const;

function answerLines({ answer }: DossierItem): string[] {
  if (!answer) return [];
  const value =
    answer.value === 'not-applicable' ? 'not applicable' : answer.value;
  const until = answer.expiresAt ? `, holds until ${answer.expiresAt}` : '';
  return [
    `- Answer: ${value}, by ${inline(answer.by)} at ${answer.at}${until}`,
    ...answer.evidence.map(
      ({ title, url, addedAt, addedBy }) =>
        `- Evidence: ${link(title, url)}, added by ${inline(
          addedBy,
        )} at ${addedAt}`,
    ),
    ...section('Note', answer.note),
  ];
}

function itemLines(item: DossierItem, comment: string | undefined): string[] {
  const { definition, required, state, contest, actual } = item;
  return [
    '',
    `### ${inline(definition.title)}`,
    '',
    `- Item: ${inline(definition.id)}`,
    `- State: **${STATES[state]}**, ${required ? 'required' : 'optional'}`,
    ...actual.map(
      ({ path, state: known, value }) =>
        `- Value: ${inline(path)} ${
          value === undefined ? '' : `= ${inline(JSON.stringify(value))} `
        }(${known})`,
    ),
    ...answerLines(item),
    ...(contest
      ? section(
          `Contested by ${inline(contest.by)} at ${contest.at}`,
          contest.reason,
        )
      : []),
    ...section('Comment of the reviewer', comment ?? ''),
    ...section('Why', definition.why ?? ''),
    ...section('How', definition.how ?? ''),
  ];
}

/**
 * A dossier as Markdown to read, print and file. What people wrote appears as they wrote it: escaped, so
 * that it can be no heading, list, image or HTML.
 *
 * @param hash - of the dossier; printed so that the copy can be compared with what is stored
 *
 * @public
 */
export function dossierMarkdown(dossier: Dossier, hash: string): string {
  const { service, checklist, review, counts, items } = dossier;
  return [
    `# ${inline(checklist.title)}, ${inline(checklist.phase.title)}: ${inline(
      service.title,
    )}`,
    '',
    `- Service: ${inline(service.entityRef)}`,
    `- Owner: ${service.owner === null ? 'none' : inline(service.owner)}`,
    `- Tier: ${inline(service.tier.name)} (${inline(service.tier.id)})`,
    `- Review asked by: ${inline(review.requestedBy)} at ${review.requestedAt}`,
    `- Approved by: ${inline(review.approvedBy)} at ${review.approvedAt}`,
    `- Who may sign off: ${inline(review.reviewerRule)}`,
    `- Required items met: ${counts.requiredMet} of ${counts.requiredTotal}`,
    `- Items met: ${counts.met} of ${counts.total}`,
    `- Definition: ${inline(checklist.id)}, hash ${inline(checklist.hash)}`,
    `- Hash of this dossier: ${inline(hash)}`,
    ...section('Asked with', review.note),
    ...section('Approved with', review.comment),
    '',
    '## Items',
    ...items.flatMap(item =>
      itemLines(
        item,
        Object.hasOwn(review.comments, item.definition.id)
          ? review.comments[item.definition.id]
          : undefined,
      ),
    ),
    '',
  ].join('\n');
}
