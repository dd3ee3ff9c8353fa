import { Link } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { makeStyles } from '@material-ui/core/styles';
import { reliabilityIncidentMapPermission } from '@plimsoll/backstage-plugin-reliability-common';
import {
  incidentTabs,
  useIncidentTab,
} from '../../../hooks/incidents/useIncidentTab';
import { useTranslation } from '../../../hooks/useTranslation';
import { AccountsTab } from '../AccountsTab';
import { FollowUpsTab } from '../FollowUpsTab';
import { LessonsTab } from '../LessonsTab';
import { ReviewsTab } from '../ReviewsTab';
import { UnmappedTab } from '../UnmappedTab';
import { FiguresTab } from './FiguresTab';
import { ListTab } from './ListTab';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  nav: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 3),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  link: {
    padding: theme.spacing(1, 0.5),
    marginBottom: -1,
    color: theme.palette.text.primary,
    borderBottom: '3px solid transparent',
    '&[aria-current=page]': {
      fontWeight: 600,
      borderBottomColor: theme.palette.primary.main,
    },
  },
}));

const bodies = {
  list: ListTab,
  figures: FiguresTab,
  'follow-ups': FollowUpsTab,
  reviews: ReviewsTab,
  lessons: LessonsTab,
  unmapped: UnmappedTab,
  accounts: AccountsTab,
};

/** The incidents of the company, what they took and what was learned; the address says which part is shown. */
export function IncidentsPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const { tab, hrefOf } = useIncidentTab();
  const { allowed } = usePermission({
    permission: reliabilityIncidentMapPermission,
  });
  const Body = bodies[tab];
  return (
    <div className={classes.root}>
      <nav className={classes.nav} aria-label={t('incidents.tabs')}>
        {incidentTabs
          .filter(each => each !== 'unmapped' || allowed || tab === each)
          .map(each => (
            <Link
              key={each}
              to={hrefOf(each)}
              className={classes.link}
              underline="none"
              aria-current={each === tab ? 'page' : undefined}
            >
              {t(`incidents.tab.${each}`)}
            </Link>
          ))}
      </nav>
      <Body />
    </div>
  );
}
