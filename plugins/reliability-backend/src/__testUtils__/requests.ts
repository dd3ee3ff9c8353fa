import { Test } from 'supertest';
import { TestApi } from './app';
import { Harness } from './harness';

/** A request to a portal, and what its refusal says. */
export type ApiRequest = (api: TestApi, harness: Harness) => Test;
export type Refusal = readonly [ApiRequest, RegExp];
export type Refusals = Partial<Record<400 | 403 | 404 | 409, Refusal>>;

/** For one route a request that succeeds, and one for each status that its contract names. */
export interface RouteRequests {
  readonly ok: ApiRequest;
  readonly refusals: Refusals;
}

export const BEST = '/services/component/default/best';
export const NEVER = '/services/component/default/never';
export const noService =
  /is not a service, or the catalog does not show it to you/;

export const get =
  (path: string): ApiRequest =>
  api =>
    api.get(path);

export const send =
  (
    method: 'put' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
  ): ApiRequest =>
  api =>
    api.call(method, path, body);

export const put = (path: string, body: object) => send('put', path, body);

/** The same from somebody who lacks a permission. */
export const without =
  (permission: string, request: ApiRequest): ApiRequest =>
  (api, harness) => {
    harness.policy.denied.add(permission);
    return request(api, harness);
  };
