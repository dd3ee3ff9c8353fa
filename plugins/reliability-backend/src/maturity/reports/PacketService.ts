import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  packetQuerySchema,
  ReportDocument,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { dayOf, isoTime } from '../../database/dates';
import { TextReply } from '../../http/TextReply';
import { findScorecard } from '../findScorecard';
import { ownersBelow } from '../ownersBelow';
import { ProgrammeOptions } from '../programmeOptions';
import { formatDocument } from './formatDocument';
import { packetParts } from './packetParts';
import { PacketScope } from './packetScope';

type Command = z.output<typeof packetQuerySchema>;

/** How far back a review may look; what is kept decides what it can say. */
const MOST_YEARS = 5;

/** The review of a month, put together of what the lists answer. */
export class PacketService {
  constructor(private readonly options: ProgrammeOptions) {}

  /**
   * @param month - such as `2026-10`
   * @throws InputError for a month that did not begin, or no month
   * @throws NotFoundError when there is no such scorecard
   */
  async get(
    month: string,
    { format, ...command }: Command,
    credentials: BackstageCredentials,
  ): Promise<ReportDocument | TextReply> {
    const { now, local } = this.options;
    const scope = await this.scopeOf(month, command);
    const sections = await packetParts({ scope, local, credentials });
    const name = DateTime.fromISO(`${month}-01`, { zone: 'utc' });
    const isOver = scope.to < dayOf(now());
    const document: ReportDocument = {
      title: `Reliability in ${name.setLocale('en').toFormat('MMMM yyyy')}`,
      subtitle: [
        scope.owner?.join(', ') || 'All services that you may see',
        isOver ? '' : `so far, until ${scope.to}`,
      ]
        .filter(Boolean)
        .join('; '),
      madeAt: isoTime(now()),
      sections,
    };
    return formatDocument(document, format, `reliability-${month}`);
  }

  private async scopeOf(
    month: string,
    { scorecard, owner }: Omit<Command, 'format'>,
  ): Promise<PacketScope> {
    const { knex, stores, config, now } = this.options;
    const first = DateTime.fromISO(`${month}-01`, { zone: 'utc' });
    if (!/^\d{4}-\d{2}$/.test(month) || !first.isValid) {
      throw new InputError('month: expected a month such as 2026-10');
    }
    const today = dayOf(now());
    const from = first.toISODate();
    if (from > today) {
      throw new InputError(`month: ${month} has not begun`);
    }
    if (first < DateTime.fromMillis(now()).minus({ years: MOST_YEARS })) {
      throw new InputError(
        `month: expected one of the last ${MOST_YEARS} years`,
      );
    }
    const last = first.endOf('month').toISODate();
    const before = first.minus({ days: 1 }).toISODate();
    const firstKept = dayOf(now() - config.dailyRetentionMs);
    return {
      from,
      to: last < today ? last : today,
      ...(before >= firstKept && { before }),
      scorecard: findScorecard(config.scorecards, scorecard).definition.id,
      owner,
      owners: await ownersBelow(knex, stores, owner),
    };
  }
}
