import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ErrorRequestHandler,
  raw,
  Request,
  RequestHandler,
  Response,
  Router,
} from 'express';
import { placeOf } from '../../tasks/providerFailure';
import { WebhookOutcome, WebhookService } from './WebhookService';

/** Where providers send webhooks; the one part of the plugin that asks for no credentials of Backstage. */
export const WEBHOOKS_PATH = '/webhooks';

const LONGEST_BODY = '1mb';

const STATUS: Record<WebhookOutcome['kind'], number> = {
  accepted: 202,
  refused: 401,
  'unknown-account': 404,
};

/** The same whatever was wrong: it helps nobody but forgers. */
const NOTHING = { accepted: false, duplicate: false };

const headersOf = ({ headers }: Request) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );

/** A GET, an empty body or one that nobody parsed is an empty one. */
const bodyOf = ({ body }: Request): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.alloc(0);

function receive(webhooks: WebhookService): RequestHandler {
  return async (request: Request, response: Response) => {
    const { provider, account } = request.params;
    const outcome = await webhooks.receive(provider, account, {
      rawBody: bodyOf(request),
      headers: headersOf(request),
      url: request.originalUrl,
    });
    const isAccepted = outcome.kind === 'accepted';
    response
      .status(STATUS[outcome.kind])
      .json(
        isAccepted ? { accepted: true, duplicate: outcome.duplicate } : NOTHING,
      );
  };
}

/** Too big, cut off or of an odd encoding is told by the status alone; what broke here, to the log. */
const fail =
  (logger: LoggerService): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const status = Number(error?.status);
    const isTheirs = status >= 400 && status < 500;
    if (!isTheirs) logger.error(`Could not take a webhook: ${placeOf(error)}`);
    response.status(isTheirs ? status : 500).json(NOTHING);
  };

/** Registers the route of webhooks. The body stays as it came: its signature is over those bytes. */
export function addWebhookRoutes(
  router: Router,
  options: { incidentWebhooks: WebhookService; logger: LoggerService },
): void {
  router.post(
    `${WEBHOOKS_PATH}/:provider/:account`,
    raw({ type: () => true, limit: LONGEST_BODY, inflate: false }),
    receive(options.incidentWebhooks),
  );
  router.use(WEBHOOKS_PATH, fail(options.logger));
}
