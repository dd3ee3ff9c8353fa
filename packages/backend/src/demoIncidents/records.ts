import { createHmac } from 'node:crypto';
import { DemoRecord } from './readDemoIncidents';
import { MINUTE, timeOf } from './times';

const iso = (ms: number) => new Date(ms).toISOString();

function stampsOf({ at, stamps = {} }: DemoRecord, since: number) {
  const declared = timeOf(at, since);
  return Object.fromEntries(
    Object.entries({ declared: 0, ...stamps }).map(([name, minutes]) => [
      name,
      iso(declared + minutes * MINUTE),
    ]),
  );
}

const refsOf = ({ services = [] }: DemoRecord) =>
  services.map(name => `component:default/${name}`);

/** A row as `POST /incidents/import` takes it. */
export function importRow(record: DemoRecord, since: number) {
  const { key, title, summary, severity, about, cause, customerImpact } =
    record;
  return {
    key,
    title,
    summary,
    severity: severity ?? null,
    entityRefs: refsOf(record),
    subjects: about ?? [],
    cause: cause ?? null,
    customerImpact: customerImpact ?? null,
    postmortemUrl: record.postmortem ?? null,
    stamps: stampsOf(record, since),
  };
}

/** An incident as an account of type `generic` takes it. */
export function sentIncident(record: DemoRecord, since: number) {
  const { key, title, severity, cause, customerImpact } = record;
  const stamps = stampsOf(record, since);
  return {
    id: key,
    reference: key,
    title,
    severity,
    cause,
    customerImpact,
    status: 'resolved',
    stamps,
    updatedAt: stamps.resolved,
    entityRefs: refsOf(record),
  };
}

/** The header by which a body is known to be ours. */
export function signatureOf(body: string, secret: string, now: number) {
  const seconds = Math.floor(now / 1000);
  const hmac = createHmac('sha256', secret).update(`${seconds}.${body}`);
  return `t=${seconds},v1=${hmac.digest('hex')}`;
}
