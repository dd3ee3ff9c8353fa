import { IncidentSubject } from './incident';
import { tellingWords, wordsOf } from './words';

/** A service that something at a provider may be. @public */
export interface MappingCandidate {
  readonly entityRef: string;
  readonly title: string;
}

/** A guess for a person to decide on. @public */
export interface MappingSuggestion {
  readonly entityRef: string;
  /** 0 to 1; 1: the same name. */
  readonly score: number;
  /** In words. */
  readonly reason: string;
}

/** Words that tell something, with their weight. */
interface Phrase {
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

interface Known {
  readonly candidate: MappingCandidate;
  /** In lower case. */
  readonly name: string;
  /** Title and name with nothing but letters and digits. */
  readonly names: readonly string[];
  /** Of title and of name. */
  readonly phrases: readonly Phrase[];
}

/** What is looked for. */
interface Wanted {
  /** In lower case. */
  readonly id: string;
  readonly name: string;
  readonly phrase: Phrase;
}

const LEAST_SCORE = 0.3;
const MOST = 5;

const SAME_NAME = 1;
const SAME_ID = 0.95;
const SAME_WORDS = 0.9;
/** Of things that share all rare words but not all words. */
const SHARED_WORDS = 0.85;

const nameOf = (entityRef: string) => entityRef.replace(/^.*\//, '');
const plain = (text: string) => wordsOf(text).join('');

const quotedList = (words: readonly string[]) => {
  const quoted = words.map(word => `“${word}”`);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} and ${quoted[quoted.length - 1]}`;
};

type Weigh = (word: string) => number;

/** Weights of words: the fewer services have one, the more it tells. */
function weigher(services: readonly (readonly (readonly string[])[])[]): Weigh {
  const having = new Map<string, number>();
  for (const texts of services) {
    for (const word of new Set(texts.flat())) {
      having.set(word, (having.get(word) ?? 0) + 1);
    }
  }
  return word => Math.log(1 + services.length / (having.get(word) ?? 1));
}

const phraseOf = (words: readonly string[], weigh: Weigh): Phrase => ({
  words: new Set(words),
  weight: words.reduce((sum, word) => sum + weigh(word), 0),
});

/** Twice what both have, of what each has (Dice), by weight. */
function likeness(one: Phrase, other: Phrase, weigh: Weigh) {
  const common = [...one.words].filter(word => other.words.has(word));
  const shared = common.reduce((sum, word) => sum + weigh(word), 0);
  const alike =
    common.length === one.words.size && common.length === other.words.size;
  return {
    common,
    alike,
    share: alike ? 1 : (2 * shared) / (one.weight + other.weight),
  };
}

type Guess = Pick<MappingSuggestion, 'score' | 'reason'>;

function guess(
  { id, name, phrase }: Wanted,
  service: Known,
  weigh: Weigh,
): Guess | undefined {
  if (name !== '' && service.names.includes(name)) {
    return { score: SAME_NAME, reason: 'The same name' };
  }
  if (id === service.name) {
    return { score: SAME_ID, reason: 'Its id is the name of the service' };
  }
  const [title, own] = service.phrases.map(each =>
    likeness(phrase, each, weigh),
  );
  const best = own.share > title.share ? own : title;
  if (best.common.length === 0) return undefined;
  return best.alike
    ? {
        score: SAME_WORDS,
        reason: `Both are called ${quotedList(best.common)}`,
      }
    : {
        score: Math.round(100 * SHARED_WORDS * best.share) / 100,
        reason: `Both say ${quotedList(best.common)}`,
      };
}

/** Services by what can make them be suggested: a word, their whole name, or an id. */
function indexOf(services: readonly Known[]) {
  const index = new Map<string, Known[]>();
  for (const service of services) {
    const keys = new Set([
      ...service.phrases.flatMap(({ words }) => [...words]),
      ...service.names.map(name => `=${name}`),
      `#${service.name}`,
    ]);
    for (const key of keys) {
      const having = index.get(key);
      if (having) having.push(service);
      else index.set(key, [service]);
    }
  }
  return index;
}

/**
 * Prepares suggestions over many services. Only services that share a word, a name or an id are looked at.
 *
 * @public
 */
export function mappingSuggester(
  services: readonly MappingCandidate[],
): (subject: Pick<IncidentSubject, 'id' | 'label'>) => MappingSuggestion[] {
  const telling = services.map(({ title, entityRef }) =>
    [title, nameOf(entityRef)].map(tellingWords),
  );
  const weigh = weigher(telling);
  const index = indexOf(
    services.map((candidate, place) => {
      const name = nameOf(candidate.entityRef);
      return {
        candidate,
        name: name.toLowerCase(),
        names: [candidate.title, name].map(plain),
        phrases: telling[place].map(words => phraseOf(words, weigh)),
      };
    }),
  );
  return subject => {
    const label = subject.label ?? subject.id;
    const words = tellingWords(label);
    const wanted: Wanted = {
      id: subject.id.toLowerCase(),
      name: plain(label),
      phrase: phraseOf(words, weigh),
    };
    const keys = [...words, `=${wanted.name}`, `#${wanted.id}`];
    const near = new Set(keys.flatMap(key => index.get(key) ?? []));
    return [...near]
      .flatMap(service => {
        const { entityRef } = service.candidate;
        const found = guess(wanted, service, weigh);
        return found && found.score >= LEAST_SCORE
          ? { entityRef, ...found }
          : [];
      })
      .sort((a, b) => b.score - a.score || (a.entityRef < b.entityRef ? -1 : 1))
      .slice(0, MOST);
  };
}

/**
 * Services that something at a provider may be, at most five, the best first: by the words of its label and of
 * their titles and names. For many subjects use `mappingSuggester`.
 *
 * @public
 */
export const suggestMappings = (
  subject: Pick<IncidentSubject, 'id' | 'label'>,
  services: readonly MappingCandidate[],
): MappingSuggestion[] => mappingSuggester(services)(subject);
