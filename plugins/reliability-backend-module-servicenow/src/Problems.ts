import {
  concernsOneRotation,
  ProviderError,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { idOf, referenceOf, Row } from './rows';
import { ServicenowClient } from './ServicenowClient';
import { Learned } from './toIncident';

const HOUR_MS = 3600_000;

const isNotAllowed = (error: unknown): error is ProviderError =>
  concernsOneRotation(error) &&
  ['forbidden', 'not-found', 'refused'].includes(error.failure);

/** What was found out about incidents: their problems, and the tasks of those. */
export class Problems {
  /** When a table was last refused, by its name. */
  private readonly refusedAt = new Map<string, number>();

  constructor(
    private readonly client: ServicenowClient,
    private readonly runtime: ProviderRuntime,
    private readonly account: string,
  ) {}

  /** @returns in the order of the incidents @throws ProviderError */
  async of(incidents: readonly Row[], signal: AbortSignal): Promise<Learned[]> {
    const named = incidents.map(row => referenceOf(row, 'problem_id'));
    const ids = [...new Set(named.flatMap(id => id ?? []))];
    if (ids.length === 0) return incidents.map(() => ({ tasks: [] }));
    const problems = await this.ifAllowed('problem', () =>
      this.client.problems(ids, signal),
    );
    const tasks = await this.ifAllowed('problem_task', () =>
      this.client.tasks(ids, signal),
    );
    return named.map(id => ({
      problem: problems.find(row => idOf(row) === id),
      tasks: id ? tasks.filter(row => referenceOf(row, 'problem') === id) : [],
    }));
  }

  /** Ids of those that changed, or whose tasks did. @param since - milliseconds since the epoch @throws ProviderError */
  async changedSince(since: number, signal: AbortSignal): Promise<string[]> {
    const found: string[] = [];
    for (const table of ['problem', 'problem_task'] as const) {
      found.push(
        ...(await this.ifAllowed(table, () =>
          this.client.changedProblems(table, since, signal),
        )),
      );
    }
    return [...new Set(found)];
  }

  /** A table that the account may not read is left out, and asked for again after an hour. */
  private async ifAllowed<T>(
    table: string,
    ask: () => Promise<T[]>,
  ): Promise<T[]> {
    const now = this.runtime.now();
    const refusedAt = this.refusedAt.get(table);
    if (refusedAt !== undefined && now - refusedAt < HOUR_MS) return [];
    try {
      return await ask();
    } catch (error) {
      if (!isNotAllowed(error)) throw error;
      if (refusedAt === undefined) {
        this.runtime.logger.warn(
          `Account "${this.account}": the table ${table} cannot be read and is left out`,
        );
      }
      this.refusedAt.set(table, now);
      return [];
    }
  }
}
