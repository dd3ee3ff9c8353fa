import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    fontSize: '0.875rem',
    [theme.breakpoints.up('md')]: {
      position: 'sticky',
      top: theme.spacing(2),
      alignSelf: 'start',
      maxHeight: '90vh',
      overflowY: 'auto',
    },
  },
  title: {
    fontSize: '0.75rem',
    fontWeight: 600,
    margin: theme.spacing(0, 0, 1),
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  inner: { margin: 0, paddingLeft: theme.spacing(1.5), listStyle: 'none' },
  link: { display: 'block', padding: theme.spacing(0.5, 0) },
}));

export interface ContentsEntry {
  id: string;
  title: string;
  entries?: ContentsEntry[];
}

/** The contents list: one link for each part of the page. */
export function Contents({ entries }: { entries: ContentsEntry[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const list = (items: ContentsEntry[], className: string) => (
    <ul className={className}>
      {items.map(({ id, title, entries: inner = [] }) => (
        <li key={id}>
          <Link to={`#${id}`} className={classes.link}>
            {title}
          </Link>
          {inner.length > 0 && list(inner, classes.inner)}
        </li>
      ))}
    </ul>
  );
  return (
    <nav className={classes.root} aria-label={t('standards.contents')}>
      <p className={classes.title}>{t('standards.contents')}</p>
      {list(entries, classes.list)}
    </nav>
  );
}
