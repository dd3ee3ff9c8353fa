import type {
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ActionState } from '../../../../hooks/useAction';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';
import { errorKind, errorText } from '../../../async';

/** What came of a refresh, in words; empty before the first. */
export function useRefreshWords(
  state: ActionState<ServiceResponse>,
  report: Report | undefined,
): string {
  const { t } = useTranslation();
  switch (state.kind) {
    case 'failed':
      return errorKind(state.error) === 'forbidden'
        ? t('entity.refresh.forbidden')
        : t('entity.refresh.failed', { message: errorText(state.error) });
    case 'done':
      return report
        ? t('entity.refresh.done', {
            level:
              report.level.index < 0
                ? t('common.level.none')
                : report.level.name,
            score: String(points(report.score)),
          })
        : t('entity.refresh.doneEmpty');
    default:
      return '';
  }
}
