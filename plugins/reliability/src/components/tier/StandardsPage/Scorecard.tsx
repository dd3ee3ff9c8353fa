import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  checkAnchor,
  levelAnchor,
  scorecardAnchor,
} from '../../../utils/anchors';
import { SafeMarkdown } from '../../common';
import { Anchor } from './Anchor';
import { Check, CheckDefinition } from './CheckDefinition';
import { Part } from './Part';
import { LevelLadder } from './LevelLadder';

const useStyles = makeStyles(theme => ({
  level: { marginTop: theme.spacing(4) },
  dimension: {
    margin: theme.spacing(2, 0, 0.5),
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    fontWeight: 600,
    '&::first-letter': { textTransform: 'uppercase' },
  },
}));

function byDimension(checks: readonly Check[]): [string, Check[]][] {
  const names = [...new Set(checks.map(check => check.dimension))];
  return names.map(name => [
    name,
    checks.filter(check => check.dimension === name),
  ]);
}

/** One scorecard as documentation: its ladder, then every check by level and dimension. */
export function Scorecard(props: {
  definition: ScorecardResponse['definition'];
  /** RFC 3339 time. */
  now: string;
}) {
  const { definition, now } = props;
  const { id, title, description, levels, checks } = definition;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Part id={scorecardAnchor(id)} title={title}>
      {description && <SafeMarkdown text={description} />}
      <LevelLadder definition={definition} />
      {levels.map(level => {
        const own = checks.filter(check => check.level === level.id);
        return (
          own.length > 0 && (
            <div key={level.id} className={classes.level}>
              <Anchor
                id={levelAnchor(id, level.id)}
                name={t('standards.scorecard.levelTitle', { name: level.name })}
                component="h3"
                variant="h6"
              />
              {byDimension(own).map(([dimension, group]) => (
                <div key={dimension}>
                  <Typography component="h4" className={classes.dimension}>
                    {dimension}
                  </Typography>
                  {group.map(check => (
                    <CheckDefinition
                      key={check.id}
                      check={check}
                      anchor={checkAnchor(id, check.id)}
                      now={now}
                    />
                  ))}
                </div>
              ))}
            </div>
          )
        );
      })}
    </Part>
  );
}
