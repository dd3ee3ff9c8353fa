import {
  CLOCK_SKEW_MS,
  IncidentPerson,
  IncidentSubject,
  ReportedIncident,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  reportedStamps,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import { GenericIncident } from './genericSchema';

type Person = NonNullable<GenericIncident['pages'][number]['person']>;
type Service = GenericIncident['services'][number];

/** What incidents of these accounts are about. */
export const SERVICE = 'service';

/** Without the keys that hold nothing: what is compared and stored has none of them. */
const known = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as T;

const linked = <T extends { readonly url?: string | undefined }>(value: T) =>
  known({ ...value, url: webAddress(value.url) });

function personOf({ id, name, email, entityRef }: Person): IncidentPerson {
  const address = email?.toLocaleLowerCase('en-US');
  return known({ id: id ?? address ?? name, name, email: address, entityRef });
}

const subjectOf = ({ id, name, url }: Service): IncidentSubject =>
  linked({ kind: SERVICE, id, label: name ?? id, url });

const followUpOf = ({
  id,
  owner,
  ticket,
  ...others
}: GenericIncident['followUps'][number]) =>
  linked({
    ...others,
    externalId: id,
    owner: owner && personOf(owner),
    ticket: ticket && linked(ticket),
  });

/** What happened while it went on, and who was there. */
const happened = (
  incident: Pick<GenericIncident, 'responders' | 'pages' | 'updates'>,
) => ({
  responders: incident.responders.map(({ person, ...others }) =>
    known({ ...others, person: personOf(person) }),
  ),
  pages: incident.pages.map(({ person, ...page }) =>
    known({
      ...page,
      person: person ? personOf(person) : null,
      acknowledgedAt: page.acknowledgedAt ?? null,
      autoResolved: page.autoResolved ?? false,
    }),
  ),
  updates: incident.updates.map(({ id, by, ...update }) =>
    known({ ...update, id: id ?? `${update.at}`, by: by && personOf(by) }),
  ),
});

/**
 * An incident as it is reported.
 *
 * @param now - milliseconds since the epoch. A change in the future is one of now: otherwise a wrong clock would keep
 *   every later change out until then
 */
export function toIncident(
  { id, stamps, services, postmortem, ...incident }: GenericIncident,
  now: number,
): ReportedIncident {
  const { url, change, severity, updatedAt } = incident;
  return known({
    ...incident,
    ...happened(incident),
    externalId: id,
    // The sender chose it, so that people know it.
    reference: incident.reference ?? id,
    url: webAddress(url),
    updatedAt: updatedAt > now + CLOCK_SKEW_MS ? now : updatedAt,
    severity: severity || null,
    stamps: reportedStamps(stamps ?? {}),
    isTest: incident.isTest ?? false,
    isPrivate: incident.isPrivate ?? false,
    change: change && linked(change),
    customerImpact: incident.customerImpact ?? null,
    subjects: services.map(subjectOf),
    postmortems: postmortem ? [linked(postmortem)] : [],
    followUps: incident.followUps.map(followUpOf),
  });
}
