/** Documents to begin with. */
export const samples = {
  short: `apiVersion: plimsoll.dev/v1
kind: SLO
name: availability
title: Requests succeed
target: 99.9
window: 30d
bad: sum(http_requests_total{job="my-service",code=~"5.."})
total: sum(http_requests_total{job="my-service"})
`,
  openslo: `apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
  displayName: Requests succeed
spec:
  service: my-service
  indicator:
    metadata:
      name: good-requests
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            type: Prometheus
            spec:
              query: sum(http_requests_total{job="my-service",code=~"5.."})
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(http_requests_total{job="my-service"})
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - displayName: What we promise
      targetPercent: 99.9
`,
} as const;

export type SampleName = keyof typeof samples;
