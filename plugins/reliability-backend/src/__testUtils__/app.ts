import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { createRouter } from '../http/createRouter';
import { Harness } from './harness';

/** An audit event as it ended. */
export interface Audited {
  readonly eventId: string;
  readonly severityLevel?: string;
  readonly meta?: object;
  outcome: 'open' | 'succeeded' | 'failed';
  error?: string;
}

/** The HTTP API on a harness, called as a user unless a test says otherwise. */
export interface TestApi {
  readonly audits: Audited[];
  call(
    method: 'get' | 'put' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
  ): request.Test;
  get(path: string): request.Test;
  asMachine(test: request.Test): request.Test;
  asNobody(test: request.Test): request.Test;
}

export function createTestApi({ services, logger }: Harness): TestApi {
  const audits: Audited[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, severityLevel, meta }) => {
      const event: Audited = { eventId, severityLevel, meta, outcome: 'open' };
      audits.push(event);
      return {
        success: async () => {
          event.outcome = 'succeeded';
        },
        fail: async ({ error }) => {
          event.outcome = 'failed';
          event.error = error.message;
        },
      };
    },
  });
  const app = express()
    .use(
      createRouter({
        services,
        auditor,
        logger,
        httpAuth: mockServices.httpAuth(),
      }),
    )
    .use(mockErrorHandler());
  const call: TestApi['call'] = (method, path, body) => {
    const test = request(app)[method](path);
    return body === undefined ? test : test.send(body);
  };
  return {
    audits,
    call,
    get: path => call('get', path),
    asMachine: test =>
      test.set('Authorization', mockCredentials.service.header()),
    asNobody: test => test.set('Authorization', mockCredentials.none.header()),
  };
}
