import {
  FakeFeeds,
  FakeFirehydrant,
  FakeOpsgenie,
  FakePagerduty,
  FakeStatuspage,
} from '@plimsoll/test-fakes';
import { fillFirehydrant } from '../demoIncidents/fillFirehydrant';
import { fillPagerdutyIncidents } from '../demoIncidents/fillPagerdutyIncidents';
import { fillStatuspage } from '../demoIncidents/fillStatuspage';
import { DemoIncidents } from '../demoIncidents/readDemoIncidents';
import { fillCalendars } from './calendars';
import { Front } from './Front';
import { fillOpsgenie } from './opsgenie';
import { fillPagerduty } from './pagerduty';
import { DemoOncall } from './readDemoOncall';

/** What app-config.yaml gives as credentials. */
const TOKEN = 'not-a-secret-of-the-demo';

export interface VendorOptions {
  readonly port: number;
  /** When the story begins, milliseconds since the epoch. */
  readonly since: number;
  /** What they know of incidents; absent: nothing. */
  readonly incidents?: DemoIncidents;
}

/**
 * Starts the vendors of the demo company on one port of this machine, each under a path of its own.
 *
 * @returns what stops them
 * @throws Error when the port cannot be used
 */
export default async function startVendors(
  file: DemoOncall,
  { port, since, incidents }: VendorOptions,
): Promise<() => Promise<void>> {
  const pagerduty = new FakePagerduty({ token: TOKEN });
  const opsgenie = new FakeOpsgenie({ token: TOKEN });
  const calendars = new FakeFeeds();
  const firehydrant = new FakeFirehydrant({ token: TOKEN });
  const status = new FakeStatuspage({ pageId: 'kittiwake', apiKey: TOKEN });
  fillPagerduty(pagerduty, file, since);
  fillOpsgenie(opsgenie, file, since);
  fillCalendars(calendars, file, since);
  if (incidents) {
    fillPagerdutyIncidents(pagerduty, file, incidents, since);
    fillFirehydrant(firehydrant, incidents.firehydrant, since);
    fillStatuspage(status, incidents.status, since);
  }
  const vendors = { pagerduty, opsgenie, calendars, firehydrant, status };
  await Promise.all(Object.values(vendors).map(vendor => vendor.start()));
  const front = new Front(
    Object.fromEntries(
      Object.entries(vendors).map(([name, { url }]) => [name, url]),
    ),
  );
  const stop = async () => {
    await front.stop();
    await Promise.all(Object.values(vendors).map(vendor => vendor.stop()));
  };
  try {
    await front.start(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
