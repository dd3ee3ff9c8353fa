import {
  CoverageGap,
  CoverageGapItem,
  Handover,
  LevelNow,
  LevelNowItem,
  OncallFinding,
  OncallFindingItem,
  OncallShift,
  OncallSpan,
  OncallWindow,
  ServiceCover,
  ServiceOncallResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull, isoTime } from '../database/dates';
import { ReplyPeople } from './ReplyPeople';

/** Handovers that are worth telling. */
const HANDOVERS = 20;

/** A stretch of time. */
export const presentWindow = ({ from, to }: OncallWindow) => ({
  from: isoTime(from),
  to: isoTime(to),
});

/** Who is on call at one level. */
export const presentLevel = (
  { level, people, until, next }: LevelNow,
  reply: ReplyPeople,
): LevelNowItem => ({
  level,
  people: people.map(person => reply.present(person)),
  until: isoOrNull(until),
  next: next && {
    at: isoTime(next.at),
    people: next.people.map(person => reply.present(person)),
  },
});

/** @param required - times in which the tier wants cover */
export const presentGap = (
  { from, to, level }: CoverageGap,
  required: readonly OncallWindow[],
): CoverageGapItem => ({
  from: isoTime(from),
  to: isoTime(to),
  level,
  required: required.some(time => time.from < to && from < time.to),
});

const presentHandover = (
  handover: Handover,
  reply: ReplyPeople,
): { at: string; level: number | null; out: string[]; in: string[] } => ({
  at: isoTime(handover.at),
  level: handover.level,
  out: handover.out.map(person => reply.keyOf(person)),
  in: handover.in.map(person => reply.keyOf(person)),
});

/** The cover of a service by all its rotations. */
export const presentCover = (
  cover: ServiceCover,
  reply: ReplyPeople,
): ServiceOncallResponse['cover'] => ({
  state: cover.state,
  levels: cover.levels.map(level => presentLevel(level, reply)),
  gaps: cover.gaps.map(({ from, to, level, required }) => ({
    from: isoTime(from),
    to: isoTime(to),
    level,
    required,
  })),
  gapHours: cover.gapHours,
  requiredGapHours: cover.requiredGapHours,
  responders: cover.responders.length,
  handovers: cover.handovers
    .slice(0, HANDOVERS)
    .map(handover => presentHandover(handover, reply)),
});

/** A planned shift as a stretch of a timeline; one without an end is cut at that of the window. */
export const presentSpan = (
  shift: OncallShift,
  window: OncallWindow,
  reply: ReplyPeople,
): OncallSpan => ({
  from: isoTime(Math.max(shift.start ?? window.from, window.from)),
  to: isoTime(Math.min(shift.end ?? window.to, window.to)),
  level: shift.level,
  person: shift.person && reply.keyOf(shift.person),
  source: shift.source,
  shadow: shift.shadow,
  schedule: shift.schedule === undefined ? null : reply.text(shift.schedule),
});

/** A finding with the people that it is about by their keys in this reply; somebody who does not appear is left out. */
export const presentFinding = (
  finding: OncallFinding,
  reply: ReplyPeople,
): OncallFindingItem => ({
  code: finding.code,
  severity: finding.severity,
  rotation: finding.rotation,
  people: finding.people.flatMap(id => reply.keyOfId(id) ?? []),
  evidence: Object.fromEntries(
    Object.entries(finding.evidence).map(([name, value]) => [
      name,
      typeof value === 'string' ? reply.text(value) : value,
    ]),
  ),
});
