import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  alertPairs,
  burnThreshold,
  durationText,
  Slo,
  SloDiagnosticItem,
  toOpenSlo,
  UnderstoodSlo,
  usualLength,
  ValidateSlosRequest,
  ValidateSlosResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { stringify } from 'yaml';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { MaturityService } from '../maturity/MaturityService';
import { tierNames } from '../tier/tierNames';
import { parseSloFile } from './documents/parseSloFile';
import { sourceOf, targetOf } from './loadedSlo';
import { SliSources } from './SliSources';
import { targetPlace } from './targetPlace';
import { tierTargetOf } from './tierTarget';

const PPM = 1_000_000;
const percent = (ppm: number) => `${(ppm * 100) / PPM} %`;

/** Says what is wrong with documents before they are committed. Nothing is kept and nobody is asked. */
export class ValidateService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly maturity: MaturityService;
      readonly sources: SliSources;
    },
  ) {}

  /** @throws InputError when the service is none, or the caller may not see it */
  async validate(
    { document, entityRef }: ValidateSlosRequest,
    credentials: BackstageCredentials,
  ): Promise<ValidateSlosResponse> {
    const { sources } = this.options;
    const { slos, diagnostics } = parseSloFile(
      document,
      { sources: sources.context },
      sources.check,
    );
    const found = [
      ...diagnostics,
      ...(entityRef === undefined
        ? []
        : await this.belowTier({ slos, document }, entityRef, credentials)),
    ];
    return {
      valid: !found.some(({ severity }) => severity === 'error'),
      slos: slos.map(understood),
      diagnostics: found,
    };
  }

  /** A target may be below what the tier demands; the scorecard says so later, and here it is said first. */
  private async belowTier(
    { slos, document }: { slos: readonly Slo[]; document: string },
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<SloDiagnosticItem[]> {
    const { knex, stores, config } = this.options;
    const ref = entityRef.toLocaleLowerCase('en-US');
    await this.requireVisible(ref, credentials);
    const services = await stores.sloList.services(knex, config.tiers, [ref]);
    const tierId = services.get(ref)?.tierId ?? '';
    const demanded = tierTargetOf(config.tiers, tierId);
    if (demanded === null) return [];
    const tier = tierNames(config.tiers)(tierId);
    return slos
      .filter(slo => targetOf(slo) < demanded)
      .map(slo => ({
        severity: 'warning' as const,
        code: 'target-below-tier',
        message: `The target of "${slo.name}" is ${percent(
          targetOf(slo),
        )}; the tier "${tier}" of ${ref} demands ${percent(
          demanded,
        )}. Raise the target, or ask for another tier`,
        file: null,
        ...targetPlace(document, slo),
      }));
  }

  private async requireVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (entityRef.includes('\0')) {
      throw new InputError('entityRef: holds a NUL');
    }
    try {
      await this.options.maturity.requireVisible(entityRef, credentials);
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      throw new InputError(`entityRef: ${error.message}`);
    }
  }
}

/** An SLO as it was understood, with what follows from it. */
function understood(slo: Slo): UnderstoodSlo {
  const { window, composite } = slo;
  const targets = [
    ...(composite
      ? [{ id: 'composite', title: slo.title, target: composite.target }]
      : []),
    ...slo.objectives,
  ];
  return {
    name: slo.name,
    title: slo.title,
    method: slo.method,
    window: {
      kind: window.kind,
      duration: durationText(window.duration),
      from: null,
      to: null,
      ...(window.kind === 'calendar' && { timeZone: window.timeZone }),
    },
    source: sourceOf(slo),
    objectives: targets.map(({ id, title, target }) => ({
      id,
      title,
      target,
      budgetMs: Math.round(((PPM - target) / PPM) * usualLength(window)),
      alerts: alertPairs(window).map(pair => ({
        ...pair,
        threshold: burnThreshold(pair.factor, target),
      })),
    })),
    openslo: stringify(toOpenSlo(slo)),
  };
}
