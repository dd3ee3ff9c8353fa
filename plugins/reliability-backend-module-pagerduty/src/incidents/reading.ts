import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderRuntime } from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';
import { IncidentClient } from './IncidentClient';
import { PeopleDirectory } from './PeopleDirectory';
import { readLogs, SharedLog } from './readLogs';
import { storyOf } from './story';
import { toIncident } from './toIncident';

/** What all readings of one account need. */
export interface ReadContext {
  readonly account: string;
  readonly client: IncidentClient;
  readonly people: PeopleDirectory;
  readonly runtime: ProviderRuntime;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch; what was declared before is not wanted, unless it is known already. */
  readonly since: number;
  /** Ids of those that were open when they were last read. */
  readonly open: ReadonlySet<string>;
}

/** Whole incidents, with what their logs come to. @throws ProviderError */
export async function whole(
  { client, people, signal }: ReadContext,
  answers: readonly IncidentAnswer[],
  known?: SharedLog,
): Promise<ReportedIncident[]> {
  const logs = await readLogs(client, answers, signal, known);
  const names = await people.of(logs.values(), signal);
  return answers.flatMap(
    answer =>
      toIncident(answer, storyOf(logs.get(answer.id) ?? [], names)) ?? [],
  );
}
