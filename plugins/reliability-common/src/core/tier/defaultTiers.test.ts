import { Duration } from 'luxon';
import { tierContractSchema } from '../../contract';
import { defaultTiers } from './defaultTiers';
import { Tier } from './tier';

const duration = (iso: string | undefined) => Duration.fromISO(iso!).toMillis();

const demands: [string, (tier: Tier) => number][] = [
  ['an SLO target no higher', ({ contract }) => -contract.sloTarget!],
  ['a recovery time no shorter', ({ contract }) => duration(contract.rto)],
  ['a recovery point no shorter', ({ contract }) => duration(contract.rpo)],
  ['no more responders', ({ contract }) => -contract.oncall!.minResponders!],
  ['no more escalation levels', ({ contract }) => -contract.oncall!.minLevels!],
  [
    'no faster acknowledgement',
    ({ contract }) => duration(contract.oncall!.acknowledge),
  ],
  [
    'no earlier postmortem draft',
    ({ contract }) => duration(contract.postmortem!.draft),
  ],
  [
    'no earlier published postmortem',
    ({ contract }) => duration(contract.postmortem!.publish),
  ],
  [
    'no more severities with a postmortem',
    ({ contract }) => -contract.postmortem!.severities!.length,
  ],
  [
    'no more budget left before it is at risk',
    ({ contract }) => -contract.slo!.atRiskBelow!,
  ],
  ['no more alerts', ({ contract }) => -contract.slo!.alerts!.length],
  ['no earlier review', ({ contract }) => duration(contract.reviewEvery)],
];

describe('a less critical tier that ships', () => {
  it.each(demands)('has %s than the tier above it', (_, demand) => {
    const values = defaultTiers.map(demand);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it.each<[string, (tier: Tier) => string | number | undefined]>([
    ['SLO target', tier => tier.contract.sloTarget],
    ['recovery time', tier => tier.contract.rto],
    ['recovery point', tier => tier.contract.rpo],
  ])('differs in its %s', (_, demand) => {
    expect(new Set(defaultTiers.map(demand)).size).toBe(defaultTiers.length);
  });
});

describe('every tier that ships', () => {
  it.each(defaultTiers.map(tier => [tier.id, tier] as const))(
    '%s has a contract that the configuration would accept',
    (_, { contract }) => {
      expect(tierContractSchema.parse(contract)).toEqual(contract);
    },
  );

  it('is ranked by its place in the list', () => {
    expect(defaultTiers.map(({ id, rank }) => [id, rank])).toEqual([
      ['tier-0', 0],
      ['tier-1', 1],
      ['tier-2', 2],
      ['tier-3', 3],
    ]);
  });

  it.each(defaultTiers.map(tier => [tier.id, tier] as const))(
    '%s drafts a postmortem before publishing it and pages before recovery is due',
    (_, { contract }) => {
      const { draft, publish } = contract.postmortem!;
      expect(duration(draft)).toBeLessThan(duration(publish));
      expect(duration(contract.oncall!.acknowledge)).toBeLessThan(
        duration(contract.rto),
      );
    },
  );
});
