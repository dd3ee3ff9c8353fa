import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  compareAccounts,
  KnownRotation,
  oncallMirrorQuerySchema,
  OncallMirrorResponse,
  OncallSpan,
  OncallWindow,
  planned,
} from '@plimsoll/backstage-plugin-reliability-common';
import { z } from 'zod';
import { isoTime } from '../database/dates';
import { MaturityService } from '../maturity/MaturityService';
import { OncallReader } from './OncallReader';
import { presentSpan, presentWindow } from './presentCover';
import { ReplyPeople } from './ReplyPeople';
import { comparableAccounts, RotationView } from './rotationView';

type MirrorCommand = z.output<typeof oncallMirrorQuerySchema>;

const DAY = 24 * 60 * 60 * 1000;

/** One of the two that are compared. */
interface Side {
  readonly account: string;
  readonly provider: string;
  readonly rotations: readonly KnownRotation[];
}

/** Compares who is on call for a service at two accounts. */
export class MirrorService {
  constructor(
    private readonly options: {
      readonly maturity: MaturityService;
      readonly reader: OncallReader;
      readonly now: () => number;
    },
  ) {}

  /**
   * From now on, as far as both are known.
   *
   * @throws NotFoundError when it is no service, or the caller may not see it
   * @throws InputError when the service has no rotation at an account, or both are the same
   */
  async compare(
    entityRef: string,
    { left, right, days }: MirrorCommand,
    credentials: BackstageCredentials,
  ): Promise<OncallMirrorResponse> {
    const { maturity, reader, now } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const at = now();
    const asked = { from: at, to: at + days * DAY };
    const services = await reader.ofServices([entityRef], asked);
    const views = services.views();
    const sides = sidesOf(views, comparableAccounts(views), { left, right });
    const reply = await reader.people(
      views,
      await reader.hidesPeople(credentials),
    );
    return present(sides, knownOf(sides, asked), reply);
  }
}

function sidesOf(
  views: readonly RotationView[],
  accounts: readonly string[],
  asked: { left?: string; right?: string },
): { left: Side; right: Side } {
  if (accounts.length === 0) {
    throw new InputError(
      'left: expected a service with rotations at two accounts',
    );
  }
  const left = asked.left ?? accounts.find(name => name !== asked.right)!;
  const right = asked.right ?? accounts.find(name => name !== left)!;
  const side = (field: 'left' | 'right', account: string): Side => {
    if (!accounts.includes(account)) {
      throw new InputError(
        `${field}: expected one of the accounts at which the service has rotations: ${accounts.join(
          ', ',
        )}`,
      );
    }
    const own = views.filter(view => view.account === account);
    return {
      account,
      provider: own[0].provider,
      rotations: own.flatMap(({ known }) => known ?? []),
    };
  };
  const sides = { left: side('left', left), right: side('right', right) };
  if (left === right) {
    throw new InputError('right: expected another account than left');
  }
  return sides;
}

/** What is told beyond the end of the one that is known for a shorter time would be a difference that is none. */
function knownOf(
  { left, right }: { left: Side; right: Side },
  asked: OncallWindow,
): OncallWindow {
  const ends = [...left.rotations, ...right.rotations].map(
    ({ window }) => window.to,
  );
  const isRead = left.rotations.length > 0 && right.rotations.length > 0;
  const to = isRead ? Math.min(asked.to, ...ends) : asked.from;
  return { from: asked.from, to: Math.max(to, asked.from) };
}

function present(
  { left, right }: { left: Side; right: Side },
  window: OncallWindow,
  reply: ReplyPeople,
): OncallMirrorResponse {
  const compared = compareAccounts(left.rotations, right.rotations, window);
  const spansOf = ({ rotations }: Side): OncallSpan[] =>
    rotations.flatMap(rotation =>
      planned(rotation, window).map(shift => presentSpan(shift, window, reply)),
    );
  const shown = {
    differences: compared.differences.map(difference => ({
      from: isoTime(difference.from),
      to: isoTime(difference.to),
      level: difference.level,
      kind: difference.kind,
      left: difference.left.map(person => reply.keyOf(person)),
      right: difference.right.map(person => reply.keyOf(person)),
    })),
    spans: { left: spansOf(left), right: spansOf(right) },
  };
  return {
    left: { account: left.account, provider: left.provider },
    right: { account: right.account, provider: right.provider },
    ...presentWindow(window),
    sameHours: compared.sameHours,
    comparedHours: compared.comparedHours,
    ...shown,
    people: reply.all(),
    namesHidden: reply.hidden,
  };
}
