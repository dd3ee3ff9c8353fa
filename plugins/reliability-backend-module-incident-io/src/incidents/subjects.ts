import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import { IncidentAnswer } from './answers';

export const KINDS = ['catalog-entry', 'option'] as const;

/** Custom fields that hold services where nothing else is configured. */
const USUAL_FIELDS = [
  'Affected services',
  'Services',
  'Service',
  'Affected components',
  'Components',
  'Component',
];

const ENTITY_REF = /^[a-z][a-z0-9.+-]*:[a-z0-9_.-]+\/[a-z0-9_.-]+$/i;

const plain = (text: string | null | undefined) =>
  (text ?? '').trim().toLocaleLowerCase('en-US');

type Field = NonNullable<
  NonNullable<IncidentAnswer['custom_field_entries']>[number]
>;
type Value = NonNullable<NonNullable<Field['values']>[number]>;

/** Values of the fields of these names or ids. */
function valuesOf(
  incident: IncidentAnswer,
  fields: readonly string[],
): Value[] {
  const wanted = new Set(fields.map(plain));
  return (incident.custom_field_entries ?? []).flatMap(entry => {
    const { id, name } = entry?.custom_field ?? {};
    const isWanted =
      (id && wanted.has(plain(id))) || (name && wanted.has(plain(name)));
    return isWanted ? (entry?.values ?? []).flatMap(value => value ?? []) : [];
  });
}

function subjectOf(value: Value): IncidentSubject[] {
  const { value_catalog_entry: entry, value_option: option } = value;
  if (entry?.id) {
    const label = entry.name ? { label: entry.name } : {};
    return [{ kind: 'catalog-entry', id: entry.id, ...label }];
  }
  return option?.value
    ? [{ kind: 'option', id: option.value, label: option.value }]
    : [];
}

/** What an incident is about, each once, and the entities of the catalog that it names itself. */
export interface Subjects {
  readonly subjects: readonly IncidentSubject[];
  readonly entityRefs: readonly string[];
}

/** @param fields - names or ids of custom fields whose values are services */
export function subjectsOfIncident(
  incident: IncidentAnswer,
  fields: readonly string[] = USUAL_FIELDS,
): Subjects {
  const values = valuesOf(incident, fields);
  const subjects = new Map(
    values
      .flatMap(subjectOf)
      .map(subject => [`${subject.kind}:${subject.id}`, subject]),
  );
  const names = values.flatMap(value => [
    value.value_catalog_entry?.external_id,
    ...(value.value_catalog_entry?.aliases ?? []),
    value.value_option?.value,
  ]);
  const entityRefs = names.flatMap(name =>
    name && ENTITY_REF.test(name) ? [name.toLocaleLowerCase('en-US')] : [],
  );
  return {
    subjects: [...subjects.values()],
    entityRefs: [...new Set(entityRefs)],
  };
}

/** The value of one field, as the cause of an incident. */
export function causeOf(
  incident: IncidentAnswer,
  field: string | undefined,
): string | undefined {
  if (!field) return undefined;
  const texts = valuesOf(incident, [field]).flatMap(
    ({ value_catalog_entry: entry, value_option: option, value_text: text }) =>
      option?.value ?? entry?.name ?? text ?? [],
  );
  return texts.length > 0 ? texts.join(', ') : undefined;
}
