import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { PromiseServiceItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { TierChip } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: 600, minWidth: 0 },
  owner: { color: theme.palette.text.secondary },
}));

/** The service that a line is about: its name, tier and owner. */
export function ServiceLine(props: {
  service: PromiseServiceItem;
  children?: ReactNode;
}) {
  const { entityRef, title, tier, owner } = props.service;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  return (
    <div className={classes.root}>
      <Link to={serviceLink(entityRef)} className={classes.title}>
        {title}
      </Link>
      <TierChip tier={tier} />
      <span className={classes.owner}>
        {owner ? (
          <EntityDisplayName entityRef={owner} hideIcon />
        ) : (
          t('promises.noOwner')
        )}
      </span>
      {props.children}
    </div>
  );
}
