import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { LocalApi } from '../../http/LocalApi';

/** What the parts of a review ask about. */
export interface PacketScope {
  /** First and last UTC day; the last is today in a month that goes on. */
  readonly from: string;
  readonly to: string;
  /** The last day of the month before, with which it is compared; absent where its levels are not kept any more. */
  readonly before?: string;
  readonly scorecard: string;
  /** As it was asked; absent: the company. */
  readonly owner?: readonly string[];
  /** The same with the groups below. */
  readonly owners?: readonly string[];
}

/** What each part of a review is given. */
export interface Asked {
  readonly scope: PacketScope;
  readonly local: LocalApi;
  readonly credentials: BackstageCredentials;
}

/** Rows of a part that shows only the first. */
export const TOP = 15;
