import { WebhookDelivery, WebhookVerdict } from '../../incidentProvider';
import { IncidentRig } from './IncidentRig';
import { IncidentSuite, openSince } from './testing';

const MINUTE_MS = 60_000;

/** Bodies that no vendor sends; what a stranger might. */
const ODD_BODIES: [string, string][] = [
  ['no JSON', '<xml/>'],
  ['nothing', ''],
  ['half of it', '{"event": {"id": "1"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '42'],
  ['another shape', '{"event":42,"data":[],"alert":null,"incident":"x"}'],
  ['a prototype', '{"__proto__":{"id":"x"},"constructor":{"id":"x"}}'],
];

function receive(rig: IncidentRig, delivery: WebhookDelivery): WebhookVerdict {
  const verdict = rig.provider.receive!(delivery, rig.runtime.now());
  rig.note(JSON.stringify(verdict));
  return verdict;
}

/** The same with one byte of the body changed. */
function altered(delivery: WebhookDelivery): WebhookDelivery {
  const rawBody = Buffer.from(delivery.rawBody);
  rawBody[rawBody.length - 2] = rawBody[rawBody.length - 2] === 32 ? 9 : 32;
  return { ...delivery, rawBody };
}

const idOf = (verdict: WebhookVerdict) =>
  verdict.kind === 'refused' ? undefined : verdict.deliveryId;

/** Which incidents a delivery concerns, told or to be asked for. */
const concerned = (verdict: WebhookVerdict) =>
  verdict.kind === 'accepted'
    ? [
        ...verdict.refresh,
        ...(verdict.incidents ?? []).map(({ externalId }) => externalId),
      ]
    : verdict.kind;

/** Of an account without a secret: one that is good for nothing without it may stop the start as well. */
function kindWithout(
  rig: IncidentRig,
  config: Record<string, string>,
  delivery: WebhookDelivery,
): string {
  try {
    const provider = rig.create(config);
    return provider.receive?.(delivery, rig.runtime.now()).kind ?? 'refused';
  } catch (error) {
    return `${error}`.includes('webhookSecret') ? 'refused' : `${error}`;
  }
}

/** Tests of what comes by webhook. */
export function incidentWebhookTests({ harness, test }: IncidentSuite): void {
  test(
    'a delivery names the incident, and nobody is asked',
    ['webhook'],
    async rig => {
      const id = rig.put(openSince(0));
      const delivery = rig.vendor.deliver!(id);
      expect(concerned(receive(rig, delivery))).toEqual([id]);
      expect(rig.vendor.requests()).toBe(0);
    },
  );

  test(
    'the same delivery has the same id, another one another',
    ['webhook'],
    async rig => {
      const id = rig.put(openSince(0));
      const first = rig.vendor.deliver!(id);
      rig.runtime.advance(1000);
      rig.change(id, { title: 'Checkout is down' });
      const second = rig.vendor.deliver!(id);
      const ids = [first, first, second].map(each => idOf(receive(rig, each)));
      expect(ids[0]).toBeTruthy();
      expect(ids[1]).toBe(ids[0]);
      expect(ids[2]).not.toBe(ids[0]);
    },
  );

  test(
    'whatever the order of deliveries, what is read is the state of now',
    ['webhook', 'read-some'],
    async rig => {
      const id = rig.put(openSince(0));
      const early = rig.vendor.deliver!(id);
      rig.runtime.advance(1000);
      const resolved = rig.runtime.now();
      rig.change(id, { status: 'resolved', stamps: { resolved } });
      const late = rig.vendor.deliver!(id);
      const { signal } = new AbortController();
      for (const delivery of [late, early, early]) {
        const ids = concerned(receive(rig, delivery));
        rig.store(await rig.provider.readSome!(ids as string[], signal));
      }
      expect(rig.stored.get(id)?.status).toBe('resolved');
    },
  );

  test('without a signature it is refused', ['webhook'], async rig => {
    const delivery = rig.vendor.deliver!(rig.put(openSince(0)));
    const [url] = delivery.url.split('?');
    expect(receive(rig, { ...delivery, url, headers: {} })).toEqual({
      kind: 'refused',
      reason: 'no-signature',
    });
  });

  test('with another secret it is refused', ['webhook'], async rig => {
    const delivery = rig.vendor.deliver!(rig.put(openSince(0)));
    const config = rig.vendor.config() as Record<string, string>;
    const { webhookSecret } = config;
    // Another key of the same form: its letters turned around, behind what stands before them.
    const [, prefix, key, padding] = /^(whsec_)?(.*?)(=*)$/.exec(
      webhookSecret,
    )!;
    const turned = [...key].reverse().join('');
    expect(turned).not.toBe(key);
    rig.create({
      ...config,
      webhookSecret: `${prefix ?? ''}${turned}${padding}`,
    });
    expect(receive(rig, delivery)).toEqual({
      kind: 'refused',
      reason: 'bad-signature',
    });
  });

  test(
    'without a secret in the configuration nothing is taken',
    ['webhook'],
    async rig => {
      const delivery = rig.vendor.deliver!(rig.put(openSince(0)));
      const { webhookSecret: _, ...config } = rig.vendor.config() as Record<
        string,
        string
      >;
      expect(kindWithout(rig, config, delivery)).toBe('refused');
    },
  );

  test(
    'a body that was altered is refused',
    ['webhook', 'signed-body'],
    async rig => {
      const delivery = rig.vendor.deliver!(rig.put(openSince(0)));
      expect(receive(rig, altered(delivery))).toEqual({
        kind: 'refused',
        reason: 'bad-signature',
      });
    },
  );

  test(
    'a large body is refused as well, and fast',
    ['webhook', 'signed-body'],
    async rig => {
      const delivery = rig.vendor.deliver!(rig.put(openSince(0)));
      const rawBody = Buffer.alloc(1_000_000, '{"a":');
      expect(receive(rig, { ...delivery, rawBody })).toEqual({
        kind: 'refused',
        reason: 'bad-signature',
      });
    },
  );

  test(
    'a delivery that is sent again after five minutes is refused',
    ['webhook', 'signed-time'],
    async rig => {
      const delivery = rig.vendor.deliver!(rig.put(openSince(0)));
      rig.runtime.advance(5 * MINUTE_MS - 2000);
      expect(receive(rig, delivery).kind).toBe('accepted');
      rig.runtime.advance(4000);
      expect(receive(rig, delivery)).toEqual({
        kind: 'refused',
        reason: 'expired',
      });
    },
  );

  test(
    'a delivery of the future is refused, and one of a clock that is a little fast is not',
    ['webhook', 'signed-time'],
    async rig => {
      const id = rig.put(openSince(0));
      rig.runtime.advance(10 * MINUTE_MS);
      const delivery = rig.vendor.deliver!(id);
      const at = (before: number) =>
        rig.provider.receive!(delivery, rig.runtime.now() - before).kind;
      expect(at(4 * MINUTE_MS)).toBe('accepted');
      expect(at(6 * MINUTE_MS)).toBe('refused');
    },
  );

  for (const [name, body] of ODD_BODIES) {
    test(
      `${name}, rightly signed, concerns nothing`,
      ['webhook'],
      async rig => {
        rig.put(openSince(0));
        const verdict = receive(rig, rig.vendor.sign!(body));
        expect(['unreadable', 'accepted']).toContain(verdict.kind);
        expect(idOf(verdict)).toBeTruthy();
        if (verdict.kind === 'accepted') expect(concerned(verdict)).toEqual([]);
      },
    );
  }

  test(
    'a message about an odd body does not repeat it',
    ['webhook'],
    async rig => {
      rig.put(openSince(0));
      for (const body of ['very private words', '{"very private words": 1}']) {
        const verdict = receive(rig, rig.vendor.sign!(body));
        expect(JSON.stringify(verdict)).not.toContain('very private');
      }
    },
  );

  test(
    'what nobody can be asked for comes with the delivery',
    ['webhook'],
    async rig => {
      const id = rig.put(openSince(0, { title: 'Mail is slow' }));
      const verdict = receive(rig, rig.vendor.deliver!(id));
      const { incidents } = verdict as { incidents?: readonly object[] };
      const isAsked = Boolean(rig.provider.readSome);
      expect(isAsked).toBe(!harness.lacks?.['read-some']);
      if (isAsked) expect(incidents ?? []).toEqual([]);
      else {
        expect(incidents).toMatchObject([
          { externalId: id, title: 'Mail is slow', status: 'open' },
        ]);
      }
    },
  );
}
