import { ConfigReader } from '@backstage/config';
import { JsonObject, JsonValue } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { configOf } from '../__testUtils__/harness';
import { readReliabilityConfig } from './config';

const source = (changed: JsonObject = {}): JsonObject => ({
  name: 'main',
  type: 'prometheus',
  url: 'http://example.com',
  ...changed,
});
const withSources = (...sources: JsonObject[]): JsonValue => ({
  slo: { sources },
});

it('has defaults', () => {
  const config = configOf();
  expect(config.slo).toEqual({
    evaluateEveryMs: 60_000,
    ingestionDelayMs: 60_000,
    provisionalBelow: 0.5,
    sources: [],
    portalUrl: '',
  });
  expect(config.sloHistoryRetentionMs).toBe(2 * 365 * 86_400_000);
  expect(config.sloSampleRetentionMs).toBe(400 * 86_400_000);
});

it('takes the address of the portal from the app', () => {
  const config = new ConfigReader({ app: { baseUrl: 'https://portal/x/' } });
  expect(readReliabilityConfig(config).slo.portalUrl).toBe('https://portal/x');
});

it.each<[string, JsonObject[], boolean[]]>([
  ['the only source is the default', [source()], [true]],
  ['of several none is', [source(), source({ name: 'b' })], [false, false]],
  [
    'but the one that says so',
    [source(), source({ name: 'b', default: true })],
    [false, true],
  ],
  [
    'and the only one may say that it is not',
    [source({ default: false })],
    [false],
  ],
])('%s', (_, sources, expected) => {
  const { slo } = configOf({ slo: { sources } });
  expect(slo.sources.map(({ default: isDefault }) => isDefault)).toEqual(
    expected,
  );
});

it.each<[string, JsonValue, string | RegExp]>([
  [
    'an unknown key',
    { slo: { every: 'PT1M' } },
    /reliability\.slo: Unrecognized key: "every"/,
  ],
  [
    'an interval that is too short',
    { slo: { evaluateEvery: 'PT1S' } },
    'reliability.slo.evaluateEvery: expected a duration from PT10S to PT1H',
  ],
  [
    'an interval that is too long',
    { slo: { evaluateEvery: 'P1D' } },
    'reliability.slo.evaluateEvery: expected a duration from PT10S to PT1H',
  ],
  [
    'no duration',
    { slo: { ingestionDelay: '1m' } },
    'reliability.slo.ingestionDelay: expected an ISO 8601 duration',
  ],
  [
    'a share above one',
    { slo: { provisionalBelow: 50 } },
    /reliability\.slo\.provisionalBelow: /,
  ],
  [
    'a source without a name',
    { slo: { sources: [{ type: 'prometheus' }] } },
    /reliability\.slo\.sources\[0\]\.name: /,
  ],
  [
    'a name with capitals',
    withSources(source({ name: 'Main' })),
    'reliability.slo.sources[0].name: expected lower-case letters',
  ],
  [
    'the name of the source that is always there',
    withSources(source({ name: 'pushed' })),
    'reliability.slo.sources[0].name: "pushed" is the source of pushed samples',
  ],
  [
    'a source without a type',
    { slo: { sources: [{ name: 'main' }] } },
    /reliability\.slo\.sources\[0\]\.type: /,
  ],
  [
    'two sources with one name',
    withSources(source(), source()),
    'reliability.slo.sources[1].name: "main" is used twice',
  ],
  [
    'two defaults',
    withSources(
      source({ default: true }),
      source({ name: 'b', default: true }),
    ),
    'reliability.slo.sources[1].default: another source is the default',
  ],
  [
    'a retention that is none',
    { retention: { sloHistory: 'for ever' } },
    'reliability.retention.sloHistory: expected an ISO 8601 duration',
  ],
])('is refused with %s', (_, reliability, message) => {
  expect(complaintAbout(reliability)).toMatch(message);
});
