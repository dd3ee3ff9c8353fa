import { assess } from './assess';
import { Facts, FactValue } from '../facts/facts';
import {
  assessOn,
  compiled,
  exemptionOf,
  gitlabLike,
  levelOn,
  NOW,
  OBSERVED,
  opslevelLike,
  rowOf,
  seeded,
  serviceFacts,
} from '../../testUtils';
import { pushedFacts } from './serviceFacts';

const pushed = (source: string, values: Record<string, FactValue>) =>
  pushedFacts(
    Object.entries(values).map(([key, value]) => ({
      source,
      key,
      value,
      at: OBSERVED,
    })),
  );

describe('a rubric like that of GitLab', () => {
  const link = 'https://dashboards.example/d/web';
  const allMet = Object.fromEntries(
    gitlabLike.checks.map(({ id }) => [id, link]),
  );
  const service = (
    evidence: Record<string, string>,
    skipped: Record<string, string> = {},
  ): Facts => [
    ...serviceFacts({
      annotations: Object.fromEntries(
        Object.entries(skipped).map(([id, reason]) => [
          `maturity.example/skip-${id}`,
          reason,
        ]),
      ),
    }),
    ...pushed('metrics-catalog', { ...allMet, ...evidence }),
  ];

  it.each<[string, Facts, string]>([
    [
      'is at the highest implemented level with all evidence',
      service({}),
      'level-4',
    ],
    [
      'is below the first level without evidence for it',
      service({ 'service-catalog': '' }),
      'none',
    ],
    [
      'needs every criterion of a level',
      service({ 'error-rate': '' }),
      'level-1',
    ],
    ['needs all lower levels', service({ apdex: '', kibana: link }), 'level-1'],
    [
      'passes over a criterion that it skips with a reason',
      service({ apdex: '' }, { apdex: 'Serves no requests' }),
      'level-4',
    ],
    [
      'passes over what nobody has implemented',
      service({ sla: '' }),
      'level-4',
    ],
    [
      'never attains a level of which nothing is implemented',
      service({ forecast: link }),
      'level-4',
    ],
    [
      'is not given a level for skipping all of it',
      service({}, { kibana: 'Has no logs' }),
      'level-3',
    ],
  ])('a service %s', (_, facts, level) => {
    expect(levelOn(gitlabLike, facts)).toBe(level);
  });

  it('a service that may skip a whole level by approval attains it', () => {
    const exemption = exemptionOf({
      check: 'kibana',
      scorecard: gitlabLike.id,
    });
    const facts = service({ kibana: '' });
    expect(levelOn(gitlabLike, facts, [exemption])).toBe('level-4');
  });

  it('keeps the evidence and the reason', () => {
    const facts = service({}, { apdex: 'Serves no requests' });
    expect(assessOn(gitlabLike, facts).facts).toMatchObject({
      'facts["metrics-catalog/error-rate"]': { value: link },
      'entity.annotations["maturity.example/skip-apdex"]': {
        value: 'Serves no requests',
      },
    });
  });
});

describe('a rubric like one of OpsLevel', () => {
  const rows = ['ownership', 'reliability', 'security'];
  const ids = opslevelLike.checks.map(({ id }) => id);
  const passingAllBut = (...failed: string[]) =>
    pushed(
      'opslevel',
      Object.fromEntries(ids.map(id => [id, !failed.includes(id)])),
    );
  const levels = (facts: Facts) =>
    Object.fromEntries(
      rows.map(row => [row, levelOn(rowOf(opslevelLike, row), facts)]),
    );

  it.each<[string, string[], string, Record<string, string>]>([
    [
      'in every category',
      [],
      'gold',
      { ownership: 'gold', reliability: 'gold', security: 'gold' },
    ],
    [
      'by its weakest category',
      ['has-slo'],
      'bronze',
      { ownership: 'gold', reliability: 'bronze', security: 'gold' },
    ],
    [
      'through cells without checks',
      ['owner-reviewed'],
      'silver',
      { ownership: 'silver', reliability: 'gold', security: 'gold' },
    ],
    [
      'without a check that is enabled later',
      ['secrets-scanned'],
      'gold',
      { ownership: 'gold', reliability: 'gold', security: 'gold' },
    ],
    [
      'below the first where a category is',
      ['has-pager', 'signed-builds'],
      'none',
      { ownership: 'gold', reliability: 'none', security: 'silver' },
    ],
  ])('a service is ranked %s', (_, failed, overall, byCategory) => {
    const facts = passingAllBut(...failed);
    expect(levelOn(opslevelLike, facts)).toBe(overall);
    expect(levels(facts)).toEqual(byCategory);
  });

  it('the overall level is the lowest of the categories, whatever fails', () => {
    const rubric = compiled(opslevelLike);
    const categories = rows.map(row => compiled(rowOf(opslevelLike, row)));
    const random = seeded(42);
    for (let round = 0; round < 200; round++) {
      const failed = ids.filter(() => random() < 0.25);
      const facts = passingAllBut(...failed);
      const lowest = Math.min(
        ...categories.map(category => assess(facts, category, NOW).level),
      );
      expect([failed, assess(facts, rubric, NOW).level]).toEqual([
        failed,
        lowest,
      ]);
    }
  });

  it('a category has a score of its own in the one report', () => {
    const { dimensions } = assessOn(opslevelLike, passingAllBut('has-slo'));
    expect(dimensions).toMatchObject({
      ownership: { score: 1000 },
      reliability: { score: 666, failing: 1 },
      security: { score: 1000 },
    });
  });
});
