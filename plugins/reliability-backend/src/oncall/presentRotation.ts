import {
  HORIZON_MS,
  OncallWindow,
  planned,
  RotationBrief,
  RotationItem,
  RotationStatus,
  rotationStatus,
  ServiceOncallResponse,
  ServiceRotationItem,
  TierContract,
} from '@plimsoll/backstage-plugin-reliability-common';
import { isoOrNull } from '../database/dates';
import { presentGap, presentLevel, presentSpan } from './presentCover';
import { ReplyPeople } from './ReplyPeople';
import { RotationView } from './rotationView';

/** What a rotation is shown with. */
export interface RotationContext {
  readonly reply: ReplyPeople;
  /** Who is on call then; milliseconds since the epoch. */
  readonly at: number;
  /** Times in which the tier wants cover; empty where no service stands beside it. */
  readonly required: readonly OncallWindow[];
}

/** A service that uses a rotation. */
export interface UsedBy {
  readonly entityRef: string;
  readonly title: string;
  readonly tierId: string;
}

/** Services where they are only named. */
export const presentUsing = (services: readonly UsedBy[]) =>
  services.map(({ entityRef, title }) => ({ entityRef, title }));

/** Whose annotation names a rotation. */
export type RotationOrigin = Pick<ServiceRotationItem, 'from' | 'annotation'>;

const nothing: RotationStatus = {
  levels: [],
  gaps: [],
  gapHours: null,
  handovers: [],
  size: [],
  people: [],
};

/** A rotation where it is only named. */
export const presentBrief = (
  view: RotationView,
  reply: ReplyPeople,
): RotationBrief => ({
  id: view.id,
  provider: view.provider,
  account: view.account,
  title: reply.text(view.title),
  url: view.known?.url ?? null,
  state: view.state,
});

const presentSource = (view: RotationView, reply: ReplyPeople) => ({
  ...presentBrief(view, reply),
  kind: view.kind,
  team: view.known?.team === undefined ? null : reply.text(view.known.team),
  timeZone: view.known?.timeZone ?? null,
  mirror: view.mirror,
  fetchedAt: isoOrNull(view.known?.fetchedAt),
  certainty: view.known?.gaps ?? 'unknown',
  error: view.error === undefined ? null : reply.text(view.error),
});

/** What the tier demands; null where there is no tier. */
export const presentContract = (
  contract: TierContract | undefined,
): ServiceOncallResponse['contract'] =>
  contract
    ? {
        coverage: contract.oncall?.coverage ?? null,
        minResponders: contract.oncall?.minResponders ?? null,
        minLevels: contract.oncall?.minLevels ?? null,
      }
    : null;

/** The timeline of a service: 14 days. */
export const timelineOf = (at: number): OncallWindow => ({
  from: at,
  to: at + HORIZON_MS,
});

/** A rotation on the page of a service. */
export function presentServiceRotation(
  view: RotationView,
  origin: RotationOrigin,
  { reply, at, required }: RotationContext,
): ServiceRotationItem {
  const { known } = view;
  const status = known ? rotationStatus(known, at) : nothing;
  const window = timelineOf(at);
  const shifts = known ? planned(known, window) : [];
  return {
    ...presentSource(view, reply),
    ...origin,
    warnings: (known?.warnings ?? []).map(text => reply.text(text)),
    levels: status.levels.map(level => presentLevel(level, reply)),
    spans: shifts.map(shift => presentSpan(shift, window, reply)),
    gaps: status.gaps.map(gap => presentGap(gap, required)),
    size: status.size.map(size => ({ ...size })),
  };
}

/** A rotation in a list, with the services that the reader may see. */
export function presentRotation(
  view: RotationView,
  services: readonly UsedBy[],
  { reply, at, required }: RotationContext,
): RotationItem {
  const status = view.known ? rotationStatus(view.known, at) : nothing;
  const nextGap = status.gaps.find(({ level }) => level === null);
  return {
    ...presentSource(view, reply),
    levels: status.levels.map(level => presentLevel(level, reply)),
    size: status.size.map(size => ({ ...size })),
    gapHours: status.gapHours,
    nextGap: nextGap ? presentGap(nextGap, required) : null,
    services: presentUsing(services),
  };
}
