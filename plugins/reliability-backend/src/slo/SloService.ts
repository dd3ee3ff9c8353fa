import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  MAX_SLO_DAYS,
  reliabilitySloCorrectPermission,
  ServiceSlosResponse,
  sloDayAt,
  SloHistoryQuery,
  SloHistoryResponse,
  SloResponse,
  windowAt,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { isoOrNull, isoTime } from '../database/dates';
import { Stores } from '../database/stores';
import { MaturityService } from '../maturity/MaturityService';
import { tierNames } from '../tier/tierNames';
import { LoadedSlo, sourceOf } from './loadedSlo';
import { OutlookRow, presentSlo } from './presentSlo';
import { SliSources } from './SliSources';
import { SloFile } from './sloFileRow';
import { SloLine } from './sloListRow';
import { WholeSloState } from './sloState';
import { tierTargetOf } from './tierTarget';

const DAY = 24 * 60 * 60 * 1000;

const noSlo = (id: string) =>
  new NotFoundError(
    `There is no SLO "${id}", or the catalog does not show its service to you`,
  );

/** What has a budget: the whole of a composite, and every objective. */
const objectiveIds = ({ slo }: LoadedSlo): string[] => [
  ...(slo.composite ? ['composite'] : []),
  ...slo.objectives.map(({ id }) => id),
];

const presentFile = (file: SloFile): ServiceSlosResponse['files'][number] => ({
  file: file.file,
  url: file.url ?? null,
  state: file.state,
  error: file.error ?? null,
  readAt: isoOrNull(file.readAt),
  diagnostics: [...file.diagnostics],
});

/** One SLO, and those of one service. Nothing is measured when they are read. */
export class SloService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly access: Access;
      readonly maturity: MaturityService;
      readonly sources: SliSources;
      readonly now: () => number;
    },
  ) {}

  /** @throws NotFoundError when there is no such SLO, or the caller may not see its service */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<SloResponse> {
    const loaded = await this.requireVisible(id, credentials);
    const [slo] = await this.present([loaded], credentials);
    if (slo) return slo;
    throw noSlo(id);
  }

  /** @throws NotFoundError when it is no service, or the caller may not see it */
  async ofService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ServiceSlosResponse> {
    const { knex, stores, config, maturity } = this.options;
    await maturity.requireVisible(entityRef, credentials);
    const refs = [entityRef];
    const service = (
      await stores.sloList.services(knex, config.tiers, refs)
    ).get(entityRef);
    const tierId = service?.tierId ?? '';
    const loaded = await stores.slos.ofServices(knex, refs);
    const files = (await stores.sloFiles.of(knex, refs)).get(entityRef) ?? [];
    return {
      entityRef,
      tier: { id: tierId, name: tierNames(config.tiers)(tierId) },
      tierTarget: tierTargetOf(config.tiers, tierId),
      slos: await this.present(loaded, credentials),
      files: files.map(presentFile),
    };
  }

  /** @throws InputError when the objective is unknown, or the days are too many */
  async history(
    id: string,
    query: SloHistoryQuery,
    credentials: BackstageCredentials,
  ): Promise<SloHistoryResponse> {
    const { knex, stores, now } = this.options;
    const loaded = await this.requireVisible(id, credentials);
    const { window } = loaded.slo;
    const objective =
      query.objective ??
      (await this.worstOf(loaded)) ??
      objectiveIds(loaded)[0];
    if (!objectiveIds(loaded).includes(objective)) {
      throw new InputError(
        `objective: there is no objective "${objective}", only ${objectiveIds(
          loaded,
        ).join(', ')}`,
      );
    }
    const to = query.to ?? sloDayAt(window, now());
    const from = query.from ?? sloDayAt(window, windowAt(window, now()).from);
    const range = { from, to };
    requireFewDays(range);
    const days = await stores.sloDays.of(knex, loaded, objective, range);
    return {
      objective,
      timeZone: window.kind === 'calendar' ? window.timeZone : 'UTC',
      items: days.map(day => ({
        day: day.day,
        bad: day.bad,
        total: day.total,
        coverage: day.coverage,
        sli: day.total && day.bad !== null ? 1 - day.bad / day.total : null,
        remaining: day.remaining,
        corrected: day.corrected,
        warnings: [...day.warnings],
        evaluatedAt: isoTime(day.evaluatedAt),
      })),
    };
  }

  /** The SLO, if there is one and the caller may see its service; both are answered alike, so that nobody can probe. */
  async requireVisible(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<LoadedSlo> {
    const { knex, stores, access } = this.options;
    const [loaded] = await stores.slos.get(knex, [id]);
    const isThere =
      loaded && (await stores.services.get(knex, loaded.entityRef));
    if (!isThere || !(await access.canRead(credentials, loaded.entityRef))) {
      throw noSlo(id);
    }
    return loaded;
  }

  /** Everything about SLOs, the worst first. Whoever calls has made sure that the reader may see them. */
  private async present(
    slos: readonly LoadedSlo[],
    credentials: BackstageCredentials,
  ): Promise<SloResponse[]> {
    const { knex, stores, config, access, sources } = this.options;
    if (slos.length === 0) return [];
    const byId = new Map(slos.map(loaded => [loaded.id, loaded]));
    const ids = [...byId.keys()];
    const refs = [...new Set(slos.map(({ entityRef }) => entityRef))];
    const lines = await stores.sloList.all(knex, { tiers: config.tiers, ids });
    const states = await stores.sloStates.whole(knex, ids);
    const corrections = await stores.sloCorrections.of(knex, ids);
    const files = await stores.sloFiles.of(knex, refs);
    const correctable = await access.allowedAmong(
      reliabilitySloCorrectPermission,
      credentials,
      refs,
    );
    const nameOfTier = tierNames(config.tiers);
    const present = async (line: SloLine) => {
      const loaded = byId.get(line.id)!;
      const state = states.get(line.id);
      const source = sources.find(sourceOf(loaded.slo), line.id);
      return presentSlo(
        {
          line,
          loaded,
          state,
          days: await this.daysInWindow(loaded, state),
          corrections: corrections.get(line.id) ?? [],
          file: files
            .get(line.entityRef)
            ?.find(({ file }) => file === loaded.file),
          hasRules: source?.kind === 'counts' && source.rules !== undefined,
          mayCorrect: correctable.has(line.entityRef),
        },
        nameOfTier,
      );
    };
    return Promise.all(lines.map(present));
  }

  private async daysInWindow(
    loaded: LoadedSlo,
    state: WholeSloState | undefined,
  ): Promise<OutlookRow[]> {
    const { knex, stores } = this.options;
    const evaluation = state?.evaluation;
    if (!evaluation) return [];
    const { window } = loaded.slo;
    return stores.sloDays.of(knex, loaded, evaluation.worst, {
      from: sloDayAt(window, windowAt(window, evaluation.at).from),
      to: sloDayAt(window, evaluation.at),
    });
  }

  private async worstOf({ id }: LoadedSlo): Promise<string | undefined> {
    const { knex, stores } = this.options;
    const state = (await stores.sloStates.whole(knex, [id])).get(id);
    return state?.evaluation?.worst;
  }
}

function requireFewDays({ from, to }: { from: string; to: string }): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  if (days > MAX_SLO_DAYS) {
    throw new InputError(
      `from: at most ${MAX_SLO_DAYS} days at once, not ${days}`,
    );
  }
}
