import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { SloItem } from '@plimsoll/backstage-plugin-reliability-common';
import { SloFlags } from '../common';

const useStyles = makeStyles(theme => ({
  link: { display: 'block', overflowWrap: 'anywhere' },
  service: { display: 'block', fontWeight: 600, fontSize: '0.875rem' },
  cut: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  error: {
    color: theme.palette.text.secondary,
    fontSize: '0.75rem',
    overflowWrap: 'anywhere',
  },
}));

/** The service and the title of an SLO, which lead to it, and why it could not be evaluated. */
export function SloName({ slo, link }: { slo: SloItem; link: string }) {
  const classes = useStyles();
  return (
    <>
      <Link to={link} className={classes.link}>
        <span className={classes.service}>{slo.serviceTitle} </span>
        <span className={classes.cut} title={slo.title}>
          {slo.title}
        </span>
      </Link>
      {slo.error && (
        <span className={`${classes.cut} ${classes.error}`} title={slo.error}>
          {slo.error}
        </span>
      )}
      <SloFlags flags={slo.flags} />
    </>
  );
}
