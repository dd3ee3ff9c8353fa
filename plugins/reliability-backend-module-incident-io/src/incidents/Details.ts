import {
  concernsOneRotation,
  ProviderRuntime,
  inParallel,
} from '@plimsoll/backstage-plugin-reliability-node';
import {
  EscalationAnswer,
  FollowUpAnswer,
  IncidentAnswer,
  IncidentDetails,
} from './answers';
import { IncidentIoIncidentClient } from './IncidentIoIncidentClient';

const WIDTH = 4;
const HOUR_MS = 3600_000;

const concerns = (
  { related_incidents: related }: EscalationAnswer,
  id: string,
): boolean => (related ?? []).some(each => each?.id === id);

/** Asks for what an incident itself does not tell. */
export class Details {
  private readonly warnedAt = new Map<string, number>();

  constructor(
    private readonly client: IncidentIoIncidentClient,
    private readonly runtime: Pick<ProviderRuntime, 'now' | 'logger'>,
  ) {}

  /** @returns in the order of the incidents @throws ProviderError */
  async of(
    incidents: readonly IncidentAnswer[],
    signal: AbortSignal,
  ): Promise<IncidentDetails[]> {
    if (incidents.length === 0) return [];
    const escalations = await this.escalationsOf(
      incidents.map(({ id }) => id),
      signal,
    );
    return inParallel(incidents, WIDTH, async incident => ({
      ...(await this.ofOne(incident, signal)),
      escalations: escalations.filter(each => concerns(each, incident.id)),
    }));
  }

  /** Follow-ups of all incidents; undefined when they cannot be read at once. @throws ProviderError */
  allFollowUps(signal: AbortSignal): Promise<FollowUpAnswer[] | undefined> {
    return this.orElse(
      'The follow-ups of all incidents',
      () => this.client.followUps(undefined, signal),
      undefined,
    );
  }

  private async ofOne(
    { id, visibility, postmortem_document_ids: documents }: IncidentAnswer,
    signal: AbortSignal,
  ) {
    const { client } = this;
    return {
      updates: await this.orElse(
        'Updates',
        () => client.updates(id, signal),
        [],
      ),
      followUps:
        visibility === 'private'
          ? []
          : await this.orElse(
              'Follow-ups',
              () => client.followUps(id, signal),
              [],
            ),
      documents:
        (documents ?? []).length === 0
          ? []
          : await this.orElse(
              'Postmortems',
              () => client.documents(id, signal),
              [],
            ),
    };
  }

  private escalationsOf(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<EscalationAnswer[]> {
    return this.orElse(
      'Escalations',
      () => this.client.escalations(ids, signal),
      [],
    );
  }

  /** What the key may not read, or cannot be understood, must not keep back all that comes after it. */
  private async orElse<T, E>(
    what: string,
    ask: () => Promise<T>,
    otherwise: E,
  ): Promise<T | E> {
    try {
      return await ask();
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      this.warn(`${what} cannot be read. ${error.message}`);
      return otherwise;
    }
  }

  private warn(message: string): void {
    const now = this.runtime.now();
    const before = this.warnedAt.get(message) ?? -Infinity;
    if (now - before < HOUR_MS) return;
    this.warnedAt.set(message, now);
    this.runtime.logger.warn(message);
  }
}
