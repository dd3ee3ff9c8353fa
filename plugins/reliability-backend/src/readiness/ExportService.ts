import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  CompiledChecklist,
  exportAnswersQuerySchema,
  ExportAnswersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { isoTime } from '../database/dates';
import { inBatches } from '../database/sql';
import { Stores } from '../database/stores';
import { TextReply } from '../http/TextReply';
import { writeSheet } from './answerSheet';
import { answersOfServices } from './answersOfServices';
import { AnswersOfChecklist } from './assessSignOffs';
import { OrganisationService } from './OrganisationService';
import { ReadinessService } from './ReadinessService';

type ExportCommand = z.output<typeof exportAnswersQuerySchema>;
type Row = ExportAnswersResponse['rows'][number];

/** A reply is put together in memory; nobody reads more than this in a spreadsheet. */
const MAX_ROWS = 50_000;
const BATCH = 200;

/** Answers as the import takes them. */
export class ExportService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly readiness: ReadinessService;
      readonly organisation: OrganisationService;
      /** Most rows of one export. */
      readonly maxExport?: number;
    },
  ) {}

  /**
   * Every answer by hand to the items of a checklist, of the services that a reader asks for and may see.
   *
   * @throws NotFoundError when no such checklist is configured
   * @throws InputError when there are too many
   */
  async exportAnswers(
    checklistId: string,
    { format, ...command }: ExportCommand,
    credentials: BackstageCredentials,
  ): Promise<ExportAnswersResponse | TextReply> {
    const { readiness } = this.options;
    const checklist = readiness.checklist(checklistId);
    const rows = await this.rows(checklist, command, credentials);
    return format === 'csv'
      ? new TextReply(
          writeSheet(rows),
          'text/csv',
          `${checklistId}-answers.csv`,
        )
      : { rows };
  }

  private async rows(
    checklist: CompiledChecklist,
    command: Omit<ExportCommand, 'format'>,
    credentials: BackstageCredentials,
  ): Promise<Row[]> {
    const { knex, stores, organisation, maxExport = MAX_ROWS } = this.options;
    const filter = await organisation.filterOf(checklist, command, credentials);
    const refs = await stores.progress.refs(knex, filter);
    const rows: Row[] = [];
    for (const batch of inBatches(refs, BATCH)) {
      const services = await answersOfServices(
        knex,
        stores.answers,
        checklist,
        batch,
      );
      for (const answers of services.values()) {
        rows.push(...rowsOf(answers, checklist));
      }
      if (rows.length > maxExport) {
        throw new InputError(
          `There are more than ${maxExport} answers; ask for fewer services with tier, owner, system, item or q`,
        );
      }
    }
    return rows;
  }
}

/** The answers of one service in the order of the checklist. */
function rowsOf(
  answers: AnswersOfChecklist,
  checklist: CompiledChecklist,
): Row[] {
  return checklist.items.flatMap(({ definition, verify }) => {
    const found = answers.get(definition.id);
    if (!found?.answer || verify) return [];
    const { value, note, evidence, at, by } = found.answer;
    return {
      entityRef: found.entityRef,
      itemId: definition.id,
      answer: value,
      note,
      evidence: evidence.map(({ title, url }) => ({ title, url })),
      at: isoTime(at),
      by,
    };
  });
}
