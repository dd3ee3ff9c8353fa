import { Figure } from './client';
import { IncidentVendor } from './incidentsFleet';
import { PAGER } from './incidentsVendor';
import { measureBeside, summarise } from './measure';
import { readAll } from './oncallFloors';
import { Portal } from './portal';

const timed = async (run: () => Promise<unknown>) => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Readings of the account of a vendor: all of its history, then what changed. */
export async function syncs(
  portal: Portal,
  vendor: IncidentVendor,
  runs: number,
): Promise<Figure[]> {
  const { knex, services } = portal;
  const sync = async () => {
    await knex('reliability_incident_accounts').update({ next_due_at: null });
    const { failed } = await services.incidentSync.syncDue(PAGER);
    if (failed) throw new Error('The sync failed');
  };
  const first = await timed(sync);
  const requests = await vendor.ask('requests');
  const [{ kept }] = await knex('reliability_incidents')
    .where({ account: PAGER })
    .count({ kept: '*' });
  if (Number(kept) !== vendor.incidents) throw new Error(`Kept ${kept}`);
  await sync();
  await vendor.ask('requests');
  await sync();
  const few = await vendor.ask('requests');
  const found = {
    first: summarise([first]),
    floor: summarise([await timed(() => readAll([requests]))]),
    again: await measureBeside(runs * 3, sync, () => readAll([few])),
  };
  await vendor.ask('requests');
  return [
    {
      name: `first sync of ${vendor.incidents} incidents, ${requests.length} requests / the same reads`,
      thing: found.first,
      floor: found.floor,
    },
    {
      name: `sync, nothing changed, ${few.length} requests / the same reads`,
      ...found.again,
    },
  ];
}

/** A webhook from its arrival to the new report of the service. */
export async function webhooks(
  portal: Portal,
  vendor: IncidentVendor,
  runs: number,
): Promise<Figure> {
  const { knex, services } = portal;
  await knex.schema.dropTableIfExists('reliability_bench_copy');
  await knex.raw(
    'create table reliability_bench_copy as select * from reliability_incident_deliveries where 1 = 0',
  );
  const things: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const { body, headers, url } = await vendor.ask('delivery');
    await vendor.ask('requests');
    const delivery = { rawBody: Buffer.from(body, 'base64'), headers, url };
    const thing = await timed(async () => {
      const { incidentWebhooks, deliveryWorker } = services;
      const outcome = await incidentWebhooks.receive(
        'pagerduty',
        PAGER,
        delivery,
      );
      if (outcome.kind !== 'accepted' || outcome.duplicate) {
        throw new Error(`The webhook was ${outcome.kind}`);
      }
      await deliveryWorker.settled();
    });
    const requests = await vendor.ask('requests');
    if (requests.length === 0) throw new Error('Nothing was read again');
    const row = await knex('reliability_incident_deliveries').first();
    const floor = await timed(async () => {
      await knex('reliability_bench_copy').insert(row);
      await readAll([requests]);
    });
    if (run > 0) {
      things.push(thing);
      floors.push(floor);
    }
  }
  await knex.schema.dropTable('reliability_bench_copy');
  return {
    name: 'webhook until its incident and report are new / insert of one row and the same reads',
    thing: summarise(things),
    floor: summarise(floors),
  };
}
