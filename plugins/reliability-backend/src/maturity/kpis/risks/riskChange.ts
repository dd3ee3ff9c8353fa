import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  patchRiskRequestSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { dayOf } from '../../../database/dates';
import { RiskFields, StoredRisk } from './riskRow';

type Patch = Omit<z.output<typeof patchRiskRequestSchema>, 'version'>;

const DAY = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;

/** @throws InputError where a risk would be looked at again in the past, or never */
export function requireReviewDay(day: string, now: number): void {
  const first = dayOf(now);
  const last = dayOf(now + MOST_DAYS * DAY);
  if (day < first || day > last) {
    throw new InputError(`reviewBy: expected a day from ${first} to ${last}`);
  }
}

/** @throws InputError where a risk names services and all services of somebody */
export function requireOneScope({
  services,
  scope,
}: Pick<RiskFields, 'services' | 'scope'>): void {
  if (services.length > 0 && (scope.owner || scope.system)) {
    throw new InputError(
      'scope: expected either services, or an owner or system',
    );
  }
}

/** What people say of a risk, without who and when. */
export const fieldsOf = (risk: RiskFields): RiskFields => {
  const { title, description, services, scope, likelihood } = risk;
  const { impact, owner, mitigation, reviewBy, state } = risk;
  return {
    title,
    description,
    services: [...services].sort(),
    scope: { owner: scope.owner, system: scope.system },
    likelihood,
    impact,
    owner,
    mitigation,
    reviewBy,
    state,
  };
};

/** Whether two say the same. */
export const saySame = (one: RiskFields, other: RiskFields): boolean =>
  canonicalJson(fieldsOf(one)) === canonicalJson(fieldsOf(other));

/**
 * A risk after a change; what is absent stays as it is.
 *
 * @param hidden - references of its services that the writer does not see: they stay too
 */
export function changedRisk(
  risk: StoredRisk,
  patch: Patch,
  hidden: readonly string[],
): StoredRisk {
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  const services = patch.services
    ? [...new Set([...patch.services, ...hidden])].sort()
    : risk.services;
  return { ...risk, ...given, services };
}
