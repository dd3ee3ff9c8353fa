import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { GUEST, people } from './people';

const company = parseAllDocuments(
  readFileSync(
    resolve(__dirname, '../../../backend/examples/org.yaml'),
    'utf8',
  ),
).map(document => document.toJS());
const titles = new Map(
  company
    .filter(({ kind }) => kind === 'Group')
    .map(({ metadata }) => [metadata.name, metadata.title]),
);

it.each([...people])('$displayName is somebody of the company', person => {
  const user = company.find(
    ({ kind, metadata }) => kind === 'User' && metadata.name === person.name,
  );
  expect(user?.spec.profile.displayName).toBe(person.displayName);
  const teams = user?.spec.memberOf.map((name: string) => titles.get(name));
  expect(person.team.split(', ')).toEqual(teams);
  expect(person.role).toContain(user?.metadata.description);
});

it('begins with whoever one is without choosing', () => {
  expect(people[0].name).toBe(GUEST);
});
