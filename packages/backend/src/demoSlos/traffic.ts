// Called millions of times, and looking up a global is slow under Jest.
const { floor, imul, min } = Math;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How far the invented past goes back, and after how long it repeats itself. */
export const CYCLE_DAYS = 35;

/** A time in which more goes wrong than usual. It comes again with every later cycle. */
export interface Incident {
  /** Days before the beginning of the story, or before its day where there is an hour; it may go on after it. */
  readonly daysAgo: number;
  /** Of the day, UTC: at noon it hurts more people than at night. */
  readonly hour?: number;
  readonly minutes: number;
  /** Share of bad events. */
  readonly bad: number;
}

/** How a stream looks in Prometheus. */
export type Shape =
  | {
      readonly kind: 'counter';
      /** Name of the metric; it ends with `_total`. */
      readonly metric: string;
      readonly good: Readonly<Record<string, string>>;
      readonly bad: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'latency';
      /** Name of the histogram. */
      readonly metric: string;
      /** Seconds; what is slower is bad. */
      readonly under: number;
    }
  | {
      readonly kind: 'gauge';
      readonly metric: string;
      /** Usual value in a good and in a bad minute. */
      readonly good: number;
      readonly bad: number;
    }
  | { readonly kind: 'ratio'; readonly metric: string };

/** What happens to one service, as one SLO sees it. */
export interface Stream {
  readonly service: string;
  /** Name of the SLO that counts it. */
  readonly slo: string;
  readonly shape: Shape;
  readonly labels: Readonly<Record<string, string>>;
  /** Events in a minute of a usual day; of a gauge one sample. */
  readonly perMinute: number;
  /** Share of bad events on a usual day; some days are better or worse. */
  readonly usualBad: number;
  readonly incidents: readonly Incident[];
  /** Days before the beginning of the story at which it was first measured. */
  readonly daysOld: number;
  /** Counted by a job that pushes, never by Prometheus. */
  readonly pushed: boolean;
  /** What its SLO makes of it cannot be said by pushed samples. */
  readonly scrapedOnly: boolean;
  /** Its SLO counts slices of five minutes. */
  readonly slices: boolean;
}

/** What happens in one minute. */
export interface MinuteCount {
  readonly total: number;
  readonly bad: number;
}

/** 0 to 1, the same for the same text and number. */
function chance(seed: number, index: number): number {
  let mixed = imul(seed ^ (index | 0), 0x9e3779b1);
  mixed = imul(mixed ^ (mixed >>> 15), 0x85ebca77);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** Bad minutes lie evenly, so that no story depends on luck. */
const isBad = (minute: number, share: number) =>
  (minute * 0.6180339887) % 1 < share;

function seedOf(text: string): number {
  return [...text].reduce(
    (hash, letter) => (imul(hash, 31) + letter.charCodeAt(0)) | 0,
    17,
  );
}

const bump = (hour: number, at: number, width: number) =>
  Math.exp(-(((hour - at) / width) ** 2));

/** Quiet nights, and crowds before the morning and the evening sailings; 1 on average. */
const DAYTIME = (() => {
  const raw = Array.from({ length: 1440 }, (_, minute) => {
    const hour = minute / 60;
    return 0.25 + bump(hour, 9, 3) + 0.9 * bump(hour, 17, 3.5);
  });
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  return raw.map(value => value / mean);
})();

/** From Thursday on, as the epoch began on one; people travel at weekends. */
const WEEKDAY = [0.95, 1.15, 1.1, 1.15, 0.95, 0.85, 0.85];

/** Share of bad events in an incident that goes on at a time; undefined: none does. */
export function incidentAt(
  stream: Stream,
  at: number,
  since: number,
): number | undefined {
  const cycle = CYCLE_DAYS * DAY;
  for (const { daysAgo, hour, minutes, bad } of stream.incidents) {
    const day = floor(since / DAY) * DAY;
    const zero = hour === undefined ? since : day + hour * HOUR;
    const begin = zero - daysAgo * DAY;
    // What still goes on has not happened before, or the past would be full of it.
    if (hour === undefined && at < begin) continue;
    const phase = (((at - begin) % cycle) + cycle) % cycle;
    if (phase < minutes * MINUTE) return bad;
  }
  return undefined;
}

/**
 * What happens to a stream, minute by minute: always the same for the same story.
 *
 * @param since - when the story begins, milliseconds since the epoch; incidents are told from there
 * @returns by the start of a minute; nothing before the stream was measured
 */
export function minutesOf(
  stream: Stream,
  since: number,
): (at: number) => MinuteCount | undefined {
  const seed = seedOf(`${stream.service}/${stream.slo}`);
  const first = since - stream.daysOld * DAY;
  return at => {
    if (at < first) return undefined;
    const minute = floor(at / MINUTE);
    const mood = 0.5 + chance(seed + 2, floor(at / DAY));
    const share = incidentAt(stream, at, since) ?? stream.usualBad * mood;
    const { kind } = stream.shape;
    if (kind === 'gauge')
      return { total: 1, bad: isBad(minute, share) ? 1 : 0 };
    const luck = chance(seed, minute);
    const bad = min(1, share * (0.6 + 0.8 * luck));
    if (kind === 'ratio') return { total: 1, bad };
    const weekday = WEEKDAY[floor(at / DAY) % 7];
    const crowd = DAYTIME[minute % 1440] * weekday;
    const noise = 0.9 + 0.2 * chance(seed + 1, minute);
    const total = stream.perMinute * crowd * noise;
    return { total, bad: total * bad };
  };
}
