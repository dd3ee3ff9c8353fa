import { FakeDelivery } from '../delivery';
import {
  FakeReply,
  FakeRequest,
  FakeVendor,
  FakeVendorOptions,
} from '../FakeVendor';
import { found } from './encodedQuery';
import {
  cellsOf,
  kept,
  servicenowId,
  ServicenowRecord,
  servicenowTime,
} from './state';

type Table = 'incident' | 'problem' | 'problem_task';

const DEFAULT_PAGE = 10_000;

const OWN: Record<Table, readonly string[]> = {
  incident: [
    'opened_at',
    'resolved_at',
    'closed_at',
    'reopened_time',
    'priority',
    'business_service',
    'cmdb_ci',
    'parent_incident',
    'problem_id',
    'caused_by',
    'category',
  ],
  problem: ['resolved_at', 'closed_at'],
  problem_task: ['problem', 'due_date', 'closed_at', 'closure_code'],
};

const COMMON = [
  'sys_id',
  'sys_created_on',
  'sys_updated_on',
  'number',
  'short_description',
  'state',
  'active',
  'assigned_to',
  'assigned_to.email',
];

/**
 * Stands in for the Table API of an instance of ServiceNow: encoded queries that leave out what they do not
 * understand, pages that are cut before what may not be read is taken out of them, and times without a zone.
 */
export class FakeServicenow extends FakeVendor {
  readonly tables: Record<Table, Map<string, ServicenowRecord>> = {
    incident: new Map(),
    problem: new Map(),
    problem_task: new Map(),
  };
  /** Columns that the company added to incidents. */
  readonly ownColumns = new Set<string>();
  /** Ids of records that this user may not read. */
  readonly hidden = new Set<string>();
  /** Tables that this user may not read. */
  readonly forbidden = new Set<Table>();
  /** Whether a query that names what is not there finds nothing, instead of everything. */
  isStrict = false;
  /** `always`: every page says that there is another; `same`: and is the first one. */
  endless: 'no' | 'always' | 'same' = 'no';
  private count = 0;

  constructor(
    private readonly options: FakeVendorOptions & {
      readonly username?: string;
      readonly password?: string;
      readonly apiKey?: string;
      readonly webhookSecret?: string;
    } = {},
  ) {
    super(options);
  }

  /** @returns its `sys_id` */
  add(table: Table, record: ServicenowRecord): string {
    this.count += 1;
    const id = kept(record.sys_id) || servicenowId(this.count);
    const now = servicenowTime(this.now());
    this.tables[table].set(id, {
      number: `${table.slice(0, 3).toUpperCase()}${`${this.count}`.padStart(
        7,
        '0',
      )}`,
      short_description: 'Something is wrong',
      state: '1',
      active: 'true',
      sys_created_on: now,
      sys_updated_on: now,
      ...(table === 'incident' && { opened_at: now }),
      ...record,
      sys_id: id,
    });
    return id;
  }

  /** Changes what is named, now, unless a time is given. */
  change(table: Table, id: string, changes: ServicenowRecord): void {
    const record = this.tables[table].get(id);
    if (!record) throw new Error(`No record "${id}" in ${table}`);
    const sys_updated_on = servicenowTime(this.now());
    this.tables[table].set(id, { ...record, sys_updated_on, ...changes });
  }

  remove(table: Table, id: string): void {
    this.tables[table].delete(id);
  }

  /** What a business rule sends about an incident as it is now. */
  deliver(id: string): FakeDelivery {
    const record = this.tables.incident.get(id);
    if (!record) throw new Error(`No incident "${id}"`);
    this.count += 1;
    const { sys_updated_on } = record;
    return this.sign(
      JSON.stringify({ sys_id: id, sys_updated_on, sys_mod_count: this.count }),
    );
  }

  /** Any body, with the secret. */
  sign(body: string): FakeDelivery {
    const { webhookSecret: secret } = this.options;
    if (!secret) throw new Error('The fake has no webhook secret');
    return {
      rawBody: Buffer.from(body),
      headers: {
        'content-type': 'application/json',
        'x-plimsoll-secret': secret,
      },
      url: '',
    };
  }

  protected authorized({ headers }: FakeRequest): boolean {
    const { username, password, apiKey } = this.options;
    if (apiKey) return headers['x-sn-apikey'] === apiKey;
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    return !username || headers.authorization === `Basic ${pair}`;
  }

  protected unauthorized(): FakeReply {
    const error = { message: 'User Not Authenticated', detail: 'Required' };
    return { status: 401, body: { error, status: 'failure' } };
  }

  protected answer(request: FakeRequest): FakeReply {
    const [, name] = /^\/api\/now\/table\/(\w+)$/.exec(request.path) ?? [];
    const records = this.tables[name as Table];
    const error = (status: number, message: string) => ({
      status,
      body: { error: { message }, status: 'failure' },
    });
    if (!records) return error(400, 'Invalid table');
    if (this.forbidden.has(name as Table)) {
      return error(403, 'Insufficient rights to query records');
    }
    return this.endless === 'no'
      ? this.page(request, name as Table)
      : this.endlessPage(request);
  }

  private columnsOf(table: Table): Set<string> {
    const own = table === 'incident' ? this.ownColumns : [];
    return new Set([...COMMON, ...OWN[table], ...own]);
  }

  private page({ query }: FakeRequest, table: Table): FakeReply {
    const columns = this.columnsOf(table);
    const all = found(
      [...this.tables[table].values()],
      query.get('sysparm_query') ?? '',
      columns,
      this.isStrict,
    );
    const limit = Number(query.get('sysparm_limit') ?? DEFAULT_PAGE);
    const offset = Number(query.get('sysparm_offset') ?? 0);
    const wanted = (query.get('sysparm_fields') ?? '').split(',');
    const cut = all.slice(offset, offset + limit);
    const rows = cut.filter(record => !this.hidden.has(kept(record.sys_id)));
    return this.answered(
      rows.map(record => this.cells(record, wanted, columns)),
      all.length > offset + limit,
      all.length,
    );
  }

  /** Columns of the table that are empty are told as well. */
  private cells(
    record: ServicenowRecord,
    wanted: readonly string[],
    columns: ReadonlySet<string>,
  ): object {
    const known = wanted.filter(name => columns.has(name));
    const empty = Object.fromEntries(known.map(name => [name, '']));
    return cellsOf({ ...empty, ...record }, known);
  }

  private endlessPage({ query }: FakeRequest): FakeReply {
    this.count += 1;
    const isNew = this.endless === 'always';
    const columns = (query.get('sysparm_fields') ?? '').split(',');
    const time = servicenowTime(this.now() + (isNew ? this.count * 1000 : 0));
    const rows = [...this.tables.incident.values()].map((record, index) =>
      cellsOf(
        {
          ...record,
          sys_updated_on: time,
          sys_id: servicenowId(index + (isNew ? this.count * 1000 : 1)),
        },
        columns,
      ),
    );
    return this.answered(rows, true, 1_000_000);
  }

  private answered(
    result: readonly object[],
    hasMore: boolean,
    total: number,
  ): FakeReply {
    const next = `<${this.url}/api/now/table/incident?next>;rel="next"`;
    return {
      headers: { 'x-total-count': `${total}`, ...(hasMore && { link: next }) },
      body: { result },
    };
  }
}
