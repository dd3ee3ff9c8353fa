import { Figure, send } from './client';
import { summarise } from './measure';
import { Portal } from './portal';
import { PrometheusUse, useOf } from './sloPrometheus';

/** As many questions at once as the source lets through. */
const CONCURRENCY = 4;

interface Asked {
  readonly text: string;
  readonly at: number;
}

/** The floor of evaluating: the same questions, as many at once, the answers thrown away. */
async function askBarely(url: string, asked: readonly Asked[]) {
  const waiting = [...asked];
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const form = new URLSearchParams({
        query: next.text,
        time: `${next.at / 1000}`,
      });
      await send('POST', `${url}/api/v1/query`, headers, form.toString());
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** Ids of the SLOs of a source. */
export async function idsOf(portal: Portal, source: string): Promise<string[]> {
  const slos = await portal.services.stores.slos.ofSource(portal.knex, source);
  return slos.map(({ id }) => id);
}

/** What the last evaluation sent. @throws Error where one failed */
async function askedLast(portal: Portal, ids: readonly string[]) {
  const states = await portal.services.stores.sloStates.whole(portal.knex, ids);
  return [...states.values()].flatMap(
    ({ sloId, error, evaluation }): Asked[] => {
      if (
        error !== null ||
        !evaluation ||
        evaluation.objectives[0].budget.sli === null
      ) {
        throw new Error(`${sloId} has no value: ${error}`);
      }
      const { queries, at } = evaluation;
      // Those about the long windows may have been sent before.
      return queries
        .filter(text => text.includes(`@ ${at / 1000}`))
        .map(text => ({ text, at }));
    },
  );
}

/** One evaluation of everything. */
interface Run {
  readonly ms: number;
  readonly floorMs: number;
  /** Seconds of processor time. */
  readonly portal: number;
  readonly prometheus: number;
  readonly use: PrometheusUse;
}

async function evaluateOnce(
  portal: Portal,
  url: string,
  ids: readonly string[],
): Promise<Run> {
  const before = await useOf(url);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const count = await portal.services.slo.sloEvaluator.evaluateDue('prom');
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const after = await useOf(url);
  if (count !== ids.length) {
    throw new Error(`${count} of ${ids.length} SLOs were evaluated`);
  }
  const asked = await askedLast(portal, ids);
  const bare = performance.now();
  await askBarely(url, asked);
  return {
    ms,
    floorMs: performance.now() - bare,
    portal: (user + system) / 1e6,
    prometheus: after.cpuSeconds - before.cpuSeconds,
    use: {
      ...after,
      queries: after.queries - before.queries,
    },
  };
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** Evaluates everything minute by minute: the first time, and as it goes on. */
export async function evaluations(
  portal: Portal,
  url: string,
  runs: number,
  pass: () => void,
) {
  const ids = await idsOf(portal, 'prom');
  const first = await evaluateOnce(portal, url, ids);
  const later: Run[] = [];
  for (let run = 0; run < runs; run++) {
    pass();
    later.push(await evaluateOnce(portal, url, ids));
  }
  const mean = (of: (run: Run) => number) =>
    rounded(later.reduce((sum, run) => sum + of(run), 0) / later.length);
  const figures: Figure[] = [
    {
      name: `first evaluation of ${ids.length} SLOs / the same queries sent barely`,
      thing: summarise([first.ms]),
      floor: summarise([first.floorMs]),
    },
    {
      name: `evaluation of ${ids.length} SLOs, every minute / the same queries sent barely`,
      thing: summarise(later.map(({ ms }) => ms)),
      floor: summarise(later.map(({ floorMs }) => floorMs)),
    },
  ];
  return {
    figures,
    counts: {
      'SLOs on Prometheus': ids.length,
      'first: seconds of the portal': rounded(first.portal),
      'first: seconds of Prometheus': rounded(first.prometheus),
      'first: queries': first.use.queries,
      'a minute: slowest, seconds': rounded(
        Math.max(...later.map(({ ms }) => ms)) / 1000,
      ),
      'a minute: seconds of the portal': mean(run => run.portal),
      'a minute: seconds of Prometheus': mean(run => run.prometheus),
      'a minute: queries': mean(run => run.use.queries),
      'memory of Prometheus, MB': Math.max(
        ...later.map(({ use }) => use.memoryMb),
      ),
    },
  };
}
