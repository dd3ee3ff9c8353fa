import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  entityPath,
  GateAnswer,
  gateAnswerSchema,
  RecordGateDecisionRequest,
  RecordGateDecisionResponse,
  recordGateDecisionResponseSchema,
} from '@plimsoll/backstage-plugin-reliability-common';

const PLUGIN = 'reliability';
/** The backend itself answers within 30 seconds at most. */
const TIMEOUT = 35_000;

/** One question of somebody. */
export interface GateCall {
  readonly entityRef: string;
  readonly credentials: BackstageCredentials;
  /** Ends the question early. */
  readonly signal?: AbortSignal;
}

/** Asks the backend of Plimsoll in the name of whoever runs a template. */
export class GateClient {
  constructor(
    private readonly options: {
      readonly auth: AuthService;
      readonly discovery: DiscoveryService;
    },
  ) {}

  /** The decision, without a record. @throws ResponseError when the backend refuses */
  async look(call: GateCall, change?: string): Promise<GateAnswer> {
    const query = change ? `?${new URLSearchParams({ change })}` : '';
    return gateAnswerSchema.parse(await this.fetch(call, query));
  }

  /** The decision, recorded. @throws ResponseError when the backend refuses */
  async record(
    call: GateCall,
    request: RecordGateDecisionRequest,
  ): Promise<RecordGateDecisionResponse> {
    return recordGateDecisionResponseSchema.parse(
      await this.fetch(call, '/decisions', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      }),
    );
  }

  private async fetch(
    { entityRef, credentials, signal }: GateCall,
    rest: string,
    init: RequestInit = {},
  ): Promise<unknown> {
    const { auth, discovery } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: PLUGIN,
    });
    const baseUrl = await discovery.getBaseUrl(PLUGIN);
    const path = `/gate/${entityPath(entityRef)}${rest}`;
    const timeout = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
