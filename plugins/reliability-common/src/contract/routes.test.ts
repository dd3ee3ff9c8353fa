import { RouteContract } from './routeContract';
import { routes } from './routes';

const all = Object.entries<RouteContract>(routes);

it.each([
  ['method and path', ({ method, path }: RouteContract) => `${method} ${path}`],
  ['summary', ({ summary }: RouteContract) => summary],
])('no two routes share their %s', (_, of) => {
  const values = all.map(([, route]) => of(route));
  expect(new Set(values).size).toBe(values.length);
});

describe.each(all)('%s', (_, route) => {
  it('can fail only in ways that its path and input allow', () => {
    const { statuses, query, body, path } = route;
    const named = statuses.includes(404);
    // An entity reference may be malformed; of one that nobody has nothing is known, which is no error.
    const refers = /\/:ref\b/.test(path);
    expect(statuses.includes(400)).toBe(Boolean(query ?? body) || refers);
    expect(!/\/:/.test(path) || named || refers).toBe(true);
  });

  it('pages where it takes a cursor', () => {
    const items = 'cursor' in (route.query?.shape ?? {});
    // A text or an open record has no shape, and no pages.
    const { shape = {} } = route.response as unknown as { shape?: object };
    const answers = JSON.stringify(Object.keys(shape));
    expect(/nextCursor/.test(answers)).toBe(items);
  });

  it('refuses what it does not know in a body', () => {
    const unknown = route.body?.safeParse({ surely: 'unknown' });
    expect(unknown?.success ?? false).toBe(false);
  });
});
