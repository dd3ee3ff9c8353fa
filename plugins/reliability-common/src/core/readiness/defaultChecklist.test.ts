import { checklistDefinitionSchema } from '../../contract';
import {
  factsOfTier,
  NOW,
  serviceFacts,
  tier0,
  tier1,
  tier2,
  tier3,
} from '../../testUtils';
import { Facts, FactValue } from '../facts';
import { defaultScorecard } from '../maturity';
import { defaultTiers, Tier } from '../tier';
import { assessChecklist } from './assessChecklist';
import { ChecklistDefinition, CompiledChecklist, MANUAL } from './checklist';
import { compileChecklist } from './compileChecklist';
import { defaultChecklist, defaultChecklistFor } from './defaultChecklist';

const { items, phases, categories = [] } = defaultChecklist;

function compiledFor(
  tiers: readonly Tier[],
  definition: ChecklistDefinition = defaultChecklist,
): CompiledChecklist {
  const compilation = compileChecklist(definition, { tiers });
  if (compilation.kind === 'error') {
    throw new Error(JSON.stringify(compilation.problems));
  }
  return compilation.checklist;
}

const checklist = compiledFor(defaultTiers);

const assessed = (facts: Facts, tierId: string) =>
  assessChecklist({ facts, tierId, answers: new Map() }, checklist, NOW);

const automatic = items.filter(({ verify }) => verify !== MANUAL);

describe('the checklist that ships', () => {
  it('could be written in the configuration', () => {
    expect(checklistDefinitionSchema.parse(defaultChecklist)).toEqual(
      defaultChecklist,
    );
  });

  it('has 40 to 60 items, 8 or more of them automatic', () => {
    expect(items.length).toBeGreaterThanOrEqual(40);
    expect(items.length).toBeLessThanOrEqual(60);
    expect(automatic.length).toBeGreaterThanOrEqual(8);
  });

  it.each(categories.map(({ id }) => id))('asks 3 or more about %s', id => {
    const asked = items.filter(({ category }) => category === id);
    expect(asked.length).toBeGreaterThanOrEqual(3);
  });

  it.each(phases.map(({ id }) => id))('asks 8 or more in %s', id => {
    const asked = items.filter(({ phase }) => phase === id);
    expect(asked.length).toBeGreaterThanOrEqual(8);
  });

  it('lists the items of a category together, in the order of the categories', () => {
    const runs = items
      .map(({ category }) => category)
      .filter((category, index, all) => category !== all[index - 1]);
    expect(runs).toEqual(categories.map(({ id }) => id));
  });

  it('repeats no title, no reason and no advice', () => {
    for (const key of ['title', 'why', 'how'] as const) {
      expect(new Set(items.map(item => item[key])).size).toBe(items.length);
    }
  });
});

