import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { reliabilityPreviewRunPermission } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton, statusColors } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  run: { textTransform: 'none' },
  refusal: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    flexBasis: '100%',
    overflowWrap: 'anywhere',
    '& svg': { color: statusColors(theme).bad },
  },
}));

/** What was changed, and the way to try it; who may not is told so. */
export function RunBar(props: {
  /** What is about to be tried, in words. */
  words: string;
  blocked: boolean;
  running: boolean;
  refusal?: string;
  onRun: () => void;
  onReset?: () => void;
}) {
  const { words, blocked, running, refusal, onRun, onReset } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { allowed, loading } = usePermission({
    permission: reliabilityPreviewRunPermission,
  });
  if (loading) return null;
  if (!allowed) {
    return (
      <Typography variant="body2">{t('previews.rules.mayNot')}</Typography>
    );
  }
  return (
    <div className={classes.root}>
      <Button
        className={classes.run}
        variant="contained"
        color="primary"
        disabled={blocked || running}
        onClick={onRun}
      >
        {t('previews.rules.run')}
      </Button>
      <Typography variant="body2" role="status">
        {running ? t('previews.rules.running') : words}
      </Typography>
      {onReset && (
        <SmallButton quiet disabled={running} onClick={onReset}>
          {t('previews.rules.reset')}
        </SmallButton>
      )}
      <div role="alert" className={refusal ? classes.refusal : undefined}>
        {refusal && (
          <>
            <ErrorIcon aria-hidden="true" />
            <Typography variant="body2">{refusal}</Typography>
          </>
        )}
      </div>
    </div>
  );
}
