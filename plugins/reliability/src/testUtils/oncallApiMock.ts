import type { OncallApi } from '../api';
import { NOW } from './levels';
import { oncallMirror, serviceOncall } from './oncall';
import {
  oncallAccount,
  oncallItem,
  ownerOncall,
  personOncall,
  rotationItem,
} from './oncallLists';

/** The part of the mock that speaks of on-call. */
export function oncallApiMock(): OncallApi {
  return {
    getOncall: async () => ({
      items: [oncallItem()],
      totalItems: 1,
      at: NOW,
      counts: { covered: 1, uncovered: 0, unknown: 0, none: 0 },
      namesHidden: false,
    }),
    getRotations: async () => ({
      items: [rotationItem()],
      totalItems: 1,
      namesHidden: false,
    }),
    getOncallAccounts: async () => ({ items: [oncallAccount()] }),
    getServiceOncall: async () => serviceOncall(),
    getOncallMirror: async () => oncallMirror(),
    getOncallCalendar: async () => 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    getOncallCalendarUrl: async () =>
      'https://portal.example/api/reliability/services/component/default/checkout/oncall.ics',
    getPersonOncall: async () => personOncall(),
    getOwnerOncall: async () => ownerOncall(),
  };
}
