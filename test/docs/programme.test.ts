/* eslint-disable @backstage/no-forbidden-package-imports -- the pages tell of the configuration of the backend */
import { ConfigReader } from '@backstage/config';
import { readReliabilityConfig } from '@plimsoll/backstage-plugin-reliability-backend/src/config/config';
import {
  defaultGatePolicies,
  defaultTiers,
  kpiDefinitions,
  reliabilityPermissions,
  tierWeights,
} from '@plimsoll/backstage-plugin-reliability-common';
import { parse } from 'yaml';
import { codeUnder, documentation, rowsUnder } from './page';

const loadLine = documentation('load-line.md');
const kpis = documentation('kpis.md');

describe('what the pages about the programme say to configure', () => {
  it.each([
    ['load-line.md', 'Policies'],
    ['comparing-teams.md', 'Adding up'],
    ['exemptions.md', 'Set it up'],
    ['kpis.md', 'Targets, and figures that others hold'],
  ])('%s, "%s", is read', (name, heading) => {
    const [text] = codeUnder(documentation(name), heading, 'yaml');
    const { reliability } = parse(text);
    expect(() =>
      readReliabilityConfig(new ConfigReader({ reliability })),
    ).not.toThrow();
  });
});

describe('the policies on the page of the load line', () => {
  const [[, ...tiers], ...rows] = rowsUnder(loadLine, 'Policies');
  const policies = defaultGatePolicies(defaultTiers);

  it.each(tiers)('are those that ship for %s', tier => {
    const column = tiers.indexOf(tier) + 1;
    const cells = rows.map(row => row[column]);
    const { rules, waiver } = policies.find(({ id }) => id === tier)!;
    const sorted = (words: string[]) => words.filter(Boolean).sort();
    expect(sorted(cells.slice(0, -1))).toEqual(
      sorted(rules.map(({ decision }) => decision)),
    );
    const [, number, unit] = /^(\d+) (h|days)$/.exec(cells.at(-1)!)!;
    expect(waiver.maxDuration).toBe(
      unit === 'h' ? `PT${number}H` : `P${number}D`,
    );
  });
});

describe('the figures on their page', () => {
  const figures = [
    ...rowsUnder(kpis, 'Outcomes').slice(1),
    ...rowsUnder(kpis, 'Incidents').slice(1),
    ...rowsUnder(kpis, 'Learning, on-call, readiness').slice(1),
  ];

  it('are all that there are, with their targets', () => {
    expect(figures.map(([id, , , target]) => [id, target])).toEqual(
      kpiDefinitions.map(({ id, defaultTarget }) => [
        `\`${id}\``,
        defaultTarget === null ? 'none' : `${defaultTarget} %`,
      ]),
    );
  });
});

it('the weights of tiers are those that are used', () => {
  const weights = tierWeights(defaultTiers);
  expect(
    rowsUnder(documentation('comparing-teams.md'), 'Adding up')
      .slice(1, 1 + weights.size)
      .map(([name, weight]) => [name, Number(weight)]),
  ).toEqual(
    [...weights].map(([id, weight]) => [
      defaultTiers.find(tier => tier.id === id)?.name ?? 'Untiered',
      weight,
    ]),
  );
});

it('every permission is explained once', () => {
  const explained = rowsUnder(documentation('permissions.md'), 'Permissions')
    .slice(1)
    .map(([name]) => name.replace(/`/g, ''));
  expect(explained.sort()).toEqual(
    reliabilityPermissions.map(({ name }) => name).sort(),
  );
});
