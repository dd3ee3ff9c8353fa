import {
  StampName,
  stampNames,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  StampTimes,
  timeOf,
} from '@plimsoll/backstage-plugin-reliability-node';
import { IncidentAnswer } from './answers';

/** Timestamps have free names; these are the usual ones. "Identified" is the cause that was found, not a detection. */
const USUAL: Readonly<Record<StampName, readonly string[]>> = {
  impactStart: ['Impact started', 'Impact start'],
  detected: ['Detected', 'Impact detected'],
  declared: ['Declared', 'Reported'],
  acknowledged: ['Acknowledged'],
  mitigated: ['Mitigated', 'Fixed'],
  impactEnd: ['Impact ended', 'Impact end'],
  resolved: ['Resolved'],
  closed: ['Closed'],
};

/** Which timestamps are which stamps; those of a stamp that is named here replace the usual ones. */
export type TimestampNames = Readonly<
  Partial<Record<StampName, readonly string[] | undefined>>
>;

/** The app shows "Resolved at" for what the API calls "Resolved", and the other way round. */
const plain = (name: string) =>
  name
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/\s+at$/, '');

/** Names of timestamps, to the stamps that they are. */
export function stampsByName(
  names: TimestampNames,
): ReadonlyMap<string, StampName> {
  return new Map(
    stampNames.flatMap(stamp =>
      (names[stamp] ?? USUAL[stamp]).map(name => [plain(name), stamp] as const),
    ),
  );
}

/** Times that an incident's own timestamps tell. */
export function timestampsOf(
  { incident_timestamp_values: values }: IncidentAnswer,
  byName: ReadonlyMap<string, StampName>,
): StampTimes {
  return Object.fromEntries(
    (values ?? []).flatMap(each => {
      const stamp = byName.get(plain(each?.incident_timestamp?.name ?? ''));
      const at = timeOf(each?.value?.value);
      return stamp && at !== undefined ? [[stamp, at]] : [];
    }),
  );
}
