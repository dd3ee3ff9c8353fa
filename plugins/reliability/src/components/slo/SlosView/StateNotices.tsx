import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import FailedIcon from '@material-ui/icons/SyncProblem';
import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { shareText } from '../../../utils/slo/numbers';
import { TimeAgo } from '../../common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: theme.spacing(1.25, 1.5),
    listStyle: 'none',
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.text.secondary}`,
    borderRadius: theme.shape.borderRadius,
    '& li': {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    '& svg': {
      flex: 'none',
      fontSize: 18,
      marginTop: 1,
      color: theme.palette.text.secondary,
    },
  },
  text: { overflowWrap: 'anywhere', minWidth: 0 },
}));

function Notice(props: { failed?: boolean; children: ReactNode }) {
  const classes = useStyles();
  const Icon = props.failed ? FailedIcon : InfoIcon;
  return (
    <Typography variant="body2" component="li">
      <Icon aria-hidden="true" />
      <span className={classes.text}>{props.children}</span>
    </Typography>
  );
}

/** Status and flags that need a sentence: what is not known, how old it is, why. */
export function StateNotices({ slo }: { slo: SloResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { status, flags, warnings, evaluatedAt, newestSampleAt } = slo;
  const neutral =
    status === 'no_data' || status === 'no_traffic' || status === 'pending';
  if (status !== 'error' && !neutral && flags.length + warnings.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('slo.notice.label')}>
      {status === 'error' && (
        <Notice failed>
          {t('slo.notice.error', {
            cause: (slo.error ?? t('slo.notice.noCause')).replace(/\.$/, ''),
          })}{' '}
          {evaluatedAt ? (
            <>
              {t('slo.notice.lastGood')} <TimeAgo at={evaluatedAt} />.
            </>
          ) : (
            t('slo.notice.neverGood')
          )}
        </Notice>
      )}
      {neutral && <Notice>{t(`slo.notice.${status}`)}</Notice>}
      {flags.map(flag => (
        <Notice key={flag}>
          {t(`slo.flag.${flag}`)}.{' '}
          {flag === 'provisional'
            ? t('slo.notice.provisional', {
                coverage: slo.coverage === null ? '–' : shareText(slo.coverage),
              })
            : t(`slo.notice.${flag}`)}{' '}
          {flag === 'stale' && newestSampleAt && (
            <>
              {t('slo.notice.newest')} <TimeAgo at={newestSampleAt} />.
            </>
          )}
        </Notice>
      ))}
      {warnings.map(warning => (
        <Notice key={warning}>{t('slo.notice.warning', { warning })}</Notice>
      ))}
    </ul>
  );
}
