/** Somebody of the demo company whom one can sign in as. */
export interface DemoPerson {
  /** Name of the User in the catalog. */
  readonly name: string;
  readonly displayName: string;
  readonly team: string;
  readonly role: string;
}

/** Whoever has chosen nobody is this person: see `auth.providers.guest` in app-config.yaml. */
export const GUEST = 'maren.oake';

/** The people of the menu; each is a User of packages/backend/examples/org.yaml. */
export const people: readonly DemoPerson[] = [
  {
    name: GUEST,
    displayName: 'Maren Oake',
    team: 'Booking, Payments',
    role: 'Staff engineer',
  },
  {
    name: 'lotte.brandt',
    displayName: 'Lotte Brandt',
    team: 'Booking',
    role: 'Software engineer',
  },
  {
    name: 'tomas.reed',
    displayName: 'Tomas Reed',
    team: 'Payments',
    role: 'Principal engineer',
  },
  {
    name: 'sunniva.hall',
    displayName: 'Sunniva Hall',
    team: 'Pricing',
    role: 'Revenue systems lead',
  },
  {
    name: 'stig.rowan',
    displayName: 'Stig Rowan',
    team: 'Port systems',
    role: 'Port systems lead',
  },
  {
    name: 'lena.ostrow',
    displayName: 'Lena Ostrow',
    team: 'Platform',
    role: 'Site reliability engineer, reviews',
  },
  {
    name: 'dara.keane',
    displayName: 'Dara Keane',
    team: 'Identity',
    role: 'Security engineer, reviews',
  },
  {
    name: 'gus.harrow',
    displayName: 'Gus Harrow',
    team: 'Platform',
    role: 'Head of reliability',
  },
];
