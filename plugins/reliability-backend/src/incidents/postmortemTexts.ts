import {
  defaultPostmortemSections,
  missingSections,
  PostmortemSection,
  PostmortemTemplateSection,
} from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentConfig } from '../config/incidents';
import { StoredPostmortem } from './PostmortemStore';

/** The sections of a postmortem, as the configuration has them. */
export const templateOf = ({
  postmortem,
}: Pick<IncidentConfig, 'postmortem'>): readonly PostmortemTemplateSection[] =>
  postmortem.sections ?? defaultPostmortemSections;

const textsOf = ({
  sections,
}: Pick<StoredPostmortem, 'sections'>): Record<string, string> =>
  Object.fromEntries(sections.map(({ id, text }) => [id, text]));

/** Ids of sections that have to be filled and are not; one that is kept elsewhere lacks nothing. */
export const missingIn = (
  postmortem: Pick<StoredPostmortem, 'source' | 'sections'>,
  template: readonly PostmortemTemplateSection[],
): string[] =>
  postmortem.source === 'portal'
    ? missingSections(template, textsOf(postmortem))
    : [];

/**
 * The sections as an editor shows them. Texts of sections that the template no longer has are at the end, so
 * that nothing is lost.
 *
 * @param prefilled - what the incident gives, by section; it is the text where nobody has begun
 */
export function presentSections(
  postmortem: Pick<StoredPostmortem, 'sections'> | undefined,
  template: readonly PostmortemTemplateSection[],
  prefilled: Readonly<Record<string, string>>,
): PostmortemSection[] {
  const texts = postmortem ? textsOf(postmortem) : prefilled;
  const known = template.map(({ id, title, hint, required = false }) => ({
    id,
    title,
    hint,
    required,
    text: texts[id] ?? '',
    prefilled: prefilled[id] ?? '',
  }));
  const others = (postmortem?.sections ?? [])
    .filter(({ id }) => template.every(section => section.id !== id))
    .map(({ id, text }) => ({
      id,
      title: id,
      hint: '',
      required: false,
      text,
      prefilled: '',
    }));
  return [...known, ...others];
}
