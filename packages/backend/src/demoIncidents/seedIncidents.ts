import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ImportIncidentsResponse,
  PushChangesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { setTimeout as wait } from 'node:timers/promises';
import { changesOf } from './changes';
import { DemoIncidents } from './readDemoIncidents';
import { importRow } from './records';
import { enrich, follow, SeedContext, writePostmortem } from './seedLearning';

export interface SeedOptions extends SeedContext {
  readonly logger: LoggerService;
  readonly signal: AbortSignal;
  readonly attempts?: number;
  readonly pauseMs?: number;
}

/** One thing to bring; bringing it again changes nothing. */
interface Step {
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

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
 * Brings what the demo company knows beyond its tools, until all is taken. In the first minutes after a start
 * services, people and incidents are not read yet.
 *
 * @param sendBridgeLog - rejects when it was not taken
 */
export async function seedIncidents(
  file: DemoIncidents,
  sendBridgeLog: () => Promise<unknown>,
  options: SeedOptions,
): Promise<void> {
  const { logger, signal, attempts = 100, pauseMs = 5_000 } = options;
  let open: readonly Step[] = stepsOf(file, options, sendBridgeLog);
  let reason = '';
  for (let made = 0; made < attempts && open.length > 0; made += 1) {
    if (made > 0) await wait(pauseMs, undefined, { signal });
    const left: Step[] = [];
    for (const step of open) {
      try {
        await step.run();
      } catch (error) {
        left.push(step);
        reason = `${step.what}: ${error}`;
      }
    }
    open = left;
  }
  if (open.length === 0) logger.info('Brought the demo incidents');
  else
    logger.warn(
      `${open.length} parts of the demo incidents were not taken: ${reason}`,
    );
}
