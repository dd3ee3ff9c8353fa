import { z } from 'zod';
import {
  ChecklistDefinition,
  Dossier,
  DossierChange,
  ReadinessCounts,
} from '../../core';
import { checklistOf, issuesOf, itemOf } from '../../testUtils';
import { dossierChangeSchema, readinessCountsSchema } from './checklist';
import { checklistDefinitionSchema } from './definition';
import { dossierSchema } from './review';

/** Compiles only where each is assignable to the other. */
type Agree<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

it('the core and the contract speak of the same things', () => {
  const agreed: [
    Agree<ChecklistDefinition, z.output<typeof checklistDefinitionSchema>>,
    Agree<Dossier, z.output<typeof dossierSchema>>,
    Agree<DossierChange, z.output<typeof dossierChangeSchema>>,
    Agree<ReadinessCounts, z.output<typeof readinessCountsSchema>>,
  ] = [true, true, true, true];
  expect(agreed).not.toContain(false);
});

it('fills in what a checklist leaves out', () => {
  const { id, title, category, phase } = itemOf();
  expect(
    checklistDefinitionSchema.parse({
      id: 'launch',
      title: 'Launch',
      items: [{ id, title, category, phase }],
    }),
  ).toEqual({
    ...checklistOf([itemOf()]),
    phases: [
      { id: 'design', title: 'Design' },
      { id: 'pre-production', title: 'Before production' },
      { id: 'live', title: 'Live' },
    ],
  });
});

it.each([
  ['an expiry that is no duration', { expires: 'soon' }, 'items.0.expires'],
  ['an expiry of nothing', { expires: { default: 'PT0S' } }, 'items.0.expires'],
  [
    'a link that is no web page',
    { links: [{ title: 'a', url: 'ftp://a.example' }] },
    'items.0.links.0.url',
  ],
  ['an id in capitals', { id: 'A' }, 'items.0.id'],
  ['a former id in capitals', { formerly: ['A'] }, 'items.0.formerly.0'],
  ['a negative weight', { weight: -1 }, 'items.0.weight'],
  ['a word that is none', { evidence: 'maybe' }, 'items.0.evidence'],
])('refuses %s', (_, changed, path) => {
  const definition = checklistOf([itemOf(changed as object)]);
  expect(issuesOf(checklistDefinitionSchema, definition)).toEqual([
    expect.stringMatching(`^${path}`),
  ]);
});
