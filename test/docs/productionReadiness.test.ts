import {
  assessChecklist,
  ChecklistItem,
  compileChecklist,
  defaultChecklist,
  defaultTiers,
  Tier,
  tierFacts,
} from '@plimsoll/backstage-plugin-reliability-common';
import { documentation, rowsUnder } from './page';

const page = documentation('production-readiness.md');
const { items, categories = [], phases } = defaultChecklist;

function requiredBy(tier: Tier): ReadonlySet<string> {
  const compilation = compileChecklist(defaultChecklist, {
    tiers: defaultTiers,
  });
  if (compilation.kind === 'error') throw new Error('it does not compile');
  const facts = [tierFacts({ tier, source: 'declared' }, 0)];
  const input = { facts, tierId: tier.id, answers: new Map() };
  const assessment = assessChecklist(input, compilation.checklist, 0);
  return new Set(
    assessment.items.filter(({ required }) => required).map(({ id }) => id),
  );
}

const required = defaultTiers.map(tier => [tier.id, requiredBy(tier)] as const);

function requiredText({ id }: ChecklistItem): string {
  const tiers = required.filter(([, ids]) => ids.has(id)).map(([tier]) => tier);
  if (tiers.length === defaultTiers.length) return 'all tiers';
  if (tiers.length === 0) return 'optional';
  return tiers.length === 1 ? tiers[0] : `${tiers[0]} to ${tiers.at(-1)}`;
}

function lengthText(iso: string): string {
  return iso.replace(/^P1Y$/, '1 year').replace(/^P(\d+)D$/, '$1 days');
}

function expiryText({ expires, verify }: ChecklistItem): string {
  if (verify !== 'manual') return 'automatic';
  if (expires === undefined) return 'does not age';
  if (typeof expires === 'string') return lengthText(expires);
  const { default: others, ...byTier } = expires;
  const exceptions = Object.entries(byTier).map(
    ([tier, iso]) => `${tier} ${lengthText(iso)}`,
  );
  return `${lengthText(others)}; ${exceptions.join(', ')}`;
}

const phaseTitle = (id: string) => phases.find(phase => phase.id === id)!.title;

const rowOf = (item: ChecklistItem) => [
  item.title,
  `\`${item.id}\``,
  phaseTitle(item.phase),
  requiredText(item),
  item.evidence === 'none' ? '–' : item.evidence,
  expiryText(item),
];

describe('the page about the checklist that ships', () => {
  it.each(categories.map(({ id, title }) => [title, id]))(
    'lists the items under "%s" as they are',
    (title, id) => {
      const rows = rowsUnder(page, title).slice(1);
      expect(rows).toEqual(
        items.filter(({ category }) => category === id).map(rowOf),
      );
    },
  );

  it('counts the items', () => {
    expect(page).toContain(`asks ${items.length} things`);
  });

  it('counts what each tier requires', () => {
    const [tiers, counts] = rowsUnder(page, 'Production readiness');
    expect(tiers.slice(1)).toEqual(required.map(([tier]) => tier));
    expect(counts.slice(1)).toEqual(required.map(([, ids]) => `${ids.size}`));
  });
});
