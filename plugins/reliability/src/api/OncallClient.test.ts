import { ReliabilityClient } from './ReliabilityClient';

const base = 'http://backend/api/reliability';
const ref = 'component:default/pay';
const service = '/services/component/default/pay/oncall';

function setUp() {
  const fetch = jest.fn().mockResolvedValue({
    ok: true,
    status: 200,
    json: async () => ({ items: [] }),
    text: async () => 'BEGIN:VCALENDAR',
  });
  const client = new ReliabilityClient({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

describe('the part of the client that speaks of on-call', () => {
  it.each<[string, (client: ReliabilityClient) => Promise<unknown>, string]>([
    [
      'the directory',
      c => c.getOncall({ q: 'pay', state: ['none', 'unknown'] }),
      '/oncall?q=pay&state=none&state=unknown',
    ],
    [
      'rotations',
      c => c.getRotations({ provider: 'ical' }),
      '/rotations?provider=ical',
    ],
    ['accounts', c => c.getOncallAccounts(), '/oncall/accounts'],
    ['a service', c => c.getServiceOncall(ref), service],
    [
      'two accounts of a service',
      c => c.getOncallMirror(ref, { left: 'a', right: 'b' }),
      `${service}/mirror?left=a&right=b`,
    ],
    ['a calendar', c => c.getOncallCalendar(ref), `${service}.ics`],
    [
      'a person',
      c => c.getPersonOncall('user:default/anna'),
      '/people/user%3Adefault%2Fanna/oncall',
    ],
    [
      'an owner',
      c => c.getOwnerOncall('group:default/pay'),
      '/owners/group%3Adefault%2Fpay/oncall',
    ],
  ])('asks for %s', async (_, ask, path) => {
    const { client, fetch } = setUp();
    await ask(client);
    expect(fetch).toHaveBeenCalledTimes(1);
    const [url, init] = fetch.mock.lastCall;
    expect([init.method, url]).toEqual(['GET', `${base}${path}`]);
  });

  it('answers a calendar as its text', async () => {
    const { client } = setUp();
    expect(await client.getOncallCalendar(ref)).toBe('BEGIN:VCALENDAR');
  });

  it('knows where a calendar is without asking for it', async () => {
    const { client, fetch } = setUp();
    expect(await client.getOncallCalendarUrl(ref)).toBe(
      `${base}${service}.ics`,
    );
    expect(fetch).not.toHaveBeenCalled();
  });
});
