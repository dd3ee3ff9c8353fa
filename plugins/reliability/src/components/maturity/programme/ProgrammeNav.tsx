import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Outlet, useLocation } from 'react-router-dom';
import { useTranslation } from '../../../hooks/useTranslation';
import { rootRouteRef } from '../../../routes';
import { programmeParts, type ProgrammePart } from './programmeParts';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    '@media print': { display: 'block' },
  },
  nav: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 3),
    borderBottom: `1px solid ${theme.palette.divider}`,
    '@media print': { display: 'none' },
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

/** The parts of the lead's view as links, and below them the one that the address names. */
export function ProgrammeNav() {
  const classes = useStyles();
  const { t } = useTranslation();
  const base = `${useRouteRef(rootRouteRef)()}/programme`;
  const { pathname } = useLocation();
  const [current = ''] = pathname.slice(base.length + 1).split('/');
  return (
    <div className={classes.root}>
      <nav className={classes.nav} aria-label={t('programme.tabs')}>
        {(Object.keys(programmeParts) as ProgrammePart[]).map(part => (
          <Link
            key={part}
            to={[base, programmeParts[part]].filter(Boolean).join('/')}
            className={classes.link}
            underline="none"
            aria-current={programmeParts[part] === current ? 'page' : undefined}
          >
            {t(`programme.tab.${part}`)}
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
