import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswerReason } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { timeText } from '../../../../utils/incidents/times';
import { TimeAgo } from '../../../common';
import { Person } from '../../Person';
import { useNounLink } from '../useNounLink';
import { VerdictMark } from '../VerdictMark';
import { SeenFacts } from './SeenFacts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '72px minmax(0, 1fr)',
    gap: theme.spacing(0, 1),
  },
  words: { display: 'grid', gap: 2, overflowWrap: 'anywhere' },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
}));

/** Why a reason that would hold does not. */
function Softened({ reason }: { reason: GateAnswerReason }) {
  const { t } = useTranslation();
  const { waivedBy, before, decision } = reason;
  if (waivedBy) {
    return (
      <span>
        {t('gate.reasons.waived', {
          by: <Person name={waivedBy.by} />,
          until: timeText(waivedBy.until),
          reason: waivedBy.reason,
        })}
      </span>
    );
  }
  return before === 'hold' && decision !== 'hold' ? (
    <span>{t('gate.reasons.exemptChange')}</span>
  ) : null;
}

/** One reason: what it decides, in words, from where, when, and the way to see more. */
export function ReasonItem(props: {
  entityRef: string;
  reason: GateAnswerReason;
}) {
  const { entityRef, reason } = props;
  const { noun, source, at, facts } = reason;
  const classes = useStyles();
  const { t } = useTranslation();
  const linkOf = useNounLink(entityRef);
  return (
    <li className={classes.root}>
      <VerdictMark
        decision={reason.decision}
        unknown={reason.kind !== 'rule'}
      />
      <div className={classes.words}>
        <span>{reason.text}</span>
        <Softened reason={reason} />
        <span className={classes.meta}>
          {source && (
            <span>
              {t('gate.reasons.from', { source })}
              {at && (
                <>
                  {', '}
                  <TimeAgo at={at} />
                </>
              )}
            </span>
          )}
          {noun && (
            <Link to={linkOf(noun)}>
              {t('gate.reasons.show', { view: t(`gate.view.${noun}`) })}
            </Link>
          )}
        </span>
        <SeenFacts facts={facts} />
      </div>
    </li>
  );
}
