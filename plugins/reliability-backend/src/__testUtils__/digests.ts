import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { ReliabilityNotification } from '@plimsoll/backstage-plugin-reliability-node';
import { Knex } from 'knex';
import { CampaignReminders } from '../maturity/campaigns/CampaignReminders';
import { DigestService } from '../readiness/notices/DigestService';
import { item } from './checklists';
import { entity } from './entities';
import { Harness } from './harness';
import {
  answer,
  launch,
  openReadinessPortal,
  proof,
  reliabilityWith,
} from './readiness';

const group = (name: string, ...members: string[]) =>
  entity('Group', name, {
    spec: { type: 'team', children: [] },
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: `user:default/${member}`,
    })),
  });

const signing = launch({
  items: [item('runbook', { evidence: 'required', expires: 'P30D' })],
});

/** Nine o'clock of a day, counted from the first of November 2026. */
export const nine = (day: number) => Date.UTC(2026, 10, day, 9);

/** Digests that arrive in a list. */
export class DigestPortal {
  readonly told: [string, ReliabilityNotification][] = [];
  broken = false;

  private constructor(public harness: Harness) {}

  /** ada and mia own `pay`, whose only item ada answered for 30 days; bob and eve are reviewers. */
  static async open(knex: Knex): Promise<DigestPortal> {
    const portal = new DigestPortal(await openReadinessPortal(knex, [signing]));
    portal.harness.catalog.put(
      group('team-pay', 'ada', 'mia'),
      group('sre', 'bob', 'eve'),
    );
    await portal.configure();
    await answer(portal.harness, 'runbook', { evidence: [proof] });
    return portal;
  }

  async configure(notifications: JsonObject = {}): Promise<void> {
    this.harness = await this.harness.restart({
      ...reliabilityWith([signing]),
      notifications: { reviewers: ['group:default/SRE'], ...notifications },
    });
  }

  digests({ connected = true } = {}): DigestService {
    const { harness } = this;
    return new DigestService({
      ...harness,
      catalog: harness.catalog.service,
      auth: mockServices.auth({ pluginId: 'reliability' }),
      reminders: new CampaignReminders({ ...harness, ...harness.services }),
      ...(connected && {
        notifier: {
          notify: async (recipient, notification) => {
            if (this.broken) throw new Error('No connection');
            this.told.push([recipient, notification]);
          },
        },
      }),
      now: () => harness.clock.now,
    });
  }

  at(time: number): void {
    this.harness.clock.now = time;
  }

  /** Sends what is due. @returns who was told what, by name */
  async send(): Promise<Record<string, string>> {
    this.told.length = 0;
    await this.digests().send();
    return Object.fromEntries(
      this.told.map(([recipient, { title }]) => [
        recipient.replace('user:default/', ''),
        title.replace('Readiness: ', ''),
      ]),
    );
  }
}
