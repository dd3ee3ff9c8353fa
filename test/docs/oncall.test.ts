import {
  defaultScorecard,
  expandRota,
  factCatalogue,
  oncallFindingCodeSchema,
  RotaDefinition,
  rotationKindSchema,
  routes,
} from '@plimsoll/backstage-plugin-reliability-common';
import { parse } from 'yaml';
import { codeUnder, documentation, rowsUnder } from './page';

const oncall = documentation('oncall.md');
const providers = documentation('oncall-providers.md');

const names = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const columns = (page: string, heading: string) =>
  rowsUnder(page, heading).slice(1);

describe('the pages about on-call', () => {
  it('explain every finding', () => {
    const found = columns(oncall, 'What is doubtful').map(([code]) => code);
    expect(found).toEqual(
      oncallFindingCodeSchema.options.map(code => `\`${code}\``),
    );
  });

  it('list the checks that ship', () => {
    const checks = defaultScorecard.checks.filter(({ id }) =>
      id.startsWith('oncall-'),
    );
    const listed = columns(oncall, 'What it does to the score');
    expect(listed.map(([id, level]) => [id, level])).toEqual(
      checks.map(({ id, level }) => [`\`${id}\``, level]),
    );
  });

  it('list every fact with its type', () => {
    const listed = columns(documentation('facts.md'), 'On-call');
    const facts = factCatalogue.filter(({ key }) => key.startsWith('oncall.'));
    expect(listed.map(([key, type]) => [key, type]).sort()).toEqual(
      facts.map(({ key, type }) => [`\`${key}\``, type]).sort(),
    );
  });

  it('list every route', () => {
    const listed = columns(documentation('api.md'), 'HTTP API').flatMap(
      ([route]) => names(route),
    );
    const paths = Object.values(routes)
      .map(({ path }) => path.replace('/services/:kind/:namespace/:name', '…'))
      .filter(path => /oncall|rotations/.test(path));
    expect(paths).toHaveLength(8);
    expect(listed).toEqual(
      expect.arrayContaining(paths.map(path => `GET ${path}`)),
    );
  });

  it('say which account has which kinds', () => {
    const [head, ...accounts] = rowsUnder(providers, 'Providers of on-call');
    const place = head.indexOf('kinds');
    const kinds = accounts.flatMap(row => names(row[place]));
    expect([...new Set(kinds)].sort()).toEqual(
      [...rotationKindSchema.options].sort(),
    );
  });

  it('have a rota that people take turns in', () => {
    const [text] = codeUnder(providers, 'A rota in the configuration', 'yaml');
    const [rota]: RotaDefinition[] = parse(text).reliability.oncall.rotas;
    const layers = rota.layers.map(layer => ({
      ...layer,
      handover: { ...layer.handover, at: layer.handover.at ?? '09:00' },
    }));
    const shifts = expandRota(
      { ...rota, layers },
      {
        from: Date.parse('2026-12-21T00:00:00Z'),
        to: Date.parse('2027-01-04T00:00:00Z'),
      },
    );
    const overrides = shifts.filter(({ source }) => source === 'override');
    expect(overrides.map(({ start, person }) => [start, person?.name])).toEqual(
      [[Date.parse('2026-12-24T17:00:00Z'), 'user:default/bo']],
    );
    const peopleOf = (learning: boolean) =>
      new Set(
        shifts
          .filter(({ shadow }) => shadow === learning)
          .map(({ person }) => person?.name),
      );
    expect([peopleOf(false).size, peopleOf(true).size]).toEqual([4, 1]);
  });
});
