import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { RouteContract } from '@plimsoll/backstage-plugin-reliability-common';
import express, { Request, Response, Router } from 'express';
import { z } from 'zod';
import { audited } from './audited';
import { listItem } from './csvColumns';
import { sendCsv } from './csvExport';
import { describeIssues } from './describeIssues';
import { JsonText } from './JsonText';
import { TextReply } from './TextReply';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A request after the border: who asks, and what for, with the types of the contract. */
export interface Call<R extends RouteContract> {
  readonly credentials: BackstageCredentials;
  readonly params: Readonly<Record<string, string>>;
  /** The entity that the path names, as a full reference in lower case. */
  readonly entityRef: string;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
}

type Reply<R extends RouteContract> =
  | z.input<R['response']>
  | JsonText<z.input<R['response']>>
  | TextReply;

/** What a route does with a request. */
export type Handle<R extends RouteContract> = (
  call: Call<R>,
) => Reply<R> | Promise<Reply<R>>;

/** Registers one route. */
export type Endpoint = <R extends RouteContract>(
  route: R,
  handle: Handle<R>,
) => void;

/** Ten thousand facts, answers or samples of a few hundred bytes. */
const BULK_LIMIT = '16mb';
/** A document of half a million characters, which JSON may escape. */
const DOCUMENT_LIMIT = '4mb';
/** A long postmortem. */
const TEXT_LIMIT = '1mb';
/** Every other body is small. */
const BODY_LIMIT = '100kb';
const LIMITS: Readonly<Record<string, string>> = {
  '/facts': BULK_LIMIT,
  '/checklists/:id/answers/import': BULK_LIMIT,
  '/slo-samples': BULK_LIMIT,
  '/incidents/import': BULK_LIMIT,
  '/changes': BULK_LIMIT,
  '/incidents/:id/postmortem': TEXT_LIMIT,
  '/postmortems/hints': TEXT_LIMIT,
  '/previews': TEXT_LIMIT,
  '/slos/validate': DOCUMENT_LIMIT,
  '/slos/dry-run': DOCUMENT_LIMIT,
};

/** What only machines may push. */
const MACHINE_PATHS = ['/facts', '/slo-samples', '/changes'];

/** PostgreSQL cannot be asked for a text with a NUL in it. */
const isNul = (value: unknown) =>
  typeof value === 'string' && value.includes('\0');
const hasNul = (value: unknown) => [value].flat().some(isNul);
const hasNulWithin = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(hasNulWithin)
    : isNul(value);

function parse(
  schema: z.ZodType | undefined,
  value: unknown,
  holdsNul: (member: unknown) => boolean = hasNul,
): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InputError(describeIssues(parsed.error));
  for (const [field, member] of Object.entries(parsed.data as object)) {
    if (holdsNul(member)) throw new InputError(`${field}: holds a NUL`);
  }
  return parsed.data;
}

function send(response: Response, reply: unknown): void {
  if (reply instanceof JsonText) response.type('json').send(reply.text);
  else if (reply instanceof TextReply) {
    response.attachment(reply.filename).type(reply.type);
    if (reply.disposition === 'inline') {
      const disposition = String(response.get('Content-Disposition'));
      response.set(
        'Content-Disposition',
        disposition.replace(/^attachment/, 'inline'),
      );
    }
    response.send(reply.text);
  } else response.json(reply);
}

function entityRefOf(params: Record<string, string>): string {
  if (hasNul(Object.values(params))) {
    throw new NotFoundError('There is no such entity');
  }
  const { kind, namespace, name } = params;
  return kind && namespace && name
    ? stringifyEntityRef({ kind, namespace, name })
    : '';
}

/**
 * A way to register routes on a router: checks who asks, parses query and body by the contract, answers what
 * the handler gives; a list with `format=csv` as a table. Whatever is not a read leaves an audit event, also when it fails.
 */
export function createEndpoints(
  router: Router,
  options: { httpAuth: HttpAuthService; auditor: AuditorService },
): Endpoint {
  const { httpAuth, auditor } = options;

  const watched = async (
    request: Request,
    route: RouteContract,
    run: () => Promise<unknown>,
  ) => {
    if (route.method === 'get') return run();
    const eventId = `${route.method}-${route.path
      .split('/')
      .filter(part => part && !part.startsWith(':'))
      .join('-')}`;
    const meta = { ...request.params };
    return audited(auditor, { eventId, request, meta }, run);
  };

  return (route, handle) => {
    const machinesOnly =
      MACHINE_PATHS.includes(route.path) && route.method === 'put';
    const limit = LIMITS[route.path] ?? BODY_LIMIT;
    // Of many rows each has its own verdict, and a document may hold what it likes.
    const holdsNul = [BULK_LIMIT, DOCUMENT_LIMIT].includes(limit)
      ? hasNul
      : hasNulWithin;
    // Made once: a schema compiles its parser when it is first used.
    const query = route.query?.strict();
    const item = listItem(route);
    router[route.method](
      route.path,
      express.json({ limit }),
      async (request: Request, response: Response) => {
        const credentials = await httpAuth.credentials(request, {
          allow: ['user', 'service'],
        });
        const answer = (asked: object) =>
          watched(request, route, async () => {
            if (machinesOnly) {
              await httpAuth.credentials(request, { allow: ['service'] });
            }
            return handle({
              credentials,
              params: request.params,
              entityRef: entityRefOf(request.params),
              query: parse(query, asked) as never,
              body: parse(route.body, request.body, holdsNul) as never,
            });
          });
        const { format, cursor: _, ...asked } = request.query;
        if (item && format === 'csv') {
          await sendCsv(response, item, {
            filename: `${route.path.split('/').pop()}.csv`,
            page: paging => answer({ ...asked, ...paging }),
          });
        } else send(response, await answer(request.query));
      },
    );
  };
}
