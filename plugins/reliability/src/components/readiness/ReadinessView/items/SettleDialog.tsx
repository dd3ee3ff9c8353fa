import Typography from '@material-ui/core/Typography';
import { useSettleItem } from '../../../../hooks/readiness/useReadinessActions';
import { useReread } from '../../../../hooks/readiness/useReread';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FormDialog, SafeMarkdown } from '../../../common';
import { refusalOf } from '../../parts';
import type { ItemDialogProps } from './ContestDialog';

/** Takes the doubt about an answer back. */
export function SettleDialog(props: ItemDialogProps) {
  const { place, item, onWritten, onReread, onClose } = props;
  const { t } = useTranslation();
  const { state, run } = useSettleItem(place, onWritten);
  useReread(place, state, onReread);
  return (
    <FormDialog
      title={item.title}
      submit={t('readiness.details.settle')}
      cancel={t('readiness.contest.cancel')}
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('readiness.contest.forbidden'),
        conflict: t('readiness.contest.conflict'),
        failed: message => t('readiness.details.settleFailed', { message }),
      })}
      onSubmit={() => run(item.version)}
      onClose={onClose}
    >
      <Typography variant="body2" component="div">
        {item.contest && <SafeMarkdown text={item.contest.reason} />}
      </Typography>
    </FormDialog>
  );
}
