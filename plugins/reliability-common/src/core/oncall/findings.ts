import { TierContract } from '../tier';
import { KnownRotation, personKey } from './oncall';
import { checkPeople } from './peopleCheck';
import { ServiceCover } from './serviceCover';

/** What can be doubtful about who is on call. @public */
export type OncallFindingCode =
  | 'no-rotation'
  | 'members-only'
  | 'rotation-missing'
  | 'rotation-stale'
  | 'nobody-now'
  | 'gap'
  | 'single-person'
  | 'too-few'
  | 'too-few-levels'
  | 'owner-differs'
  | 'person-outside-owner'
  | 'person-unknown'
  | 'person-left';

/** What the catalog knows of a person who is matched to a User. @public */
export interface KnownPerson {
  readonly entityRef: string;
  /** Entity references of the groups, and of all above them. */
  readonly groups: readonly string[];
  /** Whether the catalog had the User and has it no more. */
  readonly left: boolean;
}

/** What is doubtful, with what was found and what is wanted. @public */
export interface OncallFinding {
  readonly code: OncallFindingCode;
  readonly severity: 'error' | 'warning' | 'info';
  /** Id of the rotation, where it is about one. */
  readonly rotation: string | null;
  /** Keys of the people whom it is about. */
  readonly people: string[];
  readonly evidence: Readonly<Record<string, string | number>>;
}

/** @public */
export interface OncallFindingsInput {
  /** All of the service, mirrors too. */
  readonly rotations: readonly KnownRotation[];
  /** Ids of rotations that annotations name and the provider does not have, mirrors left out. */
  readonly missing: readonly string[];
  readonly cover: ServiceCover;
  /** Entity reference of the owner of the service. */
  readonly owner: string | undefined;
  /** By entity reference. */
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Keys of people of whom their account says that they left. */
  readonly left: ReadonlySet<string>;
  readonly contract: TierContract | undefined;
  readonly at: number;
}

type Severity = OncallFinding['severity'];

const finding = (
  code: OncallFindingCode,
  severity: Severity,
  evidence: OncallFinding['evidence'] = {},
  about: Partial<Pick<OncallFinding, 'rotation' | 'people'>> = {},
): OncallFinding => ({
  code,
  severity,
  rotation: null,
  people: [],
  evidence,
  ...about,
});

const iso = (at: number) => new Date(at).toISOString();

const whole = (hours: number) => Math.round(hours * 100) / 100;

function ofRotations(input: OncallFindingsInput): OncallFinding[] {
  const { cover, missing, rotations, contract } = input;
  const coverage = contract?.oncall?.coverage;
  const wanted: Record<string, Severity> = {
    '24x7': 'error',
    'business-hours': 'warning',
  };
  const none = cover.state === 'none' && missing.length === 0;
  const stale = rotations.filter(
    ({ id }) => cover.staleRotations.includes(id) && !missing.includes(id),
  );
  return [
    ...(none
      ? [
          finding(
            'no-rotation',
            wanted[coverage ?? ''] ?? 'info',
            coverage ? { coverage } : {},
          ),
        ]
      : []),
    ...(cover.membersOnly ? [finding('members-only', 'warning')] : []),
    ...missing.map(rotation =>
      finding('rotation-missing', 'error', {}, { rotation }),
    ),
    ...stale.map(({ id, fetchedAt }) =>
      finding(
        'rotation-stale',
        'warning',
        { since: iso(fetchedAt) },
        { rotation: id },
      ),
    ),
  ];
}

function ofCover({ cover }: OncallFindingsInput): OncallFinding[] {
  const found: OncallFinding[] = [];
  const gaps = cover.gaps.filter(({ required }) => required);
  if (cover.state === 'uncovered' && cover.wantedNow) {
    const until = cover.gaps.find(({ level }) => level === null)?.to;
    found.push(
      finding(
        'nobody-now',
        'error',
        until === undefined ? {} : { until: iso(until) },
      ),
    );
  }
  if (gaps.length > 0) {
    const [{ from, to }] = gaps;
    const hours = whole(cover.requiredGapHours ?? 0);
    found.push(
      finding('gap', 'error', {
        from: iso(from),
        to: iso(to),
        hours,
        count: gaps.length,
      }),
    );
  }
  return found;
}

/** What is said of numbers is only said when every rotation was heard: another may bring more people. */
function ofSize({ cover, contract }: OncallFindingsInput): OncallFinding[] {
  const { minResponders = 1, minLevels = 1, coverage } = contract?.oncall ?? {};
  const people = cover.responders.length;
  const levels = cover.levelCount;
  return [
    ...(people === 1
      ? [
          finding(
            'single-person',
            coverage === '24x7' ? 'error' : 'warning',
            { people },
            { people: cover.responders.map(personKey) },
          ),
        ]
      : []),
    ...(people < minResponders
      ? [finding('too-few', 'warning', { people, wanted: minResponders })]
      : []),
    ...(minLevels > 1 && levels < minLevels
      ? [finding('too-few-levels', 'warning', { levels, wanted: minLevels })]
      : []),
  ];
}

function ofPeople(input: OncallFindingsInput): OncallFinding[] {
  const { cover, owner } = input;
  const { unknown, left, outside, known, inside, ownerMatches } =
    checkPeople(input);
  const team = [...new Set(cover.counting.flatMap(each => each.team ?? []))];
  const about = (
    code: OncallFindingCode,
    severity: Severity,
    people: string[],
  ) =>
    people.length > 0
      ? [finding(code, severity, { count: people.length }, { people })]
      : [];
  return [
    ...about('person-left', 'error', left),
    ...(ownerMatches === false
      ? [
          finding(
            'owner-differs',
            'warning',
            {
              owner: owner ?? '',
              inside,
              known,
              ...(team.length > 0 && { team: team.sort().join(', ') }),
            },
            { people: outside },
          ),
        ]
      : about('person-outside-owner', 'info', outside)),
    ...about('person-unknown', 'info', unknown),
  ];
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * What is doubtful about who is on call for a service, the worst first. What a stale or pending rotation could
 * refute is not said.
 *
 * @public
 */
export function oncallFindings(input: OncallFindingsInput): OncallFinding[] {
  const { cover } = input;
  const counts = cover.counting.length > 0;
  const found = [
    ...ofRotations(input),
    ...ofCover(input),
    ...(counts && cover.complete ? ofSize(input) : []),
    ...(counts ? ofPeople(input) : []),
  ];
  return found.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
