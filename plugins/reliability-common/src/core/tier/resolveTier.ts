import { Tier, TIER_ANNOTATION } from './tier';

/**
 * One place where a tier may be declared on an entity: a field (dotted path), a label or an annotation,
 * with an optional translation of the values found there into tier ids.
 *
 * @public
 */
export interface TierPlace {
  readonly field?: string;
  readonly label?: string;
  readonly annotation?: string;
  readonly map?: Readonly<Record<string, string>>;
}

/** What an entity says about its tier, before it is compared with the configured tiers. @public */
export interface TierDeclaration {
  readonly value: string;
  /** Where it was found, for instance `annotation plimsoll.dev/tier`. */
  readonly place: string;
  /** The value as written, where a map translated it. */
  readonly written: string;
}

/** Who set a tier by hand, when and why. @public */
export interface TierOverride {
  readonly tier: string;
  readonly reason: string;
  readonly setBy: string;
  /** Milliseconds since the epoch. */
  readonly setAt: number;
}

/** Where the tier of a service came from. @public */
export type TierSource = 'declared' | 'override' | 'none';

/**
 * The tier of a service. `tier` is absent when the service is untiered; `problem` says why a value
 * that was given could not be used.
 *
 * @public
 */
export interface TierResolution {
  readonly tier?: Tier;
  readonly source: TierSource;
  readonly declared?: TierDeclaration;
  readonly problem?: string;
}

/** The parts of an entity in which a tier can be declared. @public */
export interface TierDeclaringEntity {
  readonly metadata: {
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

function fieldOf(entity: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      entity,
    );
}

function readPlace(
  entity: TierDeclaringEntity,
  place: TierPlace,
): [string, unknown] {
  if (place.annotation !== undefined) {
    return [
      `annotation ${place.annotation}`,
      entity.metadata.annotations?.[place.annotation],
    ];
  }
  if (place.label !== undefined) {
    return [`label ${place.label}`, entity.metadata.labels?.[place.label]];
  }
  const field = place.field ?? '';
  return [`field ${field}`, fieldOf(entity, field)];
}

/**
 * The first declaration found: the annotation `plimsoll.dev/tier`, then the configured places in
 * their order. An empty value counts as none.
 *
 * @public
 */
export function declaredTier(
  entity: TierDeclaringEntity,
  places: readonly TierPlace[],
): TierDeclaration | undefined {
  for (const place of [{ annotation: TIER_ANNOTATION }, ...places]) {
    const [name, raw] = readPlace(entity, place);
    const written =
      typeof raw === 'string' || typeof raw === 'number'
        ? String(raw).trim()
        : '';
    if (written !== '') {
      const { map } = place;
      const value = map && Object.hasOwn(map, written) ? map[written] : written;
      return { value, place: name, written };
    }
  }
  return undefined;
}

/** By id in small letters, for each list of tiers that was asked for. */
const indexes = new WeakMap<readonly Tier[], ReadonlyMap<string, Tier>>();

function findTier(tiers: readonly Tier[], id: string): Tier | undefined {
  let index = indexes.get(tiers);
  if (!index) {
    // The first of several is the one in force.
    index = new Map(
      [...tiers].reverse().map(tier => [tier.id.toLowerCase(), tier]),
    );
    indexes.set(tiers, index);
  }
  return index.get(id) ?? index.get(id.toLowerCase());
}

const unusable = (place: string, value: string, tiers: readonly Tier[]) => {
  const known = tiers.map(tier => tier.id).join(', ');
  return `${place} is "${value}", which is not one of ${known}`;
};

/**
 * The tier in force. An override by a person wins, because a person who sees a wrong declaration
 * must be able to correct it without a commit to another team's repository. A value that names no
 * configured tier counts as not given and is reported as a problem, never as an error.
 *
 * @public
 */
export function resolveTier(
  declared: TierDeclaration | undefined,
  override: Pick<TierOverride, 'tier'> | undefined,
  tiers: readonly Tier[],
): TierResolution {
  const declaredMatch = declared && findTier(tiers, declared.value);
  const overrideMatch = override && findTier(tiers, override.tier);
  const tier = overrideMatch ?? declaredMatch;
  const problems: string[] = [];
  if (override && !overrideMatch) {
    problems.push(unusable('the tier set by hand', override.tier, tiers));
  }
  if (declared && !declaredMatch) {
    problems.push(unusable(declared.place, declared.written, tiers));
  }
  const problem = problems.length > 0 ? problems.join('; ') : undefined;
  if (!tier) return { source: 'none', declared, problem };
  const source = overrideMatch ? 'override' : 'declared';
  return { tier, source, declared, problem };
}
