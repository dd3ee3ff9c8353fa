import {
  ContractConfig,
  ContractRotation,
  describeOncallProvider,
} from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { FakeFeeds } from '@plimsoll/test-fakes';
import { createIcalProvider } from './createIcalProvider';

const SECRET = 'fake-feed-secret';

const start = async (now: () => number) => {
  const feeds = await new FakeFeeds({ now }).start();
  const ids: string[] = [];
  const configWith = (secret: string): ContractConfig => ({
    allowPrivateAddresses: true,
    feeds: ids.map(id => ({
      id,
      url: feeds.addressOf(id, secret),
      person: '^Level (?<level>\\d+): (?<person>.*)$',
    })),
  });
  return {
    config: () => configWith(SECRET),
    wrongConfig: () => configWith('an-old-secret'),
    put(rotation: ContractRotation) {
      const id = `feed-${ids.length}`;
      ids.push(id);
      feeds.put(id, rotation);
      return id;
    },
    remove: (id: string) => feeds.remove(id),
    fail: feeds.fail.bind(feeds),
    requests: () => feeds.requests.length,
    stop: () => feeds.stop(),
  };
};

describeOncallProvider('A calendar feed', {
  factory: { type: 'ical', create: createIcalProvider },
  kind: 'feed',
  secrets: [SECRET, 'an-old-secret', '127.0.0.1'],
  callsFor120: 120,
  limited: () => ({ 'retry-after': '7' }),
  lacks: {
    override: 'an event does not say that it stands in for another one',
    roster: 'a calendar lists shifts, and nobody without one',
    permanent: 'an event has an end',
    shadow: 'an event does not say who only learns',
    paging: 'a feed is one file',
    annotations: 'an address in a catalog file would be a secret in it',
  },
  start,
});
