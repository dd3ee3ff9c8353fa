import { MoverItem } from '@plimsoll/backstage-plugin-reliability-common';
import {
  counted,
  fromTo,
  nameOfRef,
  percent,
  section,
  serviceLink,
  whole,
} from './documentParts';
import { Asked, TOP } from './packetScope';

const moverRow = (mover: MoverItem) => [
  serviceLink(mover),
  nameOfRef(mover.owner),
  fromTo(mover.level.from.name, mover.level.to.name),
  fromTo(percent(mover.score.from), percent(mover.score.to)),
  mover.cause ?? 'not known',
];

const REASONS = {
  service: 'because the service changed',
  rule: 'because a rule changed',
  data: 'because data went stale or came back',
  unexplained: 'for a reason that was not recorded',
} as const;

/** How many gained or lost a level in a sentence, with the reasons that there were. */
function levelMoves(
  verb: 'gained' | 'lost',
  moves: Readonly<Record<keyof typeof REASONS | 'total', number>>,
): string {
  if (moves.total === 0) return `No service ${verb} a level.`;
  const reasons = (Object.keys(REASONS) as (keyof typeof REASONS)[])
    .filter(reason => moves[reason] > 0)
    .map(reason => `${whole(moves[reason])} ${REASONS[reason]}`);
  return `${counted(moves.total, 'service')} ${verb} a level: ${reasons.join(
    ', ',
  )}.`;
}

/** What moved since the day before the month, and why. */
export async function changeSections({ scope, local, credentials }: Asked) {
  const { before, to, owner, scorecard } = scope;
  if (before === undefined) {
    const lines = ['Levels of the day before the month are not kept any more.'];
    return [section('levels', 'Levels', { lines })];
  }
  const ask = (direction: 'up' | 'down') =>
    local.call(
      'listScoreChanges',
      {
        query: {
          from: before,
          to,
          direction,
          scorecard,
          owner: owner && [...owner],
          limit: TOP,
        },
      },
      credentials,
    );
  const [down, up] = [await ask('down'), await ask('up')];
  const { gained, lost } = down.levels;
  const columns = ['Service', 'Owner', 'Level', 'Score', 'Cause'];
  return [
    section('levels', 'Levels', {
      lines: [
        `${counted(down.to.services, 'service')}; ${whole(
          down.came,
        )} came and ${whole(down.left)} left since ${before}.`,
        levelMoves('gained', gained),
        levelMoves('lost', lost),
      ],
      columns: ['Level', 'Before', 'Now'],
      rows: down.to.levels.map(({ id, name, count }) => [
        name,
        down.from.levels.find(level => level.id === id)?.count ?? 0,
        count,
      ]),
    }),
    section('down', 'Lost points or a level', {
      columns,
      rows: down.items.map(moverRow),
      more: down.totalItems - down.items.length,
    }),
    section('up', 'Gained points or a level', {
      columns,
      rows: up.items.map(moverRow),
      more: up.totalItems - up.items.length,
    }),
  ];
}
