import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  canonicalJson,
  importIncidentsRequestSchema,
  ImportIncidentsResponse,
  incidentId,
  PORTAL_ACCOUNT,
  ReportedIncident,
  reliabilityIncidentImportPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { Access } from '../access/Access';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { summariseVerdicts } from '../http/summariseVerdicts';
import { Knex } from 'knex';
import { readImportedIncident } from './importedIncident';
import { StoredIncident } from './incidentRow';
import { IncidentSheetRow, readIncidentSheet } from './incidentSheet';
import { IncidentWriter } from './IncidentWriter';
import { soundIncident } from './soundIncident';

type ImportCommand = z.output<typeof importIncidentsRequestSchema>;
type Verdict = ImportIncidentsResponse['results'][number];

/** A row that can be stored. */
interface Candidate {
  /** From 1. */
  readonly row: number;
  readonly id: string;
  readonly reported: ReportedIncident;
}

/** Incidents in one transaction: their services are locked while it runs. */
const BATCH = 200;

const rejected = (row: number, reason: string): Verdict => ({
  row,
  status: 'rejected',
  id: null,
  reason,
});

/** Incidents that come in bulk, for companies that kept them in a table. */
export class IncidentImportService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly incidentWriter: IncidentWriter;
      readonly now: () => number;
    },
  ) {}

  /**
   * Stores incidents under the account of the portal. Every row has its own verdict: a bad one does not keep the
   * others out, and of two rows with one key the first counts. The same request again changes nothing, and what
   * people set since stays.
   *
   * @throws InputError when the text is no table
   */
  async import(
    command: ImportCommand,
    credentials: BackstageCredentials,
  ): Promise<ImportIncidentsResponse> {
    const { access } = this.options;
    await access.require(reliabilityIncidentImportPermission, credentials);
    const { candidates, verdicts } = this.read(command);
    const isService = await this.services(candidates, credentials);
    const good = candidates.filter(({ row, reported }) => {
      const wrong = reported.entityRefs.findIndex(ref => !isService(ref));
      if (wrong < 0) return true;
      const reason = `entityRefs[${wrong}]: ${reported.entityRefs[wrong]} is not a service`;
      verdicts.push(rejected(row, reason));
      return false;
    });
    for (const batch of inBatches(good, BATCH)) {
      verdicts.push(...(await this.save(batch, command.dryRun)));
    }
    return summariseVerdicts(verdicts, ({ row }) => row);
  }

  private read({ rows, csv }: ImportCommand): {
    candidates: Candidate[];
    verdicts: Verdict[];
  } {
    const now = this.options.now();
    const given: IncidentSheetRow[] =
      csv === undefined
        ? (rows ?? []).map(value => ({ kind: 'row', value }))
        : readIncidentSheet(csv);
    const verdicts: Verdict[] = [];
    const candidates = new Map<string, Candidate>();
    given.forEach((sheetRow, index) => {
      const row = index + 1;
      if (sheetRow.kind === 'empty') return;
      if (sheetRow.kind === 'bad') {
        verdicts.push(rejected(row, sheetRow.reason));
        return;
      }
      const found = readImportedIncident(sheetRow.value, now);
      if (found.kind === 'rejected') {
        verdicts.push(rejected(row, found.reason));
        return;
      }
      const { reported } = found;
      const id = incidentId(PORTAL_ACCOUNT, reported.externalId);
      const first = candidates.get(id);
      if (first) {
        verdicts.push(rejected(row, `key: row ${first.row} has the same key`));
        return;
      }
      candidates.set(id, { row, id, reported: soundIncident(reported) });
    });
    return { candidates: [...candidates.values()], verdicts };
  }

  /** A service that the caller may not see is none, so that nobody can probe. */
  private async services(
    candidates: readonly Candidate[],
    credentials: BackstageCredentials,
  ): Promise<(ref: string) => boolean> {
    const { knex, stores, access } = this.options;
    const refs = [
      ...new Set(candidates.flatMap(({ reported }) => reported.entityRefs)),
    ];
    const known = await stores.services.briefs(knex, refs);
    const visible = await access.visibleRefs(credentials);
    const seen = visible && new Set(visible);
    return ref => known.has(ref) && (seen?.has(ref) ?? true);
  }

  private async save(
    batch: readonly Candidate[],
    dryRun: boolean,
  ): Promise<Verdict[]> {
    const { stores, incidentWriter, now } = this.options;
    let verdicts: Verdict[] = [];
    await incidentWriter.run(async tx => {
      const known = await stores.incidents.load(
        tx,
        batch.map(({ id }) => id),
      );
      const news = batch.flatMap(({ id, reported }) => {
        const write = withWhatPeopleSet(reported, known.get(id));
        return isSame(write, known.get(id)) ? [] : [{ id, write }];
      });
      const changed = new Set(news.map(({ id }) => id));
      verdicts = batch.map(({ row, id }) => ({
        row,
        status: changed.has(id) ? 'stored' : 'unchanged',
        id,
      }));
      if (dryRun) return { changed: [], services: [] };
      return incidentWriter.write(
        tx,
        news.map(({ write }) => ({
          account: PORTAL_ACCOUNT,
          provider: PORTAL_ACCOUNT,
          reported: write,
        })),
        now(),
      );
    }, 'source:incidents/import');
    return verdicts;
  }
}

/** Whether somebody resolved it here: then its row does not open it again. */
const isOverHere = ({ edits }: StoredIncident) =>
  Boolean(edits.resolved?.value ?? edits.closed?.value);

function withWhatPeopleSet(
  reported: ReportedIncident,
  before: StoredIncident | undefined,
): ReportedIncident {
  if (!before) return reported;
  const { status, reopenedAt } = before.reported;
  return {
    ...reported,
    reopenedAt,
    ...(isOverHere(before) && { status }),
  };
}

/** The same but for the time at which it came. */
function isSame(
  reported: ReportedIncident,
  before: StoredIncident | undefined,
): boolean {
  if (!before || before.removedAt !== undefined) return false;
  const { updatedAt } = before.reported;
  return (
    canonicalJson({ ...reported, updatedAt }) === canonicalJson(before.reported)
  );
}
