/** Somebody at PagerDuty. */
export interface PagerdutyUser {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  /** IANA name. Default: Etc/UTC */
  readonly timeZone?: string;
  /** Whether the account is closed; the schedules still name it. */
  readonly left?: boolean;
}

/** Milliseconds since the epoch; no user: nobody fills the slot, which only schedules of shifts can say. */
export interface PagerdutyEntry {
  readonly start: number;
  readonly end: number;
  readonly user?: string;
}

export interface PagerdutySchedule {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** `layers` is the old kind, `shifts` the one of /v3. */
  readonly kind: 'layers' | 'shifts';
  /** Ids of users, whether they have a shift or not. */
  readonly roster: readonly string[];
  /** What it comes to between two times; milliseconds since the epoch. */
  readonly entries: (from: number, to: number) => readonly PagerdutyEntry[];
}

export interface PagerdutyPolicy {
  readonly id: string;
  readonly name: string;
  readonly team?: string;
  /** The first is paged first. */
  readonly levels: readonly {
    readonly schedules?: readonly string[];
    readonly users?: readonly string[];
  }[];
}

export interface PagerdutyService {
  readonly id: string;
  readonly name: string;
  readonly policy: string;
}

/** One entry of /oncalls, before it is written. */
export interface PagerdutyOncall {
  readonly policy: PagerdutyPolicy;
  readonly level: number;
  readonly user: string;
  readonly schedule?: PagerdutySchedule;
  readonly start: number | null;
  readonly end: number | null;
}

/** Who is on call at some time between two times, by policy, level and target. */
export function oncallsOf(
  policies: readonly PagerdutyPolicy[],
  schedules: ReadonlyMap<string, PagerdutySchedule>,
  from: number,
  to: number,
): PagerdutyOncall[] {
  return policies.flatMap(policy =>
    policy.levels.flatMap(({ schedules: ids = [], users = [] }, index) => {
      const place = { policy, level: index + 1 };
      const direct = users.map(user => ({
        ...place,
        user,
        start: null,
        end: null,
      }));
      const planned = ids.flatMap(id => {
        const schedule = schedules.get(id);
        return (schedule?.entries(from, to) ?? [])
          .filter(({ start, end }) => start < to && end > from)
          .flatMap(({ user, start, end }) =>
            user === undefined
              ? []
              : [{ ...place, user, schedule, start, end }],
          );
      });
      return [...direct, ...planned];
    }),
  );
}