describe.each(items.map(item => [item.id, item] as const))('%s', (id, item) => {
  it('has an id of words and dashes', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('claims something, in one line and without a full stop', () => {
    expect(item.title).toMatch(/^[A-Z][^\n.?]{10,80}$/);
  });

  it('says why in one to three sentences', () => {
    const sentences = item.why!.split(/[.?](?: |$)/).filter(Boolean);
    expect(item.why).toMatch(/[.?]$/);
    expect(sentences.length).toBeGreaterThanOrEqual(1);
    expect(sentences.length).toBeLessThanOrEqual(3);
  });

  it('says how, and what counts as evidence where people answer', () => {
    expect(item.how).toMatch(/[\w`]\.$/);
    expect(/\n\n\*\*Good evidence:\*\* \w/.test(item.how!)).toBe(
      item.verify === MANUAL,
    );
  });
});

describe('what the tier requires', () => {
  const untiered = [serviceFacts()[0], factsOfTier()];

  it.each([
    ['mission critical', serviceFacts({}, tier0), tier0.id, 55],
    ['business critical', serviceFacts({}, tier1), tier1.id, 52],
    ['business operational', serviceFacts({}, tier2), tier2.id, 34],
    ['supporting', serviceFacts({}, tier3), tier3.id, 15],
    ['untiered: what may be required is', untiered, 'untiered', 55],
  ])('%s', (_, facts, tierId, required) => {
    expect(assessed(facts, tierId).counts.requiredTotal).toBe(required);
  });
});

const links = (kind: string) => ({
  links: {
    ...(serviceFacts()[0].values.links as Record<string, number>),
    [kind]: 0,
  },
});

/** For every automatic item, what a service must lack. */
const lacking: Record<string, Record<string, FactValue>> = {
  'owned-by-team': { ownerExists: false },
  described: { system: '' },
  pageable: { ...links('alerts'), annotations: {} },
  'dashboard-linked': links('dashboard'),
  'runbook-linked': links('runbook'),
  'support-channel-linked': links('chat'),
  'source-linked': { ...links('repository'), sourceUrl: '' },
  'dependencies-declared': { dependencies: 0, consumedApis: 0 },
};

describe('every automatic item can be met and not met', () => {
  const inState = (facts: Facts, state: string) =>
    assessed(facts, 'tier-1')
      .items.filter(item => item.automatic && item.state === state)
      .map(({ id }) => id);
  const ids = automatic.map(({ id }) => id);

  it('a service that has everything meets all of them', () => {
    expect(inState(serviceFacts(), 'met')).toEqual(ids);
  });

  it.each(ids.filter(id => id !== 'tier-declared'))(
    '%s, and it alone, is not met by a service that lacks it',
    id => {
      expect(inState(serviceFacts(lacking[id]), 'not-met')).toEqual([id]);
    },
  );

  it('tier-declared is not met by an untiered service', () => {
    const facts = [serviceFacts()[0], factsOfTier()];
    expect(inState(facts, 'not-met')).toEqual(['tier-declared']);
  });
});

describe('where the scorecard that ships asks the same', () => {
  it.each([
    ['tier-declared', 'tier-declared'],
    ['owned-by-team', 'owner-exists'],
    ['dashboard-linked', 'dashboard'],
    ['runbook-linked', 'runbook'],
    ['support-channel-linked', 'support-channel'],
    ['source-linked', 'source-linked'],
    ['dependencies-declared', 'dependencies-declared'],
  ])('%s has the rule of the check %s', (itemId, checkId) => {
    expect(items.find(({ id }) => id === itemId)?.verify).toBe(
      defaultScorecard.checks.find(({ id }) => id === checkId)?.pass,
    );
  });

  it('pageable also takes a rotation that the owner names, of which a checklist knows nothing', () => {
    const verify = items.find(({ id }) => id === 'pageable')?.verify;
    expect(
      defaultScorecard.checks.find(({ id }) => id === 'pageable')?.pass,
    ).toBe(`${verify} || (oncall.rotations > 0 && !oncall.membersOnly)`);
  });
});

describe('for a company with tiers of its own', () => {
  const own = [
    { id: 'gold', name: 'Gold', rank: 0, contract: {} },
    { id: 'tier-1', name: 'Other', rank: 1, contract: {} },
  ];
  const restore = defaultChecklistFor(own.map(({ id }) => id)).items.find(
    ({ id }) => id === 'restore-tested',
  );

  it('compiles', () => {
    const definition = defaultChecklistFor(own.map(({ id }) => id));
    expect(compiledFor(own, definition).items).toHaveLength(items.length);
  });

  it('leaves out an expiry of a tier that the company does not have', () => {
    expect(restore?.expires).toEqual({ default: 'P1Y', 'tier-1': 'P180D' });
  });

  it('is as it ships where the tiers are those that ship', () => {
    const ids = defaultTiers.map(({ id }) => id);
    expect(defaultChecklistFor(ids)).toEqual(defaultChecklist);
  });
});
