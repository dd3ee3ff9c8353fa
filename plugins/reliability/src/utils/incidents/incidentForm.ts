import {
  stampNames,
  type CreateIncidentRequest,
  type IncidentResponse,
  type PatchIncidentRequest,
  type StampName,
} from '@plimsoll/backstage-plugin-reliability-common';
import { localToIso } from '../slo/times';
import { localField } from './times';

/** Whether customers felt it; `unknown`: nobody said. */
export type Impact = 'yes' | 'no' | 'unknown';

/** What the form of an incident holds; texts are empty for nothing. */
export interface IncidentForm {
  title: string;
  summary: string;
  /** 1 to 5, or empty. */
  severity: string;
  status: string;
  cause: string;
  changeTitle: string;
  changeUrl: string;
  customerImpact: Impact;
  isTest: boolean;
  entityRefs: readonly string[];
  /** As fields of type `datetime-local` have them, in the reader's zone. */
  stamps: Readonly<Record<StampName, string>>;
  update: string;
}

const impactOf = (felt: boolean | null): Impact => {
  if (felt === null) return 'unknown';
  return felt ? 'yes' : 'no';
};
const feltOf = (impact: Impact) =>
  impact === 'unknown' ? null : impact === 'yes';
const severityOf = (level: string) =>
  (level ? Number(level) : null) as 1 | 2 | 3 | 4 | 5 | null;

/** An incident as it is, or a new one. */
export function incidentForm(incident?: IncidentResponse): IncidentForm {
  const stamps = Object.fromEntries(
    stampNames.map(name => [name, localField(incident?.stamps[name]?.at)]),
  ) as Record<StampName, string>;
  return {
    title: incident?.title ?? '',
    summary: incident?.summary ?? '',
    severity: String(incident?.severity.level ?? ''),
    status: incident?.status ?? 'open',
    cause: incident?.cause ?? '',
    changeTitle: incident?.change?.title ?? '',
    changeUrl: incident?.change?.url ?? '',
    customerImpact: impactOf(incident?.customerImpact ?? null),
    isTest: incident?.isTest ?? false,
    entityRefs: incident?.services.map(({ entityRef }) => entityRef) ?? [],
    stamps,
    update: '',
  };
}

/** The stamps that the form has, in milliseconds; one that was not touched keeps its seconds. */
export function stampTimes(
  stamps: IncidentForm['stamps'],
  incident?: Pick<IncidentResponse, 'stamps'>,
): Partial<Record<StampName, { at: number }>> {
  return Object.fromEntries(
    stampNames.flatMap(name => {
      const kept = incident?.stamps[name]?.at;
      const iso =
        kept && localField(kept) === stamps[name]
          ? kept
          : localToIso(stamps[name]);
      return iso ? [[name, { at: Date.parse(iso) }]] : [];
    }),
  );
}

/** The form without what is wrong with it is a new incident, as the API wants it. */
export function createIncidentOf(form: IncidentForm): CreateIncidentRequest {
  const stamps = Object.fromEntries(
    stampNames
      .map(name => [name, localToIso(form.stamps[name])])
      .filter(([, iso]) => iso !== undefined),
  );
  return {
    title: form.title.trim(),
    summary: form.summary.trim(),
    severity: severityOf(form.severity),
    status: form.status as CreateIncidentRequest['status'],
    entityRefs: [...form.entityRefs],
    customerImpact: feltOf(form.customerImpact),
    isTest: form.isTest,
    cause: form.cause.trim() || null,
    stamps,
  };
}

const sameRefs = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every(ref => b.includes(ref));

/**
 * What a form changes about an incident, and nothing else; `revert` names the fields that go back to what the
 * provider says, which are not sent as changed. A time that was not touched keeps its seconds.
 */
export function patchIncidentOf(
  incident: IncidentResponse,
  form: IncidentForm,
  revert: readonly string[],
): PatchIncidentRequest {
  const before = incidentForm(incident);
  const isChanged = (field: keyof IncidentForm & string) =>
    !revert.includes(field) && form[field] !== before[field];
  const changedStamps = stampNames.filter(
    name => !revert.includes(name) && form.stamps[name] !== before.stamps[name],
  );
  const changeChanged =
    !revert.includes('change') &&
    (form.changeTitle.trim() !== before.changeTitle ||
      form.changeUrl.trim() !== before.changeUrl);
  const changeTitle = form.changeTitle.trim();
  return {
    ...(isChanged('title') && { title: form.title.trim() }),
    ...(isChanged('summary') && { summary: form.summary.trim() }),
    ...(isChanged('severity') && { severity: severityOf(form.severity) }),
    ...(isChanged('status') && {
      status: form.status as PatchIncidentRequest['status'],
    }),
    ...(isChanged('cause') && { cause: form.cause.trim() || null }),
    ...(changeChanged && {
      change: changeTitle
        ? { title: changeTitle, url: form.changeUrl.trim() || null }
        : null,
    }),
    ...(isChanged('customerImpact') && {
      customerImpact: feltOf(form.customerImpact),
    }),
    ...(isChanged('isTest') && { isTest: form.isTest }),
    ...(!revert.includes('entityRefs') &&
      !sameRefs(form.entityRefs, before.entityRefs) && {
        entityRefs: [...form.entityRefs],
      }),
    ...(changedStamps.length > 0 && {
      stamps: Object.fromEntries(
        changedStamps.map(name => [
          name,
          localToIso(form.stamps[name]) ?? null,
        ]),
      ),
    }),
    ...(form.update.trim() && { update: form.update.trim() }),
    ...(revert.length > 0 && { revert: [...revert] }),
  };
}
