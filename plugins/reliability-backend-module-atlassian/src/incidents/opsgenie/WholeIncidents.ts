import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  ProviderLookup,
  ProviderRuntime,
} from '@plimsoll/backstage-plugin-reliability-node';
import { EntryAnswer, IncidentAnswer, ServiceAnswer } from './answers';
import { OpsgenieIncidentClient } from './OpsgenieIncidentClient';
import { ID } from './receive';
import { toIncident } from './toIncident';

const HOUR_MS = 3600_000;
const FEW = 10;

const servicesOf = ({ impactedServices }: IncidentAnswer): string[] =>
  (impactedServices ?? []).flatMap(id => (id && ID.test(id) ? id : []));

/** Asks for what an incident itself does not tell: names of services, and what happened when. */
export class WholeIncidents {
  private readonly services: ProviderLookup<ServiceAnswer>;
  private warnedAt = -Infinity;

  constructor(
    account: string,
    private readonly client: OpsgenieIncidentClient,
    private readonly serviceTags: string,
    private readonly runtime: Pick<ProviderRuntime, 'now' | 'logger'>,
  ) {
    this.services = new ProviderLookup<ServiceAnswer>({
      one: (id, signal) => client.service(id, signal),
      all: signal => client.services(signal),
      few: FEW,
      keepMs: HOUR_MS,
      now: runtime.now,
      notFound: id =>
        new ProviderError('not-found', `Account "${account}" has no "${id}".`),
    });
  }

  /** @throws ProviderError */
  async of(
    answers: readonly IncidentAnswer[],
    signal: AbortSignal,
  ): Promise<ReportedIncident[]> {
    const found = await this.services.known(
      answers.flatMap(servicesOf),
      signal,
    );
    const services = new Map(
      [...found].flatMap(([id, { name }]) => (name ? [[id, name]] : [])),
    );
    const { serviceTags } = this;
    const incidents: ReportedIncident[] = [];
    for (const answer of answers) {
      const entries = await this.timeline(answer.id, signal);
      const now = this.runtime.now();
      incidents.push(
        toIncident(answer, { entries, services, serviceTags, now }),
      );
    }
    return incidents;
  }

  /** A plan or a key that does not give timelines must not keep back the incidents. */
  private async timeline(
    id: string,
    signal: AbortSignal,
  ): Promise<EntryAnswer[] | undefined> {
    try {
      return await this.client.timeline(id, signal);
    } catch (error) {
      if (!concernsOneRotation(error)) throw error;
      const now = this.runtime.now();
      if (now - this.warnedAt >= HOUR_MS) {
        this.warnedAt = now;
        this.runtime.logger.warn(
          `A timeline of an incident cannot be read; when it was acknowledged and resolved is not known. ${error.message}`,
        );
      }
      return undefined;
    }
  }
}
