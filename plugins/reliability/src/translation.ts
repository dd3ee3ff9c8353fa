import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { card } from './messages/card';
import { common } from './messages/common';
import { entity } from './messages/entity';
import { group } from './messages/group';
import { history } from './messages/history';
import { home } from './messages/home';
import { oncall } from './messages/oncall';
import { oncallGroup } from './messages/oncallGroup';
import { oncalls } from './messages/oncallPage';
import { organisation, tasks } from './messages/organisation';
import { problems } from './messages/problems';
import { ranking } from './messages/ranking';
import { readiness } from './messages/readiness';
import { slo } from './messages/slo';
import { sloDraft } from './messages/sloDraft';
import { slos } from './messages/sloPage';
import { standards } from './messages/standards';

/** Every visible text; one file for each place in `messages/`. @public */
export const reliabilityTranslationRef = createTranslationRef({
  id: 'plugin.reliability',
  messages: {
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
  },
});
