import {
  ChecklistOverviewResponse,
  CompiledChecklist,
  ItemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import { letterOfState } from './readinessRow';
import { ProgressTally } from './ProgressStore';

/** Teams in an overview; a page with more is no overview. */
const MAX_TEAMS = 50;

type Team = ChecklistOverviewResponse['teams'][number];

const STATES: readonly ItemState[] = [
  'unanswered',
  'met',
  'not-met',
  'not-applicable',
  'expired',
  'contested',
];

/** The place of a state by the code of its letter. */
const placeOfLetter = new Uint8Array(128);
STATES.forEach((state, place) => {
  placeOfLetter[letterOfState(state).charCodeAt(0)] = place;
});

/** Numbers of services in each state, item by item, in one array: an overview counts 600,000 letters twice. */
class StateCounts {
  private readonly counts: Uint32Array;

  constructor(private readonly items: number) {
    this.counts = new Uint32Array(items * STATES.length);
  }

  add(states: string): void {
    for (let index = 0; index < this.items; index++) {
      const place = placeOfLetter[states.charCodeAt(index)];
      this.counts[index * STATES.length + place] += 1;
    }
  }

  of(index: number, state: ItemState): number {
    return this.counts[index * STATES.length + STATES.indexOf(state)];
  }
}

/** What is summed up over some services. */
class Sums {
  services = 0;
  progress = 0;
  missing = 0;
  expired = 0;
  signedOff = 0;

  constructor(readonly states: StateCounts) {}

  add(service: ProgressTally): void {
    this.services += 1;
    this.progress += service.progress;
    this.missing += service.missing;
    this.expired += service.expired;
    this.signedOff += service.signedOff ? 1 : 0;
    this.states.add(service.states);
  }

  get averageProgress(): number {
    return this.services === 0 ? 0 : Math.floor(this.progress / this.services);
  }
}

function teamOf(
  [owner, sums]: [string | null, Sums],
  ids: readonly string[],
): Team {
  const { services, averageProgress, missing, expired, signedOff } = sums;
  const items = ids.map((id, index) => {
    const met = sums.states.of(index, 'met');
    const applicable = services - sums.states.of(index, 'not-applicable');
    return [id, { met, applicable }] as const;
  });
  return {
    owner,
    services,
    averageProgress,
    requiredMissing: missing,
    expired,
    signedOff,
    items: Object.fromEntries(items),
  };
}

const worstFirst = (
  [ownerA, a]: [string | null, Sums],
  [ownerB, b]: [string | null, Sums],
) =>
  b.missing - a.missing ||
  a.averageProgress - b.averageProgress ||
  ((ownerA ?? '') < (ownerB ?? '') ? -1 : 1);

/** Sums up services by item and by team. */
export function tallyProgress(
  services: readonly ProgressTally[],
  { definition, hash }: CompiledChecklist,
): ChecklistOverviewResponse {
  const ids = definition.items.map(({ id }) => id);
  const make = () => new Sums(new StateCounts(ids.length));
  const all = make();
  const teams = new Map<string | null, Sums>();
  for (const service of services) {
    const team = teams.get(service.owner) ?? make();
    teams.set(service.owner, team);
    team.add(service);
    all.add(service);
  }
  const { states } = all;
  return {
    checklist: { id: definition.id, title: definition.title, hash },
    services: all.services,
    signedOff: all.signedOff,
    averageProgress: all.averageProgress,
    items: definition.items.map(({ id, title, category, phase }, index) => ({
      id,
      title,
      category,
      phase,
      services: all.services,
      met: states.of(index, 'met'),
      notMet: states.of(index, 'not-met'),
      unanswered: states.of(index, 'unanswered'),
      notApplicable: states.of(index, 'not-applicable'),
      expired: states.of(index, 'expired'),
      contested: states.of(index, 'contested'),
    })),
    teams: [...teams]
      .sort(worstFirst)
      .slice(0, MAX_TEAMS)
      .map(team => teamOf(team, ids)),
    teamsTotal: teams.size,
  };
}
