import { parseEntityRef } from '@backstage/catalog-model';
import { IndexableDocument } from '@backstage/plugin-search-common';
import {
  IncidentItem,
  PostmortemItem,
  PRIVATE_TITLE,
  RankedServiceItem,
} from '@plimsoll/backstage-plugin-reliability-common';

/** An incident or a postmortem as the search holds it. */
export interface IncidentDocument extends IndexableDocument {
  readonly kind: 'incident' | 'postmortem';
  /** As people call the incident. */
  readonly reference: string;
  readonly severity: string;
  readonly status: string;
  /** The one service for which this document is. */
  readonly entityRef: string;
  readonly serviceTitle: string;
  /** RFC 3339. */
  readonly startedAt: string;
}

/** Tier, level and score of a service as the search holds them. */
export interface ServiceDocument extends IndexableDocument {
  readonly kind: 'service';
  readonly entityRef: string;
  /** Names as the ranking shows them. */
  readonly tier: string;
  readonly level: string;
}

/** What the search finds of Plimsoll. */
export type ReliabilityDocument = IncidentDocument | ServiceDocument;

/** More services than these of one incident would push everything else out of the results. */
const MOST_SERVICES = 50;

const pathOf = (base: string, id: string) =>
  `${base}/incidents/${encodeURIComponent(id)}`;

/** Search engines take documents of one place for one document: each service has a place of its own. */
const placeOf = (
  path: string,
  { entityRef }: { readonly entityRef: string },
  services: readonly object[],
) =>
  services.length > 1
    ? `${path}?service=${encodeURIComponent(entityRef)}`
    : path;

/** Markdown as a result shows it: without what only lays it out. */
const plainText = (markdown: string) =>
  markdown
    .replace(/\|[\s|:-]+\|/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(^|\s)(?:[-*>#]+|\d+\.)\s+/g, '$1')
    .replace(/\*\*|`|\\(?=[#*_|])/g, '')
    .replace(/\s*\|\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The documents of an incident, one for each of its services and with nothing of the others: a result is shown to
 * whoever may see the entity of its document, so that each reader finds an incident by the services that they see.
 * Private ones and those of no service have none.
 *
 * @param base - where the pages of Plimsoll are
 */
export function incidentDocuments(
  incident: IncidentItem,
  base: string,
): IncidentDocument[] {
  if (incident.isPrivate) return [];
  const { reference, severity, status, startedAt } = incident;
  const services = incident.services.slice(0, MOST_SERVICES);
  const path = pathOf(base, incident.id);
  return services.map(({ entityRef, title, owner }) => ({
    kind: 'incident',
    title: `${reference}: ${incident.title}`,
    text: [incident.title, title, owner, severity.name, status, startedAt]
      .filter(Boolean)
      .join(' · '),
    location: placeOf(path, { entityRef }, services),
    authorization: { resourceRef: entityRef },
    reference,
    severity: severity.name,
    status,
    entityRef,
    serviceTitle: title,
    startedAt,
  }));
}

/** The same of a published postmortem, with its text. One that is not published, or of a private incident, has none. */
export function postmortemDocuments(
  postmortem: PostmortemItem,
  base: string,
): IncidentDocument[] {
  const { incident, state } = postmortem;
  if (state !== 'published' || incident.title === PRIVATE_TITLE) return [];
  const services = postmortem.services.slice(0, MOST_SERVICES);
  const path = `${pathOf(base, incident.id)}/postmortem`;
  return services.map(({ entityRef, title }) => ({
    kind: 'postmortem',
    title: `${incident.reference}: ${postmortem.title}`,
    text: plainText(postmortem.excerpt) || incident.title,
    location: placeOf(path, { entityRef }, services),
    authorization: { resourceRef: entityRef },
    reference: incident.reference,
    severity: incident.severity.name,
    status: postmortem.state,
    entityRef,
    serviceTitle: title,
    startedAt: incident.startedAt,
  }));
}

/** What people call an entity, as its kind would only be noise in a result. */
const nameOf = (ref: string | null) => ref && parseEntityRef(ref).name;

const percent = (perMille: number) => `${Math.round(perMille / 10)} %`;

/**
 * The document of a service: what a person would type to find it by its reliability.
 *
 * @param template - where its page is, with `:namespace`, `:kind` and `:name`
 */
export function serviceDocument(
  service: RankedServiceItem,
  template: string,
): ServiceDocument {
  const { entityRef, title, tier, level, score, coverage } = service;
  const parts = parseEntityRef(entityRef);
  return {
    kind: 'service',
    title: `${title}: reliability`,
    text: [
      tier.name,
      level.name,
      `score ${percent(score)}`,
      `coverage ${percent(coverage)}`,
      ...[service.owner, service.system, service.domain].map(nameOf),
      ...service.attention.map(({ text }) => text),
    ]
      .filter(Boolean)
      .join(' · '),
    location: template.replace(
      /:(namespace|kind|name)\b/g,
      (_, part: keyof typeof parts) =>
        encodeURIComponent(parts[part].toLocaleLowerCase('en-US')),
    ),
    authorization: { resourceRef: entityRef },
    entityRef,
    tier: tier.name,
    level: level.name,
  };
}
