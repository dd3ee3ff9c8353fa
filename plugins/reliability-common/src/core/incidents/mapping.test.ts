import { mappingSuggester, suggestMappings } from './mapping';

const service = (name: string, title = name) => ({
  entityRef: `component:default/${name}`,
  title,
});

const services = [
  service('pay', 'Payments API'),
  service('checkout-web'),
  service('checkout-worker'),
  service('order-history', 'Order history'),
  service('search'),
  service('svc-0042', 'Ledger'),
  service('mail', 'Mail service'),
];

const suggested = (label: string | undefined, id = 'P1') =>
  suggestMappings({ id, ...(label !== undefined && { label }) }, services).map(
    ({ entityRef, score, reason }) =>
      `${entityRef.replace(/.*\//, '')} ${score} ${reason}`,
  );

describe('what a thing at a provider may be', () => {
  it.each<[string, string | undefined, string, string[]]>([
    ['has the title', 'Payments API', 'P1', ['pay 1 The same name']],
    [
      'has the title in other letters',
      'payments-api',
      'P1',
      ['pay 1 The same name'],
    ],
    ['has the title in one word', 'PaymentsAPI', 'P1', ['pay 1 The same name']],
    [
      'has the name',
      'Checkout Web',
      'P1',
      [
        'checkout-web 1 The same name',
        expect.stringContaining('checkout-worker 0.'),
      ],
    ],
    [
      'has no label, but the name',
      undefined,
      'search',
      ['search 1 The same name'],
    ],
    [
      'has the name as its id',
      'Rocket',
      'SVC-0042',
      ['svc-0042 0.95 Its id is the name of the service'],
    ],
    [
      'has the words but for one that tells nothing',
      'Search service (prod)',
      'P1',
      ['search 0.9 Both are called “search”'],
    ],
    ['has an accent', 'Máil', 'P1', ['mail 1 The same name']],
    [
      'has the singular',
      'Orders History',
      'P1',
      ['order-history 0.9 Both are called “order” and “history”'],
    ],
    [
      'has a word of several',
      'Checkout',
      'P1',
      [
        expect.stringMatching(/^checkout-web 0\.\d+ Both say “checkout”$/),
        expect.stringMatching(/^checkout-worker 0\.\d+ Both say “checkout”$/),
      ],
    ],
    ['has nothing of any', 'Rocket', 'P1', []],
    ['has no name at all', '', '', []],
    ['has only words that tell nothing', 'The service', 'P1', []],
  ])('%s', (_, label, id, expected) => {
    expect(suggested(label, id)).toEqual(expected);
  });

  it('is at most five', () => {
    const many = Array.from({ length: 9 }, (_, i) => service(`cart-${i}`));
    expect(suggestMappings({ id: 'x', label: 'Cart' }, many)).toHaveLength(5);
  });

  it('tells more by a rare word than by a common one', () => {
    const fleet = [
      ...Array.from({ length: 50 }, (_, i) => service(`payment-${i}x`)),
      service('payment-fraud'),
    ];
    const [first, second] = suggestMappings(
      { id: 'x', label: 'Fraud checks of payment' },
      fleet,
    );
    expect(first.entityRef).toBe('component:default/payment-fraud');
    expect(first.score).toBeGreaterThan(2 * (second?.score ?? 0));
  });

  it('is nothing by a common word among many', () => {
    const fleet = Array.from({ length: 50 }, (_, i) =>
      service(`payment-${i}x`),
    );
    const label = 'Nightly payment batch export';
    expect(suggestMappings({ id: 'x', label }, fleet)).toEqual([]);
  });

  it('always has a score between 0 and 1', () => {
    const suggest = mappingSuggester(services);
    const scores = ['Checkout API', 'Mail order search', 'history worker']
      .flatMap(label => suggest({ id: 'x', label }))
      .map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores.every(score => score >= 0.3 && score <= 1)).toBe(true);
  });
});
