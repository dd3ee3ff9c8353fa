import {
  IncidentPerson,
  PostmortemStatus,
  ReportedFollowUp,
  ReportedIncident,
  ReportedPostmortem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { groupBy } from '../database/groupBy';
import { anyOf } from '../database/sql';
import { Stores } from '../database/stores';
import { FOLLOW_UPS, StoredFollowUp } from './followUpRow';
import { IncidentToWrite } from './IncidentWork';
import { StoredPostmortem } from './PostmortemStore';

const STAGES: readonly PostmortemStatus[] = ['draft', 'in-review', 'published'];

const LONGEST_TITLE = 300;
const LONGEST_ADDRESS = 2000;

/** The one of several that is furthest; of two the first. */
function furthest(
  postmortems: readonly ReportedPostmortem[],
): ReportedPostmortem | undefined {
  const stage = ({ status }: ReportedPostmortem) => STAGES.indexOf(status);
  return [...postmortems].sort((a, b) => stage(b) - stage(a))[0];
}

/** The same but for when it was written. */
const isSame = <T extends { changedAt?: number; updatedAt?: number }>(
  a: T,
  b: T | undefined,
): boolean =>
  b !== undefined &&
  JSON.stringify({ ...a, changedAt: 0, updatedAt: 0 }) ===
    JSON.stringify({ ...b, changedAt: 0, updatedAt: 0 });

/** The reference of the User, else the name. */
const nameOf = (
  person: IncidentPerson | undefined,
  matches: ReadonlyMap<string, string>,
): string | undefined => person && (matches.get(person.id) ?? person.name);

function toStored(
  followUp: ReportedFollowUp,
  known: {
    readonly id: string;
    readonly incidentId: string;
    readonly kept?: StoredFollowUp;
    readonly owner?: string;
    readonly now: number;
  },
): StoredFollowUp {
  const { id, incidentId, kept, now } = known;
  const edits = kept?.edits ?? {};
  const owner = edits.owner ? edits.owner.value : known.owner;
  const dueAt = edits.dueAt ? edits.dueAt.value : followUp.dueAt;
  return {
    id,
    incidentId,
    externalId: followUp.externalId,
    title: followUp.title.slice(0, LONGEST_TITLE) || 'Without a title',
    status: followUp.status,
    owner: typeof owner === 'string' ? owner : undefined,
    dueAt: typeof dueAt === 'number' ? dueAt : undefined,
    doneAt: followUp.doneAt,
    ticket: followUp.ticket,
    url: followUp.url?.slice(0, LONGEST_ADDRESS),
    origin: 'provider',
    edits,
    ...(kept?.contradicts && { contradicts: kept.contradicts }),
    createdAt: kept?.createdAt ?? now,
    changedAt: now,
  };
}

function toPostmortem(
  told: ReportedPostmortem,
  reported: ReportedIncident,
  known: {
    readonly row: IncidentToWrite['row'];
    readonly before?: StoredPostmortem;
    readonly now: number;
  },
): StoredPostmortem {
  const { row, before, now } = known;
  return {
    incidentId: row.id,
    source: 'provider',
    status: told.status,
    title: (told.title ?? reported.title).slice(0, LONGEST_TITLE),
    url: told.url?.slice(0, LONGEST_ADDRESS),
    sections: [],
    version: before?.version ?? 1,
    author: undefined,
    createdAt: before?.createdAt ?? now,
    updatedBy: undefined,
    updatedAt: now,
    reviewer: undefined,
    publishedAt: told.publishedAt,
  };
}

/** Keeps the follow-ups and postmortems that providers tell of in step with them; those of people stay. */
export class ReportedLearning {
  constructor(private readonly stores: Stores) {}

  /** Writes those of incidents that are written; whoever calls it holds the locks on the incidents. */
  async save(
    tx: Knex.Transaction,
    writes: readonly IncidentToWrite[],
    now: number,
  ): Promise<void> {
    if (writes.length === 0) return;
    await this.saveFollowUps(tx, writes, now);
    await this.savePostmortems(tx, writes, now);
  }

  private async saveFollowUps(
    tx: Knex.Transaction,
    writes: readonly IncidentToWrite[],
    now: number,
  ): Promise<void> {
    const { stores } = this;
    const known = groupBy(
      await stores.followUps.ofIncidents(
        tx,
        writes.map(({ row }) => row.id),
      ),
      ({ incidentId }) => incidentId,
    );
    const people = writes.flatMap(({ reported }) =>
      reported.followUps.flatMap(({ owner }) => owner ?? []),
    );
    const matches = await stores.people.match(tx, people);
    const changed: StoredFollowUp[] = [];
    const dropped: string[] = [];
    for (const { row, reported } of writes) {
      const before = (known.get(row.id) ?? []).filter(
        ({ origin }) => origin === 'provider',
      );
      const after = reported.followUps.map(followUp => {
        const id = `${row.id}:${followUp.externalId}`;
        const kept = before.find(other => other.id === id);
        return toStored(followUp, {
          id,
          incidentId: row.id,
          kept,
          owner: nameOf(followUp.owner, matches),
          now,
        });
      });
      changed.push(
        ...after.filter(
          one =>
            !isSame(
              one,
              before.find(({ id }) => id === one.id),
            ),
        ),
      );
      dropped.push(
        ...before
          .filter(({ id }) => !after.some(one => one.id === id))
          .map(({ id }) => id),
      );
    }
    await stores.followUps.save(tx, changed);
    await this.drop(tx, dropped);
  }

  /** Of one that became a lesson somebody may still decide on, which needs its title. */
  private async drop(
    tx: Knex.Transaction,
    ids: readonly string[],
  ): Promise<void> {
    if (ids.length === 0) return;
    await tx(FOLLOW_UPS)
      .where(anyOf(tx, 'id', ids))
      .whereNotIn('id', tx('reliability_lessons').select('follow_up_id'))
      .delete();
  }

  private async savePostmortems(
    tx: Knex.Transaction,
    writes: readonly IncidentToWrite[],
    now: number,
  ): Promise<void> {
    const { postmortems } = this.stores;
    const known = await postmortems.of(
      tx,
      writes.map(({ row }) => row.id),
    );
    const changed: StoredPostmortem[] = [];
    const dropped: string[] = [];
    for (const { row, reported } of writes) {
      const before = known.get(row.id);
      // What a person wrote or linked stands.
      if (before && before.source !== 'provider') continue;
      const told = furthest(reported.postmortems);
      const after = told && toPostmortem(told, reported, { row, before, now });
      if (!after && before) dropped.push(row.id);
      if (after && !isSame(after, before)) changed.push(after);
    }
    await postmortems.save(tx, ...changed);
    if (dropped.length > 0) {
      await tx('reliability_postmortems')
        .where(anyOf(tx, 'incident_id', dropped))
        .delete();
    }
  }
}
