import { GUEST, people } from './people';

const KEY = 'plimsoll-demo.person';

/** Who was chosen in this browser; undefined where that is the guest, or somebody whom the company no longer has. */
export function chosenPerson(): string | undefined {
  const name = window.localStorage.getItem(KEY);
  return name !== GUEST && people.some(person => person.name === name)
    ? name ?? undefined
    : undefined;
}

/** Keeps the choice for the next sign-in. */
export function choosePerson(name: string): void {
  if (name === GUEST) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, name);
}

/** Signs in as another person: sessions and caches of the first one must not outlive them. */
export function signInAs(name: string): void {
  choosePerson(name);
  window.location.reload();
}
