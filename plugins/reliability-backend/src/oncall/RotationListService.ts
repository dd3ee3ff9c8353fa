import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  fingerprint,
  listRotationsQuerySchema,
  ListRotationsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { Access } from '../access/Access';
import { ReliabilityConfig } from '../config/config';
import { Stores } from '../database/stores';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { accountsNamed, wordsOf } from './listCommand';
import { OncallReader } from './OncallReader';
import { RotationPresenter } from './RotationPresenter';

type ListCommand = z.output<typeof listRotationsQuerySchema>;

/** The rotations that services use which the reader may see. */
export class RotationListService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly access: Access;
      readonly config: ReliabilityConfig;
      readonly reader: OncallReader;
      readonly rotations: RotationPresenter;
      readonly now: () => number;
    },
  ) {}

  async list(
    { limit, cursor, ...command }: ListCommand,
    credentials: BackstageCredentials,
  ): Promise<ListRotationsResponse> {
    const { knex, stores, config, access, reader, rotations, now } =
      this.options;
    const { provider, account, owner, state, q } = command;
    const hidden = await reader.hidesPeople(credentials);
    const visible = await access.visibleRefs(credentials);
    const madeFor = fingerprint(['rotations', command]);
    const page = await stores.oncallRotationList.page(
      knex,
      {
        ...reader.coverAt(now()),
        now: now(),
        visible,
        accounts: accountsNamed(config.oncall.accounts, { provider, account }),
        owner,
        state,
        words: wordsOf(q),
        names: !hidden,
      },
      {
        after: decodeCursor(
          cursor,
          madeFor,
          stores.oncallRotationList.isPosition(knex),
        ),
        limit,
      },
    );
    const views = await reader.views(page.ids);
    const shown = page.ids.flatMap(id => views.get(id) ?? []);
    const reply = await reader.people(shown, hidden);
    return {
      items: await rotations.present(shown, { at: now(), visible, reply }),
      totalItems: page.total,
      ...(page.next && { nextCursor: encodeCursor(page.next, madeFor) }),
      namesHidden: hidden,
    };
  }
}
