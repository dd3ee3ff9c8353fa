import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { Detail, SmallButton } from '../../parts';

/** Why somebody doubts the answer, and the way to settle it. */
export function ContestNotice(props: {
  contest: NonNullable<ChecklistItemState['contest']>;
  /** Absent for those who may not. */
  onSettle?: () => void;
}) {
  const { contest, onSettle } = props;
  const { t } = useTranslation();
  return (
    <Detail label={t('readiness.state.contested')}>
      <SafeMarkdown text={contest.reason} />
      <div>
        {t('readiness.details.contested', {
          who: <Person name={contest.by} />,
          ago: <TimeAgo at={contest.at} />,
        })}
      </div>
      {onSettle && (
        <SmallButton onClick={onSettle}>
          {t('readiness.details.settle')}
        </SmallButton>
      )}
    </Detail>
  );
}
