/** Somebody at Rootly. */
export interface RootlyUser {
  /** A number, as text. */
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** Milliseconds since the epoch; no user: nobody fills the slot. */
export interface RootlyShift {
  readonly start: number;
  readonly end: number;
  readonly user?: string;
  readonly override?: boolean;
  readonly shadow?: boolean;
}

export interface RootlySchedule {
  readonly id: string;
  readonly name: string;
  /** Ids of teams. */
  readonly owners: readonly string[];
  /** What it comes to between two times; milliseconds since the epoch. */
  readonly shifts: (from: number, to: number) => readonly RootlyShift[];
}

export interface RootlyLevel {
  /** Ids. */
  readonly schedules?: readonly string[];
  /** Ids. */
  readonly users?: readonly string[];
}

export interface RootlyPolicy {
  readonly id: string;
  readonly name: string;
  /** The first is paged first. */
  readonly levels: readonly RootlyLevel[];
  /** The path of what is not urgent. */
  readonly quiet?: readonly RootlyLevel[];
  /** Ids of what it pages for. */
  readonly services: readonly string[];
  readonly teams: readonly string[];
}

/** A service or a team. */
export interface RootlyNamed {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Of a service: id of a policy. */
  readonly policy?: string;
}

/** One entry of /v1/oncalls, before it is written. */
export interface RootlyOncall {
  readonly policy: RootlyPolicy;
  readonly level: number;
  readonly type: 'audible' | 'quiet';
  readonly user: string;
  readonly schedule?: RootlySchedule;
  readonly start: number | null;
  readonly end: number | null;
}

const overlap =
  (from: number, to: number) =>
  ({ start, end }: RootlyShift) =>
    start < to && end > from;

/** Shifts of a schedule between two times; milliseconds since the epoch. */
export const shiftsOf = (schedule: RootlySchedule, from: number, to: number) =>
  schedule.shifts(from, to).filter(overlap(from, to));

/** Who is on call at some time between two times, by policy, path, level and target; whoever shadows is not. */
export function oncallsOf(
  policies: readonly RootlyPolicy[],
  schedules: ReadonlyMap<string, RootlySchedule>,
  from: number,
  to: number,
): RootlyOncall[] {
  const path = (
    policy: RootlyPolicy,
    type: RootlyOncall['type'],
    levels: readonly RootlyLevel[],
  ) =>
    levels.flatMap(({ schedules: ids = [], users = [] }, index) => {
      const place = { policy, type, level: index + 1 };
      return [
        ...users.map(user => ({ ...place, user, start: null, end: null })),
        ...ids.flatMap(id => {
          const schedule = schedules.get(id);
          if (!schedule) return [];
          return shiftsOf(schedule, from, to).flatMap(
            ({ user, shadow, start, end }) =>
              user === undefined || shadow
                ? []
                : [{ ...place, user, schedule, start, end }],
          );
        }),
      ];
    });
  return policies.flatMap(policy => [
    ...path(policy, 'audible', policy.levels),
    ...path(policy, 'quiet', policy.quiet ?? []),
  ]);
}

/** Ids of the services that a policy pages for, whichever of the two names the other. */
export const servicesOf = (
  { id, services }: RootlyPolicy,
  all: ReadonlyMap<string, RootlyNamed>,
): string[] => [
  ...services,
  ...[...all.values()].flatMap(each => (each.policy === id ? each.id : [])),
];
