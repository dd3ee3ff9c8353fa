import { reassessBatches } from '@plimsoll/backstage-plugin-reliability-backend/src/maturity/ReportStore';
import { IncidentBatchWriter } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/sync/IncidentBatchWriter';
import { Figure } from './client';
import { ARCHIVE, benchIncident } from './incidentsFleet';
import { insertCopies } from './incidentsFloors';
import { measure, summarise } from './measure';
import { Portal } from './portal';

/** Of each service. */
const INCIDENTS = 10;

/** In one transaction, as a sync writes them. */
const BATCH = 500;

const timed = async (run: () => Promise<unknown>) => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Writes the incidents of the archive, the oldest first, by the road by which a sync writes them. */
async function writeAll(portal: Portal, services: number, now: number) {
  const total = services * INCIDENTS;
  const { stores, incidentWriter } = portal.services;
  const writer = new IncidentBatchWriter({
    stores,
    incidentWriter,
    logger: portal.logger,
    now: Date.now,
  });
  const account = { ...ARCHIVE, backfillDone: false, failures: 0 };
  for (let start = 0; start < total; start += BATCH) {
    const incidents = Array.from(
      { length: Math.min(BATCH, total - start) },
      (_, index) => benchIncident(start + index, { total, services, now }),
    );
    const refused = await writer.write({ account, incidents, gone: [] });
    if (refused > 0) throw new Error(`${refused} incidents were not kept`);
  }
  return total;
}

/** The import of a history beside a plain insert of the same rows, and what it does to a full reassessment. */
export async function imports(portal: Portal, services: number, runs: number) {
  const { knex, services: own } = portal;
  const refs = await own.stores.services.refs(knex);
  const reassessAll = async () => {
    for (const batch of reassessBatches(refs)) {
      await knex.transaction(tx =>
        own.reassessor.reassess(tx, batch, Date.now()),
      );
    }
  };
  const before = await measure(runs, reassessAll);
  const now = Date.now();
  let total = 0;
  const first = await timed(async () => {
    total = await writeAll(portal, services, now);
  });
  const [{ kept }] = await knex('reliability_incidents').count({ kept: '*' });
  if (Number(kept) !== total) throw new Error(`Kept ${kept} of ${total}`);
  const again = await timed(() => writeAll(portal, services, now));
  if (portal.engine === 'postgres') await knex.raw('analyze');
  const floor = summarise([await insertCopies(knex)]);
  const figures: Figure[] = [
    {
      name: `import of ${total} incidents / plain insert of the same rows`,
      thing: summarise([first]),
      floor,
    },
    {
      name: 'the same again, nothing changed / plain insert',
      thing: summarise([again]),
      floor,
    },
    {
      name: 'full reassessment, nothing changed, with incidents / without any',
      thing: await measure(runs, reassessAll),
      floor: before,
    },
  ];
  const perSecond = (ms: number) => Math.round((total * 1000) / ms);
  return {
    figures,
    counts: {
      incidents: total,
      'incidents imported a second': perSecond(first),
      '… by a plain insert': perSecond(floor.median),
    },
  };
}
