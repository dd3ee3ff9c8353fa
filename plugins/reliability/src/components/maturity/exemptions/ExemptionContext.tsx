import type { ExemptionResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../utils/dates';
import { Detail, Details, TierChip } from '../../common';
import { Person } from '../Person';
import { MeanwhileText } from './MeanwhileText';

/** What somebody has to know who decides: whose it is, since when it fails, how often it was put off, what happened. */
export function ExemptionContext({ story }: { story: ExemptionResponse }) {
  const { exemption, failingSince, renewed, meanwhile } = story;
  const { check, service, requestedBy, since } = exemption;
  const { t } = useTranslation();
  const first = renewed[renewed.length - 1];
  const notFailing =
    check.outcome === 'fail'
      ? t('exemptions.context.failingUnknown')
      : t('exemptions.context.notFailing');
  return (
    <Details>
      <Detail label={t('exemptions.context.tier')}>
        <TierChip tier={service.tier} />
      </Detail>
      <Detail label={t('exemptions.context.reason')}>{exemption.reason}</Detail>
      <Detail label={t('exemptions.context.until')}>
        {dayText(exemption.until)}
      </Detail>
      {requestedBy && (
        <Detail label={t('exemptions.context.asked')}>
          <Person name={requestedBy} />
        </Detail>
      )}
      {check.outcome !== 'exempt' && (
        <Detail label={t('exemptions.context.failing')}>
          {failingSince
            ? t('exemptions.context.since', {
                date: dayText(failingSince),
                when: relativeText(failingSince),
              })
            : notFailing}
        </Detail>
      )}
      {exemption.from === 'portal' && (
        <Detail label={t('exemptions.context.renewals')}>
          {first
            ? t('exemptions.context.renewalsSome', {
                count: exemption.renewals,
                first: dayText(first.until),
              })
            : t('exemptions.context.renewalsNone')}
        </Detail>
      )}
      <Detail
        label={t(
          since
            ? 'exemptions.context.incidents'
            : 'exemptions.context.incidentsBefore',
        )}
      >
        <MeanwhileText meanwhile={meanwhile} />
      </Detail>
    </Details>
  );
}
