import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Hull } from '../Hull';
import { useRoomWords } from '../useRoomWords';
import { VerdictMark } from '../VerdictMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 300px) minmax(0, 1fr)',
    gap: theme.spacing(2, 4),
    alignItems: 'center',
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'grid', gap: theme.spacing(0.75), justifyItems: 'start' },
  state: { fontSize: '1rem', fontWeight: 600 },
  text: { maxWidth: '65ch' },
}));

/** The picture, and the same in words. */
export function LoadLineHead(props: {
  answer: GateAnswer;
  action?: ReactNode;
}) {
  const { answer, action } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { label, room } = useRoomWords(answer);
  return (
    <div className={classes.root}>
      <Hull answer={answer} label={label} />
      <div className={classes.words}>
        <VerdictMark
          decision={answer.decision}
          unknown={answer.state === 'unknown'}
          large
        />
        <Typography variant="body2" className={classes.state}>
          {t(`gate.state.${answer.state}`)}
        </Typography>
        <Typography variant="body2" className={classes.text}>
          {room} {t(`gate.stateHelp.${answer.state}`)}
        </Typography>
        {action}
      </div>
    </div>
  );
}
