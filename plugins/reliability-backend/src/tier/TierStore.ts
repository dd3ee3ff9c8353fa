import {
  TierChange,
  TierOverride,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoTime } from '../database/dates';
import { anyOf, Db, timeOf } from '../database/sql';

type OverrideRow = {
  entity_ref: string;
  tier: string;
  reason: string;
  set_by: string;
  set_at: Date | number;
};

type ChangeRow = {
  id: number;
  action: 'set' | 'removed';
  tier: string | null;
  reason: string;
  changed_by: string;
  changed_at: Date | number;
};

const OVERRIDES = 'reliability_tier_overrides';
const CHANGES = 'reliability_tier_changes';

const toOverride = (row: OverrideRow): TierOverride => ({
  tier: row.tier,
  reason: row.reason,
  setBy: row.set_by,
  setAt: timeOf(row.set_at),
});

/** Tiers set by hand, and who did it. */
export class TierStore {
  async overrides(
    db: Db,
    refs: readonly string[],
  ): Promise<Map<string, TierOverride>> {
    const rows: OverrideRow[] = await db(OVERRIDES).where(
      anyOf(db, 'entity_ref', refs),
    );
    return new Map(rows.map(row => [row.entity_ref, toOverride(row)]));
  }

  /** Sets or replaces an override; setting the same again changes nothing and is not recorded. */
  async set(db: Db, ref: string, override: TierOverride): Promise<void> {
    const current = (await this.overrides(db, [ref])).get(ref);
    if (current?.tier === override.tier && current.reason === override.reason) {
      return;
    }
    const setAt = new Date(override.setAt);
    await db(OVERRIDES)
      .insert({
        entity_ref: ref,
        tier: override.tier,
        reason: override.reason,
        set_by: override.setBy,
        set_at: setAt,
      })
      .onConflict('entity_ref')
      .merge();
    await db(CHANGES).insert({
      entity_ref: ref,
      action: 'set',
      tier: override.tier,
      reason: override.reason,
      changed_by: override.setBy,
      changed_at: setAt,
    });
  }

  /** Removes an override; where there is none, nothing happens. */
  async remove(db: Db, ref: string, by: string, at: number): Promise<void> {
    const removed = await db(OVERRIDES).where({ entity_ref: ref }).delete();
    if (removed > 0) {
      await db(CHANGES).insert({
        entity_ref: ref,
        action: 'removed',
        tier: null,
        reason: '',
        changed_by: by,
        changed_at: new Date(at),
      });
    }
  }

  /** Newest first; `before` is the id after which the page goes on. */
  async changes(
    db: Db,
    ref: string,
    page: { before?: number; limit: number },
  ): Promise<{ items: (TierChange & { id: number })[]; total: number }> {
    const all = db(CHANGES).where({ entity_ref: ref });
    const [{ total }] = await all.clone().count({ total: '*' });
    const query = all.orderBy('id', 'desc').limit(page.limit);
    if (page.before !== undefined) query.where('id', '<', page.before);
    const rows: ChangeRow[] = await query;
    return {
      total: Number(total),
      items: rows.map(row => ({
        id: row.id,
        action: row.action,
        tier: row.tier,
        reason: row.reason,
        by: row.changed_by,
        at: isoTime(timeOf(row.changed_at)),
      })),
    };
  }
}
