import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { card } from './messages/card';
import { common } from './messages/common';
import { entity } from './messages/entity';
import { followUps } from './messages/followUps';
import { campaigns } from './messages/campaigns';
import { changes } from './messages/changes';
import { exemptions } from './messages/exemptions';
import { gate } from './messages/gate';
import { kpis } from './messages/kpis';
import { previews } from './messages/previews';
import { proposals } from './messages/proposals';
import { programme } from './messages/programme';
import { promises } from './messages/promises';
import { reports } from './messages/reports';
import { rollups } from './messages/rollups';
import { group } from './messages/group';
import { history } from './messages/history';
import { home } from './messages/home';
import { incident } from './messages/incident';
import { incidentForms } from './messages/incidentForms';
import { incidentFigures } from './messages/incidentFigures';
import { incidentPage } from './messages/incidentPage';
import { incidents } from './messages/incidents';
import { incidentTab } from './messages/incidentTab';
import { incidentAdmin } from './messages/incidentAdmin';
import { ledger } from './messages/ledger';
import { oncall } from './messages/oncall';
import { oncallGroup } from './messages/oncallGroup';
import { oncalls } from './messages/oncallPage';
import { organisation, tasks } from './messages/organisation';
import { postmortem } from './messages/postmortem';
import { problems } from './messages/problems';
import { ranking } from './messages/ranking';
import { readiness } from './messages/readiness';
import { slo } from './messages/slo';
import { sloDraft } from './messages/sloDraft';
import { slos } from './messages/sloPage';
import { standards } from './messages/standards';

/** Every visible text; one file for each place in `messages/`. */
export const messages = {
  common,
  ranking,
  standards,
  problems,
  entity,
  card,
  history,
  group,
  home,
  readiness,
  organisation,
  tasks,
  slo,
  slos,
  sloDraft,
  oncall,
  oncalls,
  oncallGroup,
  incident,
  incidentTab,
  incidentFigures,
  incidentPage,
  incidents,
  postmortem,
  followUps,
  incidentForms,
  incidentAdmin,
  ledger,
  campaigns,
  changes,
  exemptions,
  gate,
  kpis,
  previews,
  programme,
  promises,
  proposals,
  reports,
  rollups,
} as const;

type Tree = { readonly [key in string]: Tree | string };

/** The ways to every text of a tree: `tier.help`. */
type Way<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Way<T[K]>}`;
}[keyof T & string];

/** The text at the end of a way. */
type At<T, W> = W extends keyof T
  ? T[W]
  : W extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : never;

type Flat<T> = T extends Tree
  ? { readonly [W in Way<T>]: At<T, W> & string }
  : never;

/** With Backstage's own type for flattened texts the compiler needs longer for so many of them than for all else. */
const refOf = createTranslationRef as unknown as <
  const T extends Tree,
>(options: {
  id: 'plugin.reliability';
  messages: T;
}) => TranslationRef<'plugin.reliability', Flat<T>>;

/** Every visible text, to be put into other words or another language. @public */
export const reliabilityTranslationRef = refOf({
  id: 'plugin.reliability',
  messages,
});
