import { alpha, makeStyles } from '@material-ui/core/styles';
import type { CampaignTotals } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { wholeNumber } from '../../../../utils/wholeNumber';
import { trackColor, unknownPattern } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(0.5), minWidth: 0 },
  bar: {
    display: 'flex',
    overflow: 'hidden',
    height: 8,
    maxWidth: 480,
    borderRadius: 2,
    backgroundColor: trackColor(theme),
  },
  small: { height: 6, maxWidth: 200 },
  done: { backgroundColor: theme.palette.primary.main },
  exempt: { backgroundColor: alpha(theme.palette.primary.main, 0.4) },
  open: { backgroundColor: 'transparent' },
  unknown: {
    backgroundColor: theme.palette.background.paper,
    backgroundImage: unknownPattern(theme),
    boxShadow: `inset 0 0 0 1px ${trackColor(theme)}`,
  },
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
  },
  first: { fontWeight: 600 },
}));

const parts = ['done', 'exempt', 'open', 'unknown'] as const;

/** How far a campaign is: a bar that only repeats the words below it. */
export function CampaignBar(props: {
  totals: CampaignTotals;
  small?: boolean;
}) {
  const { totals, small } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { total } = totals;
  if (total === 0) {
    return <span className={classes.words}>{t('campaigns.numbers.none')}</span>;
  }
  return (
    <div className={classes.root}>
      <span
        className={small ? `${classes.bar} ${classes.small}` : classes.bar}
        aria-hidden="true"
      >
        {parts.map(part => (
          <span
            key={part}
            className={classes[part]}
            style={{ width: `${(100 * totals[part]) / total}%` }}
          />
        ))}
      </span>
      <span className={classes.words}>
        <span className={classes.first}>
          {t('campaigns.numbers.done', {
            done: wholeNumber(totals.done),
            total: wholeNumber(total),
          })}
        </span>
        {totals.open > 0 && (
          <span>
            {t('campaigns.numbers.open', { open: wholeNumber(totals.open) })}
          </span>
        )}
        {totals.exempt > 0 && (
          <span>
            {t('campaigns.numbers.exempt', {
              exempt: wholeNumber(totals.exempt),
            })}
          </span>
        )}
        {totals.unknown > 0 && (
          <span>
            {t('campaigns.numbers.unknown', {
              unknown: wholeNumber(totals.unknown),
            })}
          </span>
        )}
      </span>
    </div>
  );
}
