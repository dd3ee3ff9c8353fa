import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionItem,
  ListExemptionsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../hooks/useAction';
import { useCall } from '../../../hooks/useCall';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { errorText } from '../../async';
import { FormDialog, refusalOf } from '../../common';
import { isDayAllowed, tomorrow } from './days';

const useStyles = makeStyles(theme => ({
  rules: {
    ...theme.typography.body2,
    margin: 0,
    paddingLeft: theme.spacing(2.5),
  },
}));

export interface RequestDialogProps {
  entityRef: string;
  /** Id of the scorecard. */
  scorecard: string;
  check: { id: string; title: string; weight: number };
  rules: ListExemptionsResponse['rules'];
  /** The exemption that this one goes on with. */
  renews?: ExemptionItem;
  onWritten: (written: ExemptionItem) => void;
  onClose: () => void;
}

/** Asks for an exemption, and says what it does and that it ends. */
export function RequestDialog(props: RequestDialogProps) {
  const { entityRef, scorecard, check, rules, renews } = props;
  const { onWritten, onClose } = props;
  const classes = useStyles();
  const call = useCall();
  const { t } = useTranslation();
  const [reason, setReason] = useState(renews?.reason ?? '');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const renewed = renews?.id;
  const ask = useCallback(
    () =>
      call('requestExemption', {
        body: {
          entityRef,
          scorecard,
          check: check.id,
          reason: reason.trim(),
          until,
          ...(renewed && { renews: renewed }),
        },
      }),
    [call, entityRef, scorecard, check.id, reason, until, renewed],
  );
  const { state, run } = useAction(ask, onWritten);
  const isShort = reason.trim().length < rules.minReason;
  const isWrongDay = !isDayAllowed(until, rules.latestUntil);
  const latest = { date: dayText(rules.latestUntil) };
  return (
    <FormDialog
      title={t(`exemptions.request.${renews ? 'renewTitle' : 'title'}`, {
        check: check.title,
      })}
      submit={t('exemptions.request.submit')}
      cancel={t('exemptions.request.cancel')}
      maxWidth="sm"
      busy={state.kind === 'running'}
      refusal={refusalOf(state, {
        forbidden: t('exemptions.request.forbidden'),
        failed: message => t('exemptions.request.failed', { message }),
        conflict:
          state.kind === 'failed'
            ? t('exemptions.request.failed', {
                message: errorText(state.error),
              })
            : undefined,
      })}
      onSubmit={() => {
        setTried(true);
        if (!isShort && !isWrongDay) run();
      }}
      onClose={onClose}
    >
      <ul className={classes.rules}>
        <li>{t('exemptions.request.ends')}</li>
        <li>{t('exemptions.request.level')}</li>
        <li>
          {t('exemptions.request.score', { weight: String(check.weight) })}
        </li>
        <li>{t('exemptions.request.second')}</li>
      </ul>
      <TextField
        fullWidth
        multiline
        minRows={3}
        margin="normal"
        variant="outlined"
        id="exemption-reason"
        label={t('exemptions.request.reason')}
        required
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && isShort}
        helperText={
          tried && isShort
            ? t('exemptions.request.reasonShort', { count: rules.minReason })
            : t('exemptions.request.reasonHelp')
        }
        inputProps={{ maxLength: 2000 }}
      />
      <TextField
        type="date"
        margin="normal"
        variant="outlined"
        id="exemption-until"
        label={t('exemptions.request.until')}
        required
        value={until}
        onChange={event => setUntil(event.target.value)}
        error={tried && isWrongDay}
        helperText={t(
          tried && isWrongDay
            ? 'exemptions.request.untilWrong'
            : 'exemptions.request.untilHelp',
          latest,
        )}
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: tomorrow(), max: rules.latestUntil }}
      />
    </FormDialog>
  );
}
