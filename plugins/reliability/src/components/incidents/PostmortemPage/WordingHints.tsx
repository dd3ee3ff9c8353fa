import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import HintIcon from '@material-ui/icons/EmojiObjectsOutlined';
import type { WordingHint } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(1.5),
    padding: theme.spacing(1, 1.5),
    borderLeft: `3px solid ${statusColors(theme).warn}`,
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
    '& svg': { fontSize: 18, color: statusColors(theme).warn },
  },
  list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  quote: { fontStyle: 'italic', overflowWrap: 'anywhere' },
}));

/** Sentences of a section that may blame somebody, with what to ask instead. */
export function WordingHints({ hints }: { hints: readonly WordingHint[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div role="status">
      {hints.length > 0 && (
        <Typography variant="body2" component="div" className={classes.root}>
          <div className={classes.title}>
            <HintIcon aria-hidden="true" />
            {t('postmortem.editor.blameless')}
          </div>
          <ul className={classes.list}>
            {hints.map(({ quote, message }, index) => (
              <li key={index}>
                <q className={classes.quote}>{quote}</q> {message}
              </li>
            ))}
          </ul>
          {t('postmortem.editor.blamelessHelp')}
        </Typography>
      )}
    </div>
  );
}
