import {
  OutcomeFlip,
  PreviewedService,
  Preview,
} from '@plimsoll/backstage-plugin-reliability-common';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Db } from '../../database/sql';
import { timeOf } from '../../database/sql';

const TABLE = 'reliability_previews';

/** A service of a preview, as it is answered and with how its checks count before and after. */
export interface PreviewRow extends PreviewedService {
  readonly flips: readonly OutcomeFlip[];
}

/** A preview as it is kept. Times are milliseconds since the epoch. */
export interface StoredPreview {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  /** What was tried. */
  readonly rules: Pick<Preview, 'scorecard' | 'definition' | 'tiers'>;
  /** In the order in which they are answered. */
  readonly services: readonly PreviewRow[];
}

interface Row {
  id: string;
  made_by: string;
  made_at: Date | number;
  expires_at: Date | number;
  rules: string;
  services: string;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Previews of the last day. */
export class PreviewStore {
  async add(db: Db, preview: StoredPreview): Promise<void> {
    const services = await zip(JSON.stringify(preview.services));
    const row: Row = {
      id: preview.id,
      made_by: preview.madeBy,
      made_at: new Date(preview.madeAt),
      expires_at: new Date(preview.expiresAt),
      rules: JSON.stringify(preview.rules),
      services: services.toString('base64'),
    };
    await db(TABLE).insert(row);
  }

  async get(db: Db, id: string): Promise<StoredPreview | undefined> {
    const row: Row | undefined = await db<Row>(TABLE).where({ id }).first();
    if (!row) return undefined;
    const services = await unzip(Buffer.from(row.services, 'base64'));
    return {
      id: row.id,
      madeBy: row.made_by,
      madeAt: timeOf(row.made_at),
      expiresAt: timeOf(row.expires_at),
      rules: JSON.parse(row.rules),
      services: JSON.parse(services.toString()),
    };
  }

  /** Removes those whose day is over. */
  async removeExpired(db: Db, now: number): Promise<number> {
    return db(TABLE).where('expires_at', '<=', new Date(now)).delete();
  }
}
