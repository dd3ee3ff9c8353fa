import { refOf } from './entities';
import { Harness } from './harness';
import { IncidentParts, reportedOf } from './incidentData';

/** Tells of an incident of the account `pager`, as its provider would. @returns its id */
export async function tellIncident(
  { services, clock }: Harness,
  externalId: string,
  {
    names = ['best'],
    ...parts
  }: IncidentParts & {
    /** Of services that the provider names. */
    readonly names?: readonly string[];
  } = {},
): Promise<string> {
  const { incidentWriter } = services;
  const reported = {
    ...reportedOf(externalId, parts),
    entityRefs: names.map(refOf),
  };
  await incidentWriter.run(tx =>
    incidentWriter.write(
      tx,
      [{ account: 'pager', provider: 'pagerduty', reported }],
      clock.now,
    ),
  );
  return `pager:${externalId}`;
}
