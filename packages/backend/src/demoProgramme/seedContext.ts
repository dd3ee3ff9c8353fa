import { ReliabilityClient } from '../demoPortal/ReliabilityClient';
import { DAY } from '../demoIncidents/times';

/** What every part needs to bring itself. */
export interface ProgrammeContext {
  readonly client: Pick<ReliabilityClient, 'asMachine' | 'asPerson'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export const refOf = (service: string): string =>
  `component:default/${service}`;

/** The UTC day so many days from now. */
export const dayIn = ({ now }: ProgrammeContext, days: number): string =>
  new Date(now + days * DAY).toISOString().slice(0, 10);
