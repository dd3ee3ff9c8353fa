import {
  Preview,
  PreviewChange,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../../database/dates';
import { PreviewRow, StoredPreview } from './PreviewStore';

const OWNERS = 50;

type Counts = { services: number } & Record<PreviewChange, number>;

const noCounts = (): Counts => ({
  services: 0,
  down: 0,
  up: 0,
  rescored: 0,
  same: 0,
});

function countBy<K>(
  rows: readonly PreviewRow[],
  keyOf: (row: PreviewRow) => K,
): Map<K, Counts> {
  const counts = new Map<K, Counts>();
  for (const row of rows) {
    const key = keyOf(row);
    const count = counts.get(key) ?? noCounts();
    counts.set(key, count);
    count.services += 1;
    count[row.change] += 1;
  }
  return counts;
}

function tiersOf(rows: readonly PreviewRow[]): Preview['byTier'] {
  const tiers = new Map(rows.map(({ tier }) => [tier.id, tier]));
  const counts = countBy(rows, ({ tier }) => tier.id);
  return [...tiers.values()]
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
    .map(({ id, name }) => ({ id, name, ...(counts.get(id) ?? noCounts()) }));
}

function levelsOf(
  rows: readonly PreviewRow[],
  { definition }: StoredPreview['rules'],
): Preview['levels'] {
  const levels = new Map(
    [
      { id: 'none', name: 'No level' },
      ...definition.levels,
      ...rows.map(({ before }) => before.level),
    ].map(({ id, name }) => [id, { id, name, before: 0, after: 0 }]),
  );
  for (const { before, after } of rows) {
    levels.get(before.level.id)!.before += 1;
    levels.get(after.level.id)!.after += 1;
  }
  return [...levels.values()];
}

const isShort = (outcome: string | null) =>
  outcome === 'fail' || outcome === 'unknown';

function checksOf(
  rows: readonly PreviewRow[],
  { definition }: StoredPreview['rules'],
): Preview['byCheck'] {
  const sums = new Map<string, Preview['byCheck'][number]>();
  const titles = new Map(definition.checks.map(({ id, title }) => [id, title]));
  for (const { check: id, from, to } of rows.flatMap(({ flips }) => flips)) {
    const sum = sums.get(id) ?? {
      id,
      title: titles.get(id) ?? id,
      newlyFailing: 0,
      newlyUnknown: 0,
      newlyMet: 0,
    };
    sums.set(id, sum);
    if (to === 'fail') sum.newlyFailing += 1;
    else if (to === 'unknown') sum.newlyUnknown += 1;
    else if (isShort(from)) sum.newlyMet += 1;
  }
  const short = (sum: Preview['byCheck'][number]) =>
    sum.newlyFailing + sum.newlyUnknown;
  return [...sums.values()]
    .filter(sum => short(sum) + sum.newlyMet > 0)
    .sort((a, b) => short(b) - short(a) || b.newlyMet - a.newlyMet);
}

/**
 * What a preview says of some of its services.
 *
 * @param rows - those that the reader may see
 */
export function summarisePreview(
  preview: StoredPreview,
  rows: readonly PreviewRow[],
): Preview {
  const { id, madeBy, madeAt, expiresAt, rules } = preview;
  const owners = [...countBy(rows, ({ owner }) => owner)];
  return {
    id,
    madeBy,
    madeAt: isoTime(madeAt),
    expiresAt: isoTime(expiresAt),
    ...rules,
    totals: {
      ...(countBy(rows, () => '').get('') ?? noCounts()),
      // Services of nobody are no team's.
      teamsDown: owners.filter(([owner, { down }]) => owner && down > 0).length,
    },
    levels: levelsOf(rows, rules),
    byTier: tiersOf(rows),
    byOwner: owners
      .filter(([, { down, up }]) => down + up > 0)
      .sort(([, a], [, b]) => b.down - a.down || b.up - a.up)
      .slice(0, OWNERS)
      .map(([owner, counts]) => ({ owner, ...counts })),
    byCheck: checksOf(rows, rules),
  };
}
