import {
  useTranslationRef,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import type { JSX } from 'react';
import { reliabilityTranslationRef, type messages } from '../translation';

type Plural = 'one' | 'other';

/** A key as it is asked for: of `open_one` and `open_other` that is `open`, and it wants a `count`. */
type Base<K> = K extends `${infer Name}_${Plural}` ? Name : K;

/** The ways to every text of a tree: `tier.help`. */
type Way<T> = {
  [K in keyof T & string]: T[K] extends string ? Base<K> : `${K}.${Way<T[K]>}`;
}[keyof T & string];

/** The text at the end of a way; both of one that has a plural. */
type At<T, W> = W extends `${infer Head}.${infer Rest}`
  ? At<T[Head & keyof T], Rest>
  : T[(W | `${W & string}_${Plural}`) & keyof T];

/** The way itself where its text has a plural. */
type Counted<T, W> = W extends `${infer Head}.${infer Rest}`
  ? Counted<T[Head & keyof T], Rest>
  : `${W & string}_other` & keyof T;

/** The name of a blank without its format: `count` of `count, number`. */
type Bare<Name> = Name extends `${infer Real},${string}` ? Real : Name;

/** What stands in braces in a text. */
type Blanks<M> = M extends `${string}{{${infer Name}}}${infer Rest}`
  ? Bare<Name> | Blanks<Rest>
  : never;

type Tree = typeof messages;
type Key = Way<Tree>;
type Values<W, Value> = {
  [Name in Exclude<Blanks<At<Tree, W>>, 'count'>]: Value;
} & ([Counted<Tree, W>] extends [never] ? {} : { count: number });

/**
 * A text by its key, with what its blanks want; with elements in them it is an element itself. Backstage's own
 * type says the same and also follows texts that name other texts, which we have none of; with this many
 * texts the compiler gives it up as endless.
 */
interface Translate {
  <W extends Key>(
    key: W,
    ...values: keyof Values<W, string> extends never
      ? [values?: {}]
      : [values: Values<W, string>]
  ): string;
  <W extends Key>(key: W, values: Values<W, string | JSX.Element>): JSX.Element;
}

const ref: TranslationRef<string, {}> = reliabilityTranslationRef;

/** The texts of this plugin in the reader's language. */
export function useTranslation(): { t: Translate } {
  return useTranslationRef(ref) as unknown as { t: Translate };
}
