import { z } from 'zod';
import { routes } from './routes';

/** The name of a route. @public */
export type RouteName = keyof typeof routes;

/** The names between colons in a path: `kind` of `/services/:kind`. @public */
export type PathNames<Path extends string> =
  Path extends `${string}:${infer Name}/${infer Rest}`
    ? Name | PathNames<Rest>
    : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What names an entity in a path. @public */
export type EntityNames = 'kind' | 'namespace' | 'name';

/** What fills a path: one full entity reference for `/:kind/:namespace/:name`, and the other names by themselves. @public */
export type PathInput<Path extends string> = EntityNames extends PathNames<Path>
  ? { entityRef: string } & Record<
      Exclude<PathNames<Path>, EntityNames>,
      string
    >
  : Record<PathNames<Path>, string>;

/** The query or the body of a route, which may be left out where nothing in it is needed. @public */
export type RouteGiven<R, Key extends 'query' | 'body'> = R extends {
  readonly [K in Key]: infer S;
}
  ? S extends z.ZodType
    ? {} extends z.input<S>
      ? { [K in Key]?: z.input<S> }
      : { [K in Key]: z.input<S> }
    : {}
  : {};

/** What a caller of a route gives: what fills its path, its query and its body. @public */
export type RouteInput<Name extends RouteName> = PathInput<
  (typeof routes)[Name]['path']
> &
  RouteGiven<(typeof routes)[Name], 'query'> &
  RouteGiven<(typeof routes)[Name], 'body'>;

/** What a route answers. @public */
export type RouteOutput<Name extends RouteName> = z.output<
  (typeof routes)[Name]['response']
>;
