import { matchingIncidents } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/matchingIncidents';
import { Figure, get, walk } from './client';
import { measure, measureBeside } from './measure';
import { Portal } from './portal';

const LIST = 'reliability/incidents?limit=50';
const STATS = 'reliability/incidents/stats';
const DAY = 24 * 3_600_000;

/** Another text each time. */
function search(portal: Portal, services: number) {
  let count = 0;
  return () => {
    count += 1;
    return get(portal, `${LIST}&q=service-${count % services}`)();
  };
}

/** Another period each time, so that nothing is remembered; the first is the year. */
function anew(portal: Portal, route: string, separator: string) {
  let count = 0;
  const year = Date.now() - 365 * DAY;
  return () => {
    count += 1;
    const from = encodeURIComponent(new Date(year + count).toISOString());
    return get(portal, `${route}${separator}from=${from}`)();
  };
}

/** What a reader costs who does not see every service, beside one who does: the statements of a page, without HTTP. */
async function conditional(portal: Portal, runs: number): Promise<Figure> {
  const { knex, services, config } = portal;
  const { incidentList, services: known } = services.stores;
  const refs = await known.refs(knex);
  const filter = {
    tiers: config.tiers,
    now: Date.now(),
    unmapped: false,
    tests: false,
    words: [],
  };
  const page = (visible?: readonly string[]) => async () => {
    const asked = { ...filter, visible };
    await incidentList.page(knex, asked, {
      orderBy: 'started',
      descending: true,
      at: filter.now,
      limit: 50,
    });
    await matchingIncidents(knex, asked).count({ count: '*' });
  };
  return {
    name: 'incident list, statements for who sees nine services of ten / sees all',
    ...(await measureBeside(
      runs,
      page(refs.filter((_, index) => index % 10 > 0)),
      page(),
    )),
  };
}

/** Pages and figures over all incidents, and the page of one. */
export async function incidentPages(
  portal: Portal,
  services: number,
  runs: number,
): Promise<Figure[]> {
  const plain = get(portal, 'plain');
  const one = encodeURIComponent('archive:A77');
  const asks: Record<string, () => Promise<unknown>> = {
    'incident list, 50 rows': get(portal, LIST),
    'incident list, severity': get(portal, `${LIST}&severity=1`),
    'incident list, one team': get(
      portal,
      `${LIST}&owner=group:default/team-7`,
    ),
    'incident list, text': get(portal, `${LIST}&q=region%2042`),
    'incident list, open': get(portal, `${LIST}&status=active`),
    'incident list, each page in turn': walk(portal, LIST),
    'incident list, another text each time': search(portal, services),
    'incident list, counts anew': anew(portal, LIST, '&'),
    'one incident': get(portal, `reliability/incidents/${one}`),
    'incidents of one service': get(
      portal,
      'reliability/services/component/default/service-77/incidents',
    ),
    'year by month, asked again': get(portal, `${STATS}?by=month`),
  };
  const figures: Figure[] = [];
  for (const [name, ask] of Object.entries(asks)) {
    figures.push({
      name: `${name} / plain authenticated route`,
      ...(await measureBeside(runs * 5, ask, plain)),
    });
  }
  figures.push(await conditional(portal, runs));
  for (const by of ['month', 'owner', 'service']) {
    figures.push({
      name: `year by ${by}, first asked`,
      thing: await measure(
        Math.min(runs, 3),
        anew(portal, `${STATS}?by=${by}`, '&'),
      ),
    });
  }
  return figures;
}
