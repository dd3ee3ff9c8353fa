import Typography from '@material-ui/core/Typography';
import type {
  SloCorrection,
  SloResponse,
  SloWriteResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useRemoveCorrection } from '../../../../hooks/slo/useCorrections';
import { useTranslation } from '../../../../hooks/useTranslation';
import { rangeText } from '../../../../utils/slo/times';
import { FormDialog, refusalOf } from '../../../common';

/** Asks before a time counts again. */
export function RemoveCorrectionDialog(props: {
  slo: SloResponse;
  correction: SloCorrection;
  onWritten: (reply: SloWriteResponse) => void;
  onClose: () => void;
}) {
  const { slo, correction, onWritten, onClose } = props;
  const { t } = useTranslation();
  const { state, run } = useRemoveCorrection(slo.id, onWritten);
  return (
    <FormDialog
      title={t('slo.correction.removeTitle')}
      submit={t('slo.correction.removeSubmit')}
      cancel={t('slo.correction.cancel')}
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('slo.correction.forbidden'),
        failed: message => t('slo.correction.removeFailed', { message }),
      })}
      onSubmit={() => run(correction.id)}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('slo.correction.removeText', {
          range: rangeText(correction.from, correction.to),
          reason: correction.reason,
        })}
      </Typography>
    </FormDialog>
  );
}
