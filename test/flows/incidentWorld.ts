import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { FakePagerduty } from '@plimsoll/test-fakes';

/** What a replica is told when it starts. */
export interface ReplicaOptions {
  readonly connection: object;
  /** Section of the configuration. */
  readonly reliability: JsonObject;
}

/** What a replica is told to do; it says when it is done. */
export interface RunTask {
  readonly task: string;
}

export const ACCOUNT = 'pager';
export const SECRET = '0123456789abcdef0123456789abcdef';
const NAMES = ['pay', 'cart', 'search', 'login', 'mail'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Id of a service at the vendor. */
const vendorId = (name: string) => `P${name.toUpperCase().padEnd(6, 'X')}`;

export const services: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
  ...NAMES.map(name => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'plimsoll.dev/tier': 'tier-1',
        'plimsoll.dev/incidents': `${ACCOUNT}:service:${vendorId(name)}`,
      },
    },
    spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  })),
];

/** The section of the configuration, with the vendor at an address. */
export const reliabilityAt = (baseUrl: string): JsonObject => ({
  disabledChecklists: ['production-readiness'],
  incidents: {
    accounts: [
      {
        name: ACCOUNT,
        type: 'pagerduty',
        apiToken: 'token',
        baseUrl,
        webhookSecret: SECRET,
      },
    ],
  },
});

/** A vendor with so many incidents of the last 300 days, most of them over. @returns their ids, the oldest first */
export function fillVendor(vendor: FakePagerduty, count: number): string[] {
  const now = Date.now();
  vendor.addUser({ id: 'PUSER01', name: 'Ada', email: 'ada@example.com' });
  NAMES.forEach(name =>
    vendor.addService({ id: vendorId(name), name, policy: 'PPOLICY' }),
  );
  return Array.from({ length: count }, (_, index) => {
    const at = now - 300 * DAY + Math.floor((299 * DAY * index) / count);
    const id = vendor.incidents.trigger({
      title: `Trouble ${index}`,
      service: vendorId(NAMES[index % NAMES.length]),
      createdAt: at,
      key: `key-${index % 40}`,
    });
    if (index % 3 === 0)
      vendor.incidents.acknowledge(id, 'PUSER01', at + 60_000);
    if (index % 10 !== 0) vendor.incidents.resolve(id, 'PUSER01', at + HOUR);
    return id;
  });
}
