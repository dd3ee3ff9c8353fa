import type { KnownPerson, OncallFindingsInput } from './findings';
import { OncallPerson, personKey } from './oncall';

/** What the catalog says of the people on call. Keys of people. */
export interface PeopleCheck {
  /** Not in the catalog. */
  readonly unknown: string[];
  /** Gone by the account or by the catalog. */
  readonly left: string[];
  /** In the catalog, not in the owning group. */
  readonly outside: string[];
  /** How many are in the catalog. */
  readonly known: number;
  /** How many of those are in the owning group or one below it. */
  readonly inside: number;
  /** Whether at least half of the known people are; undefined: no owner, or nobody is known. */
  readonly ownerMatches: boolean | undefined;
}

/** Matches everybody who is or will be on call with the catalog and the owner; the owner may be a user. */
export function checkPeople({
  cover,
  people,
  left: leftKeys,
  owner,
}: Pick<
  OncallFindingsInput,
  'cover' | 'people' | 'left' | 'owner'
>): PeopleCheck {
  const entryOf = ({ entityRef }: OncallPerson): KnownPerson | undefined =>
    entityRef === undefined ? undefined : people.get(entityRef);
  const hasLeft = (person: OncallPerson) =>
    leftKeys.has(personKey(person)) || entryOf(person)?.left === true;
  const staying = cover.people.filter(person => !hasLeft(person));
  const known = staying.flatMap(person => entryOf(person) ?? []);
  const belongs = ({ entityRef, groups }: KnownPerson) =>
    owner === undefined || entityRef === owner || groups.includes(owner);
  const outside = known.filter(entry => !belongs(entry));
  const inside = known.length - outside.length;
  return {
    unknown: staying
      .filter(person => entryOf(person) === undefined)
      .map(personKey),
    left: cover.people.filter(hasLeft).map(personKey),
    outside: outside.map(({ entityRef }) => entityRef),
    known: known.length,
    inside,
    ownerMatches:
      owner === undefined || known.length === 0
        ? undefined
        : inside * 2 >= known.length,
  };
}
