import { KpiService } from '../KpiServiceStore';
import { StoredRisk } from './riskRow';

/** Services by reference. */
export type ServicesByRef = ReadonlyMap<string, KpiService>;

/** A risk with its services that a reader may see. */
export interface SeenRisk {
  readonly risk: StoredRisk;
  readonly services: readonly KpiService[];
  /** Whether the service is among them whose check it took over. */
  readonly seesCheck: boolean;
}

/** Whether a risk is of the whole company. */
export const isOfCompany = ({
  services,
  scope,
}: Pick<StoredRisk, 'services' | 'scope'>): boolean =>
  services.length === 0 && scope.owner === null && scope.system === null;

/** Whether a risk without services of its own concerns a service by its scope. */
const inScope =
  ({ scope }: StoredRisk) =>
  ({ owner, system }: KpiService): boolean =>
    (scope.owner === null || owner === scope.owner) &&
    (scope.system === null || system === scope.system);

/** The services that a risk concerns, of those given. */
export const servicesOf = (
  risk: StoredRisk,
  services: ServicesByRef,
): KpiService[] =>
  risk.services.length > 0
    ? risk.services.flatMap(ref => services.get(ref) ?? [])
    : [...services.values()].filter(inScope(risk));

/**
 * A risk as a reader may see it; undefined where the reader sees none of its services. One of the whole company, and one
 * of a reader who sees everything, is always seen.
 */
export function seenRisk(
  risk: StoredRisk,
  visible: ServicesByRef,
  seesAll: boolean,
): SeenRisk | undefined {
  const own = risk.services.flatMap(ref => visible.get(ref) ?? []);
  const seen = {
    risk,
    services: own,
    seesCheck:
      seesAll || (risk.check !== null && visible.has(risk.check.entityRef)),
  };
  if (seesAll || isOfCompany(risk) || own.length > 0) return seen;
  if (risk.services.length > 0) return undefined;
  return servicesOf(risk, visible).length > 0 ? seen : undefined;
}
