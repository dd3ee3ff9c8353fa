import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ServiceTier } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { tierAnchor } from '../../../../utils/anchors';
import { dayText } from '../../../../utils/dates';
import { TierChip } from '../../../common';
import { Person } from '../../Person';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'block',
    marginTop: theme.spacing(0.5),
    overflowWrap: 'anywhere',
  },
  demands: { marginLeft: theme.spacing(1) },
  problem: {
    display: 'flex',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(0.5),
    '& svg': { fontSize: 16, marginTop: 2, flex: 'none' },
  },
}));

/** Where the tier comes from, in words. */
function TierSource({ tier }: { tier: ServiceTier }) {
  const { t } = useTranslation();
  const { source, declared, override } = tier;
  if (source === 'override' && override) {
    return (
      <>
        {t('entity.tier.overridden', {
          who: <Person name={override.setBy} />,
          date: dayText(override.setAt),
          reason: override.reason,
        })}
        {declared && <> ({t('entity.tier.instead', declared)})</>}
      </>
    );
  }
  return declared && source === 'declared' ? (
    <>{t('entity.tier.declared', { place: declared.place })}</>
  ) : (
    <>{t('entity.tier.none')}</>
  );
}

/** The tier, where it comes from, and what is wrong with it. */
export function TierField({ tier }: { tier: ServiceTier }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <>
      <TierChip tier={tier} />
      {tier.rank !== null && (
        <Typography
          variant="caption"
          component="span"
          className={classes.demands}
        >
          <Link to={links.standardsAt(tierAnchor(tier.id))}>
            {t('entity.tier.demands')}
          </Link>
        </Typography>
      )}
      {(tier.source !== 'none' || !tier.problem) && (
        <Typography
          variant="caption"
          color="textSecondary"
          className={classes.line}
        >
          <TierSource tier={tier} />
        </Typography>
      )}
      {tier.problem && (
        <Typography
          variant="caption"
          component="span"
          className={classes.problem}
        >
          <WarningIcon aria-hidden="true" />
          <span>{tier.problem}</span>
        </Typography>
      )}
    </>
  );
}
