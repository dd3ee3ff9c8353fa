import { defaultTiers } from '../../tier';
import { proposeTier, TierEvidence } from './proposeTier';

const nothing: TierEvidence = {
  dependentRanks: [],
  target: null,
  sev1: 0,
  sev2: 0,
  pages: 0,
};

function line(rank: number | null, evidence: Partial<TierEvidence>) {
  const proposal = proposeTier(rank, { ...nothing, ...evidence }, defaultTiers);
  return (
    proposal &&
    `${proposal.direction} ${proposal.rank}, ${
      proposal.confidence
    }: ${proposal.reasons
      .map(reason => `${reason.kind} ${reason.rank}`)
      .join(', ')}`
  );
}

it.each<[string, number | null, Partial<TierEvidence>, string | undefined]>([
  ['nothing is known', 2, {}, undefined],
  ['nothing is known of one without a tier', null, {}, undefined],
  ['its dependents are as critical', 1, { dependentRanks: [1, 3] }, undefined],
  [
    'a more critical service needs it',
    2,
    { dependentRanks: [0, 0, 3, null] },
    'raise 0, medium: dependents 0',
  ],
  [
    'its SLO speaks for the same',
    2,
    { dependentRanks: [0], target: 999_500 },
    'raise 0, high: dependents 0, slo 0',
  ],
  [
    'something speaks for less than its dependents do',
    3,
    { dependentRanks: [0], sev2: 1 },
    'raise 0, medium: dependents 0, incidents 2',
  ],
  ['only its SLO is strict', 2, { target: 999_000 }, 'raise 1, low: slo 1'],
  [
    'two things agree without dependents',
    3,
    { target: 999_000, sev1: 1 },
    'raise 1, medium: slo 1, incidents 1',
  ],
  [
    'only services without a tier need it',
    2,
    { dependentRanks: [null] },
    undefined,
  ],
  [
    'many need it',
    2,
    { dependentRanks: Array(10).fill(null) },
    'raise 1, low: many-dependents 1',
  ],
  ['people are paged a lot', 3, { pages: 30 }, 'raise 2, low: pages 2'],
  ['people are paged now and then', 3, { pages: 29 }, undefined],
  [
    'it has no tier',
    null,
    { dependentRanks: [1], target: 990_000 },
    'declare 1, medium: dependents 1, slo 3',
  ],
  [
    'everything known speaks for less',
    0,
    { dependentRanks: [2], target: 995_000 },
    'lower 2, low: dependents 2, slo 2',
  ],
  ['only a loose SLO speaks for less', 0, { target: 990_000 }, undefined],
  ['its SLO is looser than any contract', 3, { target: 900_000 }, undefined],
])('when %s', (_, rank, evidence, expected) => {
  expect(line(rank, evidence)).toBe(expected);
});

it('never speaks for a tier that is not configured', () => {
  const [only] = defaultTiers;
  expect(
    proposeTier(null, { ...nothing, sev2: 1, pages: 99 }, [only])?.rank,
  ).toBe(0);
});
