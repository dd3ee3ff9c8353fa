import { z } from 'zod';

/** One route of the HTTP API: what the router parses, the document describes and the tests call. @public */
export interface RouteContract {
  readonly method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** Express path below `/api/reliability`. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** Statuses beside 200 that a caller must expect; 401 always. */
  readonly statuses: readonly (400 | 403 | 404 | 409)[];
}
