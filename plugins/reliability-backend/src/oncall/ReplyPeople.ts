import {
  OncallPerson,
  OncallPersonItem,
  personKey,
} from '@plimsoll/backstage-plugin-reliability-common';
import { PersonRecord } from './people/PeopleStore';
import { withoutNames } from './withoutNames';

/** What the catalog knows of a user. */
export type CatalogPerson = Pick<
  PersonRecord,
  'name' | 'email' | 'picture' | 'leftAt'
>;

/** Who may be named in a reply. */
export interface PeopleOptions {
  /** Whether the reader lacks the permission to see people. */
  readonly hidden: boolean;
  /** Users of the catalog, by reference. */
  readonly known: ReadonlyMap<string, CatalogPerson>;
  /** Keys of people of whom their account says that they left. */
  readonly left: ReadonlySet<string>;
}

const HIDDEN = { entityRef: null, email: null, picture: null, url: null };

/** Shorter ones occur within other words. */
const SHORTEST_NAME = 3;

const SOMEBODY = 'somebody';

/**
 * The people of one reply, each under a key that says nothing: it counts who came first, and means somebody
 * else in the next reply.
 */
export class ReplyPeople {
  private readonly items = new Map<string, OncallPersonItem>();
  private readonly known = new Map<string, OncallPerson>();
  private readonly names = new Set<string>();
  private mask?: (text: string) => string;

  /** @param people - everybody who may appear, or be named in a text that others wrote */
  constructor(
    people: Iterable<OncallPerson>,
    private readonly options: PeopleOptions,
  ) {
    for (const person of people) {
      this.known.set(personKey(person), person);
      this.learn(person);
    }
  }

  /** Whether names are kept from the reader. */
  get hidden(): boolean {
    return this.options.hidden;
  }

  /** A person as the reader may see them; the same object whenever they appear. */
  present(person: OncallPerson): OncallPersonItem {
    const id = personKey(person);
    const seen = this.items.get(id);
    if (seen) return seen;
    const item = this.item(person, `p${this.items.size + 1}`);
    this.items.set(id, item);
    return item;
  }

  keyOf(person: OncallPerson): string {
    return this.present(person).key;
  }

  /** The key of somebody by core `personKey`. */
  keyOfId(id: string): string | undefined {
    const person = this.known.get(id);
    return person && this.keyOf(person);
  }

  /** All who appeared, in the order in which they did. */
  all(): OncallPersonItem[] {
    return [...this.items.values()];
  }

  /** A text that others wrote, without the names of people where the reader may not see them. */
  text(written: string): string {
    if (!this.hidden) return written;
    this.mask ??= withoutNames(this.names, SOMEBODY);
    return this.mask(written);
  }

  private learn({ entityRef = '', email = '', name }: OncallPerson): void {
    const user = this.options.known.get(entityRef)?.name ?? '';
    for (const text of [name, user, email, entityRef]) {
      if (text.length >= SHORTEST_NAME) this.names.add(text);
    }
  }

  private item(person: OncallPerson, key: string): OncallPersonItem {
    const { known, hidden } = this.options;
    const user = person.entityRef ? known.get(person.entityRef) : undefined;
    const state = this.stateOf(person, user);
    if (hidden) return { key, name: null, ...HIDDEN, state };
    return {
      key,
      name: user?.name ?? person.name,
      entityRef: person.entityRef ?? null,
      email: person.email ?? user?.email ?? null,
      picture: user?.picture ?? null,
      url: person.url ?? null,
      state,
    };
  }

  private stateOf(
    person: OncallPerson,
    user: CatalogPerson | undefined,
  ): OncallPersonItem['state'] {
    const { left } = this.options;
    if (user?.leftAt !== undefined || left.has(personKey(person)))
      return 'left';
    return user ? 'known' : 'unknown';
  }
}
