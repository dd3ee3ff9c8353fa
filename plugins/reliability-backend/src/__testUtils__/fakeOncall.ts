import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  OncallShift,
  OncallWindow,
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  OncallReadOptions,
  ProviderError,
  ProviderFailure,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { entity, service, team } from './entities';
import { createHarness, Harness } from './harness';
import { check, ladder, only } from './scorecards';

/** What a test says that a provider says of a rotation. */
export type FakeRotation = Partial<RotationReading>;

/** An account that says what a test wants, and fails when the test says so. */
export class FakeOncall implements OncallProvider {
  readonly type = 'fake';
  readonly kinds: readonly RotationKind[] = ['schedule'];
  /** By id at the provider. One that is not there is not found; an error is why it cannot be read. */
  readonly rotations = new Map<string, FakeRotation | Error>();
  /** What each call asked for. */
  readonly asked: { ids: string[]; window: OncallWindow }[] = [];
  /** Thrown after so many answers. */
  failure?: { readonly error: unknown; readonly after: number };
  /** Called before each answer, which waits for it. */
  before: (id: string) => Promise<void> | void = () => {};

  constructor(readonly account = 'main') {}

  rotationsOf() {
    return [];
  }

  async *read(
    refs: readonly RotationRef[],
    { window }: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    this.asked.push({ ids: refs.map(({ id }) => id), window });
    let answers = 0;
    for (const ref of refs) {
      if (this.failure && answers >= this.failure.after)
        throw this.failure.error;
      await this.before(ref.id);
      answers += 1;
      yield this.answer(ref, window);
    }
  }

  /** The account as a whole gives no answer. */
  fail(
    failure: ProviderFailure = 'unreachable',
    { after = 0, retryAfterMs }: { after?: number; retryAfterMs?: number } = {},
  ): void {
    const message = `The account "${this.account}" is down`;
    this.failure = {
      error: new ProviderError(failure, message, retryAfterMs),
      after,
    };
  }

  private answer(
    ref: RotationRef,
    window: OncallWindow,
  ): RotationReading | RotationFailure {
    const found =
      this.rotations.get(ref.id) ??
      new ProviderError('not-found', `There is no schedule ${ref.id}`);
    if (found instanceof Error) {
      return { kind: 'failure', ref, error: found as ProviderError };
    }
    return {
      kind: 'reading',
      ref,
      title: `Schedule ${ref.id}`,
      window,
      shifts: [],
      gaps: 'exact',
      warnings: [],
      ...found,
    };
  }
}

export const person = (
  name: string,
  parts: Partial<ProviderPerson> = {},
): ProviderPerson => ({
  id: name.toUpperCase(),
  name,
  email: `${name}@example.com`,
  ...parts,
});

/** A shift of somebody at the first level. */
export const shift = (
  name: string | null,
  start: number | null,
  end: number | null,
  parts: Partial<OncallShift<ProviderPerson>> = {},
): OncallShift<ProviderPerson> => ({
  start,
  end,
  level: 1,
  person: name === null ? null : person(name),
  source: 'rotation',
  shadow: false,
  ...parts,
});

/** A service with rotations of accounts, as `main:schedule:P1`. */
export const onCall = (name: string, rotations: string): Entity =>
  service(name, {
    metadata: {
      annotations: {
        'plimsoll.dev/oncall': rotations,
        'plimsoll.dev/tier': 'tier-0',
      },
    },
  });

export const user = (name: string): Entity =>
  entity('User', name, {
    spec: {
      profile: { displayName: name, email: `${name}@example.com` },
      memberOf: ['team-pay'],
    },
  });

/** Bronze for an owner, Silver for no gap that the tier does not allow. */
const pagers = ladder({
  checks: [
    check('owned', { pass: 'entity.ownerExists' }),
    check('no-gap', {
      level: 'silver',
      pass: 'oncall.requiredGapHours == 0.0',
    }),
  ],
});

/** A portal with one account for each provider. */
export async function openPagerPortal(options: {
  readonly knex: Knex;
  readonly providers: readonly FakeOncall[];
  readonly entities?: readonly Entity[];
  readonly oncall?: JsonObject;
}): Promise<Harness> {
  const { knex, providers, entities } = options;
  return createHarness({
    knex,
    entities: [team(), ...(entities ?? [onCall('pay', 'main:schedule:P1')])],
    reliability: {
      ...only(pagers),
      oncall: {
        accounts: providers.map(({ account, type }) => ({
          name: account,
          type,
        })),
        ...options.oncall,
      },
    },
    oncallProviders: providers,
  });
}

/** The level of a service on the scorecard of the portal. */
export async function levelOf(
  { knex }: Harness,
  ref = 'component:default/pay',
): Promise<string | null> {
  return (await knex('reliability_reports').where({ entity_ref: ref }).first())
    ?.level_id;
}
