import {
  RotationKind,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  concernsOneRotation,
  ProviderError,
  RotationFailure,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Named } from './answers';
import { ReadContext } from './reading';
import { RootlyList } from './RootlyClient';
import { teamNames } from './teamNames';

/** A rotation that shows what policies say. */
export interface Wish {
  readonly ref: RotationRef;
  /** Its id at Rootly; the reference may name a slug. */
  readonly id: string;
  readonly title?: string;
  readonly team?: string;
  /** Ids. Empty: which ones is not known, or there is none. */
  readonly policies: readonly string[];
}

const LISTS: readonly (readonly [RotationKind, RootlyList])[] = [
  ['service', 'services'],
  ['team', 'teams'],
  ['escalation', 'escalation_policies'],
];

const policiesOf = (
  { kind }: RotationRef,
  { id, policy }: Named,
  policies: readonly Named[],
): string[] => {
  if (kind === 'escalation') return [id];
  const paging = policies.filter(({ services, teams }) =>
    (kind === 'service' ? services : teams).includes(id),
  );
  return [
    ...new Set([...(policy ? [policy] : []), ...paging.map(each => each.id)]),
  ];
};

/** Policies that page for something; those that cannot be listed are asked for in another way. */
async function allPolicies(
  { directory, signal }: ReadContext,
  refs: readonly RotationRef[],
): Promise<readonly Named[] | ProviderError> {
  if (refs.every(({ kind }) => kind === 'escalation')) return [];
  try {
    return (await directory.all('escalation_policies', signal)) ?? [];
  } catch (error) {
    if (!concernsOneRotation(error)) throw error;
    return error;
  }
}

/** Finds what references stand for, and which policies page for it. */
export async function wishesOf(
  context: ReadContext,
  refs: readonly RotationRef[],
): Promise<(Wish | RotationFailure)[]> {
  const { directory, signal } = context;
  const found = new Map<RotationRef, Named | ProviderError>();
  for (const [kind, list] of LISTS) {
    const own = refs.filter(ref => ref.kind === kind);
    const ids = own.map(({ id }) => id);
    const named = await directory.find(list, ids, signal);
    for (const ref of own) {
      const each = named.get(ref.id);
      if (each) found.set(ref, each);
    }
  }
  const good = [...found].flatMap(([ref, named]) =>
    named instanceof ProviderError ? [] : [{ ref, named }],
  );
  const policies = await allPolicies(
    context,
    good.map(({ ref }) => ref),
  );
  const teamOf = await teamNames(
    context,
    good.flatMap(({ named }) => named.owners),
  );
  return refs.flatMap<Wish | RotationFailure>(ref => {
    const named = found.get(ref);
    if (!named) return [];
    if (named instanceof ProviderError) {
      return { kind: 'failure', ref, error: named };
    }
    if (policies instanceof ProviderError) {
      return { kind: 'failure', ref, error: policies };
    }
    return {
      ref,
      id: named.id,
      title: named.name,
      team: ref.kind === 'team' ? named.name : teamOf(named.owners),
      policies: policiesOf(ref, named, policies),
    };
  });
}
