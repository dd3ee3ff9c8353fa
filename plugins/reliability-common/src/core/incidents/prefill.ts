import { Incident, IncidentUpdate } from './incident';
import { inline, lengthText, linkTo, utc } from './markdown';
import { severityName } from './severity';
import { incidentFigures } from './stamps';
import { incidentTimeline } from './timeline';

/** A section of the template of postmortems. @public */
export interface PostmortemTemplateSection {
  readonly id: string;
  readonly title: string;
  /** What belongs there. */
  readonly hint: string;
  /** Whether it has to be filled before somebody reviews it; default: no. */
  readonly required?: boolean;
}

/** The template that ships. @public */
export const defaultPostmortemSections: readonly PostmortemTemplateSection[] = [
  {
    id: 'summary',
    title: 'Summary',
    hint: 'What happened, to whom, for how long, in words that somebody from another team understands.',
    required: true,
  },
  {
    id: 'timeline',
    title: 'Timeline',
    hint: 'What happened when, what people saw then and what they did about it. Times in UTC.',
    required: true,
  },
  {
    id: 'impact',
    title: 'Impact',
    hint: 'Who felt it and how: failed requests, lost orders, broken promises, error budget.',
    required: true,
  },
  {
    id: 'causes',
    title: 'Causes',
    hint: 'What came together, and why it could: the change, the missing guard, the assumption. There is more than one.',
    required: true,
  },
  {
    id: 'went-well',
    title: 'What went well',
    hint: 'What kept it from being worse, and should stay.',
  },
  {
    id: 'went-badly',
    title: 'What went badly',
    hint: 'What made it longer or worse: a late alert, a stale runbook, missing access.',
  },
  {
    id: 'lucky',
    title: 'Where we were lucky',
    hint: 'What could have gone worse and did not by chance. Nobody should count on it again.',
  },
];

/** What an incident took out of an error budget. @public */
export interface PrefillSpend {
  /** Of the SLO. */
  readonly title: string;
  /** Of the budget, 1: all of it; null: not measured. */
  readonly share: number | null;
  /** Events; null: not measured. */
  readonly bad: number | null;
  readonly total: number | null;
}

/** @public */
export interface PrefillOptions {
  readonly severityNames?: readonly string[];
  /** Titles of services by entity reference; default: their names. */
  readonly titles?: Readonly<Record<string, string>>;
}

const percent = (share: number) => {
  const value = share * 100;
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
};

const grouped = (value: number) =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

function servicesOf({ entityRefs }: Incident, { titles }: PrefillOptions) {
  return entityRefs
    .map(ref => inline(titles?.[ref] ?? ref.replace(/^.*\//, '')))
    .join(', ');
}

function list(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** Text of somebody else with its paragraphs, and nothing that means anything. */
const paragraphs = (text: string) =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map(inline)
    .join('\n\n');

function summaryOf(incident: Incident, options: PrefillOptions): string {
  const { stamps, severity, reference, title, summary } = incident;
  const began = stamps.impactStart ?? stamps.detected ?? stamps.declared;
  const services = servicesOf(incident, options);
  const { restore } = incidentFigures(incident);
  const heading = [reference, title]
    .filter(part => part !== undefined)
    .map(part => inline(part))
    .join(': ');
  const level =
    severity.level === null
      ? ''
      : ` (${severityName(severity.level, options.severityNames)})`;
  const facts = [
    began && `began at ${utc(began.at)} UTC`,
    stamps.resolved && `was resolved at ${utc(stamps.resolved.at)} UTC`,
    restore !== null && `took ${lengthText(restore)} to restore`,
    services && `concerned ${services}`,
  ].filter(fact => typeof fact === 'string');
  const sentence =
    facts.length === 0
      ? `${heading}${level}.`
      : `${heading}${level} ${list(facts)}.`;
  return [sentence, ...(summary ? [paragraphs(summary)] : [])].join('\n\n');
}

const PROVENANCE = {
  provider: 'provider',
  derived: 'worked out',
  person: 'a person',
} as const;

function timelineOf(
  incident: Incident,
  updates: readonly IncidentUpdate[],
): string {
  const rows = incidentTimeline(incident, updates)
    .filter(({ kind }) => kind !== 'page' && kind !== 'engaged')
    .map(
      ({ at, text, from }) =>
        `| ${utc(at)} | ${inline(text)} | ${PROVENANCE[from]} |`,
    );
  if (rows.length === 0) return '';
  return [
    '| Time (UTC) | What happened | Who says so |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function spendLine({ title, share, bad, total }: PrefillSpend): string {
  if (share === null) return `- ${inline(title)}: not measured.`;
  const events =
    bad === null || total === null
      ? ''
      : `, ${grouped(bad)} of ${grouped(total)} events were bad`;
  return `- ${inline(title)}: ${percent(share)} of its error budget${events}.`;
}

function impactOf(
  incident: Incident,
  spends: readonly PrefillSpend[],
  options: PrefillOptions,
): string {
  const { customerImpact, stamps } = incident;
  const { impact, detect, mitigate } = incidentFigures(incident);
  const services = servicesOf(incident, options);
  const began = stamps.impactStart;
  const felt = {
    true: 'Customers felt it.',
    false: 'Customers did not feel it.',
    null: 'Nobody said yet whether customers felt it.',
  }[String(customerImpact)];
  const lines = [
    `- ${felt}`,
    ...(services ? [`- Services: ${services}.`] : []),
    ...(impact !== null && began
      ? [
          `- Impact lasted ${lengthText(impact)} (${Math.round(
            impact / 60_000,
          )} minutes), from ${utc(began.at)} UTC.`,
        ]
      : []),
    ...(detect === null
      ? []
      : [`- It took ${lengthText(detect)} until it was detected.`]),
    ...(mitigate === null
      ? []
      : [`- It took ${lengthText(mitigate)} until it was mitigated.`]),
    ...spends.map(spendLine),
  ];
  return lines.join('\n');
}

function causesOf({ cause, change }: Incident): string {
  const lines = [
    ...(cause ? [paragraphs(cause)] : []),
    ...(change ? [`Change: ${linkTo(change.title, change.url)}`] : []),
  ];
  return lines.join('\n\n');
}

/**
 * What the incident itself gives for each section of its postmortem, as Markdown; empty where it gives nothing.
 * Names of people are left out, texts of others stand as plain text. Times are UTC.
 *
 * @param updates - written here; those of the provider are in the incident
 * @public
 */
export function prefillPostmortem(
  incident: Incident,
  updates: readonly IncidentUpdate[],
  sections: readonly Pick<PostmortemTemplateSection, 'id'>[],
  spends: readonly PrefillSpend[],
  options: PrefillOptions = {},
): Record<string, string> {
  const known: Record<string, () => string> = {
    summary: () => summaryOf(incident, options),
    timeline: () => timelineOf(incident, updates),
    impact: () => impactOf(incident, spends, options),
    causes: () => causesOf(incident),
  };
  return Object.fromEntries(
    sections.map(({ id }) => [id, Object.hasOwn(known, id) ? known[id]() : '']),
  );
}

/** Ids of sections that have to be filled and are not. @public */
export const missingSections = (
  sections: readonly Pick<PostmortemTemplateSection, 'id' | 'required'>[],
  texts: Readonly<Record<string, string | undefined>>,
): string[] =>
  sections
    .filter(({ id, required }) => required && !texts[id]?.trim())
    .map(({ id }) => id);
