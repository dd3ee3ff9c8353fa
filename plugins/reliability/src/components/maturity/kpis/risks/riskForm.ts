import type {
  CreateRiskRequest,
  PatchRiskRequest,
  RiskItem,
  RiskState,
} from '@plimsoll/backstage-plugin-reliability-common';

export const concerns = ['services', 'owner', 'system', 'company'] as const;
export type Concern = (typeof concerns)[number];

/** What the form of a risk holds; texts are empty for nothing. */
export interface RiskForm {
  title: string;
  description: string;
  concern: Concern;
  services: string[];
  scopeOwner: string | null;
  scopeSystem: string;
  likelihood: string;
  impact: string;
  owner: string | null;
  mitigation: string;
  /** UTC day. */
  reviewBy: string;
  state: RiskState;
}

const DAY = 86_400_000;
const MOST_DAYS = 366;
const USUAL_DAYS = 90;

const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);

function concernOf({ services, scope }: RiskItem): Concern {
  if (services.length > 0) return 'services';
  if (scope.owner) return 'owner';
  return scope.system ? 'system' : 'company';
}

/** A new one; one that a check means, to be owned; or one as it is. @param now - milliseconds since the epoch */
export function riskForm(risk: RiskItem | undefined, now: number): RiskForm {
  const isOwned = risk?.kind === 'derived';
  return {
    title: risk?.title ?? '',
    description: isOwned ? '' : risk?.description ?? '',
    concern: risk ? concernOf(risk) : 'services',
    services: risk?.services.map(({ entityRef }) => entityRef) ?? [],
    scopeOwner: risk?.scope.owner ?? null,
    scopeSystem: risk?.scope.system ?? '',
    likelihood: String(risk?.likelihood ?? 3),
    impact: String(risk?.impact ?? 3),
    owner: risk?.owner ?? null,
    mitigation: risk?.mitigation ?? '',
    reviewBy: risk?.reviewBy ?? dayAt(now + USUAL_DAYS * DAY),
    state: risk?.state ?? 'open',
  };
}

export type RiskFault = 'title' | 'owner' | 'reviewBy' | 'services' | 'scope';

const scopeFault = (form: RiskForm) =>
  (form.concern === 'owner' && !form.scopeOwner) ||
  (form.concern === 'system' &&
    !/^system:[^/\s]+\/\S+$/i.test(form.scopeSystem.trim()));

/** What is wrong with a form, by field. A day that stays as it was may be over. */
export function riskFaults(
  form: RiskForm,
  risk: RiskItem | undefined,
  now: number,
): Partial<Record<RiskFault, true>> {
  const { reviewBy } = form;
  const isDay =
    reviewBy === risk?.reviewBy ||
    (reviewBy >= dayAt(now) && reviewBy <= dayAt(now + MOST_DAYS * DAY));
  return {
    ...(form.title.trim() === '' && { title: true }),
    ...(!form.owner && { owner: true }),
    ...(!isDay && { reviewBy: true }),
    ...(form.concern === 'services' &&
      form.services.length === 0 && { services: true }),
    ...(scopeFault(form) && { scope: true }),
  };
}

const fieldsOf = (form: RiskForm) => ({
  title: form.title.trim(),
  description: form.description.trim(),
  services: form.concern === 'services' ? form.services : [],
  scope: {
    owner: form.concern === 'owner' ? form.scopeOwner : null,
    system: form.concern === 'system' ? form.scopeSystem.trim() : null,
  },
  likelihood: Number(form.likelihood),
  impact: Number(form.impact),
  owner: form.owner ?? '',
  mitigation: form.mitigation.trim(),
  reviewBy: form.reviewBy,
  state: form.state,
});

/** A new risk, as the API wants it. @param owned - the derived one that it takes over */
export const createRiskOf = (
  form: RiskForm,
  id: string,
  owned: RiskItem | undefined,
): CreateRiskRequest => ({
  id,
  ...fieldsOf(form),
  check: owned?.check
    ? {
        scorecard: owned.check.scorecard,
        check: owned.check.id,
        entityRef: owned.check.entityRef,
      }
    : null,
});

/** A changed risk, as the API wants it. */
export const patchRiskOf = (
  form: RiskForm,
  risk: RiskItem,
): PatchRiskRequest => ({ version: risk.version ?? 1, ...fieldsOf(form) });
