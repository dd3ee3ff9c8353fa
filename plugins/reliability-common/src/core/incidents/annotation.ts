/** Names what incidents of a service are about, at an account. @public */
export const INCIDENT_ANNOTATION = 'plimsoll.dev/incidents';

/** Something at an account as an annotation names it. @public */
export interface IncidentAnnotationRef {
  /** The name of an account, or, where `type` is absent, possibly a type. */
  readonly account: string;
  /** Only where both were written: `pagerduty/eu:service:P1`. */
  readonly type?: string;
  /** The provider's word, such as `service` or `component`. */
  readonly kind: string;
  readonly id: string;
  /** As it was written. */
  readonly value: string;
}

/** What an annotation says. @public */
export interface IncidentAnnotation {
  readonly refs: IncidentAnnotationRef[];
  /** Parts that cannot be read. */
  readonly problems: { readonly value: string; readonly message: string }[];
}

const NAME = /^[a-z0-9][a-z0-9-]*$/;
const KIND = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

const MOST = 50;
const LONGEST_ID = 200;

const FORM = 'expected `<account>:<kind>:<id>`';

/** Addresses may hold secrets, and somebody will write one where a name belongs. */
function shown(value: string): string {
  if (/:\/\//.test(value)) return value.replace(/:\/\/.*$/s, '://…');
  return value.length > 100 ? `${value.slice(0, 100)}…` : value;
}

function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

type Read = Omit<IncidentAnnotationRef, 'value'> | { readonly message: string };

function readPart(part: string): Read {
  const [, head, kind, encoded] = /^([^:]*):([^:]*):(.*)$/s.exec(part) ?? [];
  if (head === undefined) return { message: FORM };
  const names = head.split('/');
  if (names.length > 2 || !names.every(name => NAME.test(name))) {
    return {
      message: `${FORM}; an account is named in lower-case letters, digits and dashes`,
    };
  }
  if (!KIND.test(kind)) {
    return {
      message: `${FORM}; a kind is a word such as service or component`,
    };
  }
  const id = decoded(encoded.trim());
  // eslint-disable-next-line no-control-regex
  if (!id || id.length > LONGEST_ID || /[\u0000-\u001f\u007f]/.test(id)) {
    return {
      message: `expected an id of 1 to ${LONGEST_ID} characters after the kind; a percent sign is written %25`,
    };
  }
  const [first, second] = names;
  return second === undefined
    ? { account: first, kind, id }
    : { type: first, account: second, kind, id };
}

/**
 * Reads `plimsoll.dev/incidents`: a comma list of `<account or type>[/<account>]:<kind>:<id>`, as
 * `plimsoll.dev/oncall` is written. Ids may hold colons, and anything else percent-encoded; whatever is named
 * twice counts once. What cannot be read is a problem beside the rest. Whether the account has such a kind, only
 * its provider knows.
 *
 * @public
 */
export function parseIncidentAnnotation(text: string): IncidentAnnotation {
  const refs = new Map<string, IncidentAnnotationRef>();
  const problems: { value: string; message: string }[] = [];
  const parts = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length > MOST) {
    problems.push({
      value: shown(parts[MOST]),
      message: `more than ${MOST} references; this one and the rest are left out`,
    });
  }
  for (const part of parts.slice(0, MOST)) {
    const read = readPart(part);
    if ('message' in read) {
      problems.push({ value: shown(part), message: read.message });
    } else {
      const { type, account, kind, id } = read;
      const key = JSON.stringify([type, account, kind, id]);
      if (!refs.has(key)) refs.set(key, { ...read, value: part });
    }
  }
  return { refs: [...refs.values()], problems };
}
