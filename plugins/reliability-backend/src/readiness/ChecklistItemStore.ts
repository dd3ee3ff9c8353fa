import { CompiledChecklist } from '@plimsoll/backstage-plugin-reliability-common';
import { Db, timeOf } from '../database/sql';

const TABLE = 'reliability_checklist_items';

/** When the items of checklists appeared. */
export class ChecklistItemStore {
  /** Notes the items of the checklists in force; one that takes over an earlier id is as old as that. */
  async keep(
    db: Db,
    checklists: readonly CompiledChecklist[],
    now: number,
  ): Promise<void> {
    for (const { definition } of checklists) {
      const known = await this.of(db, definition.id);
      for (const { id, formerly = [] } of definition.items) {
        if (known.has(id)) continue;
        const times = formerly.flatMap(former => known.get(former) ?? []);
        await db(TABLE)
          .insert({
            checklist_id: definition.id,
            item_id: id,
            first_seen_at: new Date(Math.min(now, ...times)),
          })
          .onConflict(['checklist_id', 'item_id'])
          .ignore();
      }
    }
  }

  /** When each item appeared, in milliseconds since the epoch. */
  async of(db: Db, checklistId: string): Promise<Map<string, number>> {
    const rows = await db(TABLE).where({ checklist_id: checklistId });
    return new Map(rows.map(row => [row.item_id, timeOf(row.first_seen_at)]));
  }
}
