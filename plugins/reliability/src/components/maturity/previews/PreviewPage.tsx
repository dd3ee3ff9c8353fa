import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useListAddress } from '../../../hooks/useListAddress';
import { useTranslation } from '../../../hooks/useTranslation';
import { PathPart } from './path/PathPart';
import { previewAddress, previewParts } from './previewAddress';
import { RulesPart } from './rules/RulesPart';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  parts: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 3) },
  part: {
    padding: theme.spacing(0.5, 0),
    color: theme.palette.text.primary,
    borderBottom: '2px solid transparent',
    '&[aria-current=page]': {
      fontWeight: 600,
      borderBottomColor: theme.palette.primary.main,
    },
  },
}));

/** What if: other rules before they are in force, and the least work to a level. */
export function PreviewPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useListAddress(previewAddress);
  const { part } = address.params;
  return (
    <div className={classes.root}>
      <nav className={classes.parts} aria-label={t('previews.parts')}>
        {previewParts.map(each => (
          <Link
            key={each}
            to={`?part=${each}`}
            className={classes.part}
            underline="none"
            aria-current={each === part ? 'page' : undefined}
          >
            {t(`previews.part.${each}`)}
          </Link>
        ))}
      </nav>
      {part === 'rules' ? (
        <RulesPart address={address} />
      ) : (
        <PathPart address={address} />
      )}
    </div>
  );
}
