import { InputError } from '@backstage/errors';
import {
  ImportIncidentsResponse,
  PushChangesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { BringOptions, bringSteps, Step } from '../demoPortal/bringSteps';
import { changesOf } from './changes';
import { DemoIncidents } from './readDemoIncidents';
import { importRow } from './records';
import { enrich, follow, SeedContext, writePostmortem } from './seedLearning';

export interface SeedOptions extends SeedContext, BringOptions {}

async function importRecords(
  { records }: DemoIncidents,
  { client, since }: SeedContext,
): Promise<void> {
  const machine = await client.asMachine();
  const { results } = await machine.send<ImportIncidentsResponse>(
    'POST',
    '/incidents/import',
    { rows: records.map(record => importRow(record, since)) },
  );
  const rejected = results.find(({ status }) => status === 'rejected');
  if (rejected) throw new InputError(rejected.reason);
}

async function pushChanges(
  { changes }: DemoIncidents,
  { client, since }: SeedContext,
): Promise<void> {
  const machine = await client.asMachine();
  const { rejected } = await machine.send<PushChangesResponse>(
    'PUT',
    '/changes',
    { source: 'deploy', changes: changesOf(changes, since) },
  );
  if (rejected.length > 0) throw new InputError(rejected[0].reason);
}

function stepsOf(
  file: DemoIncidents,
  context: SeedContext,
  sendBridgeLog: () => Promise<unknown>,
): Step[] {
  const { enrichments, postmortems, followUps } = file;
  return [
    { what: 'the table', run: () => importRecords(file, context) },
    { what: 'the bridge log', run: sendBridgeLog },
    { what: 'the changes', run: () => pushChanges(file, context) },
    ...enrichments.map(each => ({
      what: each.incident,
      run: () => enrich(each, context),
    })),
    ...postmortems.map(each => ({
      what: `the postmortem of ${each.incident}`,
      run: () => writePostmortem(each, context),
    })),
    ...followUps.map(each => ({
      what: `"${each.title}"`,
      run: () => follow(each, context),
    })),
  ];
}

/**
 * Brings what the demo company knows beyond its tools, until all is taken.
 *
 * @param sendBridgeLog - rejects when it was not taken
 */
export async function seedIncidents(
  file: DemoIncidents,
  sendBridgeLog: () => Promise<unknown>,
  options: SeedOptions,
): Promise<void> {
  const steps = stepsOf(file, options, sendBridgeLog);
  await bringSteps('demo incidents', steps, options);
}
