import type { OncallPersonItem } from '@plimsoll/backstage-plugin-reliability-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';

interface Known {
  person: OncallPersonItem;
  /** From 0, in the order of the answer: tells people apart whose names are hidden, and gives a colour. */
  index: number;
}

const People = createContext<ReadonlyMap<string, Known>>(new Map());

/** Makes everybody of an answer known to what is drawn inside, where people are named by their keys. */
export function PeopleProvider(props: {
  people: readonly OncallPersonItem[];
  children: ReactNode;
}) {
  const { people, children } = props;
  const known = useMemo(
    () =>
      new Map(people.map((person, index) => [person.key, { person, index }])),
    [people],
  );
  return <People.Provider value={known}>{children}</People.Provider>;
}

/** Words for people. */
export function usePeople() {
  const known = useContext(People);
  const { t } = useTranslation();
  return useMemo(() => {
    const nameOf = (person: OncallPersonItem): string => {
      if (person.name !== null) return person.name;
      const index = known.get(person.key)?.index;
      return index === undefined
        ? t('oncall.person.hidden')
        : t('oncall.person.numbered', { number: String(index + 1) });
    };
    const listed = (names: string[]): string =>
      names.length < 2
        ? names.join('')
        : t('oncall.person.and', {
            people: names.slice(0, -1).join(', '),
            last: names[names.length - 1],
          });
    const nameOfKey = (key: string) => {
      const found = known.get(key);
      return found ? nameOf(found.person) : t('oncall.person.hidden');
    };
    return {
      nameOf,
      nameOfKey,
      /** Several names in a sentence; empty for nobody. */
      listOf: (people: readonly OncallPersonItem[]) =>
        listed(people.map(nameOf)),
      listOfKeys: (keys: readonly string[]) => listed(keys.map(nameOfKey)),
      indexOf: (key: string) => known.get(key)?.index ?? 0,
    };
  }, [known, t]);
}
