import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Campaign } from '@plimsoll/backstage-plugin-reliability-common';
import { useCampaignLinks } from '../../../../hooks/campaigns/useCampaignLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { CampaignBadge } from '../common/CampaignBadge';
import { CampaignBar } from '../common/CampaignBar';
import { CampaignTime } from '../common/CampaignTime';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'start',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(2, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** One campaign of the list: what, until when, by whom, and how far it is. */
export function CampaignLine({ campaign }: { campaign: Campaign }) {
  const { id, title, state, owner, requirements, totals, frozen } = campaign;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useCampaignLinks();
  return (
    <li className={classes.root}>
      <div>
        <div className={classes.title}>
          <Link to={links.one(id)}>{title}</Link>
          <CampaignBadge state={state} />
        </div>
        <div>{requirements.map(each => each.title).join(' · ')}</div>
        <div className={classes.quiet}>
          <CampaignTime campaign={campaign} />, {t('campaigns.runBy')}{' '}
          <EntityDisplayName entityRef={owner} hideIcon />
        </div>
      </div>
      <div>
        <CampaignBar totals={totals} />
        {frozen && (
          <div className={classes.quiet}>
            {t('campaigns.numbers.frozen', { day: dayText(frozen) })}
          </div>
        )}
      </div>
    </li>
  );
}
