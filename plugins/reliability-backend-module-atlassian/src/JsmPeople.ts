import {
  concernsOneRotation,
  ProviderError,
  ProviderPerson,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Names } from './OperationsClient';

const HOUR_MS = 3600_000;
/** Jira gives ten users unless it is told how many. */
const BATCH = 50;

type Ask = (
  ids: readonly string[],
  signal: AbortSignal,
) => Promise<readonly ProviderPerson[]>;

/** A scope that is missing is answered with 401 as well, although the token is right. */
const isRefusal = (error: unknown): error is ProviderError =>
  concernsOneRotation(error) ||
  (error instanceof ProviderError && error.failure === 'unauthorized');

/** Who accounts of Atlassian are, asked for many at once and remembered for an hour. */
export class JsmPeople {
  private readonly kept = new Map<
    string,
    { at: number; person: ProviderPerson | undefined }
  >();
  private refused: { at: number; warning: string } | undefined;

  constructor(
    private readonly ask: Ask,
    private readonly runtime: Pick<ProviderRuntime, 'now' | 'logger'>,
  ) {}

  /**
   * Those that Jira tells. The names are another right than the schedules: where it is missing there are none, and
   * who is on call is still known.
   *
   * @throws ProviderError when the account as a whole gives no answer
   */
  async find(ids: readonly string[], signal: AbortSignal): Promise<Names> {
    const oldest = this.runtime.now() - HOUR_MS;
    for (const [id, { at }] of this.kept) {
      if (at <= oldest) this.kept.delete(id);
    }
    if (this.refused && this.refused.at <= oldest) this.refused = undefined;
    const wanted = [...new Set(ids)].filter(id => !this.kept.has(id));
    if (!this.refused) await this.read(wanted, signal);
    const known = ids.flatMap(id => {
      const person = this.kept.get(id)?.person;
      return person ? [[id, person] as const] : [];
    });
    return {
      people: new Map(known),
      ...(this.refused && { warning: this.refused.warning }),
    };
  }

  private async read(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<void> {
    const at = this.runtime.now();
    try {
      for (let start = 0; start < ids.length; start += BATCH) {
        const batch = ids.slice(start, start + BATCH);
        const people = await this.ask(batch, signal);
        const byId = new Map(people.map(person => [person.id, person]));
        for (const id of batch) this.kept.set(id, { at, person: byId.get(id) });
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const warning = `Names of people cannot be read from Jira; the token needs the scope read:jira-user. ${error.message}`;
      this.refused = { at, warning };
      this.runtime.logger.warn(warning);
    }
  }
}
