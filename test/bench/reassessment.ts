import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { reassessBatches } from '@plimsoll/backstage-plugin-reliability-backend/src/maturity/ReportStore';
import { Figure } from './client';
import { copyReports, evaluateAll, upsertCopies } from './floors';
import { measure, measureBeside, summarise } from './measure';
import { Portal } from './portal';

/** Milliseconds; where other programs run, the processor time tells more. */
interface Clocked {
  readonly time: number;
  readonly processor: number;
}

async function pushCoverage(portal: Portal, refs: readonly string[]) {
  const facts = refs.map((entityRef, index) => ({
    entityRef,
    key: 'coverage',
    value: index % 100,
  }));
  for (let start = 0; start < facts.length; start += 10_000) {
    const request: PushFactsRequest = {
      source: 'ci',
      facts: facts.slice(start, start + 10_000),
    };
    await portal.services.facts.push(request, portal.credentials);
  }
}

/** Reassessments beside what they cannot do without. */
export async function reassessment(
  portal: Portal,
  runs: number,
): Promise<Figure[]> {
  const { knex, services, config } = portal;
  const refs = await services.stores.services.refs(knex);
  await pushCoverage(portal, refs);
  const reassessAll = async () => {
    for (const batch of reassessBatches(refs)) {
      await knex.transaction(tx =>
        services.reassessor.reassess(tx, batch, Date.now()),
      );
    }
  };
  // A hash that no report has makes every report outdated, as a changed rule would.
  const outdate = () =>
    knex('reliability_reports').update({ scorecard_hash: 'outdated' });
  const rows = await copyReports(knex);
  const subjects = await evaluateAll(knex, services.stores, config);
  const rewriting: Clocked[] = [];
  const evaluating: Clocked[] = [];
  const upserting: Clocked[] = [];
  const clock = async (into: Clocked[], run: () => unknown) => {
    const start = performance.now();
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    into.push({
      time: performance.now() - start,
      processor: (user + system) / 1000,
    });
  };
  for (let i = 0; i <= runs; i++) {
    await outdate();
    await clock(rewriting, reassessAll);
    await clock(evaluating, subjects.evaluate);
    await clock(upserting, () => upsertCopies(knex, rows));
  }
  const after = (clocked: Clocked[], kind: keyof Clocked = 'time') =>
    summarise(clocked.slice(1).map(each => each[kind]));
  const floors = evaluating.map(({ time, processor }, index) => ({
    time: time + upserting[index].time,
    processor: processor + upserting[index].processor,
  }));
  const one = [refs[Math.floor(refs.length / 2)]];
  let coverage = 0;
  const oneService = await measureBeside(
    runs * 20,
    () =>
      knex.transaction(async tx => {
        coverage += 1;
        await services.stores.facts.save(tx, [
          {
            entityRef: one[0],
            source: 'ci',
            key: 'coverage',
            value: coverage % 97,
            at: Date.now(),
          },
        ]);
        await services.reassessor.reassess(tx, one, Date.now());
      }),
    () => upsertCopies(knex, rows.slice(0, 1)),
  );
  return [
    { name: 'CEL of every check (floor)', thing: after(evaluating) },
    { name: 'bulk upsert of the same rows (floor)', thing: after(upserting) },
    {
      name: 'full reassessment, every report rewritten / both floors',
      thing: after(rewriting),
      floor: after(floors),
    },
    {
      name: '… in processor time of the portal / both floors',
      thing: after(rewriting, 'processor'),
      floor: after(floors, 'processor'),
    },
    {
      name: 'full reassessment, nothing changed / both floors',
      thing: await measure(runs, reassessAll),
      floor: after(floors),
    },
    { name: 'one service, a fact changed / upsert of one row', ...oneService },
  ];
}
