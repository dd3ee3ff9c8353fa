import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Link } from '@backstage/core-components';
import { wholePercent } from '../water';
import { SubHead } from './SubHead';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    paddingLeft: theme.spacing(2.5),
  },
}));

/** What the team does in this state, and what its budget got back. */
export function Demands({ answer }: { answer: GateAnswer }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const { demands, givenBack } = answer;
  return (
    <>
      {demands.length > 0 && (
        <SubHead title={t('gate.demands.title')}>
          <ul className={classes.list}>
            {demands.map(demand => (
              <li key={demand}>{demand}</li>
            ))}
          </ul>
        </SubHead>
      )}
      {givenBack.length > 0 && (
        <SubHead title={t('gate.givenBack.title')}>
          <ul className={classes.list}>
            {givenBack.map(spend => (
              <li
                key={`${spend.sloId} ${spend.objectiveId} ${spend.incidentId}`}
              >
                {t('gate.givenBack.line', {
                  percent: String(wholePercent(spend.share * 1000)),
                  slo: spend.sloTitle,
                  cause: spend.cause,
                  incident: (
                    <Link to={links.incident(spend.incidentId)}>
                      {spend.incidentTitle}
                    </Link>
                  ),
                })}
              </li>
            ))}
          </ul>
        </SubHead>
      )}
    </>
  );
}
