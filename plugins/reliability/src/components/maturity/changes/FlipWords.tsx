import type { ServiceChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { FlipOutcomes } from '../EntityReliabilityContent/history/FlipList';
import { ByWhom } from './ByWhom';

type Flip = Omit<
  NonNullable<ServiceChangesResponse['difference']>['flips'][number],
  'facts'
>;

/** A check that came out differently: how, by whom and when. */
export function FlipWords({ flip }: { flip: Flip }) {
  const { t } = useTranslation();
  return (
    <>
      {t('changes.compare.flip', { title: flip.title })}
      <FlipOutcomes flip={flip} />
      {flip.by !== null && (
        <>
          {`, ${t('changes.by.by')} `}
          <ByWhom by={flip.by} />
        </>
      )}
      {flip.at !== null && `, ${dayText(flip.at)}`}
    </>
  );
}
