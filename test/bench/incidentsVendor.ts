import { JsonObject } from '@backstage/types';
import { FakePagerduty } from '@plimsoll/test-fakes';

/** The name of the account that can be asked. */
export const PAGER = 'pager';

/** Services of the account, each the subject of one service of the catalog. */
export const PAGER_SERVICES = 50;

const PAGER_INCIDENTS = 500;
const SECRET = '0123456789abcdef0123456789abcdef';
const DAY = 24 * 3_600_000;

export const pagerService = (index: number) => `PS${index}`;

/** What the stand-in says when it is asked over the channel of the process. */
export interface VendorAnswer {
  /** Its entry of `reliability.incidents.accounts`. */
  readonly section?: JsonObject;
  /** How many incidents it has. */
  readonly incidents?: number;
  /** Everything that was asked since the last question. */
  readonly requests?: readonly {
    readonly url: string;
    readonly authorization: string;
  }[];
  /** A webhook about an incident that changed just now. */
  readonly delivery?: {
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly url: string;
  };
}

function fill(vendor: FakePagerduty): string[] {
  const now = Date.now();
  vendor.addUser({ id: 'PUSER01', name: 'Ada', email: 'ada@example.com' });
  for (let n = 0; n < PAGER_SERVICES; n++) {
    const id = pagerService(n);
    vendor.addService({ id, name: id, policy: 'PPOLICY' });
  }
  return Array.from({ length: PAGER_INCIDENTS }, (_, n) => {
    const at = now - 300 * DAY + Math.floor((299 * DAY * n) / PAGER_INCIDENTS);
    const id = vendor.incidents.trigger({
      title: `Trouble ${n}`,
      service: pagerService(n % PAGER_SERVICES),
      createdAt: at,
      key: `key-${n % 90}`,
    });
    if (n % 3 === 0) vendor.incidents.acknowledge(id, 'PUSER01', at + 60_000);
    if (n % 50) vendor.incidents.resolve(id, 'PUSER01', at + 3_600_000);
    return id;
  });
}

/** A stand-in for a vendor in a process of its own, so that what it takes is not counted; it has no limit. */
async function main() {
  const vendor = new FakePagerduty({
    now: Date.now,
    limit: undefined,
    webhookSecrets: [SECRET],
  });
  await vendor.start();
  const ids = fill(vendor);
  const say = (answer: VendorAnswer) => process.send?.(answer);
  let turn = 0;
  process.on('message', (question: string) => {
    if (question === 'requests') {
      const requests = vendor.requests.splice(0);
      say({
        requests: requests.map(({ path, query, headers }) => ({
          url: `${vendor.url}${path}?${query}`,
          authorization: headers.authorization ?? '',
        })),
      });
    }
    if (question === 'delivery') {
      turn += 1;
      const id = ids[turn % ids.length];
      vendor.incidents.rename(id, `Trouble of turn ${turn}`);
      const { rawBody, headers, url } = vendor.delivery(id);
      say({ delivery: { body: rawBody.toString('base64'), headers, url } });
    }
  });
  process.on('disconnect', () => process.exit(0));
  say({
    section: {
      name: PAGER,
      type: 'pagerduty',
      apiToken: 'token',
      baseUrl: vendor.url,
      webhookSecret: SECRET,
    },
    incidents: ids.length,
  });
}

if (require.main === module) {
  main().catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
}
