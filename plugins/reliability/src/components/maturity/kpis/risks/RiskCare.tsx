import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { RiskItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown } from '../../../common';
import { utcDayText } from '../utcDayText';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(0.5),
    fontSize: '0.8125rem',
    color: theme.palette.text.primary,
    '& p': { margin: 0 },
    overflowWrap: 'anywhere',
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** Who cares for a risk, what is done about it, and until when. */
export function RiskCare({ risk }: { risk: RiskItem }) {
  const { kind, owner, owned, mitigation, reviewBy, overdue } = risk;
  const classes = useStyles();
  const { t } = useTranslation();
  if (kind === 'derived') {
    if (!owned) {
      return (
        <div className={`${classes.root} ${classes.quiet}`}>
          {t('kpis.risks.unowned')}
        </div>
      );
    }
    return (
      <div className={classes.root}>
        {t(
          owned.state === 'closed'
            ? 'kpis.risks.closedBy'
            : 'kpis.risks.ownedBy',
        )}{' '}
        <EntityRefLink entityRef={owned.owner} hideIcon disableTooltip />
        {owned.state !== 'closed' &&
          `, ${t('kpis.risks.reviewBy', { day: utcDayText(owned.reviewBy) })}`}
      </div>
    );
  }
  return (
    <div className={classes.root}>
      <div>
        {t('kpis.risks.owner')}:{' '}
        {owner && <EntityRefLink entityRef={owner} hideIcon disableTooltip />}
        {reviewBy &&
          !overdue &&
          `, ${t('kpis.risks.reviewBy', { day: utcDayText(reviewBy) })}`}
      </div>
      {mitigation ? (
        <SafeMarkdown text={mitigation} />
      ) : (
        <span className={classes.quiet}>{t('kpis.risks.noMitigation')}</span>
      )}
    </div>
  );
}
