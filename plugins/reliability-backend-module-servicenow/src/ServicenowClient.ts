import {
  createProviderHttp,
  inBatches,
  ProviderClient,
  ProviderError,
  ProviderHealth,
  ProviderRuntime,
  strangeAnswer,
} from '@plimsoll/backstage-plugin-reliability-node';
import { INCIDENT, NEEDED, PROBLEM, PROBLEM_TASK } from './columns';
import { ServicenowConfig } from './config';
import { Place } from './place';
import {
  allOf,
  changedAfter,
  fieldsOfQuery,
  IN_ORDER,
  isOneOf,
  tableTime,
  timeOfTable,
} from './query';
import { idOf, Row, RowPage, rowsOf, valueOf } from './rows';

/** Records of one page of changes. */
export const PAGE = 500;
/** Records that are looked at for their columns; some of them may not be read. */
const SAMPLE = 20;
/** Ids in one query: addresses must not become too long. */
const IDS = 100;
/** Of a company with large texts a page is a few megabytes. */
const MOST_BYTES = 20_000_000;

interface Question {
  readonly query: string;
  readonly columns: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
}

const isTimed = (row: Row): boolean =>
  timeOfTable(valueOf(row, 'sys_updated_on')) !== undefined;

const credentialsOf = ({
  username,
  password,
  apiKey,
}: ServicenowConfig): Record<string, string> =>
  apiKey
    ? { 'x-sn-apikey': apiKey }
    : {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString(
          'base64',
        )}`,
      };

/** Asks one instance of ServiceNow, through its Table API. @throws ProviderError, in each method */
export class ServicenowClient {
  private readonly http: ProviderClient;
  private readonly columns: readonly string[];
  private isChecked = false;

  constructor(
    private readonly config: ServicenowConfig,
    runtime: ProviderRuntime,
  ) {
    this.columns = [
      ...new Set([...INCIDENT, ...fieldsOfQuery(config.query ?? '')]),
    ];
    const credentials = credentialsOf(config);
    this.http = createProviderHttp({
      account: config.name,
      baseUrl: config.baseUrl,
      headers: () => ({ accept: 'application/json', ...credentials }),
      maxResponseBytes: MOST_BYTES,
      timeoutMs: 30_000,
      runtime,
    });
  }

  health(): ProviderHealth {
    return this.http.health();
  }

  /**
   * Makes sure, once, that the columns exist which queries name: ServiceNow leaves out a condition about a column
   * that it does not know, and answers with everything; or, if it is set so, with nothing.
   */
  async checkColumns(signal: AbortSignal): Promise<void> {
    if (this.isChecked) return;
    const question = { query: '', columns: this.columns, limit: SAMPLE };
    await this.incidentPage(question, signal);
  }

  /** A page of changes; one whose time may not be read is left out. */
  async changes(
    { at, id, offset, since }: Place,
    signal: AbortSignal,
  ): Promise<RowPage> {
    const opened =
      since === undefined ? undefined : `opened_at>=${tableTime(since)}`;
    const query = allOf(
      changedAfter({ at, id }),
      opened,
      this.config.query,
      IN_ORDER,
    );
    const question = { query, columns: this.columns, limit: PAGE, offset };
    return this.incidentPage(question, signal);
  }

  /** Incidents by a column that points to something, the conditions of the configuration still met. */
  async incidents(
    column: 'sys_id' | 'problem_id',
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<Row[]> {
    const { columns } = this;
    const rows = await this.byIds('incident', column, ids, { columns, signal });
    return rows.filter(isTimed);
  }

  problems(ids: readonly string[], signal: AbortSignal): Promise<Row[]> {
    return this.byIds('problem', 'sys_id', ids, { columns: PROBLEM, signal });
  }

  tasks(problems: readonly string[], signal: AbortSignal): Promise<Row[]> {
    const columns = PROBLEM_TASK;
    return this.byIds('problem_task', 'problem', problems, { columns, signal });
  }

  /** Ids of problems that changed themselves, or whose tasks did. @param since - milliseconds since the epoch */
  async changedProblems(
    table: 'problem' | 'problem_task',
    since: number,
    signal: AbortSignal,
  ): Promise<string[]> {
    const column = table === 'problem' ? 'sys_id' : 'problem';
    const query = allOf(
      `sys_updated_on>=${tableTime(since)}`,
      'ORDERBYDESCsys_updated_on',
    );
    const columns = ['sys_id', 'sys_updated_on', column];
    const { rows } = await this.table(
      table,
      { query, columns, limit: PAGE },
      signal,
    );
    return rows.flatMap(row => valueOf(row, column) ?? []);
  }

  private async incidentPage(
    question: Question,
    signal: AbortSignal,
  ): Promise<RowPage> {
    const page = await this.table('incident', question, signal);
    this.checkSample(page.rows);
    return { ...page, rows: page.rows.filter(isTimed) };
  }

  /** A column that does not exist is in no record, one that is empty is in each. */
  private checkSample(rows: readonly Row[]): void {
    if (this.isChecked || rows.length === 0) return;
    const needed = [...NEEDED, ...fieldsOfQuery(this.config.query ?? '')];
    const missing = needed.filter(name => !rows.some(row => name in row));
    if (missing.length > 0) {
      throw new ProviderError(
        'refused',
        `Account "${this.config.name}" has no column ${missing.join(
          ', ',
        )} of incidents, or may not read it. Check its query in the configuration and its rights.`,
      );
    }
    this.isChecked = true;
  }

  private async byIds(
    table: string,
    column: string,
    ids: readonly string[],
    { columns, signal }: Pick<Question, 'columns'> & { signal: AbortSignal },
  ): Promise<Row[]> {
    const own = table === 'incident' ? this.config.query : undefined;
    const found = new Map<string, Row>();
    for (const some of inBatches(ids, IDS)) {
      for (let offset = 0, hasMore = true; hasMore; offset += PAGE) {
        const query = allOf(isOneOf(column, some), own, 'ORDERBYsys_id');
        const question = { query, columns, limit: PAGE, offset };
        const page = await this.table(table, question, signal);
        const before = found.size;
        for (const row of page.rows) {
          // A condition that was left out would bring records of others.
          if (some.includes(valueOf(row, column) ?? '')) {
            found.set(idOf(row), row);
          }
        }
        hasMore = page.hasMore && found.size > before;
      }
    }
    return [...found.values()];
  }

  private async table(
    name: string,
    { query, columns, limit, offset }: Question,
    signal: AbortSignal,
  ): Promise<RowPage> {
    const reply = await this.http.get(`/api/now/table/${name}`, {
      query: {
        ...(query && { sysparm_query: query }),
        sysparm_fields: columns.join(','),
        sysparm_display_value: 'all',
        sysparm_exclude_reference_link: true,
        sysparm_limit: limit,
        ...(offset && { sysparm_offset: offset }),
      },
      signal,
    });
    const page = rowsOf(reply);
    if (page) return page;
    throw strangeAnswer({ account: this.config.name, vendor: 'ServiceNow' });
  }
}
