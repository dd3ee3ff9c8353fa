import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DossierItem,
  DossierResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { DossierActions } from './DossierActions';
import { DossierEntry } from './DossierEntry';
import { DossierHead } from './DossierHead';
import { printPlainly } from '../../common/printPlainly';

const useStyles = makeStyles(theme => ({
  '@global': printPlainly,
  root: {
    ...theme.typography.body2,
    maxWidth: 960,
    padding: theme.spacing(3),
    color: theme.palette.text.primary,
    backgroundColor: theme.palette.background.paper,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    '@media print': {
      maxWidth: 'none',
      padding: 0,
      color: '#000',
      backgroundColor: '#fff',
      '& a, & span, & p, & dt, & dd': { color: '#000 !important' },
    },
  },
  category: {
    fontWeight: 600,
    marginTop: theme.spacing(3),
    // A dossier holds the id of a category, not its title.
    '&::first-letter': { textTransform: 'uppercase' },
  },
}));

function byCategory(items: readonly DossierItem[]): [string, DossierItem[]][] {
  const names = [...new Set(items.map(item => item.definition.category))];
  return names.map(name => [
    name,
    items.filter(item => item.definition.category === name),
  ]);
}

/** A dossier as a document: who signed what, then every item. */
export function DossierDocument({ response }: { response: DossierResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { dossier } = response;
  const { service, checklist } = dossier;
  const groups = byCategory(dossier.items);
  return (
    <article className={classes.root} data-print="document">
      <Typography variant="h5" component="h2">
        {`${t('readiness.dossier.title')}: ${service.title}`}
      </Typography>
      <Typography variant="body2" paragraph>
        {t('readiness.dossier.of', {
          phase: checklist.phase.title,
          checklist: checklist.title,
        })}
      </Typography>
      <DossierActions dossier={dossier} />
      <DossierHead response={response} />
      {groups.map(([category, items]) => (
        <section key={category} aria-label={category}>
          <Typography
            variant="subtitle1"
            component="h3"
            className={classes.category}
          >
            {category}
          </Typography>
          {items.map(item => (
            <DossierEntry key={item.definition.id} item={item} />
          ))}
        </section>
      ))}
    </article>
  );
}
