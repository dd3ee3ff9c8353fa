import { FactDefinition } from './facts';

/** What a fact of a catalogue says of itself. */
export type FactLine = [
  name: string,
  type: FactDefinition['type'],
  description: string,
  unit?: string,
];

/** Defines facts below one root, of one source and time to live; the source is called as the root if nothing else is said. */
export const factIn =
  ({
    root,
    source = root,
    ttl,
  }: {
    readonly root: string;
    readonly source?: string;
    readonly ttl?: string;
  }) =>
  (...[name, type, description, unit]: FactLine): FactDefinition => ({
    key: `${root}.${name}`,
    type,
    source,
    ...(ttl && { ttl }),
    description,
    ...(unit && { unit }),
  });
