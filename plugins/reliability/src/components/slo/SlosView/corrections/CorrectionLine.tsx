import { makeStyles } from '@material-ui/core/styles';
import type { SloCorrection } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { rangeText } from '../../../../utils/slo/times';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: '0.875rem',
    '& > :first-child': { flex: '1 1 260px', minWidth: 0 },
  },
  time: { fontWeight: 600 },
  reason: { overflowWrap: 'anywhere' },
  by: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** One time that was taken out: when, why, by whom. */
export function CorrectionLine(props: {
  correction: SloCorrection;
  /** Absent: the reader may not. */
  onRemove?: () => void;
}) {
  const { correction, onRemove } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const range = rangeText(correction.from, correction.to);
  return (
    <li className={classes.root}>
      <div>
        <div className={classes.time}>{range}</div>
        <div className={classes.reason}>{correction.reason}</div>
        <div className={classes.by}>
          <Person name={correction.by} />, <TimeAgo at={correction.at} />
        </div>
      </div>
      {onRemove && (
        <SmallButton
          onClick={onRemove}
          aria-label={t('slo.corrections.removeLabel', { range })}
        >
          {t('slo.corrections.remove')}
        </SmallButton>
      )}
    </li>
  );
}
