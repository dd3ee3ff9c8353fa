import { Knex } from 'knex';
import { Reassessor } from '../../maturity/Reassessor';
import { reassessBatches } from '../../maturity/ReportStore';
import { PeopleStore } from './PeopleStore';
import { ResponderLinks } from './ResponderLinks';

/** Responders that are compared with the Users in one transaction. */
const PAGE = 500;

/** What a change of people means for the services that they are on call for. */
export class PeopleImpact {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: {
        readonly people: PeopleStore;
        readonly responderLinks: ResponderLinks;
      };
      readonly reassessor: Pick<Reassessor, 'reassess'>;
      readonly now: () => number;
    },
  ) {}

  /** Reassesses the services for which these Users are on call. */
  async ofUsers(
    tx: Knex.Transaction,
    entityRefs: readonly string[],
  ): Promise<void> {
    const { responderLinks } = this.options.stores;
    await this.ofResponders(
      tx,
      await responderLinks.matchedWith(tx, entityRefs),
    );
  }

  /**
   * Looks again which Users the responders are: the catalog may have got or lost one, or a second one of the
   * same name.
   */
  async rematch(signal?: AbortSignal): Promise<void> {
    let last: string | undefined = '';
    while (last !== undefined) {
      if (signal?.aborted) throw new Error('The sweep was stopped');
      const after: string = last;
      last = await this.options.knex.transaction(tx =>
        this.rematchPage(tx, after),
      );
    }
  }

  /** @returns the last id of the page; undefined behind the last page */
  private async rematchPage(
    tx: Knex.Transaction,
    after: string,
  ): Promise<string | undefined> {
    const { stores, now } = this.options;
    const page = { after, limit: PAGE };
    const responders = await stores.responderLinks.page(tx, page);
    const matches = await stores.people.match(tx, responders);
    const changed = responders
      .filter(({ id, matched }) => matches.get(id) !== matched)
      .map(({ id }) => id);
    await stores.responderLinks.assign(
      tx,
      new Map(changed.map(id => [id, matches.get(id)])),
      now(),
    );
    await this.ofResponders(tx, changed);
    return responders.at(-1)?.id;
  }

  private async ofResponders(
    tx: Knex.Transaction,
    responders: readonly string[],
  ): Promise<void> {
    const { stores, reassessor, now } = this.options;
    const services = await stores.responderLinks.servicesOf(
      tx,
      responders,
      now(),
    );
    for (const batch of reassessBatches(services)) {
      await reassessor.reassess(tx, batch, now(), 'source:catalog');
    }
  }
}
