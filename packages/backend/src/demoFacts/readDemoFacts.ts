import { InputError } from '@backstage/errors';
import { PushFactsRequest } from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, Duration } from 'luxon';
import { parse } from 'yaml';

type Scalar = string | number | boolean;
type Value = Scalar | { value: Scalar; age?: string };

/** One block of the file: the values of one fact, by the name of the component. */
interface Block {
  source: string;
  key: string;
  /** How long before now it was observed, ISO 8601. */
  age: string;
  ttl: string;
  values: Record<string, Value>;
}

function blocksOf(text: string): Block[] {
  const blocks = parse(text);
  if (!Array.isArray(blocks)) {
    throw new InputError('The demo facts are not a list');
  }
  return blocks;
}

/** The file as requests to `PUT /facts`, one per source; ages become times before `now`. */
export function readDemoFacts(text: string, now: Date): PushFactsRequest[] {
  const observedAt = (age: string) =>
    DateTime.fromJSDate(now, { zone: 'utc' })
      .minus(Duration.fromISO(age))
      .toISO()!;
  const requests = new Map<string, PushFactsRequest>();
  for (const { source, key, age, ttl, values } of blocksOf(text)) {
    const request = requests.get(source) ?? { source, facts: [] };
    requests.set(source, request);
    for (const [name, given] of Object.entries(values)) {
      const fact = typeof given === 'object' ? given : { value: given };
      request.facts.push({
        entityRef: `component:default/${name}`,
        key,
        value: fact.value,
        at: observedAt(fact.age ?? age),
        ttl,
      });
    }
  }
  return [...requests.values()];
}
