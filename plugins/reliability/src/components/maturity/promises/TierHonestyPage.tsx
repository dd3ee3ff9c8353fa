import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../../../hooks/useLinks';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { HonestySection } from './HonestySection';
import { InversionList } from './InversionList';
import { usePromiseAddress } from './promiseAddress';
import { PromiseFilters } from './PromiseFilters';
import { PromiseSection } from './PromiseSection';
import { ProposalText } from './ProposalText';
import { ServiceLine } from './ServiceLine';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
  },
}));

/** Tiers against the catalog graph and the evidence, and promises against what dependencies allow. */
export function TierHonestyPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const serviceLink = useServiceLink();
  const address = usePromiseAddress();
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('promises.intro')}{' '}
        <Link to={links.standards()} underline="always">
          {t('promises.standards')}
        </Link>
      </Typography>
      <PromiseFilters address={address} />
      <HonestySection
        kind="inversion"
        address={address}
        row={item => (
          <>
            <ServiceLine service={item.service} />
            <InversionList item={item} />
          </>
        )}
      />
      <HonestySection
        kind="proposal"
        address={address}
        row={({ service, proposal }) => (
          <div className={classes.row}>
            <ServiceLine service={service} />
            {proposal && <ProposalText proposal={proposal} />}
            <div>
              <Link
                to={serviceLink(service.entityRef)}
                aria-label={t('promises.proposal.setLabel', {
                  service: service.title,
                })}
              >
                {t('promises.proposal.set')}
              </Link>
            </div>
          </div>
        )}
      />
      <PromiseSection address={address} />
    </div>
  );
}
