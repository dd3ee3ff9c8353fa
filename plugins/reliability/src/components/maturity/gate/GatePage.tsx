import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useTranslation } from '../../../hooks/useTranslation';
import { DecisionsView } from './page/DecisionsView';
import { PoliciesView } from './page/PoliciesView';
import { WaiversView } from './page/WaiversView';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  nav: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2.5) },
  link: {
    padding: theme.spacing(0.5, 0),
    color: theme.palette.text.primary,
    borderBottom: '2px solid transparent',
    '&[aria-current=page]': {
      fontWeight: 600,
      borderBottomColor: theme.palette.primary.main,
    },
  },
}));

const views = {
  decisions: DecisionsView,
  waivers: WaiversView,
  policies: PoliciesView,
};
type View = keyof typeof views;
const names = Object.keys(views) as View[];

/** Load line: what was decided, what is waived, and by which policies. */
export function GatePage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const view = names.find(name => name === search.get('view')) ?? 'decisions';
  const Shown = views[view];
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('gate.page.intro')}
      </Typography>
      <nav className={classes.nav} aria-label={t('gate.page.views')}>
        {names.map(name => (
          <Link
            key={name}
            to={name === 'decisions' ? pathname : `${pathname}?view=${name}`}
            className={classes.link}
            underline="none"
            aria-current={name === view ? 'page' : undefined}
          >
            {t(`gate.page.${name}`)}
          </Link>
        ))}
      </nav>
      <Shown />
    </div>
  );
}
