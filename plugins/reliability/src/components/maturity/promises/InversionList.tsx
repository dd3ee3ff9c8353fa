import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  TierHonestyItem,
  TierInversionItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { Fragment } from 'react';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { TierChip } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    '& a': { textDecoration: 'underline' },
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
    listStyleType: 'disc',
    '& li': { overflowWrap: 'anywhere', padding: theme.spacing(0.25, 0) },
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** The services between two, in order; one that is hidden is told as such. */
function Through({ via }: { via: TierInversionItem['via'] }) {
  const { t } = useTranslation();
  return (
    <>
      {via.map((entityRef, index) => (
        // The same hidden service may be there twice.
        // eslint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          {index > 0 && ' → '}
          {entityRef ? (
            <EntityDisplayName entityRef={entityRef} hideIcon />
          ) : (
            t('promises.hiddenOne')
          )}
        </Fragment>
      ))}
    </>
  );
}

function Inversion({ inversion }: { inversion: TierInversionItem }) {
  const { dependency, via } = inversion;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  return (
    <li>
      {t('promises.inversion.needs')}{' '}
      <Link to={serviceLink(dependency.entityRef)}>{dependency.title}</Link>{' '}
      <TierChip tier={dependency.tier} />{' '}
      {dependency.tier.rank === null && (
        <span className={classes.quiet}>{t('promises.inversion.noTier')} </span>
      )}
      {via.length > 0 && (
        <span className={classes.quiet}>
          {t('promises.inversion.through')} <Through via={via} />
        </span>
      )}
    </li>
  );
}

/** On which less critical services one rests, in words. */
export function InversionList(props: {
  item: Pick<TierHonestyItem, 'inversions' | 'hiddenInversions'>;
}) {
  const { inversions, hiddenInversions } = props.item;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <ul className={classes.root}>
      {inversions.map(inversion => (
        <Inversion
          key={`${inversion.dependency.entityRef} ${inversion.via.length}`}
          inversion={inversion}
        />
      ))}
      {hiddenInversions > 0 && (
        <li className={classes.quiet}>
          {t('promises.inversion.needs')}{' '}
          {t('promises.hidden', { count: hiddenInversions })}
        </li>
      )}
    </ul>
  );
}
