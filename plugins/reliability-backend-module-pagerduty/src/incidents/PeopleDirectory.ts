import {
  ProviderError,
  ProviderLookup,
  ProviderRuntime,
  webAddress,
} from '@plimsoll/backstage-plugin-reliability-node';
import { LogEntry, PagerdutyReference, UserAnswer } from './answers';
import { IncidentClient } from './IncidentClient';
import { People } from './story';

const HOUR_MS = 3600_000;
const FEW_USERS = 20;
const NO_NAME = 'Somebody without a name';

const isUser = (reference: PagerdutyReference) =>
  reference?.type?.startsWith('user') ?? false;

/** Ids of all people whom some log entries name. */
const idsIn = (entries: Iterable<readonly LogEntry[]>): string[] => [
  ...new Set(
    [...entries].flatMap(list =>
      list.flatMap(({ user, agent }) =>
        [user, isUser(agent) ? agent : undefined].flatMap(
          reference => reference?.id ?? [],
        ),
      ),
    ),
  ),
];

/** E-mail and time zones of people, asked for once an hour; without the right to read them names are left. */
export class PeopleDirectory {
  private readonly users: ProviderLookup<UserAnswer>;

  constructor(
    client: IncidentClient,
    { now }: ProviderRuntime,
    account: string,
  ) {
    this.users = new ProviderLookup<UserAnswer>({
      one: (id, signal) => client.user(id, signal),
      all: signal => client.users(signal),
      few: FEW_USERS,
      keepMs: HOUR_MS,
      now,
      notFound: id =>
        new ProviderError(
          'not-found',
          `Account "${account}" does not know "${id}".`,
        ),
    });
  }

  async of(
    entries: Iterable<readonly LogEntry[]>,
    signal: AbortSignal,
  ): Promise<People> {
    const users = await this.users.known(idsIn(entries), signal);
    return {
      person(reference) {
        if (!reference?.id) return undefined;
        const { id } = reference;
        const user = users.get(id);
        const email = user?.email?.toLowerCase();
        const url = webAddress(user?.html_url ?? reference.html_url);
        return {
          id,
          name: user?.name ?? reference.summary ?? reference.name ?? NO_NAME,
          ...(email && { email }),
          ...(url && { url }),
        };
      },
      timeZone: id => users.get(id)?.time_zone ?? undefined,
    };
  }
}
