import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { useTranslation } from '../../../../hooks/useTranslation';
import { errorKind, errorText } from '../../../async';
import { statusColors } from '../../../common';
import { SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    padding: theme.spacing(0.5, 1, 1),
    '& svg': { fontSize: 18, color: statusColors(theme).bad },
  },
}));

/** Why an answer was not saved, and the ways on; what was given is kept. */
export function SaveFailure(props: {
  error: Error;
  onRetry: () => void;
  onDiscard: () => void;
}) {
  const { error, onRetry, onDiscard } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <ErrorIcon aria-hidden="true" />
      <span>
        {errorKind(error) === 'forbidden'
          ? t('readiness.saving.forbidden')
          : t('readiness.saving.reason', { message: errorText(error) })}
      </span>
      <SmallButton onClick={onRetry}>{t('readiness.saving.retry')}</SmallButton>
      <SmallButton onClick={onDiscard}>
        {t('readiness.saving.discard')}
      </SmallButton>
    </Typography>
  );
}
