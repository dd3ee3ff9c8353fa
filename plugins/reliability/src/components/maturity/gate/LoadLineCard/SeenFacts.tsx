import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswerReason } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TimeAgo } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    fontSize: '0.8125rem',
    '& summary': {
      cursor: 'pointer',
      width: 'fit-content',
      color: theme.palette.text.secondary,
    },
    '& summary:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
    },
  },
  list: { margin: 0, padding: theme.spacing(0.5, 0, 0, 2) },
  path: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

type Fact = GateAnswerReason['facts'][number];

/** The value of a fact, or that there is none or an old one. */
function useValueWords() {
  const { t } = useTranslation();
  return ({ state, value, unit }: Fact) => {
    if (state === 'absent') return t('gate.reasons.absent');
    const plain = typeof value === 'string' ? value : JSON.stringify(value);
    const words = [plain ?? t('gate.reasons.absent'), unit]
      .filter(Boolean)
      .join(' ');
    return state === 'stale'
      ? t('gate.reasons.stale', { value: words })
      : words;
  };
}

/** The facts that a reason rests on, folded away. */
export function SeenFacts({ facts }: Pick<GateAnswerReason, 'facts'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const wordsOf = useValueWords();
  if (facts.length === 0) return null;
  return (
    <details className={classes.root}>
      <summary>{t('gate.reasons.seen')}</summary>
      <ul className={classes.list}>
        {facts.map(fact => (
          <li key={fact.path}>
            <span className={classes.path}>{fact.path}</span>: {wordsOf(fact)}
            {fact.at && (
              <>
                {', '}
                <TimeAgo at={fact.at} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
