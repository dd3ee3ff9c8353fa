import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ReliabilityNotifier } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { DateTime } from 'luxon';
import { ReliabilityConfig } from '../../config/config';
import { Stores } from '../../database/stores';
import { CampaignReminders } from '../../maturity/campaigns/CampaignReminders';
import { digestOf, Notice } from './digest';
import { gatherNotices } from './gatherNotices';
import { LastDigest } from './NoticeStore';
import { peopleBehind } from './peopleBehind';

const MINUTE = 60_000;

/** Until then, what happened before the time of the digest is written and assessed. */
const SETTLE_MS = 5 * MINUTE;

/** How far the first digest of somebody looks back, and the next after a long failure. */
const LOOK_BACK_MS = 7 * 24 * 60 * MINUTE;

/** So many failures are not about a person. */
const MAX_FAILURES = 5;

/** Tells each person once a day what happened, in one notification. */
export class DigestService {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly stores: Stores;
      readonly config: ReliabilityConfig;
      readonly catalog: CatalogService;
      readonly auth: AuthService;
      readonly logger: LoggerService;
      readonly reminders: CampaignReminders;
      /** Absent where no module has set one: then nothing is sent. */
      readonly notifier?: ReliabilityNotifier;
      readonly now: () => number;
    },
  ) {}

  /** Whether there is a way to tell somebody. */
  get isConnected(): boolean {
    return this.options.notifier !== undefined;
  }

  /** Sends the digests of today that are due and not sent yet. @returns how many were sent */
  async send(signal?: AbortSignal): Promise<number> {
    const { knex, stores, now, notifier } = this.options;
    const today = this.today();
    if (!notifier) return 0;
    await stores.spentBudgets.mark(knex, now());
    if (now() < today.toldUntil + SETTLE_MS) return 0;
    const window = {
      from: today.toldUntil - LOOK_BACK_MS,
      until: today.toldUntil,
    };
    const notices = await gatherNotices(this.options, window);
    const byPerson = await this.byPerson(notices);
    const last = await stores.notices.last(knex, [...byPerson.keys()]);
    let sent = 0;
    let failures = 0;
    for (const [person, all] of byPerson) {
      if (signal?.aborted || failures >= MAX_FAILURES) break;
      const before = last.get(person);
      const news = all.filter(({ at }) => at > (before?.toldUntil ?? 0));
      if (news.length === 0) continue;
      const told = await this.tell(notifier, person, news, { before, today });
      if (told === 'sent') sent += 1;
      if (told === 'failed') failures += 1;
    }
    return sent;
  }

  /** The digest of today, and the time up to which it tells. */
  private today(): LastDigest {
    const { config, now } = this.options;
    const { at, timezone } = config.notifications;
    const [hour, minute] = at.split(':').map(Number);
    const time = DateTime.fromMillis(now(), { zone: timezone })
      .startOf('day')
      .set({ hour, minute });
    return { day: time.toFormat('yyyy-MM-dd'), toldUntil: time.toMillis() };
  }

  private async byPerson(
    notices: readonly Notice[],
  ): Promise<Map<string, Notice[]>> {
    const { catalog, auth } = this.options;
    const peopleOf = await peopleBehind(
      notices.flatMap(({ to }) => to),
      catalog,
      await auth.getOwnServiceCredentials(),
    );
    const byPerson = new Map<string, Notice[]>();
    for (const notice of notices) {
      const people = new Set(notice.to.flatMap(ref => [...peopleOf(ref)]));
      people.delete(notice.by ?? '');
      for (const person of people) {
        byPerson.set(person, [...(byPerson.get(person) ?? []), notice]);
      }
    }
    return byPerson;
  }

  private async tell(
    notifier: ReliabilityNotifier,
    person: string,
    news: readonly Notice[],
    { before, today }: { before?: LastDigest; today: LastDigest },
  ): Promise<'sent' | 'failed' | 'had'> {
    const { knex, stores, logger } = this.options;
    // Taken before it is sent: a digest that comes twice is worse than one that comes a day later.
    if (!(await stores.notices.claim(knex, person, today))) return 'had';
    try {
      await notifier.notify(person, digestOf(news));
      return 'sent';
    } catch (error) {
      await stores.notices.release(knex, person, before);
      logger.warn(`Could not send a digest to ${person}`, error as Error);
      return 'failed';
    }
  }
}
