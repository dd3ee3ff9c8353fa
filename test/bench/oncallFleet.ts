import { ChildProcess, fork } from 'node:child_process';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { mailOf, PEOPLE } from '../flows/oncallAccounts';
import { fleet } from './fleet';
import { VendorRequest, VendorsAnswer } from './oncallVendors';

/** Vendors that run in another process. */
export interface BenchVendors {
  /** Entries of `reliability.oncall.accounts`. */
  readonly sections: readonly JsonObject[];
  readonly rotations: readonly string[];
  /** Everything that was asked since the last call, by account. */
  requests(): Promise<readonly (readonly VendorRequest[])[]>;
  /** From now on somebody else is on call everywhere. */
  turn(): Promise<void>;
  stop(): void;
}

/** The next message that has something. The transform of TypeScript talks over the same channel. */
const answerOf = <K extends keyof VendorsAnswer>(child: ChildProcess, key: K) =>
  new Promise<VendorsAnswer>((resolve, reject) => {
    const fail = () => reject(new Error('The vendors ended'));
    child.once('exit', fail);
    child.on('message', function hear(message: object) {
      if (!(key in message)) return;
      child.off('message', hear);
      child.off('exit', fail);
      resolve(message as VendorsAnswer);
    });
  });

/** Starts three accounts with so many rotations in all. */
export async function startVendors(count: number): Promise<BenchVendors> {
  const child = fork(require.resolve('./oncallVendors.ts'), [`${count}`]);
  const { sections = [], rotations = [] } = await answerOf(child, 'rotations');
  const ask = async (
    question: 'requests' | 'turn',
    key: keyof VendorsAnswer,
  ) => {
    const answer = answerOf(child, key);
    child.send(question);
    return answer;
  };
  return {
    sections,
    rotations,
    requests: async () => (await ask('requests', 'requests')).requests ?? [],
    turn: async () => {
      await ask('turn', 'turned');
    },
    stop: () => child.kill(),
  };
}

/** The fleet and people, with the rotations spread over the services: each is used, and by as many as the others. */
export function fleetOnCall(
  services: number,
  rotations: readonly string[],
): Entity[] {
  const each = Math.max(1, Math.ceil(rotations.length / services));
  const named = (index: number) =>
    Array.from(
      { length: each },
      (_, place) => rotations[(index + place * services) % rotations.length],
    ).join(', ');
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: `person-${index}`,
      annotations: {
        'backstage.io/managed-by-location': 'url:https://git.example.com/fleet',
        'backstage.io/managed-by-origin-location':
          'url:https://git.example.com/fleet',
      },
    },
    spec: {
      profile: { displayName: `Person ${index}`, email: mailOf(index) },
      memberOf: [`team-${index}`],
    },
  }));
  const onCall = fleet(services).map(entity => {
    const [, index] = /^service-(\d+)$/.exec(entity.metadata.name) ?? [];
    if (entity.kind !== 'Component' || index === undefined) return entity;
    const { 'pagerduty.com/service-id': _, ...annotations } =
      entity.metadata.annotations ?? {};
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...annotations,
          'plimsoll.dev/oncall': named(Number(index)),
        },
      },
    };
  });
  return [...people, ...onCall];
}
