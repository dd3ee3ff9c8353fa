import {
  OncallLoad,
  OncallLoadItem,
  OncallWindow,
} from '@plimsoll/backstage-plugin-reliability-common';
import { ReplyPeople } from './ReplyPeople';

const DAY = 24 * 60 * 60 * 1000;

/** For which time load is told: four weeks that were, and two that are planned. */
export const loadPeriod = (at: number): OncallWindow => ({
  from: at - 28 * DAY,
  to: at + 14 * DAY,
});

/** What one person carries. */
export const presentLoad = (
  { person, ...load }: OncallLoad,
  reply: ReplyPeople,
): OncallLoadItem => ({ person: reply.present(person), ...load });
