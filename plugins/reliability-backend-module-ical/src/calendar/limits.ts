/** More bytes of one feed are not read. */
export const MOST_BYTES = 5_000_000;
/** More events in one feed are refused. */
export const MOST_EVENTS = 5_000;
/** More dates that are added to or left out of series are refused. */
export const MOST_DATES = 20_000;
/** More zones that a feed describes itself are not followed; some 5 ms each. */
export const MOST_ZONES = 50;
/** Longer lines of an event are cut, or make it unreadable: the library takes long to read them. */
export const LONGEST_LINE = 20_000;
/** More shifts of one feed in its window are refused. */
export const MOST_OCCURRENCES = 10_000;
/** More people's shares of them are refused. */
export const MOST_SHIFTS = 20_000;
/** Steps that the rules of one event may take; some 8 µs each. */
export const MOST_STEPS_OF_EVENT = 10_000;
/** Steps that all rules of one feed may take together. */
export const MOST_STEPS = 50_000;
/** Repeating events are followed for no longer; milliseconds. */
export const LONGEST_WINDOW_MS = 120 * 24 * 3_600_000;
