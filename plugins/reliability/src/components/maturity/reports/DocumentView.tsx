import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReportDocument } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { printPlainly } from '../../common/printPlainly';
import { DocumentTable } from './DocumentTable';

const useStyles = makeStyles(theme => ({
  '@global': printPlainly,
  root: {
    ...theme.typography.body2,
    maxWidth: 1100,
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
      '& a, & p, & td, & th, & h2, & h3': { color: '#000 !important' },
    },
  },
  subtitle: { color: theme.palette.text.secondary },
  section: { marginTop: theme.spacing(3.5) },
  heading: { fontWeight: 600, marginBottom: theme.spacing(0.5) },
  line: { margin: theme.spacing(0.5, 0), maxWidth: '85ch' },
}));

/** A document to be read and printed; `actions` stay off the paper. */
export function DocumentView(props: {
  document: ReportDocument;
  actions?: ReactNode;
}) {
  const { document, actions } = props;
  const classes = useStyles();
  return (
    <article className={classes.root} data-print="document">
      <Typography variant="h5" component="h2">
        {document.title}
      </Typography>
      <Typography variant="body2" className={classes.subtitle}>
        {document.subtitle}
      </Typography>
      {actions}
      {document.sections
        .filter(({ lines, table }) => lines.length > 0 || table)
        .map(({ id, title, lines, table }) => (
          <section key={id} aria-label={title} className={classes.section}>
            <Typography
              variant="subtitle1"
              component="h3"
              className={classes.heading}
            >
              {title}
            </Typography>
            {lines.map(line => (
              <p key={line} className={classes.line}>
                {line}
              </p>
            ))}
            {table && <DocumentTable table={table} label={title} />}
          </section>
        ))}
    </article>
  );
}
