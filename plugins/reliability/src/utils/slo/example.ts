/** What names the file on an entity. */
export const EXAMPLE_ANNOTATION = `metadata:
  annotations:
    plimsoll.dev/slo: ./slo.yaml
`;

/** The shortest document that is worth something, to begin with. */
export const EXAMPLE_SLO = `apiVersion: plimsoll.dev/v1
kind: SLO
name: availability
title: Requests succeed
target: 99.9
window: 30d
bad: sum(http_requests_total{job="my-service",code=~"5.."})
total: sum(http_requests_total{job="my-service"})
`;
