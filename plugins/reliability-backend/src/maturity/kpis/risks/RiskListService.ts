import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  fingerprint,
  ListRisksResponse,
  riskStateSchema,
} from '@plimsoll/backstage-plugin-reliability-common';
import { dayOf } from '../../../database/dates';
import { decodeCursor, encodeCursor, isOffset } from '../../../http/cursor';
import { requireOneOf } from '../../../incidents/fieldsAsked';
import { findScorecard } from '../../findScorecard';
import { ProgrammeOptions } from '../../programmeOptions';
import { KpiScopes } from '../KpiScopes';
import { DerivedRisks } from './DerivedRisks';
import { presentDerived, presentWritten, RiskContext } from './presentRisk';
import {
  concerns,
  isAsked,
  matrixOf,
  RiskLine,
  riskLines,
  RisksCommand,
} from './riskLines';
import { RiskStore } from './RiskStore';
import { seenRisk } from './riskVisibility';

const present = (line: RiskLine, context: RiskContext) =>
  line.written
    ? presentWritten(line.written, line.derived, context)
    : presentDerived(line.derived!, line.owned, context);

/** The register of risks, as one reader may see it. */
export class RiskListService {
  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'knex' | 'config' | 'ranking' | 'now'
    > & {
      readonly scopes: KpiScopes;
      readonly risks: RiskStore;
      readonly derived: DerivedRisks;
    },
  ) {}

  /** @throws InputError for a state or check that is none, NotFoundError for a scorecard that is none */
  async list(
    command: RisksCommand,
    credentials: BackstageCredentials,
  ): Promise<ListRisksResponse> {
    const { config, now } = this.options;
    const { limit, cursor, likelihood, impact, ...rest } = command;
    requireOneOf('state', command.state, riskStateSchema.options);
    const madeFor = fingerprint(['risks', rest, likelihood, impact]);
    const from = decodeCursor(cursor, madeFor, isOffset) ?? 0;
    const all = await this.lines(command, credentials);
    const found = all.filter(
      line =>
        (likelihood === undefined || line.likelihood === likelihood) &&
        (impact === undefined || line.impact === impact),
    );
    const to = from + limit;
    const context: RiskContext = { ...config, today: dayOf(now()) };
    const written = all.filter(line => line.written).length;
    return {
      items: found.slice(from, to).map(line => present(line, context)),
      totalItems: found.length,
      ...(found.length > to && { nextCursor: encodeCursor(to, madeFor) }),
      matrix: matrixOf(all),
      counts: {
        written,
        derived: all.length - written,
        overdue: all.filter(({ overdue }) => overdue).length,
      },
    };
  }

  /** All that match but for their place in the matrix, the worst first. */
  private async lines(
    command: RisksCommand,
    credentials: BackstageCredentials,
  ): Promise<RiskLine[]> {
    const { knex, config, ranking, scopes, risks, derived, now } = this.options;
    const scorecard = findScorecard(config.scorecards, command.scorecard);
    const { check, tier, system, domain } = command;
    const { id, checks } = scorecard.definition;
    if (check !== undefined && !checks.some(each => each.id === check)) {
      throw new InputError(
        `check: there is no check "${check}" in the scorecard`,
      );
    }
    const owner = await scopes.owners(command.owner);
    const filter = { tier, owner, system, domain };
    const { services, seesAll } = await scopes.seen(credentials);
    const stored = await risks.all(knex);
    const reports = await ranking.matching(
      { scorecard: id, ...filter },
      credentials,
    );
    const lines = riskLines(
      {
        scorecard,
        derived: await derived.of(scorecard, reports),
        written: stored
          .flatMap(risk => seenRisk(risk, services, seesAll) ?? [])
          .filter(concerns(filter, services)),
        today: dayOf(now()),
      },
      command.kind,
    );
    return lines.filter(isAsked(command, scorecard));
  }
}
