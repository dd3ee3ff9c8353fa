import { Db } from '../../database/sql';

const TABLE = 'reliability_event_marks';

/** How far the history was told to others. */
export class EventMarkStore {
  /** The id of the last step that was told; undefined before the first time. */
  async get(db: Db, name: string): Promise<number | undefined> {
    const row = await db(TABLE).where({ name }).first('last_id');
    return row && Number(row.last_id);
  }

  async set(db: Db, name: string, lastId: number): Promise<void> {
    await db(TABLE)
      .insert({ name, last_id: lastId })
      .onConflict('name')
      .merge(['last_id']);
  }
}
