import {
  checklistDefinitionSchema,
  checklistItemSchema,
  compileChecklist,
  compileScorecard,
  defaultTiers,
  factCatalogue,
  importedAnswerSchema,
  reliabilityPermissions,
  scorecardDefinitionSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { parse } from 'yaml';
import { codeUnder, documentation, rowsUnder } from './page';

const page = documentation('checklists.md');

const namesIn = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const namesUnder = (heading: string) =>
  rowsUnder(page, heading).flatMap(([name]) => namesIn(name));

describe('the page about checklists', () => {
  const [written] = codeUnder(page, 'Writing a checklist', 'yaml');
  const [example] = parse(written).reliability.checklists;

  it('has an example that compiles', () => {
    const definition = checklistDefinitionSchema.parse(example);
    expect(compileChecklist(definition, { tiers: defaultTiers }).kind).toBe(
      'ok',
    );
  });

  it('shows every key', () => {
    const keysOf = (objects: object[]) =>
      [...new Set(objects.flatMap(Object.keys))].sort();
    expect(keysOf([example])).toEqual(
      Object.keys(checklistDefinitionSchema.shape).sort(),
    );
    expect(keysOf(example.items)).toEqual(
      Object.keys(checklistItemSchema.shape).sort(),
    );
  });

  it('has rules for a scorecard that compile', () => {
    const [checks] = codeUnder(page, 'In scorecards', 'yaml');
    const scorecard = scorecardDefinitionSchema.parse({
      id: 'example',
      title: 'Example',
      levels: [
        { id: 'silver', name: 'Silver' },
        { id: 'gold', name: 'Gold' },
      ],
      ...parse(checks),
    });
    expect(compileScorecard(scorecard, { tiers: defaultTiers }).kind).toBe(
      'ok',
    );
  });

  it('lists every fact', () => {
    const prefix = 'readiness["<checklist>"].';
    const facts = factCatalogue
      .map(({ key }) => key)
      .filter(key => key.startsWith(prefix))
      .map(key => key.slice(prefix.length));
    expect(namesUnder('In scorecards').sort()).toEqual(facts.sort());
  });

  it('lists every permission', () => {
    const names = reliabilityPermissions
      .map(({ name }) => name)
      .filter(name => name.startsWith('reliability.readiness.'));
    expect(namesUnder('Permissions')).toEqual(names);
  });

  it('lists every column of an import', () => {
    const heading = 'From a spreadsheet, and back';
    const columns = Object.keys(importedAnswerSchema.shape).sort();
    const [csv] = codeUnder(page, heading, 'csv');
    expect(csv.split('\n')[0].split(',').sort()).toEqual(columns);
    expect(namesUnder(heading).sort()).toEqual(columns);
  });
});
