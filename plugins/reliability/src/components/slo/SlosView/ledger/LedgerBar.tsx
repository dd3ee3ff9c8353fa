import { makeStyles } from '@material-ui/core/styles';
import type { SloLedgerResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { shareText } from '../../../../utils/slo/numbers';
import { statusColors, trackColor, unknownPattern } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: { width: '100%' },
  track: {
    display: 'flex',
    height: 14,
    borderRadius: 2,
    overflow: 'hidden',
    backgroundColor: trackColor(theme),
  },
  explained: { backgroundColor: statusColors(theme).warn },
  unexplained: {
    backgroundImage: unknownPattern(theme),
    boxShadow: `inset 0 0 0 1px ${theme.palette.text.secondary}`,
  },
  left: { backgroundColor: trackColor(theme) },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.8125rem',
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  block: {
    width: 12,
    height: 12,
    borderRadius: 2,
    border: `1px solid ${theme.palette.text.secondary}`,
  },
}));

/** The budget of the window as a bar: in incidents, outside of all, left. An overspent one is drawn to its whole. */
export function LedgerBar({ ledger }: { ledger: SloLedgerResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { spent, explained, unexplained } = ledger;
  if (spent === null || explained === null || unexplained === null) return null;
  const left = Math.max(0, 1 - explained - unexplained);
  const whole = explained + unexplained + left;
  const words = {
    explained: shareText(explained),
    unexplained: shareText(unexplained),
  };
  const parts = { explained, unexplained, left };
  return (
    <div className={classes.root}>
      <div
        className={classes.track}
        role="img"
        aria-label={
          left > 0
            ? t('ledger.bar', { ...words, left: shareText(left) })
            : t('ledger.barOver', words)
        }
      >
        {(['explained', 'unexplained', 'left'] as const).map(part => (
          <span
            key={part}
            className={classes[part]}
            style={{ width: `${(parts[part] / whole) * 100}%` }}
          />
        ))}
      </div>
      <ul className={classes.legend} aria-hidden="true">
        {(['explained', 'unexplained', 'left'] as const).map(part => (
          <li key={part}>
            <span className={`${classes.block} ${classes[part]}`} />
            {`${t(`ledger.legend.${part}`)} ${shareText(parts[part])}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
