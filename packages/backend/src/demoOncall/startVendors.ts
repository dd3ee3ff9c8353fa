import { FakeFeeds, FakeOpsgenie, FakePagerduty } from '@plimsoll/test-fakes';
import { fillCalendars } from './calendars';
import { Front } from './Front';
import { fillOpsgenie } from './opsgenie';
import { fillPagerduty } from './pagerduty';
import { DemoOncall } from './readDemoOncall';

/** What app-config.yaml gives as credentials. */
const TOKEN = 'not-a-secret-of-the-demo';

/**
 * Starts the vendors of the demo company on one port of this machine, each under a path of its own.
 *
 * @param since - when the story begins, milliseconds since the epoch
 * @returns what stops them
 * @throws Error when the port cannot be used
 */
export default async function startVendors(
  file: DemoOncall,
  { port, since }: { readonly port: number; readonly since: number },
): Promise<() => Promise<void>> {
  const pagerduty = new FakePagerduty({ token: TOKEN });
  const opsgenie = new FakeOpsgenie({ token: TOKEN });
  const calendars = new FakeFeeds();
  fillPagerduty(pagerduty, file, since);
  fillOpsgenie(opsgenie, file, since);
  fillCalendars(calendars, file, since);
  const vendors = { pagerduty, opsgenie, calendars };
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
