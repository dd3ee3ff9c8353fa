import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  oncallLoad,
  PersonOncallResponse,
  PersonShift,
  planned,
  reliabilityOncallPeoplePermission,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { isUser } from '../access/isUser';
import { isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { OncallReader } from './OncallReader';
import { loadPeriod, presentLoad } from './presentLoad';
import { presentBrief, presentUsing, UsedBy } from './presentRotation';
import { refAsked } from './refAsked';
import { ReplyPeople } from './ReplyPeople';
import { RotationPresenter } from './RotationPresenter';
import { countingOf, isCounting, RotationView } from './rotationView';

/** Shifts to come that are told. */
const NEXT = 20;

/** A shift of the person, with what it is on. */
interface OwnShift {
  readonly start: number;
  readonly item: PersonShift;
}

/** What a person is on call for. */
export class PersonOncallService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly reader: OncallReader;
      readonly rotations: RotationPresenter;
      readonly now: () => number;
    },
  ) {}

  /**
   * Everybody may ask for themselves; without the permission to see people, texts that providers wrote then come
   * without the names of others.
   *
   * @throws NotAllowedError when it is somebody else and the caller may not see people
   * @throws InputError when it is no reference of a User
   * @throws NotFoundError when the catalog never had the User
   */
  async get(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<PersonOncallResponse> {
    const { knex, stores, access, reader, rotations, now } = this.options;
    const entityRef = refAsked(ref, ['user']);
    const hidden = await reader.hidesPeople(credentials);
    if (!isUser(credentials, entityRef)) {
      await access.require(reliabilityOncallPeoplePermission, credentials);
    }
    const user = (await stores.people.of(knex, [entityRef])).get(entityRef);
    if (!user) throw new NotFoundError(`There is no ${entityRef}`);
    const at = now();
    const period = loadPeriod(at);
    const ids = await stores.oncallRotationList.ofPerson(
      knex,
      entityRef,
      period.from,
    );
    const visible = await access.visibleRefs(credentials);
    const services = await rotations.servicesUsing(ids, visible);
    const views = await reader.views([...services.keys()], {
      from: period.from,
      to: reader.known().to,
    });
    const counted = [...views.values()].filter(isCounting);
    const reply = await reader.people(counted, false);
    const others = await reader.people(counted, hidden);
    const shifts = counted
      .flatMap(view => shiftsOf(view, entityRef, { at, services, others }))
      .sort((a, b) => a.start - b.start);
    const load = oncallLoad(countingOf(counted), period).find(
      ({ person }) => person.entityRef === entityRef,
    );
    return {
      person: reply.present({ id: entityRef, name: user.name, entityRef }),
      at: isoTime(at),
      now: shifts.filter(({ start }) => start <= at).map(({ item }) => item),
      next: shifts
        .filter(({ start }) => start > at)
        .slice(0, NEXT)
        .map(({ item }) => item),
      load: load ? presentLoad(load, reply) : null,
    };
  }
}

/** What a person still has of a rotation, the soonest first. A shift that is cut off where nothing is known has no end. */
function shiftsOf(
  view: RotationView,
  entityRef: string,
  {
    at,
    services,
    others,
  }: {
    at: number;
    services: ReadonlyMap<string, readonly UsedBy[]>;
    others: ReplyPeople;
  },
): OwnShift[] {
  const { known } = view;
  if (!known) return [];
  const { from, to } = known.window;
  return planned(known)
    .filter(({ person, end }) => person?.entityRef === entityRef && end > at)
    .map(({ start, end, level, shadow }) => ({
      start,
      item: {
        from: start > from ? isoTime(start) : null,
        to: end < to ? isoTime(end) : null,
        level,
        shadow,
        rotation: presentBrief(view, others),
        services: presentUsing(services.get(view.id) ?? []),
      },
    }));
}
