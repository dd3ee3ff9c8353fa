import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  expandRota,
  OncallShift,
  OncallWindow,
  RotaDefinition,
  RotaPerson,
  rotaRoster,
  RotationRef,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  OncallProvider,
  OncallReadOptions,
  ProviderError,
  ProviderPerson,
  RotationFailure,
  RotationReading,
} from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { GroupStore } from '../people/GroupStore';
import { PeopleStore } from '../people/PeopleStore';
import { STATIC_ACCOUNT } from './staticAccount';
import { asWritten, fromCatalog, readPerson } from './rotaPeople';

/** Nobody asks more people than that who is on call. */
const MAX_MEMBERS = 200;

export interface StaticProviderOptions {
  readonly knex: Knex;
  readonly stores: {
    readonly people: PeopleStore;
    readonly groups: GroupStore;
  };
  readonly rotas: readonly RotaDefinition[];
}

const asMember = (
  person: Parameters<typeof fromCatalog>[0],
): OncallShift<ProviderPerson> => ({
  start: null,
  end: null,
  level: null,
  person: fromCatalog(person),
  source: 'members',
  shadow: false,
});

const notFound = (ref: RotationRef, message: string): RotationFailure => ({
  kind: 'failure',
  ref,
  error: new ProviderError('not-found', message),
});

/** An id that is no reference names no group. */
function groupRefOf(id: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(id, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return id;
  }
}

/**
 * Rotations that nobody has to be asked for: `rota`, written in the configuration, and `group`, the members
 * of a Group and of those below it. Members are people to ask; nobody planned that they are on call.
 */
export class StaticProvider implements OncallProvider {
  readonly account = STATIC_ACCOUNT;
  readonly type = STATIC_ACCOUNT;
  readonly kinds = ['rota', 'group'] as const;

  private readonly rotas: ReadonlyMap<string, RotaDefinition>;

  constructor(private readonly options: StaticProviderOptions) {
    this.rotas = new Map(options.rotas.map(rota => [rota.id, rota]));
  }

  /** Only Plimsoll's own annotation names them. */
  rotationsOf(): [] {
    return [];
  }

  async *read(
    refs: readonly RotationRef[],
    { window, signal }: OncallReadOptions,
  ): AsyncIterable<RotationReading | RotationFailure> {
    for (const ref of refs) {
      signal.throwIfAborted();
      yield ref.kind === 'group'
        ? await this.readGroup(ref, window)
        : await this.readRota(ref, window);
    }
  }

  private async readRota(
    ref: RotationRef,
    window: OncallWindow,
  ): Promise<RotationReading | RotationFailure> {
    const rota = this.rotas.get(ref.id);
    if (!rota) {
      return notFound(
        ref,
        `The configuration has no rota "${ref.id}" in reliability.oncall.rotas`,
      );
    }
    const shifts = expandRota(rota, window);
    const roster = rotaRoster(rota);
    const person = await this.peopleNamed([
      ...shifts.flatMap(shift => shift.person ?? []),
      ...roster.flatMap(({ people }) => people),
    ]);
    return {
      kind: 'reading',
      ref,
      title: rota.title,
      timeZone: rota.timeZone,
      team: rota.team,
      window,
      shifts: shifts.map(shift => ({
        ...shift,
        person: shift.person && person(shift.person),
      })),
      roster: roster.map(({ level, people }) => ({
        level,
        people: people.map(person),
      })),
      gaps: 'exact',
      warnings: [],
    };
  }

  private async readGroup(
    ref: RotationRef,
    window: OncallWindow,
  ): Promise<RotationReading | RotationFailure> {
    const { knex, stores } = this.options;
    const groupRef = groupRefOf(ref.id);
    const group = (await stores.groups.of(knex, [groupRef])).get(groupRef);
    if (!group) {
      return notFound(ref, `The catalog has no group "${ref.id}"`);
    }
    const members = await stores.people.membersOf(
      knex,
      groupRef,
      MAX_MEMBERS + 1,
    );
    return {
      kind: 'reading',
      ref,
      title: group.title,
      team: group.title,
      window,
      shifts: members.slice(0, MAX_MEMBERS).map(asMember),
      gaps: 'unknown',
      warnings:
        members.length > MAX_MEMBERS
          ? [`Only the first ${MAX_MEMBERS} members are shown`]
          : [],
    };
  }

  /** Looks all of them up at once. */
  private async peopleNamed(
    people: readonly RotaPerson[],
  ): Promise<(person: RotaPerson) => ProviderPerson> {
    const { knex, stores } = this.options;
    const written = new Map(
      people.map(({ name }) => [name, readPerson(name)] as const),
    );
    const all = [...written.values()];
    const byEmail = await stores.people.match(
      knex,
      all.flatMap(person =>
        person.kind === 'email'
          ? [{ id: person.email, name: person.email, email: person.email }]
          : [],
      ),
    );
    const refOf = (name: string) => {
      const person = written.get(name)!;
      return person.kind === 'user'
        ? person.entityRef
        : byEmail.get(person.email);
    };
    const known = await stores.people.of(knex, [
      ...new Set([...written.keys()].flatMap(name => refOf(name) ?? [])),
    ]);
    return ({ name }) => {
      const found = known.get(refOf(name) ?? '');
      return found ? fromCatalog(found) : asWritten(written.get(name)!);
    };
  }
}
