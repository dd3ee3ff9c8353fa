import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { MaturityService } from '../maturity/MaturityService';
import { MirrorService } from './MirrorService';
import { OncallAccountService } from './OncallAccountService';
import { OncallCalendarService } from './OncallCalendarService';
import { OncallListService } from './OncallListService';
import { OncallReader } from './OncallReader';
import { OncallApi } from './oncallRouter';
import { OncallService } from './OncallService';
import { OwnerOncallService } from './OwnerOncallService';
import { PersonOncallService } from './PersonOncallService';
import { RotationListService } from './RotationListService';
import { RotationPresenter } from './RotationPresenter';

/** What the routes of on-call need, put together. */
export function createOncallApi(options: {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly access: Access;
  readonly maturity: MaturityService;
  readonly now: () => number;
}): OncallApi {
  const reader = new OncallReader(options);
  const rotations = new RotationPresenter(options);
  const base = { ...options, reader, rotations };
  return {
    oncall: new OncallService(base),
    oncallDirectory: new OncallListService(base),
    oncallRotations: new RotationListService(base),
    oncallAccounts: new OncallAccountService(base),
    oncallMirror: new MirrorService(base),
    oncallCalendar: new OncallCalendarService(base),
    oncallOfPeople: new PersonOncallService(base),
    oncallOfOwners: new OwnerOncallService(base),
  };
}
