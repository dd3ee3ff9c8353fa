import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  OncallFinding,
  oncallLoad,
  OwnerOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { isoTime } from '../database/dates';
import { groupBy } from '../database/groupBy';
import { Stores } from '../database/stores';
import { OncallReader } from './OncallReader';
import { presentWindow } from './presentCover';
import { loadPeriod, presentLoad } from './presentLoad';
import { refAsked } from './refAsked';
import { RotationPresenter } from './RotationPresenter';
import { countingOf, isOwn } from './rotationView';

type OwnerFinding = OwnerOncallResponse['findings'][number];
type OwnedService = OwnerFinding['services'][number];

/** The worst first. */
const SEVERITIES: readonly OncallFinding['severity'][] = [
  'error',
  'warning',
  'info',
];

/** The rotations of the services of an owner and of the groups below it, and who carries them. */
export class OwnerOncallService {
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
   * A group also answers for the services of all groups below it. An owner without services, or with none that the
   * caller may see, has no rotations.
   *
   * @throws InputError when it is no reference
   */
  async get(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<OwnerOncallResponse> {
    const { knex, stores, access, reader, rotations, now } = this.options;
    const owner = refAsked(ref, ['group', 'user']);
    const at = now();
    const period = loadPeriod(at);
    const hidden = await reader.hidesPeople(credentials);
    const visible = await access.visibleRefs(credentials);
    const owned = await stores.oncallList.ownedBy(knex, owner, visible);
    const refs = owned.map(({ entityRef }) => entityRef);
    const services = await reader.ofServices(refs, {
      from: period.from,
      to: reader.known().to,
    });
    const views = services.views();
    const reply = await reader.people(views, hidden);
    const load = oncallLoad(countingOf(views), period);
    return {
      owner,
      at: isoTime(at),
      rotations: await rotations.present(views, { at, visible, reply }),
      period: presentWindow(period),
      load: load.map(each => presentLoad(each, reply)),
      findings: await this.findings(owned),
      services: owned.length,
      withoutRotation: refs.filter(each => !services.viewsOf(each).some(isOwn))
        .length,
      namesHidden: hidden,
    };
  }

  private async findings(
    owned: readonly OwnedService[],
  ): Promise<OwnerFinding[]> {
    const { knex, stores } = this.options;
    const states = await stores.oncallServices.of(
      knex,
      owned.map(({ entityRef }) => entityRef),
    );
    const found = owned.flatMap(service =>
      (states.get(service.entityRef)?.findings ?? []).map(
        ({ code, severity }) => ({ code, severity, service }),
      ),
    );
    const rankOf = (findings: typeof found) =>
      Math.min(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
    return [...groupBy(found, ({ code }) => code)]
      .sort(([, a], [, b]) => rankOf(a) - rankOf(b) || b.length - a.length)
      .map(([code, findings]) => ({
        code,
        services: [...new Set(findings.map(({ service }) => service))],
      }));
  }
}
