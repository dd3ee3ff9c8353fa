import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { timeText } from '../../../utils/incidents/times';

/** Who wants it by when, in a sentence; nothing once it is published. */
export function useDueSentence(postmortem: PostmortemResponse) {
  const { t } = useTranslation();
  const { state, required, incident, draftDueAt, publishDueAt } = postmortem;
  const tier = postmortem.requiredBy ?? t('postmortem.due.tier');
  if (state === 'published') return undefined;
  if (!required) return t('postmortem.due.none');
  if (!incident.resolvedAt) return t('postmortem.due.open', { tier });
  const draft = draftDueAt && timeText(draftDueAt);
  const publish = publishDueAt && timeText(publishDueAt);
  if (draft && publish) {
    return t('postmortem.due.both', { tier, draft, publish });
  }
  if (draft) return t('postmortem.due.draft', { tier, draft });
  if (publish) return t('postmortem.due.publish', { tier, publish });
  return undefined;
}
