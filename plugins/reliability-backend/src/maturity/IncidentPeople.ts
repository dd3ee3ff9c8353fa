import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  IncidentPerson,
  OncallPersonItem,
  reliabilityOncallPeoplePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { Stores } from '../database/stores';
import { ReplyPeople } from '../oncall/ReplyPeople';

/** The people of one reply about incidents. */
export interface PeopleOfIncidents {
  /** Whether names are kept from the reader. */
  readonly hidden: boolean;
  present(person: IncidentPerson): OncallPersonItem;
}

/**
 * Who worked on incidents is shown as who is on call is: by the same names, to the same people. Providers know people
 * by e-mail or name; which User that is, is told by the catalog as it is now.
 */
export class IncidentPeople {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Pick<Stores, 'people'>;
      readonly access: Access;
    },
  ) {}

  /** @param people - everybody who may appear */
  async of(
    people: readonly IncidentPerson[],
    credentials: BackstageCredentials,
  ): Promise<PeopleOfIncidents> {
    const { knex, stores, access } = this.options;
    const [shown, users] = await Promise.all([
      access.has(reliabilityOncallPeoplePermission, credentials),
      stores.people.match(knex, people),
    ]);
    const withUser = (person: IncidentPerson): IncidentPerson => {
      const entityRef = users.get(person.id) ?? person.entityRef;
      return entityRef ? { ...person, entityRef } : person;
    };
    const named = people.map(withUser);
    const refs = named.flatMap(({ entityRef }) => entityRef ?? []);
    const known = await stores.people.of(knex, [...new Set(refs)]);
    const left = new Set<string>();
    const reply = new ReplyPeople(named, { hidden: !shown, known, left });
    return {
      hidden: reply.hidden,
      present: person => reply.present(withUser(person)),
    };
  }
}
