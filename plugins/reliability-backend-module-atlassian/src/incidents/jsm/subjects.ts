import { IncidentSubject } from '@plimsoll/backstage-plugin-reliability-common';
import { commaList } from '@plimsoll/backstage-plugin-reliability-node';
import { FieldsAnswer } from './answers';
import { textsOf } from './fieldValues';

export const KINDS = ['component', 'service', 'project'] as const;

const PROJECT_KEY = /^[A-Z][A-Z0-9_]{0,79}$/;
const LONGEST = 255;
const MOST = 100;

/** What an issue is about: its components and services; the project only when it names nothing else. */
export function subjectsOf(
  fields: FieldsAnswer,
  serviceField: string | undefined,
): IncidentSubject[] {
  const { key, name } = fields.project ?? {};
  const components = (fields.components ?? []).flatMap(
    component => component?.name ?? [],
  );
  const services = serviceField ? textsOf(fields[serviceField]) : [];
  const named = [
    ...components.map(label => ({
      kind: 'component',
      id: key ? `${key}/${label}` : label,
      label,
    })),
    ...services.map(label => ({ kind: 'service', id: label, label })),
  ];
  if (named.length > 0 || !key) return named;
  return [{ kind: 'project', id: key, label: name ?? key }];
}

/** `jira/component` with `jira/project-key`; a project alone is of many services, and names none of them. */
export function subjectsOfAnnotations(
  annotations: Readonly<Record<string, string>>,
): Pick<IncidentSubject, 'kind' | 'id'>[] {
  const keys = commaList(annotations['jira/project-key'])
    .filter(key => PROJECT_KEY.test(key))
    .slice(0, MOST);
  const components = commaList(annotations['jira/component']).slice(0, MOST);
  return keys
    .flatMap(key => components.map(component => `${key}/${component}`))
    .filter(id => id.length <= LONGEST)
    .slice(0, MOST)
    .map(id => ({ kind: 'component', id }));
}
