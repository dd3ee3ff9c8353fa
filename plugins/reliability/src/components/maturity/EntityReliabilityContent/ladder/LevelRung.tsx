import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CheckReport,
  Report,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Chevron } from './Chevron';
import { filterChecks, type CheckFilter } from './checkFilter';
import { RungChecks } from './RungChecks';
import { RungNode } from './RungNode';

export type RungState = 'attained' | 'next' | 'locked';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    paddingLeft: theme.spacing(5),
    '&:not(:last-child)': { paddingBottom: theme.spacing(1.5) },
  },
  rail: {
    position: 'absolute',
    left: 13,
    top: 36,
    bottom: -8,
    width: 2,
    backgroundColor: theme.palette.divider,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-start',
    textAlign: 'left',
    gap: theme.spacing(0, 1.5),
    width: '100%',
    minHeight: 44,
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.borderRadius,
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  name: { fontWeight: 600, minWidth: '4em' },
  state: { minWidth: '4.5em' },
  description: {
    color: theme.palette.text.secondary,
    flexBasis: 240,
    flexGrow: 1,
  },
  met: {
    fontVariantNumeric: 'tabular-nums',
    marginLeft: 'auto',
    color: theme.palette.text.secondary,
  },
}));

export interface LevelRungProps {
  level: Report['levels'][number];
  state: RungState;
  last: boolean;
  /** All checks of this level. */
  checks: readonly CheckReport[];
  filter: CheckFilter;
  facts: ServiceResponse['facts'];
  scorecard: string;
}

/** One level: whether it is attained, how much of it is met, and its checks. */
export function LevelRung(props: LevelRungProps) {
  const { level, state, last, checks, filter, facts, scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = filterChecks(checks, filter);
  const [open, setOpen] = useState(
    filter === 'all' ? state === 'next' : shown.length > 0,
  );
  const id = useId();
  const met =
    level.counted > 0
      ? t('entity.ladder.met', {
          met: String(level.met),
          counted: String(level.counted),
        })
      : t('entity.ladder.metNone');
  return (
    <li className={classes.root}>
      <RungNode state={state} />
      {!last && <span className={classes.rail} aria-hidden="true" />}
      <Typography variant="body1" component="h3">
        <ButtonBase
          className={classes.head}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className={classes.name}>{level.name}</span>
          <Typography
            variant="body2"
            component="span"
            className={classes.state}
            title={
              state === 'locked' ? t('entity.ladder.lockedHelp') : undefined
            }
          >
            {t(`entity.ladder.${state}`)}
          </Typography>
          <Typography
            variant="body2"
            component="span"
            className={classes.description}
          >
            {level.description}
          </Typography>
          <Typography variant="body2" component="span" className={classes.met}>
            {met}
            {level.minScore !== undefined && (
              <>
                {', '}
                {t('entity.ladder.minScore', { score: String(level.minScore) })}
              </>
            )}
          </Typography>
          <Chevron open={open} />
        </ButtonBase>
      </Typography>
      <div id={id} hidden={!open}>
        {open && (
          <RungChecks
            checks={shown}
            total={checks.length}
            facts={facts}
            scorecard={scorecard}
          />
        )}
      </div>
    </li>
  );
}
