import { Knex } from 'knex';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { CampaignReminders } from '../campaigns/CampaignReminders';

/** What notices are made of. */
export interface NoticeSource {
  readonly knex: Knex;
  readonly stores: Stores;
  readonly config: ReliabilityConfig;
  readonly reminders: CampaignReminders;
}

/** A span of time: after `from`, up to and including `until`; milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export const ownersOf = ({ owner }: { readonly owner?: string }) =>
  owner === undefined ? [] : [owner];

/** `user:default/ada` as people call her. */
export const called = (ref: string | undefined) =>
  ref?.split('/').pop() ?? 'somebody';
