import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { UNTIERED } from '@plimsoll/backstage-plugin-reliability-common';
import { dayOf } from '../../database/dates';
import { fullRef, ownerAsked } from '../../incidents/fieldsAsked';
import { ItemDoubts } from '../ItemDoubts';
import { ProgrammeOptions } from '../programmeOptions';
import { CampaignContent, StoredScope } from './campaignRow';

const DAY = 24 * 60 * 60 * 1000;
/** Two years, with a leap day. */
const MOST_AHEAD_DAYS = 731;

/** Each value once, in the order given. */
const once = <T>(values: readonly T[], keyOf: (value: T) => string): T[] => [
  ...new Map(values.map(value => [keyOf(value), value])).values(),
];

/** What of a campaign can be asked for; a refusal names the field. */
export class CampaignRules {
  private readonly itemDoubts: ItemDoubts;

  constructor(
    private readonly options: Pick<
      ProgrammeOptions,
      'config' | 'stores' | 'catalog' | 'ranking' | 'now'
    >,
  ) {
    this.itemDoubts = new ItemDoubts(options);
  }

  /** A scope with whole references and everything once. @throws InputError when something in it is not known */
  async scope(
    asked: StoredScope,
    credentials: BackstageCredentials,
  ): Promise<StoredScope> {
    this.requireWork(asked);
    const { filter, items } = asked;
    const refs = (field: 'owner' | 'system' | 'domain') =>
      filter[field] && this.refs(field, filter[field]);
    const named = {
      owner: refs('owner'),
      system: refs('system'),
      domain: refs('domain'),
    };
    this.requireTiers(filter.tier ?? []);
    await this.requireKnown(asked.scorecard, named, credentials);
    return {
      scorecard: asked.scorecard,
      filter: JSON.parse(
        JSON.stringify({
          ...named,
          tier: filter.tier && [...new Set(filter.tier)],
          lifecycle: filter.lifecycle && [...new Set(filter.lifecycle)],
        }),
      ),
      checks: [...new Set(asked.checks)],
      items: once(items, ({ checklistId, itemId }) =>
        JSON.stringify([checklistId, itemId]),
      ),
    };
  }

  /** Whoever runs it, as a whole reference. @throws InputError when the catalog has no such User or Group */
  async owner(
    written: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const ref = ownerAsked('owner', written);
    if ((await this.unknown([ref], credentials)).length > 0) {
      throw new InputError(`owner: the catalog has no ${ref}`);
    }
    return ref;
  }

  /** @throws InputError when the last day is not after the first, is over, or is too far ahead */
  requireDays({
    startsAt,
    dueAt,
  }: Pick<CampaignContent, 'startsAt' | 'dueAt'>): void {
    const now = this.options.now();
    const furthest = dayOf(now + MOST_AHEAD_DAYS * DAY);
    if (dueAt <= startsAt) {
      throw new InputError(`dueAt: expected a day after startsAt, ${startsAt}`);
    }
    if (dueAt < dayOf(now)) {
      throw new InputError(`dueAt: expected today or a later day`);
    }
    if (dueAt > furthest) {
      throw new InputError(
        `dueAt: expected a day in at most two years, until ${furthest}`,
      );
    }
  }

  private requireWork({ scorecard: id, checks, items }: StoredScope): void {
    const scorecard = this.options.config.scorecards.find(
      ({ definition }) => definition.id === id,
    );
    if (!scorecard) {
      throw new InputError(`scorecard: there is no scorecard "${id}"`);
    }
    if (checks.length + items.length === 0) {
      throw new InputError('checks: expected a check, or an item in items');
    }
    checks.forEach((check, index) => {
      if (!scorecard.definition.checks.some(each => each.id === check)) {
        throw new InputError(
          `checks[${index}]: there is no check "${check}" in the scorecard ${id}`,
        );
      }
    });
    items.forEach((item, index) =>
      this.itemDoubts.require(item, `items[${index}].`),
    );
  }

  private requireTiers(tiers: readonly string[]): void {
    const known = [...this.options.config.tiers.map(({ id }) => id), UNTIERED];
    tiers.forEach((tier, index) => {
      if (!known.includes(tier)) {
        throw new InputError(
          `filter.tier[${index}]: there is no tier "${tier}", expected one of ${known.join(
            ', ',
          )}`,
        );
      }
    });
  }

  private refs(field: string, written: readonly string[]): string[] {
    const refs = written.map((text, index) => {
      const ref = fullRef(text);
      if (ref !== undefined) return ref;
      throw new InputError(
        `filter.${field}[${index}]: expected a whole reference such as group:default/payments`,
      );
    });
    return [...new Set(refs)];
  }

  /** A value is known when a service that the caller sees has it, or the catalog does. */
  private async requireKnown(
    scorecard: string,
    named: Readonly<
      Record<'owner' | 'system' | 'domain', readonly string[] | undefined>
    >,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const asked = Object.entries(named).flatMap(([field, refs = []]) =>
      refs.map((ref, index) => ({ place: `filter.${field}[${index}]`, ref })),
    );
    if (asked.length === 0) return;
    const reports = await this.options.ranking.matching(
      { scorecard },
      credentials,
    );
    const used = new Set(
      reports.flatMap(({ owner, system, domain }) => [owner, system, domain]),
    );
    const rest = asked.filter(({ ref }) => !used.has(ref));
    const unknown = await this.unknown(
      rest.map(({ ref }) => ref),
      credentials,
    );
    const wrong = rest.find(({ ref }) => unknown.includes(ref));
    if (wrong) {
      throw new InputError(`${wrong.place}: the catalog has no ${wrong.ref}`);
    }
  }

  private async unknown(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    if (refs.length === 0) return [];
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: ['kind'] },
      { credentials },
    );
    return refs.filter((_, index) => !items[index]);
  }
}
