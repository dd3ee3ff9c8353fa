import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  PushChangesResponse,
  reliabilityChangesPushPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { StoredChange } from './ChangeStore';
import { readChange } from './readChange';

/** Services that are locked at once. */
const BATCH = 500;

interface Candidate {
  readonly index: number;
  readonly change: StoredChange;
}

interface Verdict {
  readonly index: number;
  readonly status: 'stored' | 'unchanged' | 'rejected';
  readonly reason?: string;
}

const keyOf = ({ id, entityRef }: StoredChange) => `${id}\n${entityRef}`;

const isSame = (one: StoredChange, other: StoredChange) =>
  one.at === other.at &&
  one.kind === other.kind &&
  one.title === other.title &&
  one.url === other.url;

/** Deployments and other changes that machines push. */
export class ChangeService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly now: () => number;
    },
  ) {}

  /**
   * Stores changes. Each has its own verdict: a bad one does not keep the others out, and of several with one
   * id and service the last counts. The same request again changes nothing.
   */
  async push(
    request: { source: string; changes: readonly unknown[] },
    credentials: BackstageCredentials,
  ): Promise<PushChangesResponse> {
    const { access, config, now } = this.options;
    await access.require(reliabilityChangesPushPermission, credentials);
    const oldest = now() - config.incidentRetentionMs;
    const verdicts: Verdict[] = [];
    const latest = new Map<string, Candidate>();
    request.changes.forEach((raw, index) => {
      const change = readChange(raw, request.source, { now: now(), oldest });
      if (typeof change === 'string') {
        verdicts.push({ index, status: 'rejected', reason: change });
        return;
      }
      const earlier = latest.get(keyOf(change));
      if (earlier) verdicts.push({ index: earlier.index, status: 'unchanged' });
      latest.set(keyOf(change), { index, change });
    });
    const candidates = [...latest.values()];
    const refs = [...new Set(candidates.map(each => each.change.entityRef))];
    for (const batch of inBatches(refs.sort(), BATCH)) {
      const inBatch = new Set(batch);
      const about = candidates.filter(each =>
        inBatch.has(each.change.entityRef),
      );
      verdicts.push(...(await this.saveBatch(batch, about, request.source)));
    }
    return summarise(verdicts);
  }

  private async saveBatch(
    refs: readonly string[],
    candidates: readonly Candidate[],
    source: string,
  ): Promise<Verdict[]> {
    const { knex, stores, now } = this.options;
    return knex.transaction(async tx => {
      const services = await stores.services.lock(tx, refs);
      const current = new Set(services.map(({ entityRef }) => entityRef));
      const ids = candidates.map(({ change }) => change.id);
      const stored = await stores.changes.known(tx, source, ids);
      const known = new Map(stored.map(change => [keyOf(change), change]));
      const news: StoredChange[] = [];
      const verdicts = candidates.map(({ index, change }): Verdict => {
        const { entityRef } = change;
        if (!current.has(entityRef)) {
          const reason = `entityRef: ${entityRef} is not a service`;
          return { index, status: 'rejected', reason };
        }
        const before = known.get(keyOf(change));
        if (before && isSame(before, change)) {
          return { index, status: 'unchanged' };
        }
        news.push(change);
        return { index, status: 'stored' };
      });
      await stores.changes.save(tx, news, now());
      return verdicts;
    });
  }
}

function summarise(verdicts: readonly Verdict[]): PushChangesResponse {
  const count = (status: Verdict['status']) =>
    verdicts.filter(verdict => verdict.status === status).length;
  return {
    stored: count('stored'),
    unchanged: count('unchanged'),
    rejected: verdicts
      .flatMap(({ index, reason }) =>
        reason === undefined ? [] : [{ index, reason }],
      )
      .sort((one, other) => one.index - other.index),
  };
}
