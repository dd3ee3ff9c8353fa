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

/** Who worked on incidents is shown as who is on call is: by the same names, to the same people. */
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
    const refs = people.flatMap(({ entityRef }) => entityRef ?? []);
    const [shown, known] = await Promise.all([
      access.has(reliabilityOncallPeoplePermission, credentials),
      stores.people.of(knex, [...new Set(refs)]),
    ]);
    return new ReplyPeople(people, { hidden: !shown, known, left: new Set() });
  }
}
