import {
  FactGroup,
  KnownPerson,
  KnownRotation,
  nextOncallFactChange,
  oncallFacts,
  oncallFindings,
  OncallFactsInput,
  personKey,
  ServiceCover,
  serviceCover,
  TierContract,
  TierResolution,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ServiceRecord } from '../catalog/ServiceStore';
import { OncallAccount, OncallConfig } from '../config/oncall';
import { Db } from '../database/sql';
import { Stores } from '../database/stores';
import { LinkRecord } from './LinkStore';
import {
  ComparedOncallService,
  OncallServiceWrite,
} from './OncallServiceStore';
import { PersonRecord } from './people/PeopleStore';
import { Responder } from './ResponderStore';
import { RotationRecord, toKnownRotation } from './rotationRow';

type AssessedService = Pick<ServiceRecord, 'entityRef' | 'changedAt' | 'owner'>;

/** What is known of the on-call of one service. */
export interface OncallAssessment {
  /** Made when they are asked for. */
  facts(): FactGroup[];
  /** When time alone changes a fact next; absent: never. */
  readonly nextChangeAt?: number;
  /** What to keep of it. */
  readonly write: OncallServiceWrite;
}

/** What was read for services. */
interface Known {
  readonly links: ReadonlyMap<string, readonly LinkRecord[]>;
  readonly records: ReadonlyMap<string, RotationRecord>;
  readonly rotations: ReadonlyMap<string, KnownRotation>;
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Keys of people of whom their account says that they left. */
  readonly left: ReadonlySet<string>;
  readonly services: ReadonlyMap<string, ComparedOncallService>;
}

/** What is worked out once for the services with the same rotations and tier. */
interface Shared {
  readonly cover: ServiceCover;
  readonly nextChangeAt?: number;
  /** The next gap that the tier does not allow. */
  readonly nextGap?: OncallServiceWrite['nextGap'];
  /** Where there are no rotations; of some it matters who owns the service. */
  readonly findings?: OncallServiceWrite['findings'];
}

/** The rotations of a service, as far as they are known. */
interface ServiceRotations {
  /** Names them and the tier: services with the same have the same cover. */
  readonly key: string;
  readonly linked: number;
  readonly rotations: readonly KnownRotation[];
  readonly missing: readonly string[];
  /** Ids of those that were never read. */
  readonly pending: readonly string[];
  readonly words: string;
}

/** Assesses the services that were read for; `known` is what of them was written before. */
export interface OncallAssessor {
  readonly known: ReadonlyMap<string, ComparedOncallService>;
  assess(
    service: AssessedService,
    tier: TierResolution,
    now: number,
  ): OncallAssessment;
}

/** Of nearly all services where nobody has linked a rotation yet. */
const NO_LINKS = {
  linked: 0,
  rotations: [],
  missing: [],
  pending: [],
  words: '',
} satisfies Partial<ServiceRotations>;

const peopleOf = ({ shifts, roster = [] }: KnownRotation): Responder[] =>
  [
    ...shifts.flatMap(({ person }) => person ?? []),
    ...roster.flatMap(({ people }) => people),
  ] as Responder[];

const lower = (text: string | undefined) =>
  (text ?? '').toLocaleLowerCase('en-US');

function wordsOf(records: readonly RotationRecord[]): string {
  const words = records.flatMap(({ title, reading }) => [
    lower(title),
    lower(reading?.team),
  ]);
  return [...new Set(words)].filter(Boolean).join('\n');
}

const knownPeople = (people: ReadonlyMap<string, PersonRecord>) =>
  new Map<string, KnownPerson>(
    [...people].map(([entityRef, { groups, leftAt }]) => [
      entityRef,
      { entityRef, groups, left: leftAt !== undefined },
    ]),
  );

/** The facts about the on-call of services, with one statement a table for any number of them. */
export class OncallFactReader {
  private readonly accounts: ReadonlyMap<string, OncallAccount>;

  constructor(
    private readonly options: {
      readonly stores: Stores;
      readonly config: { readonly oncall: OncallConfig };
    },
  ) {
    const { accounts } = options.config.oncall;
    this.accounts = new Map(accounts.map(account => [account.name, account]));
  }

