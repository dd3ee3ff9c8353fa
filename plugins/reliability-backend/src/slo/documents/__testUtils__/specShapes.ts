/**
 * Documents of the shapes that the examples of the OpenSLO v1 specification have, with what is odd in them; the
 * words are ours. What each is told.
 */
export const specShapes: readonly (readonly [
  shape: string,
  text: string,
  slos: number,
  tells: readonly string[],
])[] = [
  [
    'an SLO with an inline SLI that lacks method and window',
    `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-errors
  displayName: Checkout errors
spec:
  service: checkout
  indicator:
    metadata:
      name: checkout-error
      displayName: Checkout error
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            metricSourceRef: main
            type: Prometheus
            spec:
              query: sum(checkouts_total{outcome="ok"})
        total:
          metricSource:
            metricSourceRef: main
            type: Prometheus
            spec:
              query: sum(checkouts_total)
  objectives:
    - displayName: Checkouts that fail
      target: 0.98
`,
    1,
    ['warning method-missing spec', 'warning window-missing spec.timeWindow'],
  ],
  [
    'a contract month written 1m, op on a ratio, no counter, an empty list of policies',
    `# One slow morning must not cost the quarter.
apiVersion: openslo/v1
kind: SLO
metadata:
  name: site-up
  displayName: The site is up
spec:
  description: Tells us before the contract does.
  service: site
  indicator:
    metadata:
      name: site-up
    spec:
      ratioMetric:
        good:
          metricSource:
            type: Prometheus # inferred
            spec: { query: sum(probe_ok) }
        total:
          metricSource:
            type: Prometheus
            spec: { query: sum(probe_all) }
  timeWindow:
    - duration: 1m
      isRolling: false
      calendar:
        startTime: 2022-01-01 12:00:00
        timeZone: America/New_York
  budgetingMethod: Timeslices
  objectives:
    - displayName: Ours
      op: gt
      target: 0.995
      timeSliceTarget: 0.99
      timeSliceWindow: 1m
    - displayName: Theirs
      target: 0.99
      timeSliceTarget: 0.99
      timeSliceWindow: 1m
  alertPolicies:
`,
    1,
    [
      'warning counter-missing spec.indicator.spec.ratioMetric',
      'warning window-month-assumed spec.timeWindow[0].duration',
      'warning operator-ignored spec.objectives[0].op',
    ],
  ],
  [
    'averaged slices over two weeks',
    `apiVersion: openslo/v1
kind: SLO
metadata: { name: front-page }
spec:
  service: shop
  indicator:
    metadata: { name: answers }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: good } } }
        total: { metricSource: { type: Prometheus, spec: { query: all } } }
  timeWindow:
   - duration: 2w
     isRolling: true
  budgetingMethod: RatioTimeslices
  objectives:
    - displayName: Good
      timeSliceWindow: 1m
      target: 0.99
`,
    1,
    [],
  ],
  [
    'a threshold of a source that only the document knows',
    `apiVersion: openslo/v1
kind: SLI
metadata: { name: lag }
spec:
  thresholdMetric:
    metricSource:
      metricSourceRef: warehouse
      spec: { region: eu-central-1, query: SELECT value FROM lag }
---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: warehouse, displayName: Warehouse }
spec:
  type: Redshift
  connectionDetails: { accessKeyID: id, secretAccessKey: secret }
`,
    0,
    [
      'error source-unknown spec.thresholdMetric.metricSource.metricSourceRef',
      'warning connection-details-ignored spec.connectionDetails',
    ],
  ],
  [
    'a policy with everything by name, in capitals',
    `apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: BurnPolicy, displayName: Burn policy }
spec:
  description: Mails whoever is on call.
  alertWhenBreaching: true
  alertWhenResolved: false
  conditions:
    - conditionRef: burns-twice
  notificationTargets:
    - targetRef: OnCallMail
---
apiVersion: openslo/v1
kind: AlertCondition
metadata: { name: burns-twice }
spec:
  description: Burns twice as fast as it may.
  severity: page
  condition:
    kind: burnrate
    op: lte
    threshold: 2
    lookbackWindow: 1h
    alertAfter: 5m
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: { name: OnCallMail }
spec: { description: Mails, target: email }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: shop, displayName: The shop }
spec: { description: Sells things }
`,
    0,
    [
      'warning name-unusual metadata.name',
      'warning condition-op-inverted spec.condition.op',
      'warning name-unusual metadata.name',
    ],
  ],
  [
    'a composite of SLIs by name',
    `apiVersion: openslo/v1
kind: SLI
metadata: { name: cart }
spec: { ratioMetric: { counter: true, bad: &m { metricSource: { spec: { query: a } } }, total: *m } }
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: pay-time }
spec: { thresholdMetric: { metricSource: { spec: { query: b } } } }
---
apiVersion: openslo/v1
kind: SLO
metadata: { name: journey }
spec:
  service: shop
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
    - { displayName: Cart, indicatorRef: cart, target: 0.99, compositeWeight: 1.5 }
    - { displayName: Pay, indicatorRef: pay-time, op: lt, value: 3, target: 0.98, compositeWeight: 0.5 }
`,
    1,
    [],
  ],
];
