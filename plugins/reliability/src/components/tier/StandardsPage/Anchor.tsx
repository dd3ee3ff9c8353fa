import { Link } from '@backstage/core-components';
import Typography, { TypographyProps } from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    scrollMarginTop: theme.spacing(9),
    overflowWrap: 'anywhere',
    fontWeight: 600,
    '&:focus': { outline: 'none' },
    '&:hover $link, &:focus $link, & $link:focus': { opacity: 1 },
  },
  link: {
    marginLeft: theme.spacing(0.75),
    opacity: 0,
    textDecoration: 'underline',
    color: theme.palette.text.secondary,
  },
}));

/** A heading that can be linked to; the link shows itself on hover and focus. */
export function Anchor(props: {
  id: string;
  name: string;
  component: 'h2' | 'h3' | 'h4' | 'h5';
  variant: TypographyProps['variant'];
}) {
  const { id, name, component, variant } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Typography
      id={id}
      tabIndex={-1}
      component={component}
      variant={variant}
      className={classes.root}
    >
      {name}
      <Link
        to={`#${id}`}
        className={classes.link}
        aria-label={t('standards.link', { name })}
      >
        #
      </Link>
    </Typography>
  );
}