  /** Reads what is stored. @returns what tells the facts of each of the services with its tier, at a time */
  async of(
    db: Db,
    services: readonly Pick<ServiceRecord, 'entityRef'>[],
  ): Promise<OncallAssessor> {
    const { stores } = this.options;
    const refs = services.map(({ entityRef }) => entityRef);
    const links = await stores.oncallLinks.ofServices(db, refs);
    const ids = [...links.values()].flat().map(({ rotationId }) => rotationId);
    const records = await stores.oncallRotations.of(db, [...new Set(ids)]);
    const rotations = new Map(
      [...records].flatMap(([id, record]) => {
        const rotation = toKnownRotation(record, this.accounts);
        return rotation ? [[id, rotation] as const] : [];
      }),
    );
    const responders = [...rotations.values()].flatMap(peopleOf);
    const users = responders.flatMap(({ entityRef }) => entityRef ?? []);
    const known: Known = {
      links,
      records,
      rotations,
      people: knownPeople(await stores.people.of(db, [...new Set(users)])),
      left: new Set(responders.filter(({ left }) => left).map(personKey)),
      services: await stores.oncallServices.toCompare(db, refs),
    };
    const shared = new Map<string, Shared>();
    return {
      known: known.services,
      assess: (service, tier, now) =>
        this.assess(service, tier, { known, shared, now }),
    };
  }

  private assess(
    { entityRef, changedAt, owner }: AssessedService,
    { tier }: TierResolution,
    {
      known,
      shared,
      now,
    }: { known: Known; shared: Map<string, Shared>; now: number },
  ): OncallAssessment {
    const { oncall } = this.options.config;
    const found = this.rotationsOf(entityRef, tier?.id, known);
    const before = shared.get(found.key);
    const contract = tier?.contract;
    const part = before ?? this.coverOf(found, contract, now);
    const { cover, nextChangeAt, nextGap } = part;
    const input = (): OncallFactsInput => ({
      rotations: found.rotations,
      missing: found.missing,
      cover,
      owner,
      people: known.people,
      left: known.left,
      contract,
      at: now,
      linked: found.linked,
      problems: known.services.get(entityRef)?.problems ?? 0,
      definedAt: changedAt,
      staleAfterMs: oncall.staleAfterMs,
    });
    const findings = before?.findings ?? oncallFindings(input());
    if (!before) {
      const hasLinks = known.links.has(entityRef);
      shared.set(found.key, hasLinks ? part : { ...part, findings });
    }
    const write = { entityRef, findings, nextGap, words: found.words };
    return { facts: () => oncallFacts(input()), nextChangeAt, write };
  }

  private coverOf(
    { rotations, pending }: ServiceRotations,
    contract: TierContract | undefined,
    now: number,
  ): Omit<Shared, 'findings'> {
    const { businessHours, staleAfterMs } = this.options.config.oncall;
    const cover = serviceCover(rotations, {
      at: now,
      contract,
      hours: businessHours,
      staleAfterMs,
      pending,
    });
    const gap = cover.gaps.find(({ required }) => required);
    const nextGap = gap && { from: gap.from, to: gap.to, level: gap.level };
    const nextChangeAt = nextOncallFactChange(cover, now);
    return { cover, nextChangeAt, nextGap };
  }

  private rotationsOf(
    entityRef: string,
    tierId: string | undefined,
    { links, records, rotations }: Known,
  ): ServiceRotations {
    const linked = links.get(entityRef);
    if (!linked) return { ...NO_LINKS, key: tierId ?? '' };
    const ids = linked.map(({ rotationId }) => rotationId);
    const own = linked.filter(
      ({ ref }) => this.accounts.get(ref.account)?.mirror === false,
    );
    const ownIds = own.map(({ rotationId }) => rotationId);
    const missing = ownIds.filter(
      id => records.get(id)?.failure === 'not-found',
    );
    return {
      key: [tierId ?? '', ...ids].join('\n'),
      linked: own.length,
      rotations: ids.flatMap(id => {
        const rotation = rotations.get(id);
        return rotation && !missing.includes(id) ? [rotation] : [];
      }),
      missing,
      pending: ownIds.filter(id => !rotations.has(id) && !missing.includes(id)),
      words: wordsOf(ids.flatMap(id => records.get(id) ?? [])),
    };
  }
}
