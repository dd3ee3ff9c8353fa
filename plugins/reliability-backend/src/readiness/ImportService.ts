import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CompiledChecklist,
  importAnswersRequestSchema,
  ImportAnswersResponse,
  reliabilityReadinessImportPermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { nameOf } from '../access/nameOf';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { summariseVerdicts } from '../http/summariseVerdicts';
import { RankingService } from '../maturity/RankingService';
import { Reassessor } from '../maturity/Reassessor';
import { readSheet, SheetRow } from './answerSheet';
import { answersOfServices } from './answersOfServices';
import { decideImport, Verdict } from './decideImport';
import { ImportedAnswer, readImportRow } from './importRow';
import { ReadinessService } from './ReadinessService';

type ImportCommand = z.output<typeof importAnswersRequestSchema>;

/** Services in one transaction: they are locked while it runs. */
const BATCH = 200;

const rejected = (row: number, reason: string): Verdict => ({
  row,
  status: 'rejected',
  reason,
});

const asRow = (value: unknown): SheetRow => ({
  kind: 'row',
  value: value as Readonly<Record<string, unknown>>,
});

const notAService = (ref: string) => `entityRef: ${ref} is not a service`;

/** Answers that come in bulk, for companies that arrive from spreadsheets. */
export class ImportService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly readiness: ReadinessService;
      readonly reassessor: Reassessor;
      readonly ranking: RankingService;
      readonly now: () => number;
    },
  ) {}

  /**
   * Stores answers and reassesses their services. Every row has its own verdict: a bad one does not keep the
   * others out, and of two rows about one item the first counts. The same request again changes nothing.
   *
   * @throws NotFoundError when no such checklist is configured
   * @throws InputError when the text is no table
   */
  async importAnswers(
    checklistId: string,
    command: ImportCommand,
    credentials: BackstageCredentials,
  ): Promise<ImportAnswersResponse> {
    const { access, readiness, ranking } = this.options;
    const checklist = readiness.checklist(checklistId);
    await access.require(reliabilityReadinessImportPermission, credentials);
    const { answers, verdicts } = this.read(command, checklist);
    const seen = await this.split(answers, credentials);
    verdicts.push(...seen.verdicts);
    const refs = [...new Set(seen.answers.map(({ entityRef }) => entityRef))];
    for (const batch of inBatches(refs.sort(), BATCH)) {
      const inBatch = new Set(batch);
      const about = seen.answers.filter(({ entityRef }) =>
        inBatch.has(entityRef),
      );
      verdicts.push(
        ...(await this.saveBatch(batch, about, {
          checklist,
          command,
          caller: nameOf(credentials),
        })),
      );
    }
    if (!command.dryRun) ranking.changed();
    return summariseVerdicts(verdicts, ({ row }) => row);
  }

  private read(
    { rows, csv }: ImportCommand,
    checklist: CompiledChecklist,
  ): { answers: ImportedAnswer[]; verdicts: Verdict[] } {
    const now = this.options.now();
    const answers: ImportedAnswer[] = [];
    const verdicts: Verdict[] = [];
    const given = csv === undefined ? (rows ?? []).map(asRow) : readSheet(csv);
    const rowOf = new Map<string, number>();
    given.forEach((sheetRow, index) => {
      const row = index + 1;
      if (sheetRow.kind === 'empty') return;
      if (sheetRow.kind === 'bad') {
        verdicts.push(rejected(row, sheetRow.reason));
        return;
      }
      const found = readImportRow(sheetRow.value, row, checklist, now);
      if (found.kind === 'rejected') {
        verdicts.push(rejected(row, found.reason));
        return;
      }
      const { entityRef, item } = found.answer;
      const key = `${entityRef}|${item.definition.id}`;
      const first = rowOf.get(key);
      if (first !== undefined) {
        verdicts.push(
          rejected(row, `row: answers the same item as row ${first}`),
        );
        return;
      }
      rowOf.set(key, row);
      answers.push(found.answer);
    });
    return { answers, verdicts };
  }

  /** A service that the caller may not see is none, so that nobody can probe. */
  private async split(
    answers: readonly ImportedAnswer[],
    credentials: BackstageCredentials,
  ): Promise<{ answers: readonly ImportedAnswer[]; verdicts: Verdict[] }> {
    const visibility = await this.options.access.visibility(credentials);
    if (visibility.kind === 'all') return { answers, verdicts: [] };
    const visible = new Set(visibility.refs);
    const sees = ({ entityRef }: ImportedAnswer) => visible.has(entityRef);
    return {
      answers: answers.filter(sees),
      verdicts: answers
        .filter(answer => !sees(answer))
        .map(({ row, entityRef }) => rejected(row, notAService(entityRef))),
    };
  }

  private async saveBatch(
    refs: readonly string[],
    answers: readonly ImportedAnswer[],
    context: {
      checklist: CompiledChecklist;
      command: ImportCommand;
      caller: string;
    },
  ): Promise<Verdict[]> {
    const { knex, stores, reassessor, now } = this.options;
    const { checklist, command, caller } = context;
    const checklistId = checklist.definition.id;
    return knex.transaction(async tx => {
      // The lock comes first: an answer given at the same moment must be seen, not overwritten.
      const services = await stores.services.lock(tx, refs);
      const known = new Set(services.map(({ entityRef }) => entityRef));
      const others = await stores.progress.notApplicable(tx, checklist, refs);
      const before = await answersOfServices(
        tx,
        stores.answers,
        checklist,
        refs,
      );
      const { verdicts, changes } = decideImport(answers, {
        reasonAgainst: ref => {
          if (!known.has(ref)) return notAService(ref);
          return others.has(ref)
            ? `entityRef: the checklist ${checklistId} is not for ${ref}`
            : undefined;
        },
        storedFor: ({ entityRef, item }) =>
          before.get(entityRef)?.get(item.definition.id),
        checklistId,
        overwrite: command.overwrite,
        caller,
        now: now(),
      });
      if (command.dryRun || changes.length === 0) return verdicts;
      await stores.answers.save(tx, changes);
      const touched = changes.map(({ after }) => after.entityRef);
      await reassessor.reassess(tx, [...new Set(touched)], now(), caller);
      return verdicts;
    });
  }
}
