import { dayBefore } from '@plimsoll/backstage-plugin-reliability-backend/src/database/dates';
import { Figure, get, send } from './client';
import { measureBeside } from './measure';
import { Portal } from './portal';
import { Strain, strainOf } from './programmeLag';

const SERVICE = 'component/default/service-77';

type Ask = () => Promise<unknown>;

/** One question, and how often it is asked. */
interface Question {
  readonly ask: Ask;
  readonly runs: number;
  /** Absent: the plain authenticated route. */
  readonly floor?: { readonly name: string; readonly ask: () => unknown };
}

/** Another period each time, so that nothing is remembered. */
function anew(portal: Portal, now: number): Ask {
  let count = 0;
  return () => {
    count += 1;
    const to = dayBefore(now, count % 20);
    const from = dayBefore(now, 90 + count);
    return get(portal, `reliability/kpis?from=${from}&to=${to}`)();
  };
}

/** Other rules each time. */
function previews(portal: Portal): Ask {
  let count = 0;
  const headers = {
    Authorization: `Bearer ${portal.userToken}`,
    'Content-Type': 'application/json',
  };
  return () => {
    count += 1;
    const body = {
      changes: {
        checks: [
          { id: 'check-18', pass: `facts["ci/coverage"] >= ${count}.0` },
        ],
        add: [
          {
            id: 'tagged',
            title: 'Has a tag',
            level: 'bronze',
            dimension: 'quality',
            weight: 1,
            pass: 'size(entity.tags) > 0',
          },
        ],
      },
    };
    const url = `${portal.url}/api/reliability/previews`;
    return send('POST', url, headers, JSON.stringify(body));
  };
}

/** Everything a lead opens, and what machines ask. */
export function questions(
  portal: Portal,
  options: {
    readonly runs: number;
    readonly now: number;
    readonly campaigns: readonly string[];
    readonly evaluate: () => unknown;
  },
): Record<string, Question> {
  const { runs, now, evaluate } = options;
  const [campaign] = options.campaigns;
  const many = runs * 5;
  const page = (route: string, often = many): Question => ({
    ask: get(portal, `reliability/${route}`),
    runs: often,
  });
  const month = dayBefore(now, 0).slice(0, 7);
  const [from, today] = [dayBefore(now, 30), dayBefore(now, 0)];
  const cel = { name: 'CEL of every check', ask: evaluate };
  const of = 'group:default';
  return {
    'heatmap, 50 services by check': page('heatmap?limit=50&columns=checks'),
    'heatmap, by dimension': page('heatmap?limit=50'),
    'heatmap, one tier': page('heatmap?limit=50&columns=checks&tier=tier-1'),
    'rollups, the top of the owners': page('rollups?by=owner'),
    'rollups, a level below': page(`rollups?by=owner&parent=${of}/division-1`),
    'rollups, two levels below': page(`rollups?by=owner&parent=${of}/unit-1`),
    'rollups by system': page('rollups?by=system'),
    'rollups of one tier': page('rollups?by=owner&tier=tier-1'),
    'comparison of teams': page('comparison'),
    'movers since 30 days': page('movers'),
    'changes of one service, 30 days': page(
      `services/${SERVICE}/changes?from=${from}&to=${today}`,
    ),
    'one service as of a day': page(`services/${SERVICE}/as-of?day=${from}`),
    'cheapest path': page('cheapest-path?goal=silver'),
    'cheapest path, one team': page(
      `cheapest-path?goal=silver&owner=${of}/team-7`,
    ),
    'figures of 90 days, another period each time': {
      ask: anew(portal, now),
      runs: Math.min(runs, 5),
    },
    'figures of 90 days, asked again': page(
      `kpis?from=${dayBefore(now, 89)}&to=${today}`,
    ),
    risks: page('risks'),
    'exemptions, 50 of them': page('exemptions'),
    'exemptions that wait for me': page('exemptions?forMe=true'),
    'debt of exemptions': page('exemptions/debt'),
    campaigns: page('campaigns'),
    'one campaign': page(`campaigns/${campaign}`),
    '… its services': page(`campaigns/${campaign}/services`),
    '… its teams': page(`campaigns/${campaign}/teams`),
    '… its progress': page(`campaigns/${campaign}/progress`),
    'campaigns of one service': page(`services/${SERVICE}/campaigns`),
    'gate of one service': page(`gate/${SERVICE}`, runs * 20),
    'metrics for Prometheus': page('metrics', runs),
    'packet of this month': page(`packets/${month}`, Math.min(runs, 5)),
    'packet of the month before': page(
      `packets/${dayBefore(now, 31).slice(0, 7)}`,
      Math.min(runs, 5),
    ),
    preview: { ask: previews(portal), runs: Math.min(runs, 5), floor: cel },
    'score changes of 30 days': page(
      `score-changes?from=${from}`,
      Math.min(runs, 5),
    ),
  };
}

/** Times of all questions beside their floors, and what each took of the process. */
export async function askAll(
  portal: Portal,
  asked: Record<string, Question>,
  only: string | undefined,
): Promise<{ figures: Figure[]; strains: Map<string, Strain> }> {
  const plain = {
    name: 'plain authenticated route',
    ask: get(portal, 'plain'),
  };
  const figures: Figure[] = [];
  const strains = new Map<string, Strain>();
  for (const [name, question] of Object.entries(asked)) {
    if (only && !new RegExp(only).test(name)) continue;
    const { ask, runs, floor = plain } = question;
    const started = performance.now();
    await ask();
    const first = performance.now() - started;
    figures.push({
      name: `${name} / ${floor.name}`,
      ...(await measureBeside(runs, ask, floor.ask)),
    });
    strains.set(name, await strainOf(ask));
    process.stdout.write(
      `${name}: first ${first.toFixed(0)} ms, median ${figures[
        figures.length - 1
      ].thing.median.toFixed(1)} ms, ${JSON.stringify(strains.get(name))}\n`,
    );
  }
  return { figures, strains };
}
